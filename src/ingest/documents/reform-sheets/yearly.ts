import { parseEraYear } from '../../../model/fiscal-year.js';
import type { Located } from '../document.js';
import type { Remark } from '../finding.js';
import type { Parsing } from '../parsing.js';
import { parseGoal } from '../quantity.js';
import { cleanText } from '../text.js';
import { phrasesOf } from './cell-text.js';
import type { GoalRecord, SheetRecord } from './record.js';
import { remarks } from './remarks.js';
import type { Row } from './rows.js';

/**
 * The fiscal years of the table's columns, by the head row's cells (R 5 … R 9). They give the year of every goal and
 * grade: the label 年度末評価 stands below a row labelled R6年度末, but a grade is that of its own column.
 */
export function readColumns(parsing: Parsing, head: Row): (number | null)[] {
  const columns = head.cells.map((cell) => parseEraYear(cleanText(cell)));
  const years = columns.filter((year) => year !== null);
  const unread = head.cells.find((cell, index) => cleanText(cell) !== '' && columns[index] === null);
  if (unread !== undefined || years.some((year, index) => year !== (years[0] ?? 0) + index)) {
    const actual = unread === undefined ? years.join(', ') : cleanText(unread);
    parsing.remark(remarks.yearsLeaveGaps, head.lines, 'consecutive years', actual);
  }
  return columns;
}

/** The goals of a sheet, one per column whose cell holds text. */
export function readGoals(parsing: Parsing, row: Row, columns: readonly (number | null)[]): GoalRecord[] {
  return cellsByYear(parsing, row, columns).flatMap(({ fiscalYear, cell }) => {
    const phrases = phrasesOf(cell);
    return phrases.length === 0 ? [] : [{ fiscalYear, phrases, quantity: parseGoal(phrases), lines: row.lines }];
  });
}

/** The year-end grades of a sheet, one per column that holds one. */
export function readGrades(
  parsing: Parsing,
  row: Row,
  columns: readonly (number | null)[],
): SheetRecord['evaluations'][number][] {
  return cellsByYear(parsing, row, columns).flatMap(({ fiscalYear, cell }) => {
    const grade = cleanText(cell);
    if (isGrade(grade)) return [{ fiscalYear, grade, lines: row.lines }];
    parsing.remark(remarks.unknownGrade(fiscalYear), row.lines, 'A, B or C', grade);
    return [];
  });
}

/** Reports goals and grades outside the years of the sheet, and years of the sheet without a goal. */
export function checkYears(
  parsing: Parsing,
  { goals, evaluations, startFiscalYear: start, targetFiscalYear: target }: Omit<SheetRecord, 'order'>,
): void {
  const range = `${start.value}-${target.value}`;
  const check = (remark: Remark, facts: readonly (Located & { readonly fiscalYear: number })[]) => {
    for (const { fiscalYear, lines } of facts)
      if (fiscalYear < start.value || fiscalYear > target.value)
        parsing.remark(remark, lines, range, String(fiscalYear));
  };
  check(remarks.yearOutside('goal', '達成目標'), goals);
  check(remarks.yearOutside('grade', '年度末評価'), evaluations);
  const count = Math.max(0, target.value - start.value + 1);
  const missing = Array.from({ length: count }, (_, index) => start.value + index).filter(
    (year) => !goals.some(({ fiscalYear }) => fiscalYear === year),
  );
  const lines = goals[0]?.lines ?? start.lines;
  if (missing.length > 0)
    parsing.remark(remarks.goalMissing, lines, `a goal for each year ${range}`, `none for ${missing.join(', ')}`);
}

const isGrade = (text: string): text is 'A' | 'B' | 'C' => /^[ABC]$/.test(text);

function cellsByYear(parsing: Parsing, row: Row, columns: readonly (number | null)[]) {
  return row.cells.flatMap((cell, index) => {
    if (cleanText(cell) === '') return [];
    const fiscalYear = columns[index];
    if (typeof fiscalYear === 'number') return [{ fiscalYear, cell }];
    parsing.remark(remarks.yearlessColumn, row.lines, 'a year above the cell', `column ${index + 1}`);
    return [];
  });
}
