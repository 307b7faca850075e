import { spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName } from '../text.js';
import { readRestatedMeasure } from './measure-draft.js';
import { type MeasureRows, readContentRow, readHeadingRow } from './measure-rows.js';
import { readPassage } from './passage.js';
import type { MeasureColumn, MeasureReview } from './record.js';
import {
  checkNumbers,
  remarkEmptyRevision,
  remarkLostCell,
  remarkNumbers,
  remarkOpenEnd,
  remarkRepeatedStatuses,
  remarkSameTexts,
  remarkUnexpectedText,
  remarkUnmatchedStatuses,
} from './remarks.js';
import type { Row } from './rows.js';
import type { Section } from './sections.js';
import { assignStatements, extend, readPointer, readStatements, type Statement } from './stated-change.js';

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
  for (const row of rows) if (readRow(parsing, row, blocks)) parsing.placed.place({ first: row.line, last: row.line });
  const reviews = blocks.flatMap((block) => reviewBlock(parsing, block));
  const current = reviews.flatMap((review) => review.current?.number ?? []);
  const draft = reviews.flatMap((review) => review.draft?.number ?? []);
  checkNumbers(parsing, lines, current);
  if (new Set(draft).size < draft.length) remarkNumbers(parsing, lines, 'different numbers', draft.join(' '));
  return reviews;
}

/** Takes in one row; false where it fits nothing. */
function readRow(parsing: Parsing, row: Row, blocks: Block[]): boolean {
  const block = blocks.at(-1);
  const heading = readHeadingRow(row);
  if (heading) {
    if (heading.lost) remarkLostCell(parsing, row.line);
    if (!block || block.listed.length > 0) blocks.push({ measures: [heading.measure], listed: [] });
    else block.measures.push(heading.measure);
    return true;
  }
  const measure = block?.measures.at(-1);
  if (!block || !measure) return false;
  const content = readContentRow(row);
  if (content) {
    if (block.listed.length > 0 || measure.content !== null || (content.own && measure.own)) return false;
    if (content.lost) remarkLostCell(parsing, row.line);
    block.measures[block.measures.length - 1] = {
      ...measure,
      content: content.content,
      own: measure.own ?? content.own,
      lines: { first: measure.lines.first, last: row.line },
    };
    return true;
  }
  const { before, statements } = readStatements(row);
  const pieces = before.map(({ text }) => ({ line: row.line, text }));
  const last = block.listed.at(-1);
  if (pieces.length > 0 && last?.change !== 'REVISED' && last?.change !== 'ADDED') return false;
  if (last && pieces.length > 0) block.listed[block.listed.length - 1] = extend(last, pieces);
  block.listed.push(...statements);
  return true;
}

function reviewBlock(parsing: Parsing, { measures, listed }: Block): MeasureReview[] {
  const additions = listed.filter(({ change }) => change === 'ADDED');
  const stated = listed.filter(({ change }) => change !== 'ADDED');
  const assigned = assignStatements(
    measures.map(({ own }) => own),
    stated,
  );
  if (assigned?.repeated) remarkRepeatedStatuses(parsing, spanOf(...stated.map((statement) => statement.lines)));
  if (!assigned || assigned.statements.includes(null)) {
    const lines = spanOf(...measures.map((measure) => measure.lines), ...listed.map((statement) => statement.lines));
    const own = measures.filter((measure) => measure.own !== null).length;
    remarkUnmatchedStatuses(parsing, lines, measures.length, own + stated.length);
  }
  return [
    ...measures.map((rows, index) =>
      reviewMeasure(parsing, rows, assigned ? (assigned.statements[index] ?? null) : rows.own),
    ),
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
  if (rows.openEnded) remarkOpenEnd(parsing, rows.lines);
  const change = statement?.change ?? null;
  const review = {
    change,
    current: printed,
    draft: null,
    departmentsRestated: false,
    reordered: false,
    pointsTo: null,
    lines,
  };
  if (!statement || change === null) return review;
  if (change === 'REMOVED') {
    const pointsTo = readPointer(statement.pieces);
    if (!pointsTo && statement.pieces.length > 0) remarkUnexpectedText(parsing, statement.lines);
    return { ...review, pointsTo };
  }
  if (change === 'UNCHANGED') {
    if (statement.pieces.length > 0) remarkUnexpectedText(parsing, statement.lines);
    return { ...review, draft: printed };
  }

  const restated = readRestatedMeasure(statement.pieces, printed.name, false);
  if (restated.openEnded) remarkOpenEnd(parsing, statement.lines);
  const draft: MeasureColumn = {
    number: restated.number ?? printed.number,
    name: restated.name ?? printed.name,
    departments: restated.departments ?? printed.departments,
    content: restated.content ?? printed.content,
    lines: change === 'ADDED' ? lines : statement.lines,
  };
  if (change === 'REVISED' && statement.pieces.length === 0) remarkEmptyRevision(parsing, lines);
  else if (change === 'REVISED' && !differs(printed, draft)) remarkSameTexts(parsing, lines);
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
  parsing.remark({
    rule: 'a-measure-has-departments-and-content',
    severity: departments.length === 0 || content === null ? 'warning' : 'note',
    lines,
    message: 'This measure is printed without its departments or its text.',
    messageJa: '施策中項目の評価回答部署または内容の記載がありません。',
    expected: missing.join(', '),
    actual: content === null ? 'nothing' : 'an empty cell',
  });
}

function differs(current: MeasureColumn, draft: MeasureColumn): boolean {
  const printed = ({ number, name, departments, content }: MeasureColumn) =>
    JSON.stringify([number, name, departments, content?.text]);
  return printed(current) !== printed(draft);
}

/** A new measure that stands below a block, all of it in the right column. */
function reviewListedAddition(parsing: Parsing, statement: Statement): MeasureReview | null {
  const { number, name, departments, openEnded, content, reordered } = readRestatedMeasure(
    statement.pieces,
    null,
    true,
  );
  if (openEnded) remarkOpenEnd(parsing, statement.lines);
  if (number === null || name === null) {
    remarkUnmatchedStatuses(parsing, statement.lines, 0, 1);
    return null;
  }
  return {
    change: 'ADDED',
    current: null,
    draft: { number, name, departments: departments ?? [], content, lines: statement.lines },
    departmentsRestated: departments !== null,
    reordered,
    pointsTo: null,
    lines: statement.lines,
  };
}
