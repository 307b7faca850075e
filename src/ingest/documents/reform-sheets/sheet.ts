import { parseEraYear } from '../../../model/fiscal-year.js';
import { type Located, linesOf, type Passage, type Printed } from '../document.js';
import type { Remark } from '../finding.js';
import type { Parsing } from '../parsing.js';
import { parseGoal } from '../quantity.js';
import { cleanName, cleanText, splitList } from '../text.js';
import { paragraphsOf, phrasesOf } from './cell-text.js';
import type { ContentsField } from './front-matter.js';
import type { GoalRecord, SheetRecord } from './record.js';
import { remarks } from './remarks.js';
import { type Row, type RowKind, type Segment, sheetRows, valuesByLabel, valuesOf } from './rows.js';

/** A sheet before it is known which of its field it is. */
type UnorderedSheet = Omit<SheetRecord, 'order'>;

const supportsLabel = /^連携課$/;
const targetLabel = /^達成目標年度$/;
const sdgsLabel = /^SDGs関連No\.?$/i;

/**
 * Reads one sheet from its rows. Null, with an error among the findings, where a row is missing or unreadable that no
 * record can do without: field, name, leads or years.
 */
export function readSheet(
  parsing: Parsing,
  segment: Segment,
  fields: readonly Printed<ContentsField>[],
  isLast: boolean,
): UnorderedSheet | null {
  parsing.consume(...segment);
  checkRows(parsing, segment, isLast);
  const row = (kind: RowKind) => segment.find((candidate) => candidate.kind === kind);
  const [field, name, leads, years] = [row('field'), row('name'), row('leads'), row('years')];
  if (!field || !name || !leads || !years) return null;

  const [leadNames = [], supportNames] = valuesByLabel(leads, [supportsLabel]);
  const [start = [], target = [], sdgs = []] = valuesByLabel(years, [targetLabel, sdgsLabel]);
  const head = {
    field: readField(valuesOf(field).join(''), fields),
    name: cleanName(valuesOf(name).join('')),
    leads: splitList(leadNames.join('、')),
    start: parseEraYear(start.join('')),
    target: parseEraYear(target.join('')),
  };
  if (!head.field || head.name === '' || head.leads.names.length === 0 || head.start === null || head.target === null) {
    const expected = 'a known reform field, a name, a lead, a start and a target year';
    const names = `${head.field ? 'a field' : 'no field'}, ${head.name ? 'a name' : 'no name'}`;
    const actual = `${names}, ${head.leads.names.length} leads, years ${head.start} and ${head.target}`;
    parsing.remark(remarks.unreadableHead, linesOf([field, name, leads, years]), expected, actual);
    return null;
  }
  if (!supportNames) parsing.remark(remarks.noSupports, leads.lines, '連携課', 'none');
  const supports = splitList((supportNames ?? []).join('、'));
  const columnsRow = row('yearHead');
  const columns = columnsRow ? readColumns(parsing, columnsRow) : [];
  const sheet: UnorderedSheet = {
    field: head.field,
    name: { value: head.name, lines: name.lines },
    leads: { value: head.leads.names, lines: leads.lines },
    supports: { value: supports.names, lines: leads.lines },
    supportsOpenEnded: supports.openEnded,
    startFiscalYear: { value: head.start, lines: years.lines },
    targetFiscalYear: { value: head.target, lines: years.lines },
    perspectives: readNames(row('perspectives'), name),
    citations: readNames(row('citations'), name),
    goals: readGoals(parsing, row('goals'), columns),
    evaluations: readGrades(parsing, row('grades'), columns),
    planChanges: readPlanChanges(parsing, segment),
    situation: readPassage(row('situation')),
    activities: readPassage(row('activities')),
    effects: readPassage(row('effects')),
    remarks: readPassage(row('remarks')),
    lines: linesOf(segment),
  };
  checkYears(parsing, sheet);
  remarkUnkept(parsing, sdgs, segment);
  return sheet;
}

/** "1. 名称", or a name alone that the contents list numbers. */
function readField(text: string, fields: readonly Printed<ContentsField>[]): SheetRecord['field'] | null {
  const [, printed, rest] = /^(\d{1,2})\s*[.、]?\s*(\D.*)$/.exec(text) ?? [];
  const name = cleanName(rest ?? text);
  const number = printed ? Number(printed) : fields.find(({ value }) => value.name === name)?.value.number;
  return number === undefined || name === '' ? null : { number, name };
}

/** Names separated by 、; unlike lists of divisions these can end in 等 or など as part of a name. */
function readNames(row: Row | undefined, fallback: Row): Printed<readonly string[]> {
  const names = (row ? valuesOf(row) : []).flatMap((value) => value.split(/[、,]/)).map(cleanName);
  return { value: names.filter((name) => name !== ''), lines: (row ?? fallback).lines };
}

function readPassage(row: Row | undefined): Passage | null {
  const cells = (row?.cells ?? []).map(paragraphsOf).filter((cell) => cell !== '');
  return row && cells.length > 0 ? { text: cells.join('\n'), lines: row.lines } : null;
}

