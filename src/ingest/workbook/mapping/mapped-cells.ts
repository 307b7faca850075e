/** The value of a column of the template, taken from the cells of a row as a mapping file says. */

import { brokenFormula, meantCode } from '../../dataset/slips.js';
import type { BookCell, BookSheet } from '../book.js';
import { displayed, isFilled, plainDashes } from '../cells.js';
import type { Cells } from '../heading.js';
import { lines, lookupKey, type Taken } from './mapping.js';

/** Where a value stands in a sheet: a column, one cell, or nowhere, as the mapping file gives it. */
export type Found =
  | { readonly column: number }
  | { readonly row: number; readonly column: number }
  | { readonly constant: string };

/** A column of the template, with where its values stand and how they are taken. */
export interface FoundColumn {
  readonly taken: Taken;
  readonly found: readonly Found[];
  /** Whether it holds codes, which spreadsheet programs take for dates. */
  readonly isCode: boolean;
}

const textCell = (value: string, mergedFrom: BookCell['mergedFrom'] = null): BookCell => ({
  value,
  format: null,
  mergedFrom,
});

function cellAt(sheet: BookSheet, cells: Cells, found: Found): BookCell | undefined {
  if ('constant' in found) return textCell(found.constant);
  if (!('row' in found)) return cells.get(found.column);
  const cell = sheet.rows.get(found.row)?.get(found.column);
  return cell && { ...cell, mergedFrom: null };
}

/** A code in front of a name: 1-1, 第2章, (3), ①. */
export const codeInFront =
  /^\s*[[(（【]?((?:第?[0-9０-９]+[章節編]|[A-Za-zＡ-Ｚ]?[0-9０-９]+(?:\s*[-‐-―－−ー.．]\s*[0-9０-９]+)*))[\])）】]?(?:[.．:：、\s]+|(?=[^0-9０-９.．%％年月]))/;

function part(text: string, take: 'code' | 'rest'): string {
  const [front = '', code = ''] = codeInFront.exec(text) ?? [];
  return take === 'code' ? code : text.slice(front.length).trim();
}

const separators = /[\r\n、，,;；/／]+/;

/** A text with the words of a lookup replaced: as a whole, else each of several. */
function lookedUp(text: string, lookup: Taken['lookup']): string {
  const whole = lookup.get(lookupKey(text));
  if (whole !== undefined) return whole;
  const pieces = text.split(separators);
  const replaced = pieces.map((piece) => lookup.get(lookupKey(piece)));
  if (replaced.every((piece) => piece === undefined)) return text;
  return pieces.map((piece, index) => replaced[index] ?? piece).join('\n');
}

/** Whether a spreadsheet program has changed what was written, which must not disappear in a longer text. */
function isSlip(cell: BookCell, isCode: boolean): boolean {
  const text = displayed(cell);
  if (cell.value instanceof Date || brokenFormula(text) !== null) return true;
  return isCode && meantCode(plainDashes(text.normalize('NFKC')), 1) !== null;
}

/** The cell of a row; undefined where it is empty. */
export function takenCell(sheet: BookSheet, cells: Cells, { taken, found, isCode }: FoundColumn): BookCell | undefined {
  const parts = found.map((each) => cellAt(sheet, cells, each)).filter(isFilled);
  const [first] = parts;
  if (!first) return undefined;
  const { lookup, take, between } = taken;
  // A cell that is taken as it is keeps its value and format, by which slips are told.
  if (found.length === 1 && lookup.size === 0 && take === null) return first;
  const slip = parts.find((each) => isSlip(each, isCode));
  if (slip && (between !== lines || take !== null)) return slip;
  const joined = parts.map(displayed).join(between);
  const text = lookedUp(take ? part(joined, take) : joined, lookup);
  if (found.length === 1 && text === displayed(first)) return first;
  return text === '' ? undefined : textCell(text, first.mergedFrom);
}
