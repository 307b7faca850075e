/** Tables in which a thing has a row for each kind of value, 目標 above 実績, beside columns of years. */
import { groupBy } from '../../../group-by.js';
import { displayed } from '../cells.js';
import { headingName } from './heading-name.js';
import { readHeading } from './heading-years.js';
import type { Outline, OutlinedColumn } from './outline.js';
import { kept } from './synonyms.js';

/** What may be kept in rows of its own. */
export type KeptInRows = 'observations' | 'costs';

/** The words of a column that say what each row holds, by the keys of the template's columns. */
export interface RowKinds {
  readonly column: OutlinedColumn;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** The key of what a word says of a row; undefined where it says none. */
export function keyOfRow(word: string, to: KeptInRows): string | undefined {
  const known: Readonly<Record<string, readonly string[]>> = kept[to];
  return Object.keys(known).find((key) => known[key]?.map(headingName).includes(headingName(word)));
}

/** The column of a sheet that says of each row what it holds; null where there is none. */
export function rowKindsOf({ columns }: Outline, to: KeptInRows): RowKinds | null {
  const ofYears = columns.filter(({ read }) => read.year !== null);
  if (ofYears.length < 2) return null;
  for (const column of columns) {
    if (readHeading(column.path).year !== null || typeof column.spec !== 'string') continue;
    const texts = [...new Set(column.cells.map((cell) => displayed(cell)))];
    const words = groupBy(texts, (text) => keyOfRow(text, to));
    const told = [...words].flatMap(([key, all]) => (key === undefined ? [] : [[key, all] as const]));
    const rows = column.cells.filter((cell) => keyOfRow(displayed(cell), to) !== undefined);
    if (told.length > 1 && rows.length * 2 > column.cells.length) return { column, words: Object.fromEntries(told) };
  }
  return null;
}
