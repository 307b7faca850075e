import type { CSSProperties, ReactNode } from 'react';
import { noneHeaders, stateOfEmptyCell } from '../../../../labels/empty-cells.js';
import type { CrossTableHeaderFragment, CrossTableShownFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { ListLink } from '../list-link.js';
import { none, tailOf } from '../lists.js';
import { ScrollArea } from '../scroll-area.js';
import { SdgMark } from '../sdg-mark.js';
import { ThingLink } from '../thing-link.js';
import { useGridKeys } from '../use-grid-keys.js';
import '../coverage-note.css';
import './cross-table.css';

type Header = CrossTableHeaderFragment;

/** The list that the numbers count, with the filter that each side of the table is in it; without one a number opens nothing. */
export interface Counted {
  readonly list: string;
  readonly rows: string | undefined;
  readonly columns: string | undefined;
}

/** How many shades there are; a cell as full as the fullest has the last. */
const shades = 5;

/** Numbers along two dimensions, the darker the more; each opens what it counted. What was not read is no empty cell. */
export function CrossTable({
  table: { rows, columns, cells, grandTotal, coverage },
  label,
  rowTitle,
  counted,
}: {
  readonly table: Pick<CrossTableShownFragment, 'rows' | 'columns' | 'cells' | 'grandTotal' | 'coverage'>;
  readonly label: string;
  readonly rowTitle: string;
  readonly counted: Counted;
}) {
  const words = useWords().crossTable;
  const { nameOf, pick } = useLabels();
  const keys = useGridKeys();
  const counts = new Map(cells.map(({ row, column, count }) => [`${row} ${column}`, count]));
  const fullest = Math.max(1, ...cells.map(({ count }) => count));
  const nameOfHeader = ({ key, label: name, labelEn, noneState }: Header) =>
    noneState
      ? pick(noneHeaders[noneState].ja, noneHeaders[noneState].en)
      : nameOf({ name: name ?? key, nameEn: labelEn });
  const notRead = <span className="coverage-note">{words.notRead}</span>;
  const stateOf = (row: Header, column: Header) =>
    counts.has(`${row.key} ${column.key}`) ? 'COMPLETE' : stateOfEmptyCell(row, column);
  const isHatched = rows.some((row) => columns.some((column) => stateOf(row, column) === 'PARTIAL'));
  const inWords = (header: Header) =>
    header.node?.__typename === 'Sdg'
      ? `SDG ${header.code}`
      : [header.node && header.code, nameOfHeader(header)].filter(Boolean).join(' ');
  const filterBy = (name: string, { key }: Header) => ({ [name]: key === none ? none : tailOf(key) });
  /** A number that opens what it counted; `row` and `column` are null for a total. */
  const numberOf = (count: number, row: Header | null, column: Header | null): ReactNode => {
    if ((row && !counted.rows) || (column && !counted.columns)) return count;
    const filters = {
      ...(column && counted.columns && filterBy(counted.columns, column)),
      ...(row && counted.rows && filterBy(counted.rows, row)),
    };
    const named = (header: Header | null) => (header ? inWords(header) : words.total);
    return (
      <ListLink list={counted.list} filters={filters} label={words.cell(named(row), named(column), count)}>
        {count}
      </ListLink>
    );
  };
  const heading = (header: Header): ReactNode =>
    header.node && header.key !== none ? (
      <ThingLink
        thing={{ id: header.key, name: header.label ?? header.key, nameEn: header.labelEn, code: header.code }}
      />
    ) : header.noneState === 'NOT_READ' ? (
      <span className="coverage-note">{nameOfHeader(header)}</span>
    ) : (
      nameOfHeader(header)
    );
  return (
    <>
      {/* Arrow keys go from cell to cell, and scroll to them. */}
      <ScrollArea label={label} className="cross-table small quiet-links" isStop={false}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which keys move is a grid */}
        <table role="grid" aria-label={label} {...keys}>
          <thead>
            <tr>
              <th scope="col">{rowTitle}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.node?.__typename === 'Sdg' ? <SdgMark sdg={column.node} /> : heading(column)}
                </th>
              ))}
              <th scope="col">{words.total}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{heading(row)}</th>
                {columns.map((column) => {
                  const count = counts.get(`${row.key} ${column.key}`) ?? 0;
                  const state = stateOf(row, column);
                  return (
                    <td
                      key={column.key}
                      data-read={state === 'PARTIAL' ? 'partly' : undefined}
                      style={{ '--shade': Math.ceil((count / fullest) * shades) } as CSSProperties}
                    >
                      {count > 0 ? numberOf(count, row, column) : state === 'NOT_READ' && notRead}
                    </td>
                  );
                })}
                <td className="cross-table-total">{numberOf(row.total, row, null)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              {columns.map((column) => (
                <td key={column.key} className="cross-table-total">
                  {numberOf(column.total, null, column)}
                </td>
              ))}
              <td className="cross-table-total">
                {grandTotal === 0 && coverage.state !== 'COMPLETE' ? notRead : numberOf(grandTotal, null, null)}
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollArea>
      {isHatched && <p className="quiet-text small">{words.notAllRead}</p>}
    </>
  );
}
