/** Finds the rows in which the headings of a sheet stand: below titles and units, above the facts. */
import type { BookCell, BookSheet } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { bestRow, filledRows } from '../heading.js';
import { isOwn } from '../sheets.js';
import { headingName, unexplained, unnumbered } from './heading-name.js';
import { readHeading } from './heading-years.js';
import { headingRows, printedHeadingsAt } from './mapped-headings.js';
import { goalNumber, isMarkGroup, isMarkHeading } from './mark-headings.js';
import { everyHeading, namesOfSheet } from './synonyms.js';

export interface HeadingRows {
  readonly first: number;
  readonly last: number;
  /** The columns whose heading stands in a row above the last one, without being merged with it. */
  readonly above: readonly number[];
}

/** How many goals in their order are headings by themselves: marks and figures in rows are not. */
const fewestGoals = 10;

const goalIn = ({ rows }: BookSheet, row: number, column: number): number | null => {
  const cell = rows.get(row)?.get(column);
  return cell ? goalNumber(displayed(cell)) : null;
};

/** Null where no row reads as headings. */
export function headingRowsOf(sheet: BookSheet): HeadingRows | null {
  const ofSheet = new Set(namesOfSheet(sheet.name).map(headingName));
  const isName = (name: string) =>
    ofSheet.has(name) || [name, unnumbered(name), unexplained(name)].some((each) => everyHeading.has(each));
  const isKnown = (row: number, column: number) => {
    const path = printedHeadingsAt(sheet, row, column, row - headingRows + 1);
    return isHeading(path) || (isMarkHeading(path) && isBelowSeveral(row, column)) || isGoalAmong(path, row);
  };
  const goalsIn = (row: number) => columnsOf(sheet.rows.get(row)).map((column) => goalIn(sheet, row, column));
  /** Whether a heading is one of many goals in their order, which need no heading above them. */
  function isGoalAmong(path: readonly string[], row: number): boolean {
    if (goalNumber(path.at(-1) ?? '') === null) return false;
    const goals = goalsIn(row).filter((goal) => goal !== null);
    return goals.length >= fewestGoals && goals.every((goal, index) => index === 0 || goal > (goals[index - 1] ?? 0));
  }
  /** Whether the heading above a cell is one of several columns: it is merged, or empty cells stand at its right. */
  function isBelowSeveral(row: number, column: number): boolean {
    const above = sheet.rows.get(row - 1);
    const from = above?.get(column)?.mergedFrom?.column ?? column;
    return from !== column || !isOwn(above?.get(column), column) || !isOwn(above?.get(column + 1), column + 1);
  }
  const isHeading = (path: readonly string[]) =>
    [...path.map((_text, index) => headingName(path.slice(index).join('/'))), ...readHeading(path).names].some(isName);

  const ownColumns = (row: number) => columnsOf(sheet.rows.get(row)).filter((column) => isKnown(row, column));
  /** Headings above empty cells, where the row below has headings of its own below none, or below one of several columns. */
  function columnsAbove(row: number): readonly number[] {
    const above = columnsOf(sheet.rows.get(row - 1));
    const isWithin = columnsOf(sheet.rows.get(row)).some((column) => !above.includes(column));
    if (!isWithin || ownColumns(row).length < 2) return [];
    return above.filter((column) => !isFilled(sheet.rows.get(row)?.get(column)));
  }
  const knownAbove = (row: number) => columnsAbove(row).filter((column) => isKnown(row - 1, column));
  const best = bestRow(filledRows(sheet), ([row]) => ownColumns(row).length + knownAbove(row).length, 2);
  if (!best) return null;
  let [last] = best;
  const goesOn = (row: number, column: number) => (mergedFrom(sheet, row + 1, column) ?? row + 1) <= row;
  while (ownColumns(last).some((column) => goesOn(last, column))) last += 1;
  const lowest = last;
  /** Whether a row below has nothing but headings, which stand below others: 計画 and 実績 below 令和5年度. */
  const isLower = (row: number) => {
    const own = columnsOf(sheet.rows.get(row));
    const isBelowOthers = own.every((column) => printedHeadingsAt(sheet, row, column, row - 1).length > 1);
    return own.length > 1 && isBelowOthers && ownColumns(row).length === own.length;
  };
  while (last - lowest < headingRows - 1 && isLower(last + 1)) last += 1;

  // What stands above the first column is a title.
  const leftmost = Math.min(...columnsOf(sheet.rows.get(lowest)), ...columnsAbove(lowest));
  /** Whether a row above belongs to the headings, and is no title: it is merged with them, or is known, or a year. */
  const isUpper = (row: number) =>
    columnsOf(sheet.rows.get(row)).some((column) => {
      const cell = sheet.rows.get(row)?.get(column);
      const text = cell ? displayed(cell).replace(/\s+/g, '') : '';
      const { names, year, step } = readHeading([text]);
      const isKnownGroup =
        isHeading([text]) || (column > leftmost && isMarkGroup(text) && isBelowSeveral(row + 1, column));
      return goesOn(row, column) || isKnownGroup || ((year ?? step) !== null && names.length === 0);
    });
  let first = last;
  while (last - first < headingRows - 1 && isUpper(first - 1)) first -= 1;
  // Between more rows, each column has its heading in the lowest one in which it is filled.
  const isBlankBelow = (row: number, column: number): boolean =>
    row >= last || (!isFilled(sheet.rows.get(row + 1)?.get(column)) && isBlankBelow(row + 1, column));
  const higher = Array.from({ length: last - lowest }, (_each, index) => last - 1 - index);
  const between = last > lowest ? [...higher, lowest - 1].filter((row) => row >= first) : [];
  const above = between.flatMap((row) => columnsOf(sheet.rows.get(row)).filter((column) => isBlankBelow(row, column)));
  return { first, last, above: last > lowest ? above : columnsAbove(last) };
}

/** The columns of a row that are filled, merged ones once. */
const columnsOf = (cells: ReadonlyMap<number, BookCell> = new Map()): readonly number[] =>
  [...cells].filter(([column, cell]) => isOwn(cell, column)).map(([column]) => column);

const mergedFrom = (sheet: BookSheet, row: number, column: number): number | undefined =>
  sheet.rows.get(row)?.get(column)?.mergedFrom?.row;
