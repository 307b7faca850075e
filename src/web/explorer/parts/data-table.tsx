import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { langOf } from '../language/lang-of.js';
import { useLanguage } from '../language/language.js';
import { useWords } from '../language/words.js';
import './data-table.css';
import { isNarrow } from './narrow.js';
import { type CellValue, filteredRows, type SortKey, sortedRows } from './rows.js';
import { ScrollArea } from './scroll-area.js';
import { useOnPaper } from './use-on-paper.js';

/** One column: what rows are sorted and filtered by, and how the cell looks where it is more than that value. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly value: (row: Row) => CellValue;
  readonly cell?: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** It has what the row is called, which is the heading of the row. */
  readonly isName?: boolean;
  /** It is for those who look at a screen, and not printed. */
  readonly isScreenOnly?: boolean;
  /** It has phrases or sentences and not single words, which need room. */
  readonly consistsOf?: 'phrases' | 'sentences';
}

/** Rows that come filtered and in order: by which column, by which they can be, and what a press on a heading does. */
export interface Ordered {
  readonly by: SortKey | null;
  readonly canBe: (column: string) => boolean;
  readonly change: (column: string) => void;
}

/** How many rows are drawn at first, and further with each press of the button; as blocks ten fill several screens. */
const step = () => (isNarrow() ? 10 : 50);

/**
 * A table of rows that are all here: sorts by any column, filters by what is typed, draws a few and more on request; on
 * paper all. Where they come `ordered`, it leaves that to whoever gives them. `total` says how many there are where not all were fetched. On narrow screens rows become blocks with the
 * titles beside the values.
 */
export function DataTable<Row>({
  rows,
  columns,
  keyOf,
  label,
  total = rows.length,
  ordered,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What the table is called by those who do not see it. */
  readonly label: string;
  readonly total?: number | undefined;
  readonly ordered?: Ordered | undefined;
}) {
  const words = useWords().table;
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [ownKey, setSortKey] = useState<SortKey | null>(null);
  const sortKey = ordered ? ordered.by : ownKey;
  const [most, setMost] = useState(step);
  const filter = useDeferredValue(typed);
  const found = useMemo(
    () => (ordered ? rows : sortedRows(filteredRows(rows, columns, filter), columns, ownKey)),
    [ordered, rows, columns, filter, ownKey],
  );
  const isWhole = useOnPaper();
  // One row over is not worth a button.
  const shown = isWhole || found.length <= most + 1 ? found : found.slice(0, most);
  const body = useRef<HTMLTableSectionElement>(null);
  /** Shows more, and goes to the first of them: the button that was pressed may be gone. */
  const showTo = (count: number) => {
    flushSync(() => setMost(count));
    body.current?.rows[shown.length]?.focus();
  };
  const sortBy = (id: string) =>
    ordered
      ? ordered.change(id)
      : setSortKey((now) =>
          now?.column !== id
            ? { column: id, descending: false }
            : now.descending
              ? null
              : { column: id, descending: true },
        );

  return (
    <div className="data-table">
      {(ordered || rows.length > 5 || typed !== '') && (
        <div className="data-table-tools row quiet-text screen-only">
          {!ordered && (
            <input
              type="search"
              aria-label={`${label}: ${words.filter}`}
              placeholder={words.filter}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          <span role="status">
            {words.rows(found.length, total)}
            {shown.length < found.length && words.shown(shown.length)}
          </span>
        </div>
      )}
      {rows.length < total && <p className="quiet-text">{words.firstOnly(rows.length, total)}</p>}
      {found.length === 0 ? (
        <p className="quiet-text">{words.empty}</p>
      ) : (
        <ScrollArea label={label}>
          <table className="table" aria-label={label}>
            <thead>
              <tr>
                {columns.map(({ id, title, ...column }) => (
                  <th key={id} scope="col" aria-sort={sortOf(sortKey, id)} className={classOf(column)}>
                    {!ordered || ordered.canBe(id) ? (
                      <button type="button" className="quiet" onClick={() => sortBy(id)} title={words.sortBy(title)}>
                        {title}
                        <span aria-hidden="true">{sortKey?.column === id ? (sortKey.descending ? '↓' : '↑') : ''}</span>
                      </button>
                    ) : (
                      title
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={body}>
              {shown.map((row) => (
                <tr key={keyOf(row)} tabIndex={-1}>
                  {columns.map(({ id, title, value, cell, isName, ...column }) => {
                    const content = cell ? cell(row) : value(row);
                    return isName ? (
                      <th key={id} scope="row" data-title={title} lang={langOf(content, language)}>
                        {content}
                      </th>
                    ) : (
                      <td key={id} data-title={title} className={classOf(column)} lang={langOf(content, language)}>
                        {content}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {shown.length < found.length && (
        <p className="data-table-more row screen-only">
          <button type="button" onClick={() => showTo(shown.length + step())}>
            {words.more(Math.min(step(), found.length - shown.length))}
          </button>
          <button type="button" className="quiet" onClick={() => showTo(Number.POSITIVE_INFINITY)}>
            {words.allOf(found.length)}
          </button>
        </p>
      )}
    </div>
  );
}

const classOf = ({
  numeric,
  isScreenOnly,
  consistsOf,
}: Pick<Column<never>, 'numeric' | 'isScreenOnly' | 'consistsOf'>) =>
  numeric ? 'numeric' : isScreenOnly ? 'screen-only' : consistsOf;

const sortOf = (sortKey: SortKey | null, id: string) =>
  sortKey?.column === id ? (sortKey.descending ? 'descending' : 'ascending') : undefined;
