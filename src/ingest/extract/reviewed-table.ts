import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { codeOf } from '../../file-errors.js';
import { OperatorError } from '../../operator-error.js';

/** A reviewed table cannot be used: what it should hold, and what it does. */
export function unreadable(path: string, expected: string, actual: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `確認済みの表 ${path} を読み込めません（想定：${expected}、実際：${actual}）。修正してから再実行してください。`,
    `The reviewed table ${path} cannot be read: expected ${expected}, but got ${actual}. Correct it and run again.`,
    { cause },
  );
}

/** Reads a cell, or refuses it with what was expected. */
type ReadCell<Value> = (cell: string, refuse: (expected: string) => never) => Value;

/** A text, which may be empty. */
export const text: ReadCell<string> = (cell) => cell;
/** A text, or null where there is none. */
export const optional: ReadCell<string | null> = (cell) => cell || null;
/** A text that must not be empty. */
export const filled: ReadCell<string> = (cell, refuse) => cell || refuse('a value');
/** True or false. */
export const flag: ReadCell<boolean> = (cell, refuse) =>
  cell === 'true' || (cell !== 'false' && refuse('true or false'));

/** A whole number from 1. */
export const number =
  (highest = Number.MAX_SAFE_INTEGER): ReadCell<number> =>
  (cell, refuse) => {
    const value = Number(cell);
    if (/^\d+$/.test(cell) && value >= 1 && value <= highest) return value;
    return refuse(`a number from 1${highest === Number.MAX_SAFE_INTEGER ? '' : ` to ${highest}`}`);
  };

/** The columns of a table, and how the cells of each are read. */
export type Columns = Readonly<Record<string, ReadCell<unknown>>>;

/** A row of a table with these columns. */
export type RowOf<Table extends Columns> = { readonly [Name in keyof Table]: ReturnType<Table[Name]> };

/**
 * The rows of a reviewed table, no two with the same values in the `unique` columns. A file that is missing or lacks a
 * column, and a cell that cannot be used, is an error that names it.
 */
export async function readReviewedTable<Table extends Columns>(
  path: string,
  columns: Table,
  unique: readonly (keyof Table & string)[] = [],
): Promise<readonly RowOf<Table>[]> {
  const names = Object.keys(columns);
  const expected = `a table with the columns ${names.join(', ')}`;
  let table: string[][];
  try {
    table = parse(await readFile(path, 'utf8'), { bom: true }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(path, expected, error.message, error);
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
    throw unreadable(path, expected, 'no such file', error);
  }
  const [header = [], ...body] = table;
  const missing = names.filter((name) => !header.includes(name));
  if (missing.length > 0) throw unreadable(path, expected, `one without ${missing.join(', ')}`);
  const seen = new Set<string>();
  return body.map((cells, index) => {
    const cellOf = (name: string) => cells[header.indexOf(name)] ?? '';
    const refuse = (name: string) => (wanted: string) => {
      // Rows are numbered as a spreadsheet shows them.
      throw unreadable(path, `${wanted} in row ${index + 2}, column ${name}`, cellOf(name) || 'nothing');
    };
    const key = unique.map(cellOf).join('\n');
    if (unique[0] !== undefined && seen.has(key)) refuse(unique[0])(`each ${unique.join(', ')} once`);
    seen.add(key);
    const values = Object.entries(columns).map(([name, read]) => [name, read(cellOf(name), refuse(name))]);
    return Object.fromEntries(values) as RowOf<Table>;
  });
}
