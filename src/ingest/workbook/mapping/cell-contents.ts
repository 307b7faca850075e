/** What the cells of a column hold, where its heading alone could mean something else. */
import { CellError } from '../../dataset/cell.js';
import type { BookCell } from '../book.js';
import { displayed, readCode, readDay, readYear } from '../cells.js';
import { numberAndName } from '../field-numbers.js';
import { readSdgs } from '../goals.js';
import { readYearOf } from '../period.js';
import { codeAndRest } from './code-in-front.js';
import type { OutlinedColumn } from './outline.js';

export const isMostly = (cells: readonly BookCell[], holds: (cell: BookCell) => boolean): boolean =>
  cells.length > 0 && cells.filter(holds).length >= cells.length * 0.6;

export const succeeds = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof CellError) return false;
    throw error;
  }
};

/** Whether a text is the number of a field, without its name. */
const isNumberAlone = (text: string): boolean => {
  const told = numberAndName(text);
  return told === null ? /^\D{0,4}\d/.test(text.normalize('NFKC')) && codeAndRest(text) === null : told.name === '';
};

/** What the cells of a column must mostly be, where its heading alone could mean something else. */
const contents: Readonly<Record<string, (cell: BookCell) => boolean>> = {
  // A code that became a date is one all the same, which the import says.
  code: (cell) =>
    cell.value instanceof Date ||
    (succeeds(() => readCode(cell, 3, /[.]/.test(String(cell.value)))) && /\d/.test(displayed(cell))),
  number: (cell) => isNumberAlone(displayed(cell)),
  baselineYear: (cell) => succeeds(() => readYear(cell)),
  targetYear: (cell) => succeeds(() => readYear(cell)),
  start: (cell) => succeeds(() => readYearOf('first')(cell)),
  end: (cell) => succeeds(() => readYearOf('last')(cell)),
  from: (cell) => succeeds(() => readDay(cell, 'first')),
  until: (cell) => succeeds(() => readDay(cell, 'last')),
  sdgs: (cell) => succeeds(() => readSdgs(cell, new Map())),
};

export const holds = (key: string, column: OutlinedColumn | undefined): column is OutlinedColumn =>
  column !== undefined && (column.cells.length === 0 || !contents[key] || isMostly(column.cells, contents[key]));

export const hasCodesInFront = (column: OutlinedColumn): boolean =>
  isMostly(column.cells, (cell) => codeAndRest(displayed(cell)) !== null);
