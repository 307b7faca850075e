/** Where the tables of a mapping file stand: their sheets, heading rows and columns; what is not there is said. */
import type { Description } from '../../../model/declaration.js';
import { nearest } from '../../dataset/suggestions.js';
import type { Book, BookSheet } from '../book.js';
import { bestRow, type Cells, filledRows } from '../heading.js';
import { isOwn, nameKey } from '../sheets.js';
import { listKeys } from '../template.js';
import type { Found, FoundColumn } from './mapped-cells.js';
import { columnsNamed, headingRows, headingsOf, headingText, placesOf } from './mapped-headings.js';
import type { From, MappedTable, Mapping, Taken } from './mapping.js';
import type { Place } from './shape.js';
import { words } from './words.js';

/** The columns that hold codes. */
const codeKeys: readonly string[] = ['code', 'number'];

/** A table of the mapping in one sheet, with where each of its columns was found. */
export interface Placed {
  readonly table: MappedTable;
  readonly sheet: BookSheet;
  readonly headingRow: number;
  readonly columns: ReadonlyMap<string, FoundColumn>;
  /** The columns of the sheet in which a row has to have one of some words, by their keys. */
  readonly where: readonly { readonly column: number; readonly words: ReadonlySet<string> }[];
  /** The columns of the sheet that it takes values from. */
  readonly used: ReadonlySet<number>;
}

/** Says what is wrong at a place of the mapping file. */
export type Say = (place: Place, sentence: Description) => void;

function matcher(name: string): (sheet: BookSheet) => boolean {
  const pattern = nameKey(name)
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*');
  const wanted = new RegExp(`^${pattern}$`, 'u');
  return (sheet) => wanted.test(nameKey(sheet.name));
}

/** The sheets in which a table stands; that there is none is said. */
export function sheetsOf(book: Book, { file, sheets }: MappedTable, say: Say): readonly BookSheet[] {
  const within = file ? book.sheets.filter((sheet) => nameKey(sheet.file.name) === nameKey(file.text)) : book.sheets;
  if (file && within.length === 0) {
    const names = book.sheets.map((sheet) => sheet.file.name);
    say(file, words.noFile(file.text, nearest(file.text, new Set(names))));
    return [];
  }
  const found = new Set<BookSheet>();
  for (const named of sheets) {
    const matching = within.filter(matcher(named.text));
    for (const sheet of matching) found.add(sheet);
    if (matching.length === 0)
      say(named, words.noSheet(named.text, nearest(named.text, new Set(within.map(({ name }) => name)))));
  }
  return [...found];
}

export function ignoredSheets(book: Book, { ignored }: Mapping, say: Say): ReadonlySet<BookSheet> {
  return new Set(
    ignored.flatMap((named) => {
      const matching = book.sheets.filter(matcher(named.text));
      if (matching.length === 0)
        say(named, words.noSheet(named.text, nearest(named.text, new Set(book.sheets.map(({ name }) => name)))));
      return matching;
    }),
  );
}

