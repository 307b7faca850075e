import type { ReactNode } from 'react';
import { useWords } from '../language/words.js';
import { Phrases } from './phrases/phrases.js';

/**
 * The heading of a page, which is the title of the browser's tab too; `children` is the heading where it is more than the text.
 * The service writes the heading and `lead` into the page, so that they are there before the program is.
 */
export function PageTitle({
  title,
  lead,
  children = <Phrases text={title} />,
}: {
  readonly title: string;
  /** What the page is, in a sentence or two. */
  readonly lead?: string;
  readonly children?: ReactNode;
}) {
  const { product } = useWords();
  return (
    <>
      <title>{`${title} — ${product}`}</title>
      {lead ? (
        <header className="stack">
          <h1>{children}</h1>
          <p className="lead">
            <Phrases text={lead} />
          </p>
        </header>
      ) : (
        <h1>{children}</h1>
      )}
    </>
  );
}
