/** Small tables within forms whose rows are kinds of values below columns of years: 計画 above 実績, 予算額 above 決算額. */
import { headingName } from './heading-name.js';
import { readHeading } from './heading-years.js';
import { keyOfRow } from './row-kinds.js';
import { amountRows } from './synonyms.js';

/** Rows of a table that belong together: those that begin with one of `first`, with the kinds of values below each other. */
export interface KindRows {
  /** The column that names the kinds; it holds nothing else. */
  readonly column: number;
  /** The first row of each thing. */
  readonly first: readonly number[];
  /** The kinds in the order of their rows, from the first one. */
  readonly kinds: readonly string[];
}

/** The text that all forms have in a cell; null where they differ, or it is empty. */
type LabelAt = (row: number, column: number) => string | null;

/** The column of a table in which kinds of values of indicators take turns; null where there is none. */
export function turnsIn(rows: readonly number[], columns: readonly number[], labelAt: LabelAt): KindRows | null {
  for (const column of columns) {
    const texts = rows.map((row) => labelAt(row, column));
    const known = texts.map((text) => (text === null ? undefined : keyOfRow(text, 'observations')));
    const again = known.indexOf(known[0], 1);
    const length = again < 0 ? known.length : again;
    const kinds = texts.slice(0, length).flatMap((text) => text ?? []);
    const first = rows.filter((_row, index) => index % length === 0);
    const isWhole =
      length > 1 &&
      rows.length % length === 0 &&
      known.every((key, index) => key !== undefined && key === known[index % length]) &&
      first.every((row, index) => kinds.every((_kind, below) => rows[index * length + below] === row + below));
    if (isWhole) return { column, first, kinds };
  }
  return null;
}

/** The rows of a table that are amounts of the whole, each kind once, without those of which it is made up, such as 国庫支出金. */
export function amountsIn(rows: readonly number[], column: number, labelAt: LabelAt): readonly number[] {
  const kinds = new Map<string, number>();
  for (const row of rows) {
    const label = labelAt(row, column);
    const own = label === null ? [] : readHeading([label.replace(/\s+/g, '')]).names;
    const key = own.flatMap(
      (name) => keyOfRow(name, 'costs') ?? (amountRows.includes(headingName(name)) ? 'whole' : []),
    )[0];
    if (key !== undefined && !kinds.has(key)) kinds.set(key, row);
  }
  return [...kinds.values()];
}
