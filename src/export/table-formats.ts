/** The files that a table can be taken away as. */
import { stringify } from 'csv-stringify/sync';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { type Cell, type Column, cellOf } from './columns.js';
import { shiftJis } from './shift-jis.js';

export interface Table {
  readonly columns: readonly Column[];
  /** The rows as the operation answers them, a page at a time; the next page is asked for when this one is written. */
  readonly pages: AsyncIterable<readonly unknown[]>;
}

export type Charset = 'utf-8' | 'shift_jis';

export interface TableFormat {
  readonly extension: 'csv' | 'jsonl' | 'xlsx';
  readonly mediaType: string;
  /** More rows are refused. */
  readonly maximumRows: number;
  write(table: Table, charset: Charset): AsyncIterable<string | Uint8Array>;
}

const byteOrderMark = '\ufeff';

/** What a spreadsheet would take for the start of a formula, in the full width that Japanese ones take too. */
const startsFormula = /^[=+\-@＝＋－＠\t\r]/;

/**
 * A text that could be a formula gets an apostrophe before it, which makes it a text in a spreadsheet. Numbers and
 * true/false stay as they are: no program takes -0.35 for more than a number.
 */
export const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && startsFormula.test(cell) ? `'${cell}` : cell;

const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (cell === null ? '' : String(harmless(cell))))),
    { record_delimiter: 'windows' },
  );

/** RFC 4180. UTF-8 begins with a byte order mark, without which Excel takes it for something else. */
export const csv: TableFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  maximumRows: 100_000,
  async *write({ columns, pages }, charset) {
    const encode = charset === 'shift_jis' ? shiftJis : (text: string) => text;
    if (charset === 'utf-8') yield byteOrderMark;
    yield encode(csvLines([columns.map(({ name }) => name)]));
    for await (const page of pages)
      if (page.length > 0) yield encode(csvLines(page.map((row) => columns.map((column) => cellOf(row, column)))));
  },
};

/** One JSON object a line: each row exactly as the operation answers it. */
export const jsonLines: TableFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  maximumRows: 100_000,
  async *write({ pages }) {
    for await (const page of pages) if (page.length > 0) yield page.map((row) => `${JSON.stringify(row)}\n`).join('');
  },
};

/** What a cell of Excel holds at most, in characters. */
const longestText = 32_767;
/** Characters that XML cannot hold; a box stands for each. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

function excelCell(cell: Cell) {
  if (typeof cell !== 'string') return cell;
  const text = cell.replace(unprintable, '□');
  const value = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return { value, type: String };
}

/** Characters that take two places. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[^\0-\uffff]/gu;
const [narrowest, widest] = [6, 60];

/** The places that the longest line of a cell takes, with a little room, between `narrowest` and `widest`. */
function widthOf(cell: Cell): number {
  const longest = String(cell ?? '')
    .slice(0, 10 * widest)
    .split('\n')
    .reduce((most, line) => Math.max(most, line.replace(wide, '  ').length), 0);
  return Math.min(Math.max(longest + 2, narrowest), widest);
}

/** A workbook of one sheet, its header in sight. It is made in memory as a whole, hence fewer rows. */
export const xlsx: TableFormat = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  maximumRows: 10_000,
  async *write({ columns, pages }) {
    const data: SheetData = [columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' }))];
    const widths = columns.map(({ name }) => widthOf(name));
    for await (const page of pages)
      for (const row of page) {
        const cells = columns.map((column) => cellOf(row, column));
        cells.forEach((cell, place) => {
          widths[place] = Math.max(widths[place] ?? 0, widthOf(cell));
        });
        data.push(cells.map(excelCell));
      }
    yield await writeExcelFile(data, { stickyRowsCount: 1, columns: widths.map((width) => ({ width })) }).toBuffer();
  },
};

/** The first is what a client without a preference gets. */
export const tableFormats: readonly TableFormat[] = [csv, jsonLines, xlsx];
