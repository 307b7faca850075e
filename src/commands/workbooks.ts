import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unlessMissing } from '../file-errors.js';
import { type Book, joinBooks } from '../ingest/workbook/book.js';
import { largestFile, readBook, UnreadableBook } from '../ingest/workbook/read-book.js';
import { OperatorError } from '../operator-error.js';
import { readRegularFile } from './regular-file.js';

/** A workbook, or a folder of workbooks as one. */
export interface Input {
  readonly book: Book;
  /** The files of the workbooks. */
  readonly files: readonly string[];
  /** What else lies in the folder, which is not read. */
  readonly otherFiles: readonly string[];
}

/** What a report is called that lies beside its workbook. */
export const reportEnding = '.report.xlsx';

/** Workbooks that are read; those that programs keep of an open one, and reports, are none. */
const isWorkbook = (name: string) =>
  /\.xlsx$/i.test(name) && !/^[.~]/.test(name) && !name.toLowerCase().endsWith(reportEnding);

/** Reads a workbook, or all of a folder in the order of their names. */
export async function readInput(path: string): Promise<Input> {
  const found = await unlessMissing(stat(path));
  if (!found?.isDirectory()) return { book: await readFileAsBook(path), files: [path], otherFiles: [] };
  const names = (await readdir(path)).map((name) => [name, name.normalize('NFC')] as const);
  const sorted = names.sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([name]) => name);
  const workbooks: string[] = [];
  // A folder may be called like a workbook, and a link may lead to one, or nowhere.
  for (const name of sorted)
    if (isWorkbook(name) && (await unlessMissing(stat(join(path, name))))?.isFile()) workbooks.push(name);
  const files = workbooks.map((name) => join(path, name));
  if (files.length === 0)
    throw new OperatorError(
      `フォルダ ${path} に .xlsx のブックがありません。`,
      `There is no workbook (.xlsx) in the folder ${path}.`,
    );
  const books: Book[] = [];
  for (const file of files) books.push(await readFileAsBook(file));
  const otherFiles = sorted.filter((name) => !workbooks.includes(name) && !name.startsWith('.'));
  return { book: joinBooks(basename(path), books), files, otherFiles };
}

async function readFileAsBook(file: string): Promise<Book> {
  const bytes = await readRegularFile(file, largestFile);
  if (!bytes)
    throw new OperatorError(
      `ファイル ${file} がありません。取り込むブックを指定してください。`,
      `There is no file ${file}: name the workbook to import.`,
    );
  try {
    return await readBook(bytes, basename(file));
  } catch (error) {
    if (!(error instanceof UnreadableBook)) throw error;
    throw new OperatorError(
      `ブックを取り込めません。${file}: ${error.words.ja}`,
      `The workbook cannot be imported. ${file}: ${error.words.en}`,
      { cause: error },
    );
  }
}
