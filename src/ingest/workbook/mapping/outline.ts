/** Sheets of a workbook as a proposal sees them: where the headings stand, what each column holds, and sheets that are alike. */
import type { Book, BookCell, BookSheet } from '../book.js';
import { columnLetters } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { isOwn } from '../sheets.js';
import { readRows } from '../table.js';
import { formsAmong } from './forms.js';
import { headingName } from './heading-name.js';
import { type HeadingRows, headingRowsOf } from './heading-rows.js';
import { type ReadHeading, readHeading } from './heading-years.js';
import { columnsNamed, printedHeadingsAt } from './mapped-headings.js';
import { tablesStacked } from './stacked-tables.js';

export interface OutlinedColumn {
  readonly column: number;
  /** The heading, with those above it, from the top: 現状, 年度. */
  readonly path: readonly string[];
  /** The heading, and with those above it, from the longest: 現状/年度, 年度. */
  readonly names: readonly string[];
  /** What the headings say besides a year and a step in them. */
  readonly read: ReadHeading;
  /** The heading as it is printed. */
  readonly printed: string;
  /** A place in `path` from which on no other column is so called; null where there is none. */
  readonly ownFrom: number | null;
  /** How a mapping file names it: by a heading that no other column has, else by its letter; in a form by its cell. */
  readonly spec: string | { readonly letter: string } | { readonly cell: string };
  /** Its cell in each row of facts. */
  readonly rows: readonly (BookCell | undefined)[];
  /** Those that are filled. */
  readonly cells: readonly BookCell[];
  /** Whether it is one of a form, which each row of a table within that refers to. */
  readonly isRepeated?: boolean;
  /** Whether rows leave it empty. */
  readonly hasBlanks: boolean;
}

/** Sheets of the same headings. */
export interface Outline {
  readonly sheets: readonly BookSheet[];
  /** The row of the headings, the lowest one of several; null where it is not the same in all sheets. */
  readonly headingRow: number | null;
  readonly columns: readonly OutlinedColumn[];
  /** What stands above the headings. */
  readonly titles: readonly string[];
}

/** The outline of a table that stands in some rows of a sheet. */
function outlineOf(sheet: BookSheet, part: BookSheet, headings: HeadingRows): Outline {
  const { first, last, above } = headings;
  const { facts } = readRows(part, { headingRow: last, columns: {}, isHeading: () => false, cells: () => ({}) });
  const own = [...(sheet.rows.get(last) ?? [])].filter(([column, cell]) => isOwn(cell, column));
  const columns = [...own.map(([column]) => column), ...above].sort((a, b) => a - b);
  const titles = [...part.rows].filter(([row]) => row < first);
  return {
    sheets: [sheet],
    headingRow: last,
    columns: columns.map((column) => {
      const rows = facts.map(([, cells]) => cells.get(column));
      const cells = rows.filter(isFilled);
      return { ...headingOf(sheet, headings, column), rows, cells, hasBlanks: cells.length < rows.length };
    }),
    titles: [...new Set(titles.flatMap(([, cells]) => [...cells.values()].filter(isFilled).map(displayed)))],
  };
}

function headingOf(
  sheet: BookSheet,
  { first, last }: HeadingRows,
  column: number,
): Omit<OutlinedColumn, 'rows' | 'cells' | 'hasBlanks'> {
  const path = printedHeadingsAt(sheet, last, column, first);
  const names = path.map((_text, index) => path.slice(index).join('/'));
  // What is unique stays so with more in front of it.
  const unique = names.findLastIndex((name) => columnsNamed(sheet, last, name).join() === String(column));
  // A year alone says little.
  const ownFrom = unique > 0 && readHeading(path.slice(unique)).names.length === 0 ? 0 : unique;
  return {
    column,
    path,
    names: names.map(headingName),
    read: readHeading(path),
    printed: path.at(-1) ?? '',
    ownFrom: ownFrom < 0 ? null : ownFrom,
    spec: names[ownFrom] ?? { letter: columnLetters(column) },
  };
}

/** The outlines of a workbook, sheets of the same headings as one, and the sheets that have none. */
export function outline(book: Book): { readonly outlines: readonly Outline[]; readonly others: readonly BookSheet[] } {
  const groups = new Map<string, Outline>();
  const others: BookSheet[] = [];
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  const forms = formsAmong(visible, (sheet) => headingRowsOf(sheet)?.last ?? null);
  for (const sheet of book.sheets) {
    const tables = sheet.hidden || forms.has(sheet) ? [] : tablesStacked(sheet);
    if (tables.length === 0) others.push(sheet);
    for (const { part, headings } of tables) {
      const found = outlineOf(sheet, part, headings);
      // Tables below others are found by the rows of their headings only.
      const row = tables.length > 1 ? headings.last : null;
      const key = JSON.stringify([row, found.columns.map(({ column, names }) => [column, names[0]])]);
      const known = groups.get(key);
      groups.set(key, known ? joined(known, found) : found);
    }
  }
  return { outlines: [...groups.values()], others };
}

const joined = (one: Outline, other: Outline): Outline => ({
  ...one,
  sheets: [...one.sheets, ...other.sheets],
  headingRow: one.headingRow === other.headingRow ? one.headingRow : null,
  columns: one.columns.map((column, index) => ({
    ...column,
    rows: [...column.rows, ...(other.columns[index]?.rows ?? [])],
    cells: [...column.cells, ...(other.columns[index]?.cells ?? [])],
    hasBlanks: column.hasBlanks || (other.columns[index]?.hasBlanks ?? false),
  })),
  titles: [...one.titles, ...other.titles],
});
