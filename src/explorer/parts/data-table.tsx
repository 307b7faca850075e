import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useWords } from '../language/language.js';
import './data-table.css';
import { type CellValue, filteredRows, type SortKey, sortedRows } from './rows.js';

/** One column: what rows are sorted and filtered by, and how the cell looks where it is more than that value. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly value: (row: Row) => CellValue;
  readonly cell?: (row: Row) => ReactNode;
  readonly numeric?: boolean;
}

/**
 * A table of rows that are all here: sorts by any column, filters by what is typed. `total` says how many there are where
 * not all were fetched. On narrow screens rows become blocks with the titles beside the values.
 */
export function DataTable<Row>({
  rows,
  columns,
  keyOf,
  label,
  total = rows.length,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What the table is called by those who do not see it. */
  readonly label: string;
  readonly total?: number;
}) {
  const words = useWords().table;
  const [typed, setTyped] = useState('');
  const [sortKey, setSortKey] = useState<SortKey | null>(null);
  const wanted = useDeferredValue(typed);
  const shown = useMemo(
    () => sortedRows(filteredRows(rows, columns, wanted), columns, sortKey),
    [rows, columns, wanted, sortKey],
  );
  const sortBy = (id: string) =>
    setSortKey((now) =>
      now?.column !== id ? { column: id, descending: false } : now.descending ? null : { column: id, descending: true },
    );

  return (
    <div className="data-table">
      {rows.length > 5 && (
        <div className="data-table-tools screen-only">
          <input
            type="search"
            aria-label={`${label}: ${words.filter}`}
            placeholder={words.filter}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span role="status">{words.rows(shown.length, total)}</span>
        </div>
      )}
      {shown.length === 0 ? (
        <p className="quiet-text">{words.empty}</p>
      ) : (
        <table aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ id, title, numeric }) => (
                <th key={id} scope="col" aria-sort={sortOf(sortKey, id)} className={numeric ? 'numeric' : undefined}>
                  <button type="button" className="quiet" onClick={() => sortBy(id)} title={words.sortBy(title)}>
                    {title}
                    <span aria-hidden="true">{sortKey?.column === id ? (sortKey.descending ? '↓' : '↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ id, title, value, cell, numeric }) => (
                  <td key={id} data-title={title} className={numeric ? 'numeric' : undefined}>
                    {cell ? cell(row) : value(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

const sortOf = (sortKey: SortKey | null, id: string) =>
  sortKey?.column === id ? (sortKey.descending ? 'descending' : 'ascending') : undefined;
