/** Which of the rows below the headings of a table are its own, where other tables stand below it, or its headings are repeated. */
import { parseYear } from '../../../model/fiscal-year.js';
import type { BookCell, BookSheet } from '../book.js';
import { displayed } from '../cells.js';
import { type Cells, filledRows, headingKey } from '../heading.js';
import { isOwn } from '../sheets.js';
import { withoutUnit } from '../yen.js';
import { headingName } from './heading-name.js';
import { yearIn } from './heading-years.js';
import { headingRows, headingText } from './mapped-headings.js';
import { everyHeading } from './synonyms.js';

/** How many rows of titles may stand above the headings of a further table. */
export const mostTitles = 2;

/** The first rows of a sheet's runs of filled rows. */
export function firstRows(sheet: BookSheet): readonly number[] {
  const rows = filledRows(sheet).map(([row]) => row);
  return rows.filter((row, index) => index === 0 || rows[index - 1] !== row - 1);
}

/**
 * The last row of a table before the next one of some whose headings stand in these rows; null where there is none. Headings of one
 * table can stand in several rows, between which none is empty.
 */
export function lastRowAbove(sheet: BookSheet, headingRow: number, headingRows: readonly number[]): number | null {
  const starts = firstRows(sheet);
  const next = headingRows
    .map((row) => starts.findLast((start) => start <= row))
    .filter((start) => start !== undefined && start > headingRow);
  return next.length === 0 ? null : Math.min(...next.map(Number)) - 1;
}

/** Whether a row says nothing but what the headings say in the same columns, in any of their rows. */
export function repeatsHeadings(sheet: BookSheet, headingRow: number): (cells: Cells) => boolean {
  const placed = (column: number, cell: BookCell) => JSON.stringify([column, headingKey(displayed(cell))]);
  const headings = Array.from({ length: headingRows }, (_each, index) => sheet.rows.get(headingRow - index) ?? []);
  const printed = new Set(headings.flatMap((cells) => [...cells].map(([column, cell]) => placed(column, cell))));
  return (cells) => {
    const own = [...cells].filter(([column, cell]) => isOwn(cell, column));
    return own.length > 1 && own.every(([column, cell]) => printed.has(placed(column, cell)));
  };
}

/** The year of which the titles right above a row of headings tell; null where they name none. */
function yearAbove(sheet: BookSheet, headingRow: number): number | null {
  for (let row = headingRow - 1; row >= headingRow - mostTitles; row -= 1) {
    const [title, ...others] = [...(sheet.rows.get(row) ?? [])].filter(([column, cell]) => isOwn(cell, column));
    if (!title || others.length > 0) continue;
    const year = yearIn(displayed(title[1]).normalize('NFKC'));
    if (year !== null) return parseYear(year);
  }
  return null;
}

/** Whether the titles of two tables of the same headings are of different years. */
export function areOfOtherYears(sheet: BookSheet, headingRow: number, other: number): boolean {
  const [year, otherYear] = [yearAbove(sheet, headingRow), yearAbove(sheet, other)];
  return year !== null && otherYear !== null && year !== otherYear;
}

/** Rows below the headings of a table that are none of it. */
export interface RowsOfOthers {
  /** Those of tables of other headings. */
  readonly others: readonly number[];
  /** Those of titles above repeated headings. */
  readonly titles: readonly number[];
}

/**
 * The rows of other tables below one whose headings stand in a row. Each begins below an empty one, with headings of which some are
 * those of the columns that are read, and some are others, or of which most are known, or below the title of another year; it ends where the headings are repeated.
 * What stands right above repeated headings, such as the name of a division, is a title.
 */
export function rowsOfOthers(
  sheet: BookSheet,
  headingRow: number,
  used: ReadonlySet<number>,
  lastRow: number | null,
): RowsOfOthers {
  const own = new Map(
    [...used]
      .map((column) => [column, headingKey(headingText(sheet, headingRow, column))] as const)
      .filter(([, text]) => text !== ''),
  );
  const repeats = repeatsHeadings(sheet, headingRow);
  const cellsIn = (row: number) => [...(sheet.rows.get(row) ?? [])].filter(([column, cell]) => isOwn(cell, column));
  const kindOf = (row: number): 'repeated' | 'other' | null => {
    const cells = cellsIn(row);
    if (cells.length < 2 || cells.some(([, { value }]) => typeof value !== 'string')) return null;
    const texts = cells.map(([column, cell]) => [column, headingKey(displayed(cell))] as const);
    const same = texts.filter(([column, text]) => own.get(column) === text).length;
    if (same === own.size || repeats(new Map(cells))) return 'repeated';
    const known = texts.filter(([, text]) => everyHeading.has(headingName(withoutUnit(text)))).length;
    const isOther = same > 0 || (known > 1 && known * 2 >= texts.length);
    return isOther && sheet.rows.has(row + 1) ? 'other' : null;
  };
  const belowTitles = (start: number): number => {
    let row = start;
    while (row - start < mostTitles && cellsIn(row).length === 1) row += 1;
    return row;
  };
  const starts = new Set(firstRows(sheet));
  const others: number[] = [];
  const titles: number[] = [];
  let isOther = false;
  for (const [row] of filledRows(sheet)) {
    if (row <= headingRow || row > (lastRow ?? row)) continue;
    if (starts.has(row)) {
      const heading = belowTitles(row);
      const headings = kindOf(heading);
      const kind = headings === 'repeated' && areOfOtherYears(sheet, headingRow, heading) ? 'other' : headings;
      if (kind) isOther = kind === 'other';
      if (kind === 'repeated') for (let title = row; title < heading; title += 1) titles.push(title);
    }
    if (isOther) others.push(row);
  }
  return { others, titles };
}
