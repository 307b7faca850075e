/** The value of a column of the template, taken from the cells of a row as a mapping file says. */

import { brokenFormula, meantCode } from '../../dataset/slips.js';
import { absenceIn } from '../absence.js';
import type { BookCell, BookSheet, RowCell } from '../book.js';
import { displayed, isFilled, namesIn, plainDashes } from '../cells.js';
import type { Cells } from '../heading.js';
import { nameKey } from '../sheets.js';
import { codeAndRest } from './code-in-front.js';
import { lines, type Taken } from './mapping.js';
import { markKey } from './marks.js';

/** Where a value stands in a sheet: a column, one cell, or nowhere, as the mapping file gives it. */
export type Found =
  | { readonly column: number }
  | { readonly row: number; readonly column: number }
  | { readonly constant: string };

/** A column of the template, with where its values stand and how they are taken. */
export interface FoundColumn {
  readonly taken: Taken;
  readonly found: readonly Found[];
  /** The headings of columns with marks, in the same order; none of others. */
  readonly headings: readonly string[];
  /** Whether it holds codes, which spreadsheet programs take for dates. */
  readonly isCode: boolean;
  /** Whether its cells hold several values, which are looked up one by one. */
  readonly isList: boolean;
}

/** The cells that stand above empty ones, by what they are taken for. */
export type Above = Map<Found | FoundColumn, RowCell>;

const textCell = (value: string, mergedFrom: BookCell['mergedFrom'] = null): BookCell => ({
  value,
  format: null,
  mergedFrom,
});

function cellAt(sheet: BookSheet, row: number, cells: Cells, found: Found): RowCell | undefined {
  if ('constant' in found) return textCell(found.constant);
  const { column } = found;
  if (!('row' in found)) {
    const cell = cells.get(column);
    return cell && { ...cell, at: { row, column } };
  }
  const cell = sheet.rows.get(found.row)?.get(column);
  return cell && { ...cell, at: cell.mergedFrom ?? { row: found.row, column }, mergedFrom: null };
}

/** The cell itself, else the one above it; what is taken from above begins no merged range. */
function orAbove(above: Above, key: Found | FoundColumn, cell: RowCell | undefined): RowCell | undefined {
  const mergedFrom = cell?.mergedFrom ?? null;
  // What belongs to a cell at its left does not repeat the one above.
  if (!isFilled(cell)) return mergedFrom === null ? above.get(key) : undefined;
  above.set(key, { ...cell, ...(mergedFrom ? { at: mergedFrom } : {}), mergedFrom: null });
  return cell;
}

/** A text with the words of a lookup replaced: as a whole, else each line, and in a list each name. */
function lookedUp(text: string, lookup: Taken['lookup'], isList: boolean): string {
  const whole = lookup.get(nameKey(text));
  if (whole !== undefined || lookup.size === 0) return whole ?? text;
  const pieces = isList ? namesIn(text, (name) => lookup.has(nameKey(name))) : text.split(lines);
  const replaced = pieces.map((piece) => lookup.get(nameKey(piece)));
  if (replaced.every((piece) => piece === undefined)) return text;
  return pieces.map((piece, index) => replaced[index] ?? piece).join('\n');
}

/** Whether a spreadsheet program has changed what was written, which must not disappear in a longer text. */
function isSlip(cell: BookCell, isCode: boolean): boolean {
  const text = displayed(cell);
  if (cell.value instanceof Date || brokenFormula(text) !== null) return true;
  return isCode && meantCode(plainDashes(text.normalize('NFKC')), 1, () => typeof cell.value === 'number') !== null;
}

/** The headings of the columns of a row that have a mark, each at the cell of its mark. */
function markedCell(
  row: number,
  cells: Cells,
  { taken, found, headings, isList }: FoundColumn,
  marks: ReadonlySet<string>,
): RowCell | undefined {
  const parts = found.flatMap((each, index): readonly RowCell[] => {
    if (!('column' in each)) return [];
    const { column } = each;
    const cell = cells.get(column);
    if (!isFilled(cell) || !marks.has(markKey(displayed(cell)))) return [];
    const value = lookedUp(headings[index] ?? '', taken.lookup, isList);
    return [{ ...textCell(value), at: cell.mergedFrom ?? { row, column }, isMarked: true }];
  });
  const [first] = parts;
  if (!first) return undefined;
  return { ...first, value: parts.map(displayed).join(taken.between), parts };
}

/** The value of a column in a row; undefined where it is empty. */
export function takenCell(
  sheet: BookSheet,
  row: number,
  cells: Cells,
  column: FoundColumn,
  above: Above,
): RowCell | undefined {
  const { taken, found } = column;
  if (taken.marks) return markedCell(row, cells, column, taken.marks);
  const isOne = !taken.isFirst && (found.length === 1 || taken.between !== lines);
  const isFromAbove = (ofEach: boolean) => taken.blankAbove && ofEach === isOne;
  const parts = found.map((each) => {
    const cell = cellAt(sheet, row, cells, each);
    return isFromAbove(true) ? orAbove(above, each, cell) : cell;
  });
  // A dash is an empty cell, also as a part of a text.
  const isThere = (part: RowCell) =>
    isFilled(part) && !(isOne && found.length > 1 && absenceIn(displayed(part)) === 'dash');
  const filled = parts.filter((part) => part !== undefined).filter(isThere);
  // A code of which a part lacks would be another code.
  const isWhole = !isOne || filled.length === parts.length;
  const value = isWhole ? joinedCell(taken.isFirst ? filled.slice(0, 1) : filled, column) : undefined;
  return isFromAbove(false) ? orAbove(above, column, value) : value;
}

function joinedCell(parts: readonly RowCell[], { taken, found, isCode, isList }: FoundColumn): RowCell | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const { lookup, take, between, isFirst } = taken;
  const isSingle = found.length === 1 || isFirst;
  // A cell that is taken as it is keeps its value and format, by which slips are told.
  if (isSingle && lookup.size === 0 && take === null) return first;
  const slip = parts.find((each) => isSlip(each, isCode) && !lookup.has(nameKey(displayed(each))));
  if (slip) return slip;
  const joined = parts.map(displayed).join(between);
  const part = take ? codeAndRest(joined)?.[take] : joined;
  // A name without a code in front is no code, but may be looked up.
  if (part === undefined && take === 'code' && isCode) return undefined;
  const text = lookedUp(part ?? joined, lookup, isList);
  if (isSingle && text === displayed(first)) return first;
  const cell = { ...textCell(text, mergedFrom(parts)), ...(first.at ? { at: first.at } : {}) };
  if (parts.length === 1) return cell;
  return { ...cell, parts: take ? parts : parts.map((each) => lookedUpPart(each, lookup, isList)) };
}

/** A part of a value with the words of a lookup replaced, as it is read by itself. */
function lookedUpPart(part: RowCell, lookup: Taken['lookup'], isList: boolean): RowCell {
  const text = lookedUp(displayed(part), lookup, isList);
  return text === displayed(part) ? part : { ...part, ...textCell(text, part.mergedFrom) };
}

/** Where several cells began together: where the last of them did, or nowhere, if one of them is not merged. */
const mergedFrom = (parts: readonly RowCell[]): BookCell['mergedFrom'] =>
  parts
    .map((part) => part.mergedFrom)
    .reduce((one, other) => (one === null || (other !== null && other.row <= one.row) ? one : other));
