/** Reads an .xlsx file into a table of cells, within bounds. The library is loaded when a workbook is read, not before. */
import { createHash } from 'node:crypto';
import type { Description } from '../../model/declaration.js';
import { plausibleYears } from '../dataset/cell.js';
import { unpackedSize } from './archive-size.js';
import type { Book, BookCell, BookFile, BookSheet, StruckCell } from './book.js';
import { words } from './words.js';

/** A workbook of a city is far smaller; what is larger is a mistake, or made to exhaust the memory. */
export const largestFile = 50 * 2 ** 20;
const largestUnpacked = 200 * 2 ** 20;
const mostRows = 50_000;
const mostColumns = 300;

/** Why a file is not read at all. */
export class UnreadableBook extends Error {
  readonly words: Description;

  constructor(sentence: Description, options?: { readonly cause?: unknown }) {
    super(sentence.en, options);
    this.words = sentence;
  }
}

/** How a workbook starts that is an archive, and one that is old or encrypted. */
const archive = 'PK';
const compound = [0xd0, 0xcf, 0x11, 0xe0];

function checkBounds(bytes: Uint8Array): void {
  if (compound.every((byte, index) => bytes[index] === byte)) throw new UnreadableBook(words.oldOrLocked);
  if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') !== archive) throw new UnreadableBook(words.notAWorkbook);
  if (bytes.length > largestFile) throw new UnreadableBook(words.tooLarge('50 MB'));
  const size = unpackedSize(bytes);
  if (size === null) throw new UnreadableBook(words.damaged('ZIP'));
  if (size > largestUnpacked) throw new UnreadableBook(words.tooLarge('200 MB'));
}

export async function readBook(bytes: Uint8Array, fileName: string): Promise<Book> {
  checkBounds(bytes);
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  try {
    await book.xlsx.load(bytes, { maxRows: mostRows });
  } catch (error) {
    if (error instanceof Error && /row count .* exceeded/i.test(error.message))
      throw new UnreadableBook(words.tooManyRows(mostRows), { cause: error });
    throw new UnreadableBook(words.damaged(error instanceof Error ? error.message : String(error)), { cause: error });
  }
  if (book.worksheets.length === 0) throw new UnreadableBook(words.notAWorkbook);
  const file: BookFile = {
    // File systems keep names composed or decomposed.
    name: fileName.normalize('NFC'),
    date: dayInJapan(book.modified),
    checksum: createHash('sha256').update(bytes).digest('hex'),
  };
  const sheets = book.worksheets.map((sheet): BookSheet => {
    const rows = new Map<number, Map<number, BookCell>>();
    const hiddenRows: number[] = [];
    const struck: StruckCell[] = [];
    sheet.eachRow((row, number) => {
      const cells = new Map<number, BookCell>();
      row.eachCell((cell, column) => {
        const format = formatOf(cell.numFmt);
        const value = inEra(plainValue(cell.value), format);
        if (value === null) return;
        const isPart = cell.isMerged && cell.master.address !== cell.address;
        const mergedFrom = isPart ? { row: Number(cell.master.row), column: Number(cell.master.col) } : null;
        cells.set(column, { value, format, mergedFrom });
        const told = isPart ? null : struckIn(cell.value, cell.font?.strike === true);
        if (told) struck.push({ row: number, column, ...told });
      });
      if (cells.size === 0) return;
      if (Math.max(...cells.keys()) > mostColumns)
        throw new UnreadableBook(words.tooManyColumns(sheet.name, mostColumns));
      rows.set(number, cells);
      if (row.hidden) hiddenRows.push(number);
    });
    const last = [...rows.values()].reduce((most, cells) => Math.max(most, ...cells.keys()), 0);
    const columns = Array.from({ length: last }, (_each, index) => index + 1);
    const hiddenColumns = columns.filter((column) => sheet.getColumn(column).hidden);
    return {
      name: sheet.name,
      label: sheet.name,
      file,
      hidden: sheet.state !== 'visible',
      rows,
      hiddenRows,
      hiddenColumns,
      struck,
    };
  });
  return { fileName: file.name, isFolder: false, sheets };
}

/** The day of a moment in Japan; null where a file gives none, or one that is no moment of a plan's. */
function dayInJapan(moment: Date | undefined): string | null {
  const inJapan = new Date((moment?.getTime() ?? Number.NaN) + 9 * 60 * 60 * 1000);
  const year = inJapan.getUTCFullYear();
  return year >= plausibleYears.first && year <= plausibleYears.last ? inJapan.toISOString().slice(0, 10) : null;
}

/** Formats are texts, or texts with their number. */
const formatOf = (format: string | { readonly formatCode: string } | undefined): string | null =>
  typeof format === 'object' ? format.formatCode : (format ?? null);

/** A number that its format shows as a year of an era alone, 令和5年度, as the day that it is. */
function inEra(value: BookCell['value'], format: string | null): BookCell['value'] {
  const figures = format?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')[0] ?? '';
  const isEra = typeof value === 'number' && value > 0 && /^\s*g{1,3}e{1,2}\s*\S{0,2}\s*$/i.test(figures);
  return isEra ? new Date(Date.UTC(1899, 11, 30 + Math.floor(value))) : value;
}

interface RichText {
  readonly text: string;
  readonly font?: { readonly strike?: boolean };
}

const isStruck = ({ text, font }: RichText): boolean => font?.strike === true && text.trim() !== '';

/** The parts of a rich text that count: those that are not struck through, all of them where every one is. */
function partsOf(texts: readonly RichText[]): readonly RichText[] {
  const left = texts.filter((part) => !isStruck(part));
  return left.some(({ text }) => text.trim() !== '') ? left : texts;
}

/** What of a cell is struck through; null where nothing is. */
function struckIn(value: unknown, isCellStruck: boolean): Pick<StruckCell, 'text'> | null {
  if (typeof value !== 'object' || value === null || !('richText' in value))
    return isCellStruck ? { text: null } : null;
  const texts = value.richText as readonly RichText[];
  const struck = texts.filter(isStruck);
  if (struck.length === 0) return null;
  return { text: partsOf(texts) === texts ? null : struck.map(({ text }) => text).join('') };
}

/** What a cell comes down to: the text of rich text and links, the result of formulas, the name of an error. */
function plainValue(value: unknown): BookCell['value'] {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object' || value instanceof Date) return value as BookCell['value'];
  if ('richText' in value)
    return partsOf(value.richText as readonly RichText[])
      .map(({ text }) => text)
      .join('');
  if ('error' in value) return String(value.error);
  // A formula that no program has worked out has no result, which must not look like an empty cell.
  if ('formula' in value || 'sharedFormula' in value)
    return plainValue((value as { result?: unknown }).result) ?? '#VALUE!';
  if ('text' in value) return plainValue(value.text);
  return String(value);
}
