/** Finds the heading row of a table in the template's headings, below any titles. */
import { nearest } from '../dataset/suggestions.js';
import type { BookCell, BookSheet, RowCell } from './book.js';
import { displayed, isFilled } from './cells.js';
import type { Findings } from './findings.js';
import type { TemplateColumn } from './template.js';
import { words } from './words.js';
import { withoutUnit } from './yen.js';

export type Cells = ReadonlyMap<number, BookCell>;
type NumberedRow = readonly [row: number, cells: Cells];

/** Where a table begins, where its columns stand, and how the cells of a row are taken. */
export interface Layout {
  readonly headingRow: number;
  /** The last row of the table; null, or left out, where nothing else stands below it. */
  readonly lastRow?: number | null;
  /** Rows between that are those of other tables. */
  readonly without?: ReadonlySet<number>;
  /** The columns of the sheet by the keys of the template's columns. */
  readonly columns: Readonly<Partial<Record<string, number>>>;
  /** Further columns from which the values of a key are taken. */
  readonly also?: Readonly<Partial<Record<string, readonly number[]>>>;
  /** The columns that say which rows are meant. */
  readonly choosing?: readonly number[];
  /** Whether a row below repeats the headings. */
  readonly isHeading: (cells: Cells) => boolean;
  readonly cells: (row: number, cells: Cells) => Readonly<Partial<Record<string, RowCell>>>;
}

/** The heading is looked for in the first rows: at most this number of them. */
const headingWithin = 30;

/** Headings are compared in one width, without blanks, marks and remarks such as （必須）. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[※*]+/g, '')
    .replace(/\((?:必須|任意|required|optional)\)$/i, '')
    .toLowerCase();

/** The rows of a sheet that hold something. */
export const filledRows = (sheet: BookSheet): readonly NumberedRow[] =>
  [...sheet.rows].sort(([a], [b]) => a - b).filter(([, cells]) => [...cells.values()].some(isFilled));

/** Of the first rows the one with the most matches; null where none has so many. */
export function bestRow(
  rows: readonly NumberedRow[],
  matches: (row: NumberedRow) => number,
  least: number,
): (NumberedRow & { readonly length: 2 }) | null {
  const first = rows[0]?.[0] ?? 0;
  const counted = rows.filter(([row]) => row <= first + headingWithin).map((row) => ({ row, count: matches(row) }));
  const best = Math.max(0, ...counted.map(({ count }) => count));
  return best < least ? null : (counted.find(({ count }) => count === best)?.row ?? null);
}

/** The layout of a sheet of the template; null where it has no heading, which is an error. */
export function templateLayout(
  sheet: BookSheet,
  declared: Readonly<Record<string, TemplateColumn>>,
  findings: Findings,
): Layout | null {
  const keys = Object.keys(declared);
  const headingOf = (key: string) => declared[key]?.heading ?? '';
  const byHeading = new Map(keys.map((key) => [headingKey(headingOf(key)), key]));
  const keyIn = (cell: BookCell | undefined) => {
    const heading = isFilled(cell) ? headingKey(displayed(cell)) : '';
    return byHeading.get(heading) ?? byHeading.get(withoutUnit(heading));
  };
  const matches = (cells: Cells) => new Set([...cells.values()].map(keyIn).filter((key) => key !== undefined)).size;
  // One heading is enough where no more are needed: 名称 of departments.
  const needed = keys.filter((key) => declared[key]?.required).length;
  const heading = bestRow(filledRows(sheet), ([, cells]) => matches(cells), Math.min(2, Math.max(1, needed)));
  if (!heading) {
    findings.error(sheet.label, null, null, words.noHeading(keys.map(headingOf)));
    return null;
  }
  const [headingRow, headings] = heading;
  const columns: Partial<Record<string, number>> = {};
  const others: string[] = [];
  for (const [column, cell] of [...headings].sort(([a], [b]) => a - b)) {
    if (!isFilled(cell)) continue;
    const key = keyIn(cell);
    if (key === undefined) others.push(displayed(cell));
    else if (columns[key] === undefined) columns[key] = column;
    else findings.error(sheet.label, headingRow, column, words.repeatedHeading(headingOf(key)));
  }
  for (const key of keys)
    if (declared[key]?.required && columns[key] === undefined)
      findings.error(
        sheet.label,
        headingRow,
        null,
        words.missingColumn(headingOf(key), nearest(headingOf(key), others)),
      );
  const best = matches(headings);
  return {
    headingRow,
    columns,
    isHeading: (cells) => best > 1 && matches(cells) === best,
    cells: (row, cells) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const column = columns[key] ?? 0;
          const cell = cells.get(column);
          return isFilled(cell) ? [[key, { ...cell, at: { row, column } }]] : [];
        }),
      ),
  };
}
