/** Tables that stand one below the other in a sheet, with empty rows between them. */
import type { BookSheet } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { filledRows } from '../heading.js';
import { type HeadingRows, headingRowsOf } from './heading-rows.js';

/** How many rows of titles may stand above the headings of a further table. */
const mostTitles = 2;

/** What a table above that with most headings has at least: labels and values of a title stand there as well. */
const [fewestHeadings, fewestRows] = [3, 2];

/** The first rows of a sheet's runs of filled rows. */
function firstRows(sheet: BookSheet): readonly number[] {
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

const headingsIn = (sheet: BookSheet, row: number): readonly string[] =>
  [...(sheet.rows.get(row)?.values() ?? [])].filter(isFilled).map(displayed);

/** Whether a row has other headings than that of a table above it, which are only repeated. */
const areOthers = (sheet: BookSheet, row: number, above: number): boolean =>
  headingsIn(sheet, row).some((heading) => !headingsIn(sheet, above).includes(heading));

interface Part {
  readonly from: number;
  readonly headings: HeadingRows;
}

/** A sheet as the tables in it: each with its rows only, and where its headings stand; empty where no row reads as headings. */
export function tablesStacked(
  sheet: BookSheet,
): readonly { readonly part: BookSheet; readonly headings: HeadingRows }[] {
  const within = (from: number, to: number): BookSheet => ({
    ...sheet,
    rows: new Map([...sheet.rows].filter(([row]) => row >= from && row <= to)),
  });
  // The row with most headings is that of a table; what stands above and below is one if it has headings and rows of its own.
  const main = headingRowsOf(sheet);
  if (!main) return [];
  const filled = filledRows(sheet).map(([row]) => row);
  const starts = firstRows(sheet);
  const mainStart = starts.findLast((start) => start <= main.last) ?? 0;
  const found: Part[] = [];
  for (const [index, from] of starts.entries()) {
    const end = (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1;
    const isMain = from === mainStart;
    const headings = isMain ? main : headingRowsOf(within(from, end));
    if (!headings || (!isMain && headings.first - from > mostTitles)) continue;
    const { last } = headings;
    const above = found.at(-1)?.headings;
    const rowsTo = (to: number) => filled.filter((row) => row > last && row <= to).length;
    const isTable = above
      ? rowsTo(end) > 0 && areOthers(sheet, last, above.last)
      : rowsTo(mainStart - 1) >= fewestRows &&
        headingsIn(sheet, last).length >= fewestHeadings &&
        areOthers(sheet, last, main.last);
    if (isMain || isTable) found.push({ from, headings });
  }
  return found.map(({ from, headings }, index) => ({
    part: within(index === 0 ? 0 : from, (found[index + 1]?.from ?? Number.POSITIVE_INFINITY) - 1),
    headings,
  }));
}
