import { parseEraYear } from '../../../model/fiscal-year.js';
import type { Lines } from '../document.js';
import type { Parsing } from '../parsing.js';
import { parseGoal } from '../quantity.js';
import { cleanText } from '../text.js';
import { phrasesOf } from './cell-text.js';
import type { GoalRecord, SheetRecord } from './record.js';
import type { Row } from './rows.js';

/**
 * The fiscal years of the table's columns, by the head row's cells (R 5 … R 9). They give the year of every goal and
 * grade: the label 年度末評価 stands below a row labelled R6年度末, but a grade is that of its own column.
 */
export function readColumns({ remark }: Parsing, head: Row): (number | null)[] {
  const columns = head.cells.map((cell) => parseEraYear(cleanText(cell)));
  const years = columns.filter((year) => year !== null);
  const unread = head.cells.find((cell, index) => cleanText(cell) !== '' && columns[index] === null);
  if (unread !== undefined || years.some((year, index) => year !== (years[0] ?? 0) + index))
    remark({
      rule: 'years-of-columns-run',
      severity: 'warning',
      lines: head.lines,
      message: 'The years above the goals are not one after the other.',
      messageJa: '各年度の列の年度が連続していません。',
      expected: 'consecutive years',
      actual: unread === undefined ? years.join(', ') : cleanText(unread),
    });
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
    parsing.remark({
      rule: 'grade-is-known',
      severity: 'warning',
      lines: row.lines,
      message: `The grade of ${fiscalYear} is none of those known and was not used.`,
      messageJa: `${fiscalYear}年度の年度末評価が既知の評価ではないため、読み込んでいません。`,
      expected: 'A, B or C',
      actual: grade,
    });
    return [];
  });
}

/** Reports goals and grades outside the years of the sheet, and years of the sheet without a goal. */
export function checkYears(
  { remark }: Parsing,
  { goals, evaluations, startFiscalYear: start, targetFiscalYear: target }: Omit<SheetRecord, 'order'>,
): void {
  const outside = (what: string, whatJa: string, fiscalYear: number, lines: Lines) => {
    if (fiscalYear >= start.value && fiscalYear <= target.value) return;
    remark({
      rule: 'year-lies-within-the-sheet',
      severity: 'warning',
      lines,
      message: `A ${what} stands in the column of a year outside the sheet's years; perhaps its cell slid.`,
      messageJa: `${whatJa}が開始年度から達成目標年度までの範囲外の列にあります。セルの位置を確認してください。`,
      expected: `${start.value}-${target.value}`,
      actual: String(fiscalYear),
    });
  };
  for (const { fiscalYear, lines } of goals) outside('goal', '達成目標', fiscalYear, lines);
  for (const { fiscalYear, lines } of evaluations) outside('grade', '年度末評価', fiscalYear, lines);
  const missing = Array.from(
    { length: Math.max(0, target.value - start.value + 1) },
    (_, index) => start.value + index,
  ).filter((year) => !goals.some(({ fiscalYear }) => fiscalYear === year));
  if (missing.length > 0)
    remark({
      rule: 'every-year-has-a-goal',
      severity: 'note',
      lines: goals[0]?.lines ?? start.lines,
      message: 'Years of the sheet have no goal: their cells are empty.',
      messageJa: '開始年度から達成目標年度までの間に、達成目標が空欄の年度があります。',
      expected: `a goal for each year ${start.value}-${target.value}`,
      actual: `none for ${missing.join(', ')}`,
    });
}

const isGrade = (text: string): text is 'A' | 'B' | 'C' => /^[ABC]$/.test(text);

function cellsByYear({ remark }: Parsing, row: Row, columns: readonly (number | null)[]) {
  return row.cells.flatMap((cell, index) => {
    if (cleanText(cell) === '') return [];
    const fiscalYear = columns[index];
    if (typeof fiscalYear === 'number') return [{ fiscalYear, cell }];
    remark({
      rule: 'column-has-a-year',
      severity: 'warning',
      lines: row.lines,
      message: 'A cell stands in a column without a year and was not used.',
      messageJa: '年度のない列にセルがあるため、読み込んでいません。',
      expected: 'a year above the cell',
      actual: `column ${index + 1}`,
    });
    return [];
  });
}
