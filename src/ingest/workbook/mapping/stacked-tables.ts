/** Tables that stand one below the other in a sheet, with empty rows between them. */
import type { BookSheet } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { filledRows } from '../heading.js';
import { type HeadingRows, headingRowsOf } from './heading-rows.js';
import { areOfOtherYears, firstRows, mostTitles } from './rows-below.js';

/** What a table above that with most headings has at least: labels and values of a title stand there as well. */
const [fewestHeadings, fewestRows] = [3, 2];

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
      ? rowsTo(end) > 0 && (areOthers(sheet, last, above.last) || areOfOtherYears(sheet, last, above.last))
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
