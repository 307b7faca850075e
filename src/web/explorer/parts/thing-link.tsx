import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLabels } from '../language/language.js';
import { useView } from '../site/view.js';
import { WholeBrackets } from './whole-brackets.js';

/** The stable address of the page of a thing: its id is part of it, readable, as in `/things/honjo:measure:5-2-3`. */
export const thingAddress = (id: string): string => `/things/${encodeURIComponent(id).replaceAll('%3A', ':')}`;

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string | null;
  /** What comes before the name, such as the code of a measure. */
  readonly code?: string | null;
}

/** Any node as something with a name; what has none of its own, such as a grade, goes by its id. */
export const namedNode = ({
  id,
  name = id,
  nameEn,
}: Pick<Named, 'id' | 'nameEn'> & { readonly name?: string }): Named => ({
  id,
  name,
  nameEn: nameEn ?? null,
});

/** The name of a thing as a link to its page, at the view that is looked at. */
export function ThingLink({ thing }: { readonly thing: Named }) {
  const { nameOf } = useLabels();
  const { link } = useView();
  return (
    <Link to={link(thingAddress(thing.id))}>
      {thing.code && <Code>{thing.code} </Code>}
      <WholeBrackets text={nameOf(thing)} />
    </Link>
  );
}

/** The code of a thing, which no line ends within. */
export const Code = ({ children }: { readonly children: ReactNode }) => <span className="thing-code">{children}</span>;

/** Links to several things, one a line. */
export function ThingLinks({ things }: { readonly things: readonly Named[] }) {
  if (things.length <= 1) return things.map((thing) => <ThingLink key={thing.id} thing={thing} />);
  return (
    <ul className="cell-list plain">
      {things.map((thing) => (
        <li key={thing.id}>
          <ThingLink thing={thing} />
        </li>
      ))}
    </ul>
  );
}
