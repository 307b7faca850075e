import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { OperatorError } from '../../operator-error.js';

/** A reviewed table cannot be used: what it should hold, and what it does. */
export function unreadable(path: string, expected: string, actual: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `確認済みの表 ${path} を読み込めません（想定：${expected}、実際：${actual}）。修正してから再実行してください。`,
    `The reviewed table ${path} cannot be read: expected ${expected}, but got ${actual}. Correct it and run again.`,
    { cause },
  );
}

/** One row of a reviewed table, which knows its place: a cell that cannot be used is an error that names it. */
export class ReviewedRow {
  private readonly path: string;
  /** As a spreadsheet shows it. */
  private readonly place: number;
  private readonly cells: Readonly<Record<string, string>>;

  constructor(path: string, place: number, cells: Readonly<Record<string, string>>) {
    this.path = path;
    this.place = place;
    this.cells = cells;
  }

  /** The text of a cell, which may be empty. */
  text(column: string): string {
    return this.cells[column] ?? '';
  }

  /** The text of a cell that must hold some. */
  filled(column: string): string {
    return this.text(column) || this.refuse(column, 'a value');
  }

  /** A whole number from 1. */
  number(column: string, highest = Number.MAX_SAFE_INTEGER): number {
    const text = this.text(column);
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= 1 && number <= highest) return number;
    return this.refuse(
      column,
      highest === Number.MAX_SAFE_INTEGER ? 'a number from 1' : `a number from 1 to ${highest}`,
    );
  }

  flag(column: string): boolean {
    const text = this.text(column);
    if (text !== 'true' && text !== 'false') this.refuse(column, 'true or false');
    return text === 'true';
  }

  /** Ends the reading because of a cell. */
  refuse(column: string, expected: string): never {
    throw unreadable(this.path, `${expected} in row ${this.place}, column ${column}`, this.text(column) || 'nothing');
  }
}

/** The rows of a reviewed table. A file that is missing or lacks a column is an error that names it. */
export async function readReviewedTable(path: string, columns: readonly string[]): Promise<readonly ReviewedRow[]> {
  const expected = `a table with the columns ${columns.join(', ')}`;
  let table: string[][];
  try {
    table = parse(await readFile(path, 'utf8'), { bom: true }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(path, expected, error.message, error);
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw unreadable(path, expected, 'no such file', error);
  }
  const [header = [], ...body] = table;
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw unreadable(path, expected, `one without ${missing.join(', ')}`);
  return body.map((cells, index) => {
    const named = Object.fromEntries(header.map((column, place) => [column, cells[place] ?? '']));
    return new ReviewedRow(path, index + 2, named);
  });
}

/** Refuses a second row with the same values in the columns. */
export function refuseRepeated(rows: readonly ReviewedRow[], ...columns: readonly [string, ...string[]]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = columns.map((column) => row.text(column)).join('\n');
    if (seen.has(key)) row.refuse(columns[0], `each ${columns.join(', ')} once`);
    seen.add(key);
  }
}
