import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unlessMissing } from '../file-errors.js';
import { type Book, joinBooks } from '../ingest/workbook/book.js';
import { largestFile, readBook, UnreadableBook } from '../ingest/workbook/read-book.js';
import { OperatorError } from '../operator-error.js';
import { readRegularFile } from './regular-file.js';

/** The files of a workbook, or of a folder of workbooks. */
export interface InputFiles {
  readonly path: string;
  readonly isFolder: boolean;
  readonly files: readonly string[];
  /** What else lies in the folder, which is not read. */
  readonly otherFiles: readonly string[];
}

/** What a report is called that lies beside its workbook. */
export const reportEnding = '.report.xlsx';

/** Workbooks that are read; those that programs keep of an open one, and reports, are none. */
const isWorkbook = (name: string) =>
  /\.xlsx$/i.test(name) && !/^[.~]/.test(name) && !name.toLowerCase().endsWith(reportEnding);

/** What is to be read at a path: one file, or the workbooks of a folder in the order of their names. */
export async function inputFiles(path: string): Promise<InputFiles> {
  const found = await unlessMissing(stat(path));
  if (!found?.isDirectory()) return { path, isFolder: false, files: [path], otherFiles: [] };
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
  const otherFiles = sorted.filter((name) => !workbooks.includes(name) && !name.startsWith('.'));
  return { path, isFolder: true, files, otherFiles };
}

/** Reads a workbook, or those of a folder as one. */
export async function readInput({ path, isFolder, files }: InputFiles): Promise<Book> {
  if (!isFolder) return readFileAsBook(path);
  const books: Book[] = [];
  for (const file of files) books.push(await readFileAsBook(file));
  return joinBooks(basename(path), books);
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
