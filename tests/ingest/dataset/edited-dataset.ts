import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { greenCity } from '../../fixtures/green-city.js';

/** One small edit of a dataset. */
export type Edit =
  /** Sets a cell, as in a spreadsheet: row 1 is the header. */
  | { readonly file: string; readonly row: number; readonly column: string; readonly value: string }
  /** Replaces the first occurrence of a text. */
  | { readonly file: string; readonly find: string; readonly replace: string }
  /** Replaces a file, or adds one. */
  | { readonly file: string; readonly contents: string }
  /** Appends bytes. */
  | { readonly file: string; readonly hex: string }
  | { readonly file: string; readonly remove: true };

/** Copies Midorino's dataset into an empty folder and edits it there. */
export async function editedDataset(folder: string, edits: readonly Edit[]): Promise<string> {
  await cp(greenCity.dataset, folder, { recursive: true });
  for (const edit of edits) await apply(join(folder, edit.file), edit);
  return folder;
}

async function apply(path: string, edit: Edit): Promise<void> {
  if ('remove' in edit) return rm(path);
  if ('contents' in edit) {
    await mkdir(dirname(path), { recursive: true });
    return writeFile(path, edit.contents);
  }
  const contents = await readFile(path);
  if ('hex' in edit) return writeFile(path, Buffer.concat([contents, Buffer.from(edit.hex, 'hex')]));
  const text = contents.toString('utf8');
  if ('find' in edit) {
    if (!text.includes(edit.find)) throw new Error(`expected "${edit.find}" in ${edit.file}, but it is not there`);
    return writeFile(
      path,
      text.replace(edit.find, () => edit.replace),
    );
  }
  const rows = parse(text) as string[][];
  const place = rows[0]?.indexOf(edit.column) ?? -1;
  const row = rows[edit.row - 1];
  if (place < 0 || !row) throw new Error(`expected row ${edit.row} and column ${edit.column} in ${edit.file}`);
  row[place] = edit.value;
  return writeFile(path, stringify(rows, { record_delimiter: 'unix' }));
}