/** Where the columns of a table stand in a sheet; null where one of them is not there, which is said. */
export function placedIn(sheet: BookSheet, table: MappedTable, say: Say): Placed | null {
  const all = [...table.columns.values(), ...table.where].flatMap(({ from }) => from);
  const headings = all.filter((from): from is From & { kind: 'heading' } => from.kind === 'heading');
  const headingRow = headingRowOf(sheet, table, headings, say);
  if (headingRow === null) return null;
  let isWhole = true;
  const placeFrom = (from: From): Found => {
    if (from.kind === 'constant') return { constant: from.text };
    if (from.kind === 'letter') return { column: from.column };
    if (from.kind === 'cell') return { row: from.row, column: from.column };
    const columns = columnsNamed(sheet, headingRow, from.heading);
    const [column = 0, ...more] = columns;
    if (column > 0 && more.length === 0) return { column };
    isWhole = false;
    const meant = nearest(from.heading, headingsOf(sheet, headingRow));
    if (column === 0) say(from.at, words.noHeading(sheet.label, from.heading, meant));
    else say(from.at, words.manyHeadings(sheet.label, from.heading, placesOf(headingRow, columns)));
    return { column: 0 };
  };
  const placedColumn = (key: string, taken: Taken): FoundColumn => {
    const found = taken.from.map(placeFrom);
    const headings = taken.marks ? found.flatMap(columnOf).map((column) => headingText(sheet, headingRow, column)) : [];
    return { taken, found, headings, isCode: codeKeys.includes(key), isList: listKeys.includes(key) };
  };
  const columns = new Map([...table.columns].map(([key, taken]) => [key, placedColumn(key, taken)] as const));
  const where = table.where.flatMap(({ from, words: wanted }) =>
    columnOf(placeFrom(from)).map((column) => ({ column, words: wanted })),
  );
  const used = new Set([...columns.values()].flatMap(({ found }) => found.flatMap(columnOf)));
  return isWhole ? { table, sheet, headingRow, columns, where, used } : null;
}

/** The column that a value is taken from in each row. */
export const columnOf = (found: Found): readonly number[] =>
  'constant' in found || 'row' in found ? [] : [found.column];

/** The row of the headings: the one that is named, else the one with the most of them; null where there is none. */
function headingRowOf(
  sheet: BookSheet,
  table: MappedTable,
  headings: readonly (From & { kind: 'heading' })[],
  say: Say,
): number | null {
  const rows = filledRows(sheet);
  if (table.headingRow !== null) {
    if (sheet.rows.has(table.headingRow)) return table.headingRow;
    say(table, words.emptyHeadingRow(sheet.label, table.headingRow));
    return null;
  }
  const names = [...new Set(headings.map(({ heading }) => heading))];
  if (names.length === 0) {
    const hasColumns = [...table.columns.values()].some(({ from }) => from.some(({ kind }) => kind === 'letter'));
    // A sheet of which only cells are read is no table.
    if (!hasColumns) return 0;
    say(table, words.headingRowNeeded);
    return null;
  }
  const matches = ([row]: readonly [number, Cells]) =>
    names.filter((name) => columnsNamed(sheet, row, name).length > 0).length;
  const heading = bestRow(rows, matches, Math.min(2, names.length));
  if (heading) return lastRowOfHeading(sheet, heading[0], names);
  const isSomewhere = (name: string) => rows.some(([row]) => columnsNamed(sheet, row, name).length > 0);
  const lacking = names.filter((name) => !isSomewhere(name));
  say(table, words.noHeadingRow(sheet.label, lacking.length > 0 ? lacking : names));
  return null;
}

/** The lowest row of headings that are merged over several, or stand beside some of which others stand below. */
function lastRowOfHeading(sheet: BookSheet, first: number, names: readonly string[]): number {
  const columns = names.flatMap((name) => columnsNamed(sheet, first, name));
  const goesOn = (row: number) =>
    columns.every((column) => (sheet.rows.get(row)?.get(column)?.mergedFrom?.row ?? row) <= first);
  let last = first;
  while (goesOn(last + 1)) last += 1;
  while (last - first < headingRows - 1 && areBelowOthers(sheet, first, last + 1, columns)) last += 1;
  return last;
}

/** Whether a row has headings below those of several columns, and nothing in the columns that are named. */
function areBelowOthers({ rows }: BookSheet, first: number, row: number, named: readonly number[]): boolean {
  const filled = [...(rows.get(row) ?? [])].filter(([column, cell]) => isOwn(cell, column));
  const isBelowOne = ([column]: (typeof filled)[number]) => !isOwn(rows.get(first)?.get(column), column);
  return (
    filled.some(isBelowOne) &&
    filled.every(([column, { value }]) => typeof value === 'string' && !named.includes(column))
  );
}
