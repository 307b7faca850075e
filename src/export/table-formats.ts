/** The files that a table can be taken away as. */
import { stringify } from 'csv-stringify/sync';
import { yieldIfLong } from '../yielding.js';
import type { Cell, Column } from './columns.js';
import { shiftJis } from './shift-jis.js';
import { type FurtherSheet, workbook } from './workbook.js';

/** Columns, and rows that are read while they are written. */
export interface Table {
  readonly columns: readonly Column[];
  /** The rows as the operation returns them, a page at a time; the next page is read when this one is written. */
  readonly pages: AsyncIterable<readonly unknown[]>;
  /** What a table for people is called, and what stands beside it where a file has room; null for programs. */
  readonly about?: { readonly name: string; readonly sheets: () => readonly FurtherSheet[] } | null;
}

/** How the cells of a text file are written. */
export interface TextOptions {
  readonly charset: Charset;
  /** Codes that a spreadsheet would make dates of are written as formulas that give them: `="5-1"`. */
  readonly codes: 'plain' | 'formula';
}

/** How a text file is encoded. */
export type Charset = 'utf-8' | 'shift_jis';

/** A kind of file. */
export interface TableFormat {
  readonly extension: 'csv' | 'jsonl' | 'xlsx';
  readonly mediaType: string;
  /** More rows are refused. */
  readonly maximumRows: number;
  write(table: Table, options: TextOptions): AsyncIterable<string | Uint8Array>;
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
  for await (const rows of partsOf(pages)) yield rows.map((row) => columns.map(({ cell }) => cell(row)));
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

/** What a spreadsheet would take for a date or a time, or take leading zeros from. */
const looksLikeDate = /^(?:\d+(?:[-/:]\d+)+|0\d+)$/;

/** All that some reader of CSV ends a line at: within a cell it stands in quotes, not only the line end of the file. */
const lineBreak = /[\r\n\v\f\u0085\u2028\u2029]/;

/** Lines of CSV. The characters that a charset lacks are replaced first, as what replaces them could begin a formula. */
function csvLines(
  rows: readonly (readonly Cell[])[],
  replaced: (text: string) => string,
  codes: TextOptions['codes'] = 'plain',
): string {
  const cellText = (cell: Cell) => {
    if (typeof cell !== 'string') return cell;
    const text = replaced(cell);
    return codes === 'formula' && looksLikeDate.test(text) ? `="${text}"` : harmless(text);
  };
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
  async *write({ columns, pages }, { charset, codes }) {
    const { replaced, encode } = charset === 'shift_jis' ? shiftJis : utf8;
    if (charset === 'utf-8') yield byteOrderMark;
    yield encode(csvLines([columns.map(({ name }) => name)], replaced));
    for await (const rows of cellsOf({ columns, pages })) yield encode(csvLines(rows, replaced, codes));
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
  async *write({ columns, pages, about = null }) {
    yield await workbook(
      columns.map(({ name }) => name),
      cellsOf({ columns, pages }),
      { sheet: about?.name ?? null, others: about?.sheets ?? (() => []) },
    );
  },
};

/** The first is what a client without a preference gets. */
export const tableFormats: readonly TableFormat[] = [csv, jsonLines, xlsx];
