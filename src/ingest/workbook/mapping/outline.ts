/** Sheets of a workbook as a proposal sees them: where the headings stand, what each column holds, and sheets that are alike. */
import type { Book, BookCell, BookSheet } from '../book.js';
import { columnLetters } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { bestRow, filledRows, headingKey } from '../heading.js';
import { isOwn } from '../sheets.js';
import { readRows } from '../table.js';
import { columnsNamed, headingsAt } from './mapped-headings.js';
import { generalSynonyms, synonyms } from './synonyms.js';

export interface OutlinedColumn {
  readonly column: number;
  /** The heading, and those above it, from the longest: 現状/年度, 年度. */
  readonly names: readonly string[];
  /** The headings without the year in them, and that year: 現状値 and R4 of 現状値(R4); null where they have none. */
  readonly ofYear: { readonly names: readonly string[]; readonly year: string } | null;
  /** The heading as it is printed. */
  readonly printed: string;
  /** How a mapping file names it: by a heading that no other column has, else by its letter. */
  readonly spec: string | { readonly letter: string };
  /** The cells below it, without those of totals and notes. */
  readonly cells: readonly BookCell[];
  /** Whether rows leave it empty. */
  readonly hasBlanks: boolean;
}

/** Sheets of the same headings. */
export interface Outline {
  readonly sheets: readonly BookSheet[];
  readonly headingRow: number;
  readonly columns: readonly OutlinedColumn[];
}

const everyName = new Set(
  [...Object.values(synonyms).flatMap((columns) => Object.values(columns)), ...Object.values(generalSynonyms)]
    .flat()
    .map((name) => headingName(name)),
);

/** Headings are compared without marks such as the point of No. */
export function headingName(name: string): string {
  return name
    .split('/')
    .map((part) => headingKey(part).replace(/[.．。:]$/, ''))
    .join('/');
}

const namesAt = (sheet: BookSheet, row: number, column: number): readonly string[] => {
  const headings = headingsAt(sheet, row, column);
  return headings.map((_heading, index) => headingName(headings.slice(index).join('/')));
};

export const yearInHeading = /\(?((?:令和|平成|[rh])(?:\d{1,2}|元)(?:年度?)?|20\d\d(?:年度?)?)\)?/i;

function ofYearAt(sheet: BookSheet, row: number, column: number): OutlinedColumn['ofYear'] {
  const names = namesAt(sheet, row, column);
  const [, year] = yearInHeading.exec(names.at(-1) ?? '') ?? [];
  return year === undefined
    ? null
    : { names: names.map((name) => name.replace(yearInHeading, '')), year: year.toUpperCase() };
}

/** A name such as 指標2 is that of the first of several. */
export const unnumbered = (name: string): string => name.replace(/[0-9①-⑨]+$/, '');

/** The outline of a sheet; null where no row reads as headings. */
function outlineOf(sheet: BookSheet): Outline | null {
  const known = (row: number, column: number) =>
    [...namesAt(sheet, row, column), ...(ofYearAt(sheet, row, column)?.names ?? [])].some(
      (name) => everyName.has(name) || everyName.has(unnumbered(name)),
    );
  const heading = bestRow(
    filledRows(sheet),
    ([row, cells]) => [...cells].filter(([column, cell]) => isOwn(cell, column) && known(row, column)).length,
    2,
  );
  if (!heading) return null;
  let [row] = heading;
  const columns = [...heading[1].keys()].filter((column) => known(row, column));
  while (columns.every((column) => (sheet.rows.get(row + 1)?.get(column)?.mergedFrom?.row ?? row + 1) <= row)) row += 1;
  const { facts } = readRows(sheet, { headingRow: row, columns: {}, isHeading: () => false, cells: () => ({}) });
  const outlined = [...(sheet.rows.get(row) ?? [])]
    .filter(([column, cell]) => isOwn(cell, column))
    .sort(([a], [b]) => a - b)
    .map(([column, cell]): OutlinedColumn => {
      const cells = facts.flatMap(([, all]) => all.get(column) ?? []).filter(isFilled);
      return {
        column,
        names: namesAt(sheet, row, column),
        ofYear: ofYearAt(sheet, row, column),
        printed: displayed(cell).replace(/\s+/g, ''),
        spec: specOf(sheet, row, column),
        cells,
        hasBlanks: cells.length < facts.length,
      };
    });
  return { sheets: [sheet], headingRow: row, columns: outlined };
}

function specOf(sheet: BookSheet, row: number, column: number): OutlinedColumn['spec'] {
  const printed = headingsAt(sheet, row, column);
  for (let from = printed.length - 1; from >= 0; from -= 1) {
    const name = printed.slice(from).join('/');
    if (columnsNamed(sheet, row, name).length === 1)
      return from === printed.length - 1 ? ownHeading(sheet, row, column) : name;
  }
  return { letter: columnLetters(column) };
}

/** The heading as it is printed, on one line. */
const ownHeading = (sheet: BookSheet, row: number, column: number): string => {
  const cell = sheet.rows.get(row)?.get(column);
  return cell ? displayed(cell).replace(/\s+/g, '') : '';
};

/** The outlines of a workbook, sheets of the same headings as one, and the sheets that have none. */
export function outline(book: Book): { readonly outlines: readonly Outline[]; readonly others: readonly BookSheet[] } {
  const groups = new Map<string, Outline>();
  const others: BookSheet[] = [];
  for (const sheet of book.sheets) {
    const found = sheet.hidden ? null : outlineOf(sheet);
    if (!found) {
      others.push(sheet);
      continue;
    }
    const key = JSON.stringify(found.columns.map(({ column, printed }) => [column, headingName(printed)]));
    const known = groups.get(key);
    groups.set(key, known ? joined(known, found) : found);
  }
  return { outlines: [...groups.values()], others };
}

const joined = (one: Outline, other: Outline): Outline => ({
  ...one,
  sheets: [...one.sheets, ...other.sheets],
  columns: one.columns.map((column, index) => ({
    ...column,
    cells: [...column.cells, ...(other.columns[index]?.cells ?? [])],
    hasBlanks: column.hasBlanks || (other.columns[index]?.hasBlanks ?? false),
  })),
});
