/** Finds the columns of a sheet by the headings that a mapping file names: of one row, or with those above it. */
import { type BookSheet, placeOf } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { headingKey } from '../heading.js';
import { withoutUnit } from '../yen.js';

/** How many rows a heading may go over. */
export const headingRows = 3;

/** The heading of a column, below those above it: 目標, 年度. What is merged over several rows is one of them. */
export const headingsAt = (sheet: BookSheet, row: number, column: number): readonly string[] =>
  printedHeadingsAt(sheet, row, column, row - headingRows + 1).map(headingKey);

/** The same as they are printed, without blanks, from a row on. */
export function printedHeadingsAt({ rows }: BookSheet, row: number, column: number, first: number): readonly string[] {
  const found: string[] = [];
  let last: string | null = null;
  for (let above = row; above >= Math.max(1, first); above -= 1) {
    // A heading over several columns often stands in the first of them, without being merged; the lowest one is of its column.
    let from = column;
    while (found.length > 0 && from > 1 && !isFilled(rows.get(above)?.get(from))) from -= 1;
    const cell = rows.get(above)?.get(from);
    if (!isFilled(cell)) continue;
    const master = JSON.stringify(cell.mergedFrom ?? { row: above, column: from });
    if (master !== last) found.unshift(displayed(cell).replace(/\s+/g, ''));
    last = master;
  }
  return found;
}

/**
 * The columns whose heading in a row is so called, be it with those above it, or, where none is, but for a unit of yen behind
 * it; else those that have it in a row above empty cells, beside headings over several columns. Columns of one merged heading are one.
 */
export function columnsNamed(sheet: BookSheet, row: number, heading: string): readonly number[] {
  const wanted = headingKey(heading);
  const called = (columns: readonly number[], nameOf: (heading: string) => string) =>
    columns.filter((column) => {
      const names = headingsAt(sheet, row, column).map(nameOf);
      return names.some((_name, index) => names.slice(index).join('/') === wanted);
    });
  const isThere = (columns: readonly number[]) => columns.length > 0;
  const inRow = ownColumns(sheet, row);
  const above = columnsAbove(sheet, row);
  const ways = [inRow, above].flatMap((columns) => [called(columns, (name) => name), called(columns, withoutUnit)]);
  return ways.find(isThere) ?? [];
}

/** The columns of a row that are filled, of merged ones the first, from the left. */
const ownColumns = ({ rows }: BookSheet, row: number): readonly number[] =>
  [...(rows.get(row) ?? [])]
    .filter(([column, cell]) => isFilled(cell) && (cell.mergedFrom?.column ?? column) >= column)
    .map(([column]) => column)
    .sort((a, b) => a - b);

/** The columns that are filled in a row above, and empty from there to the row. */
function columnsAbove(sheet: BookSheet, row: number): readonly number[] {
  const isEmpty = (column: number, at: number) => !isFilled(sheet.rows.get(at)?.get(column));
  const found = Array.from({ length: headingRows - 1 }, (_each, index) => row - 1 - index).flatMap((above) =>
    ownColumns(sheet, above).filter((column) => {
      for (let below = above + 1; below <= row; below += 1) if (!isEmpty(column, below)) return false;
      return true;
    }),
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

/** The lowest heading of a column as it is printed, in one line: names are often broken into several to stand upright. */
export function headingText({ rows }: BookSheet, row: number, column: number): string {
  const above = Array.from({ length: headingRows }, (_each, index) => rows.get(row - index)?.get(column));
  const cell = above.find(isFilled);
  return cell ? displayed(cell).replace(/\s*[\r\n]+\s*/g, '') : '';
}

/** The headings of a row, for what was probably meant. */
export const headingsOf = (sheet: BookSheet, row: number): readonly string[] =>
  [...(sheet.rows.get(row)?.values() ?? [])].filter(isFilled).map(displayed);

export const placesOf = (row: number, columns: readonly number[]): readonly string[] =>
  columns.map((column) => placeOf('', row, column));