/** SDG numbers are pictures, and report and outlook are filled in later: where they hold text, say that it is lost. */
function remarkUnkept(parsing: Parsing, sdgs: readonly string[], segment: Segment): void {
  for (const row of segment) {
    const { kind, lines } = row;
    const filled = kind === 'years' ? sdgs.length > 0 : /^(?:report|outlook)$/.test(kind) && valuesOf(row).length > 0;
    const what = kind === 'years' ? 'SDG numbers' : kind;
    if (filled) parsing.remark(remarks.unkeptText(what), lines, 'empty cells', 'text');
  }
}

/** The mark <令和6年度計画変更> in angle brackets of any kind; a converter may print two that do not match. */
const mark = /[<‹〈《]\s*([^<>‹›〈〉《》]*?)\s*計画変更\s*[>›〉》]/g;

/** The fiscal years in which the plan of a sheet was changed, each once, wherever in the sheet its mark stands. */
function readPlanChanges(parsing: Parsing, segment: Segment): Printed<number>[] {
  const changes = new Map<number, Printed<number>>();
  for (const { text, lines } of segment)
    for (const [, printed = ''] of text.matchAll(mark)) {
      const year = parseEraYear(printed);
      if (year === null)
        parsing.remark(remarks.yearlessChange, lines, 'a fiscal year before 計画変更', printed || 'none');
      else if (!changes.has(year)) changes.set(year, { value: year, lines });
    }
  return [...changes.values()];
}

/** Rows without which a sheet has no record. */
const essential = new Set<string>(['field', 'name', 'leads', 'years']);

/** Reports rows that a sheet lacks or prints twice. Rows missing at the end of the last sheet mean a cut document. */
function checkRows(parsing: Parsing, segment: Segment, isLast: boolean): void {
  const lines = linesOf(segment);
  const kinds = segment.map(({ kind }) => kind);
  const expected = Object.entries(sheetRows).map(([kind, label]) => ({
    label,
    essential: essential.has(kind),
    present: kinds.some((each) => each === kind),
  }));
  const lastPresent = expected.findLastIndex(({ present }) => present);
  const cutOff = isLast && lastPresent < expected.length - 1;
  if (cutOff) {
    const actual = `nothing after ${expected[lastPresent]?.label ?? 'the title'}`;
    parsing.remark(remarks.cutOff, lines, `rows up to ${sheetRows.remarks}`, actual);
  }
  for (const { label, essential, present } of cutOff ? expected.slice(0, lastPresent + 1) : expected)
    if (!present) {
      const remark = essential ? remarks.essentialRowMissing(label) : remarks.rowMissing(label);
      parsing.remark(remark, lines, `a row ${label}`, 'none');
    }
  for (const row of segment.filter(({ kind }, index) => kinds.indexOf(kind) !== index))
    parsing.remark(remarks.repeatedRow, row.lines, 'one row of its kind', 'another');
}

type Columns = readonly (number | null)[];

/**
 * The fiscal years of the table's columns, by the head row's cells (R 5 … R 9). They give the year of every goal and
 * grade: the label 年度末評価 stands below a row labelled R6年度末, but a grade is that of its own column.
 */
function readColumns(parsing: Parsing, head: Row): Columns {
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
function readGoals(parsing: Parsing, row: Row | undefined, columns: Columns): GoalRecord[] {
  return cellsByYear(parsing, row, columns).flatMap(({ fiscalYear, cell, lines }) => {
    const phrases = phrasesOf(cell);
    return phrases.length === 0 ? [] : [{ fiscalYear, phrases, quantity: parseGoal(phrases), lines }];
  });
}

/** The year-end grades of a sheet, one per column that holds one. */
function readGrades(parsing: Parsing, row: Row | undefined, columns: Columns): SheetRecord['evaluations'] {
  return cellsByYear(parsing, row, columns).flatMap(({ fiscalYear, cell, lines }) => {
    const grade = cleanText(cell);
    if (isGrade(grade)) return [{ fiscalYear, grade, lines }];
    parsing.remark(remarks.unknownGrade(fiscalYear), lines, 'A, B or C', grade);
    return [];
  });
}

/** Reports goals and grades outside the years of the sheet, and years of the sheet without a goal. */
function checkYears(
  parsing: Parsing,
  { goals, evaluations, startFiscalYear: start, targetFiscalYear: target }: UnorderedSheet,
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

function cellsByYear(parsing: Parsing, row: Row | undefined, columns: Columns) {
  if (!row) return [];
  const { cells, lines } = row;
  return cells.flatMap((cell, index) => {
    if (cleanText(cell) === '') return [];
    const fiscalYear = columns[index];
    if (typeof fiscalYear === 'number') return [{ fiscalYear, cell, lines }];
    parsing.remark(remarks.yearlessColumn, lines, 'a year above the cell', `column ${index + 1}`);
    return [];
  });
}
