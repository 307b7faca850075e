import { collator } from './collator.js';

/** Filtering and sorting the rows of a table, as the API does it: after NFKC, ignoring case, nothing sorts last. */
export type CellValue = string | number | boolean | null;

interface Valued<Row> {
  readonly id: string;
  readonly value: (row: Row) => CellValue;
}

export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** The rows of which every typed word stands in some column. */
export function filteredRows<Row>(
  rows: readonly Row[],
  columns: readonly Valued<Row>[],
  typed: string,
): readonly Row[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = folded(columns.map(({ value }) => value(row) ?? '').join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** The rows in the order of a column; equal ones keep theirs, and rows without a value stay at the end. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Valued<Row>[],
  key: SortKey | null,
): readonly Row[] {
  const column = columns.find(({ id }) => id === key?.column);
  if (!key || !column) return rows;
  const direction = key.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compared(left, right);
  });
}

const compared = (a: NonNullable<CellValue>, b: NonNullable<CellValue>) =>
  typeof a === 'string' || typeof b === 'string' ? collator().compare(String(a), String(b)) : Number(a) - Number(b);
