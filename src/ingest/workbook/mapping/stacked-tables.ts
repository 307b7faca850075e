/** Tables that stand one below the other in a sheet, with empty rows between them. */
import type { BookSheet } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { filledRows, headingKey } from '../heading.js';
import { isOwn } from '../sheets.js';
import { headingName } from './heading-name.js';
import { type HeadingRows, headingRowsOf } from './heading-rows.js';
import { headingText } from './mapped-headings.js';
import { everyHeading } from './synonyms.js';

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

/**
 * The row in which another table begins below one whose headings stand in a row: below an empty one, with headings of which some are
 * those of the columns that are read, and some are others, or which are all known. Null where there is none; a repeated heading begins none.
 */
export function furtherTable(
  sheet: BookSheet,
  headingRow: number,
  used: ReadonlySet<number>,
  lastRow: number | null,
): number | null {
  const own = new Map([...used].map((column) => [column, headingKey(headingText(sheet, headingRow, column))] as const));
  const cellsIn = (row: number) => [...(sheet.rows.get(row) ?? [])].filter(([column, cell]) => isOwn(cell, column));
  const areHeadings = (row: number): boolean => {
    const cells = cellsIn(row);
    if (cells.length < 2 || cells.some(([, { value }]) => typeof value !== 'string')) return false;
    const texts = cells.map(([column, cell]) => [column, headingKey(displayed(cell))] as const);
    const repeated = texts.filter(([column, text]) => own.get(column) === text);
    const areKnown = texts.every(([, text]) => everyHeading.has(headingName(text)));
    return repeated.length < own.size && (repeated.length > 0 || areKnown);
  };
  const begins = (start: number): boolean => {
    let row = start;
    while (row - start < mostTitles && cellsIn(row).length === 1) row += 1;
    return areHeadings(row) && sheet.rows.has(row + 1);
  };
  const below = firstRows(sheet).filter((row) => row > headingRow && row <= (lastRow ?? Number.POSITIVE_INFINITY));
  return below.find(begins) ?? null;
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
