import type { NamedWithCodeFragment, SearchMatchPartsFragment } from '../graphql/graphql.js';
import { type Labels, useLabels } from '../language/language.js';
import { codes } from '../pages/types/codes.js';
import './search-match.css';
import { Code } from './thing-link.js';

/** What people know a thing by beside its name, such as 5-2-3, 1-9 or SDG 17, as its type declares it. */
export function codeOf(node: NamedWithCodeFragment): string | null {
  const { alias = '', prefix = '' } = codes[node.__typename] ?? {};
  const key = (node as Readonly<Record<string, unknown>>)[alias];
  return key === undefined || key === null ? null : `${prefix}${key}`;
}

/** The code and the name of a thing as one text, which tables sort and filter by. */
export const nameWithCode = (node: NamedWithCodeFragment, { nameOf }: Labels): string =>
  [codeOf(node), nameOf(node)].filter(Boolean).join(' ');

/** A thing that was searched for: its code and name with the match marked; a match in another field below the name. */
export function SearchMatch({ found }: { readonly found: SearchMatchPartsFragment }) {
  const { nameOf, vocabulary } = useLabels();
  const { node, matchedField, matchedText } = found;
  const code = codeOf(node);
  const name = nameOf(node);
  const inName = matchedText === name;
  return (
    <>
      {code && <Code>{code} </Code>}
      {inName ? <Highlighted found={found} /> : name}
      {!inName && (
        <span className="match-elsewhere quiet-text">
          {vocabulary.value('SearchField', matchedField)}: <Highlighted found={found} />
        </span>
      )}
    </>
  );
}

function Highlighted({ found: { highlight } }: { readonly found: SearchMatchPartsFragment }) {
  return highlight.map(({ text, matched }, index) => {
    const Part = matched ? 'mark' : 'span';
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
    return <Part key={index}>{text}</Part>;
  });
}
