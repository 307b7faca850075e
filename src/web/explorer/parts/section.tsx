import {
  Children,
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  useContext,
  useId,
} from 'react';
import { QueryButton } from '../client/query-button.js';
import { SaveAs, type Saved } from '../client/save-as.js';
import type { GraphqlRequest } from '../client/send.js';
import type { CoverageToldFragment } from '../graphql/graphql.js';
import { useWords } from '../language/words.js';
import { CoverageNote } from './coverage-note.js';
import { type Column, DataTable, type Ordered } from './data-table.js';
import { laidOutInTime } from './laid-out.js';
import { PartErrors } from './part-error.js';
import { Phrases } from './phrases/phrases.js';
import './section.css';

export interface SectionProps {
  readonly title: string;
  /** The operation that it was made from. */
  readonly request?: GraphqlRequest;
  /** What of the answer can be saved. */
  readonly save?: Saved | undefined;
  /** Other ways to save it. */
  readonly actions?: ReactNode;
  /** What the documents that were read can tell of it. */
  readonly coverage?: CoverageToldFragment | null | undefined;
  readonly children?: ReactNode;
}

const Folded = createContext(false);

/** Sections within fold their tools beside their title: a page of many sections does not say the same below each. */
export const FoldedTools = ({ children }: { readonly children: ReactNode }) => <Folded value>{children}</Folded>;

/** A titled part of a page, with its operation and the ways to save it below, or folded beside the title. */
export function Section({ title, request, save, actions, coverage, children }: SectionProps) {
  const id = useId();
  const { tools: label } = useWords();
  const isFolded = useContext(Folded);
  const tools = request && (
    <>
      <QueryButton request={request} />
      {save && <SaveAs request={request} {...save} />}
      {actions}
    </>
  );
  return (
    <section ref={laidOutInTime} className="section box stack" aria-labelledby={id}>
      <h2 id={id}>
        <Phrases text={title} />
      </h2>
      {tools && isFolded && (
        <details
          className="section-tools small screen-only"
          name="section-tools"
          onKeyDown={closeByEscape}
          onBlur={closeBehindFocus}
        >
          <summary aria-label={label(title)} title={label(title)}>
            <span aria-hidden="true">⋯</span>
          </summary>
          <div className="box">{tools}</div>
        </details>
      )}
      <CoverageNote coverage={coverage} />
      {children}
      {tools && !isFolded && <footer className="row small screen-only">{tools}</footer>}
    </section>
  );
}

/** Leads back to what opened it; a dialog that was opened from it closes first. */
function closeByEscape({ key, target, currentTarget }: KeyboardEvent<HTMLDetailsElement>) {
  if (key !== 'Escape' || !currentTarget.open || (target as Element).closest('dialog')) return;
  currentTarget.open = false;
  currentTarget.querySelector('summary')?.focus();
}

/** Where the focus goes to nothing, such as another window or a text, one may come back. */
function closeBehindFocus({ relatedTarget, currentTarget }: FocusEvent<HTMLDetailsElement>) {
  if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
}

/** A section with a table of the same name; `children` stand before the table. */
export function TableSection<Row>({
  title,
  rows,
  columns,
  keyOf,
  total,
  label = title,
  ordered,
  children,
  ...section
}: SectionProps & {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly total?: number | undefined;
  readonly label?: string;
  readonly ordered?: Ordered;
}) {
  return (
    <Section title={title} {...section}>
      {children}
      <DataTable rows={rows} columns={columns} keyOf={keyOf} total={total} label={label} ordered={ordered} />
    </Section>
  );
}

/** Shows each of its children once its answers are there; neither waiting nor failing does one touch the others. */
export const Waiting = ({ children }: { readonly children: ReactNode }) =>
  Children.map(children, (child) => (
    <PartErrors>
      <Suspense fallback={<Loading />}>{child}</Suspense>
    </PartErrors>
  ));

/** What stands where something is still loading. */
export function Loading() {
  const { loading } = useWords();
  return <p className="waiting">{loading}</p>;
}
