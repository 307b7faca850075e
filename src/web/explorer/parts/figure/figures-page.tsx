import type { ReactNode } from 'react';
import { PageTitle } from '../page-title.js';
import { Waiting } from '../section.js';
import './figures-page.css';

/** A page of figures about one subject; each shows once it is there. */
export function FiguresPage({
  title,
  lead,
  children,
}: {
  readonly title: string;
  /** What the page tells, in a sentence or two. */
  readonly lead: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="figures stack">
      <PageTitle title={title} lead={lead} />
      <Waiting>{children}</Waiting>
    </div>
  );
}
