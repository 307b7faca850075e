import type { FoundThingFragment, NamedWithCodeFragment } from '../graphql/graphql.js';
import { useNameOf, useVocabulary } from '../language/language.js';
import './found.css';

/** What people know a thing by beside its name, such as 5-2-3, 1-9 or SDG 17. */
export const codeOf = (node: NamedWithCodeFragment): string | null => {
  switch (node.__typename) {
    case 'PolicyItem':
      return node.item;
    case 'Measure':
      return node.measure;
    case 'ReformSheet':
      return node.sheet;
    case 'Sdg':
      return `SDG ${node.goal}`;
    default:
      return null;
  }
};

/** A thing that was searched for: its code and name with what fitted marked; where that stands elsewhere, there too. */
export function Found({ found }: { readonly found: FoundThingFragment }) {
  const nameOf = useNameOf();
  const vocabulary = useVocabulary();
  const { node, matchedField, matchedText } = found;
  const code = codeOf(node);
  const name = nameOf(node);
  const inName = matchedText === name;
  return (
    <>
      {code && <span className="thing-code">{code} </span>}
      {inName ? <Highlighted found={found} /> : name}
      {!inName && (
        <span className="found-elsewhere">
          {vocabulary.value('SearchField', matchedField)}: <Highlighted found={found} />
        </span>
      )}
    </>
  );
}

function Highlighted({ found: { highlight } }: { readonly found: FoundThingFragment }) {
  let from = 0;
  return highlight.map(({ text, matched }) => {
    const key = from;
    from += text.length;
    return matched ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
