import { linesOf, spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName } from '../text.js';
import { type MeasureRows, readContentRow, readHeadingRow, readRestatedMeasure } from './measure-rows.js';
import type { MeasureColumn, MeasureReview } from './record.js';
import { remarks } from './remarks.js';
import { type Row, readPassage } from './rows.js';
import type { Section } from './sections.js';
import {
  checkNumbers,
  checkText,
  extend,
  matchStatements,
  readPointer,
  readStatements,
  remarkUnmatched,
  type Statement,
} from './stated-change.js';

/** Measures whose statuses stand together: some in their own rows, others listed below. */
interface Block {
  readonly measures: MeasureRows[];
  readonly listed: Statement[];
}

/**
 * 施策中項目: each measure is a heading row and a 内容 row. Its status stands in the heading row, or below a block of
 * measures, where statuses and new texts follow one another in the order of the measures.
 */
export function readMeasures(parsing: Parsing, { rows, lines }: Section): MeasureReview[] {
  const blocks: Block[] = [];
  for (const row of rows) if (readRow(parsing, row, blocks)) parsing.consume(row);
  const reviews = blocks.flatMap((block) => reviewBlock(parsing, block));
  const current = reviews.flatMap((review) => review.current?.number ?? []);
  const draft = reviews.flatMap((review) => review.draft?.number ?? []);
  checkNumbers(parsing, lines, current);
  if (new Set(draft).size < draft.length)
    parsing.remark(remarks.numbersLeaveGaps, lines, 'different numbers', draft.join(' '));
  return reviews;
}

/** Takes in one row; false where it fits nothing. */
function readRow(parsing: Parsing, row: Row, blocks: Block[]): boolean {
  const block = blocks.at(-1);
  const heading = readHeadingRow(row);
  if (heading) {
    if (heading.lost) parsing.remark(remarks.lostCell, row.lines);
    if (!block || block.listed.length > 0) blocks.push({ measures: [heading.measure], listed: [] });
    else block.measures.push(heading.measure);
    return true;
  }
  const measure = block?.measures.at(-1);
  if (!block || !measure) return false;
  const content = readContentRow(row);
  if (content) {
    if (block.listed.length > 0 || measure.content !== null || (content.own && measure.own)) return false;
    if (content.lost) parsing.remark(remarks.lostCell, row.lines);
    block.measures[block.measures.length - 1] = {
      ...measure,
      content: content.content,
      own: measure.own ?? content.own,
      lines: linesOf([measure, row]),
    };
    return true;
  }
  const { before, statements } = readStatements(row);
  const last = block.listed.at(-1);
  if (before.length > 0) {
    if (last?.change !== 'REVISED' && last?.change !== 'ADDED') return false;
    block.listed[block.listed.length - 1] = extend(last, before);
  }
  block.listed.push(...statements);
  return true;
}

function reviewBlock(parsing: Parsing, { measures, listed }: Block): MeasureReview[] {
  const lines = spanOf(...[...measures, ...listed].map((each) => each.lines));
  const { statements, additions } = matchStatements(parsing, { own: measures.map(({ own }) => own), listed, lines });
  return [
    ...measures.map((rows, index) => reviewMeasure(parsing, rows, statements[index] ?? null)),
    ...additions.flatMap((statement) => reviewListedAddition(parsing, statement) ?? []),
  ];
}

function reviewMeasure(parsing: Parsing, rows: MeasureRows, statement: Statement | null): MeasureReview {
  const lines = statement ? spanOf(rows.lines, statement.lines) : rows.lines;
  const printed: MeasureColumn = {
    number: rows.number,
    name: cleanName(rows.name),
    departments: rows.departments,
    content: readPassage(rows.content ?? []),
    lines: rows.lines,
  };
  checkColumns(parsing, rows, statement);
  if (rows.openEnded) parsing.remark(remarks.openDepartments, rows.lines);
  const { change, pieces } = statement ?? { change: null, pieces: [] };
  const review = {
    change,
    current: printed,
    draft: change === 'UNCHANGED' ? printed : null,
    departmentsRestated: false,
    reordered: false,
    pointsTo: change === 'REMOVED' ? readPointer(pieces) : null,
    lines,
  };
  if (!statement || change === null) return review;
  if (change === 'UNCHANGED' || change === 'REMOVED') {
    checkText(parsing, statement.lines, change, pieces.length > 0 && !review.pointsTo);
    return review;
  }

  const restated = readRestatedMeasure(pieces, printed.name, false);
  if (restated.openEnded) parsing.remark(remarks.openDepartments, statement.lines);
  const draft: MeasureColumn = {
    number: restated.number ?? printed.number,
    name: restated.name ?? printed.name,
    departments: restated.departments ?? printed.departments,
    content: restated.content ?? printed.content,
    lines: change === 'ADDED' ? lines : statement.lines,
  };
  checkText(parsing, lines, change, pieces.length > 0, !differs(printed, draft));
  return {
    ...review,
    current: change === 'ADDED' ? null : printed,
    draft,
    departmentsRestated: restated.departments !== null,
    reordered: restated.reordered,
  };
}

/** Departments and 内容 belong to every measure; only the text of a new one stands elsewhere, in the right column. */
function checkColumns(
  parsing: Parsing,
  { departments, content, lines }: MeasureRows,
  statement: Statement | null,
): void {
  const missing = [
    ...(departments.length === 0 ? ['評価回答部署'] : []),
    ...(content === null || (content.length === 0 && statement?.change !== 'ADDED') ? ['内容'] : []),
  ];
  if (missing.length === 0) return;
  const severity = departments.length === 0 || content === null ? 'warning' : 'note';
  const actual = content === null ? 'nothing' : 'an empty cell';
  parsing.remark({ ...remarks.emptyMeasure, severity }, lines, missing.join(', '), actual);
}

function differs(current: MeasureColumn, draft: MeasureColumn): boolean {
  const printed = ({ number, name, departments, content }: MeasureColumn) =>
    JSON.stringify([number, name, departments, content?.text]);
  return printed(current) !== printed(draft);
}

/** A new measure that stands below a block, all of it in the right column. */
function reviewListedAddition(parsing: Parsing, { pieces, lines }: Statement): MeasureReview | null {
  const { number, name, departments, openEnded, content, reordered } = readRestatedMeasure(pieces, null, true);
  if (openEnded) parsing.remark(remarks.openDepartments, lines);
  if (number === null || name === null) {
    remarkUnmatched(parsing, lines, 0, 1);
    return null;
  }
  return {
    change: 'ADDED',
    current: null,
    draft: { number, name, departments: departments ?? [], content, lines },
    departmentsRestated: departments !== null,
    reordered,
    pointsTo: null,
    lines,
  };
}
