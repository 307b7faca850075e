/** The workbook itself with what an import found: coloured cells, a column that says why, and a sheet that sums it up. */
import type { Description } from '../../model/declaration.js';
import { type BookSheet, columnLetters, placeOf } from './book.js';
import type { Finding } from './findings.js';
import { readBook, UnreadableBook } from './read-book.js';
import type { ReadSheets } from './read-table.js';

export interface Reported {
  readonly sheets: ReadSheets;
  readonly findings: readonly Finding[];
  /** What changes of the last import, in words; null where errors keep the workbook from being compared. */
  readonly changes: readonly Description[] | null;
  /** What the import says as a whole. */
  readonly said: Description;
}

type Workbook = InstanceType<typeof import('@cj-tech-master/excelts').Workbook>;
type Worksheet = ReturnType<Workbook['addWorksheet']>;

const colors = { error: 'FFFFC7CE', remark: 'FFFFEB9C', unused: 'FFD9D9D9' } as const;
const heading = '取込結果 Import';
/** The sheet by which a report is known. */
const summaryName = '取込結果';

/** Whether a file is a report of an import, which another one may replace. */
export async function isReport(bytes: Uint8Array): Promise<boolean> {
  try {
    const { sheets } = await readBook(bytes, '');
    return sheets.some(({ name }) => name === summaryName);
  } catch (error) {
    if (error instanceof UnreadableBook) return false;
    throw error;
  }
}

/** The bytes of the report on one workbook; the same at every time. */
export async function writeReport(
  bytes: Uint8Array,
  sheets: readonly BookSheet[],
  reported: Reported,
): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const unchanging = new Date(Date.UTC(2000, 0, 1));
  book.modified = unchanging;
  for (const sheet of sheets) {
    const worksheet = book.getWorksheet(sheet.name);
    if (worksheet) markSheet(worksheet, sheet, reported);
  }
  addSummary(book, sheets, reported);
  return new Uint8Array(await book.xlsx.writeBuffer({ zip: { modTime: unchanging } }));
}

function color(worksheet: Worksheet, row: number, column: number, argb: string): void {
  const cell = worksheet.getCell(row, column);
  // Cells of one style share it.
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } };
}

function markSheet(worksheet: Worksheet, sheet: BookSheet, { sheets, findings }: Reported): void {
  const tables = sheets.tables.filter(({ source }) => source.label === sheet.label);
  const headingRow = Math.max(1, tables[0]?.headingRow ?? 1);
  for (const { label, column } of sheets.unusedColumns)
    if (label === sheet.label) color(worksheet, headingRow, column, colors.unused);
  for (const { row, column } of sheets.unusedCells.flatMap(({ label, cells }) => (label === sheet.label ? cells : [])))
    color(worksheet, row, column, colors.unused);
  const sentences = new Map<number, string[]>();
  // Errors last, as they stay where a cell has both.
  const own = findings.filter(({ sheet: label }) => label === sheet.label).sort((a, b) => order(a) - order(b));
  for (const { kind, rows, column, words } of own)
    for (const row of rows) {
      if (column !== null) color(worksheet, row, column, colors[kind]);
      const place = column === null ? String(row) : `${columnLetters(column)}${row}`;
      const sentence = `${place}: ${words.ja}\n${place}: ${words.en}`;
      sentences.set(row, [...(sentences.get(row) ?? []), sentence]);
    }
  if (sentences.size === 0) return;
  // Row by row, as all the cells of a large sheet are too many arguments.
  const beyond = [...sheet.rows.values()].reduce((last, cells) => Math.max(last, ...cells.keys()), 0) + 1;
  worksheet.getColumn(beyond).width = 60;
  for (const [row, lines] of [[headingRow, [heading]] as const, ...sentences]) {
    const cell = worksheet.getCell(row, beyond);
    const text = row === headingRow && lines[0] !== heading ? [heading, ...lines] : lines;
    cell.value = text.join('\n');
    cell.style = { alignment: { wrapText: true, vertical: 'top' }, font: { color: { argb: 'FF9C0006' } } };
  }
}

const order = ({ kind }: Finding): number => (kind === 'error' ? 1 : 0);

function addSummary(book: Workbook, sheets: readonly BookSheet[], { findings, changes, said }: Reported): void {
  const worksheet = book.addWorksheet(freeName(book, summaryName));
  const labels = new Set(sheets.map(({ label }) => label));
  const other = (label: string) => !labels.has(label) && !label.startsWith('[');
  const rows: (readonly string[])[] = [
    ['取込結果', 'Result of the import'],
    ...(changes ?? []).map(({ ja, en }) => [ja, en]),
    ...(changes
      ? []
      : [['誤りを直すと、前回との比較を示します', 'Compared with the last import once the errors are corrected']]),
    ['', ''],
    ...findings
      .filter(({ sheet }) => labels.has(sheet) || other(sheet))
      .sort((a, b) => order(b) - order(a))
      .flatMap(({ kind, sheet, rows: where, column, words }) => {
        const places =
          where.length > 0 ? where.map((row) => placeOf(sheet, row, column)) : [placeOf(sheet, null, column)];
        const [ja, en] = kind === 'error' ? ['誤り', 'error'] : ['確認', 'look at'];
        return places.map((place) => [`${ja} ${place}: ${words.ja}`, `${en} ${place}: ${words.en}`]);
      }),
    ['', ''],
    ...said.ja.split('\n').map((line, index) => [line, said.en.split('\n')[index] ?? '']),
  ];
  for (const row of rows) worksheet.addRow([...row]).alignment = { wrapText: true, vertical: 'top' };
  worksheet.getRow(1).font = { bold: true };
  for (const column of [1, 2]) worksheet.getColumn(column).width = 80;
}

/** A name that no sheet has, as the workbook may be a report itself. */
function freeName(book: Workbook, name: string): string {
  let free = name;
  for (let number = 2; book.getWorksheet(free); number += 1) free = `${name} ${number}`;
  return free;
}
