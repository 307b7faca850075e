/** The files that a table can be taken away as. */
import { stringify } from 'csv-stringify/sync';
import { yieldIfLong } from '../yielding.js';
import { type Cell, type Column, cellOf } from './columns.js';
import { shiftJis } from './shift-jis.js';
import { workbook } from './workbook.js';

/** Columns, and rows that are read while they are written. */
export interface Table {
  readonly columns: readonly Column[];
  /** The rows as the operation returns them, a page at a time; the next page is read when this one is written. */
  readonly pages: AsyncIterable<readonly unknown[]>;
}

/** How a text file is encoded. */
export type Charset = 'utf-8' | 'shift_jis';

/** A kind of file. */
export interface TableFormat {
  readonly extension: 'csv' | 'jsonl' | 'xlsx';
  readonly mediaType: string;
  /** More rows are refused. */
  readonly maximumRows: number;
  write(table: Table, charset: Charset): AsyncIterable<string | Uint8Array>;
}

/** The number of rows that are written at once. */
const partLength = 100;

async function* partsOf(pages: Table['pages']): AsyncIterable<readonly unknown[]> {
  for await (const page of pages)
    for (let start = 0; start < page.length; start += partLength) {
      await yieldIfLong();
      yield page.slice(start, start + partLength);
    }
}

async function* cellsOf({ columns, pages }: Table): AsyncIterable<readonly (readonly Cell[])[]> {
  for await (const rows of partsOf(pages)) yield rows.map((row) => columns.map((column) => cellOf(row, column)));
}

const utf8 = { replaced: (text: string) => text, encode: (text: string) => text };
const byteOrderMark = '\ufeff';

/** What a spreadsheet would take for the start of a formula, in the full width that Japanese ones take too. */
const startsFormula = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * A text that could be a formula gets an apostrophe before it, which makes it a text in a spreadsheet. Numbers and
 * true/false stay as they are: no program takes -0.35 for more than a number.
 */
export const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && startsFormula.test(cell) ? `'${cell}` : cell;

/** All that some reader of CSV ends a line at: within a cell it stands in quotes, not only the line end of the file. */
const lineBreak = /[\r\n\v\f\u0085\u2028\u2029]/;

/** Lines of CSV. The characters that a charset lacks are replaced first, as what replaces them could begin a formula. */
function csvLines(rows: readonly (readonly Cell[])[], replaced: (text: string) => string): string {
  const cellText = (cell: Cell) => (typeof cell === 'string' ? harmless(replaced(cell)) : cell);
  return stringify(
    rows.map((row) => row.map((cell) => String(cellText(cell) ?? ''))),
    // A line without anything is no row to many readers.
    { record_delimiter: 'windows', quoted_match: lineBreak, quoted_empty: rows[0]?.length === 1 },
  );
}

/** RFC 4180. UTF-8 begins with a byte order mark, without which Excel takes it for something else. */
export const csv: TableFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  maximumRows: 100_000,
  async *write({ columns, pages }, charset) {
    const { replaced, encode } = charset === 'shift_jis' ? shiftJis : utf8;
    if (charset === 'utf-8') yield byteOrderMark;
    yield encode(csvLines([columns.map(({ name }) => name)], replaced));
    for await (const rows of cellsOf({ columns, pages })) yield encode(csvLines(rows, replaced));
  },
};

/** One JSON object a line: each row exactly as the operation answers it. */
export const jsonLines: TableFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  maximumRows: 100_000,
  async *write({ pages }) {
    for await (const rows of partsOf(pages)) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  },
};

/** It is made in memory as a whole, hence fewer rows. */
export const xlsx: TableFormat = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  maximumRows: 10_000,
  async *write({ columns, pages }) {
    yield await workbook(
      columns.map(({ name }) => name),
      cellsOf({ columns, pages }),
    );
  },
};

/** The first is what a client without a preference gets. */
export const tableFormats: readonly TableFormat[] = [csv, jsonLines, xlsx];
