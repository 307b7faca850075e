import { linesOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, nameKey, splitList } from '../text.js';
import type { MeasureColumn, MeasureReview } from './record.js';
import { remarks } from './remarks.js';
import { type Cell, type Piece, type Row, readPassage } from './rows.js';
import type { Section } from './sections.js';
import {
  checkNumbers,
  checkText,
  columnsOf,
  extend,
  matchStatements,
  readPointer,
  readStatements,
  readStatus,
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
    if (!block || block.listed.length > 0) blocks.push({ measures: [heading], listed: [] });
    else block.measures.push(heading);
    return true;
  }
  const measure = block?.measures.at(-1);
  if (!block || !measure) return false;
  const content = readContentRow(row);
  if (content) {
    if (block.listed.length > 0 || measure.content !== null || (content.own && measure.own)) return false;
    if (content.lost) parsing.remark(remarks.lostCell, row.lines);
    const own = measure.own ?? content.own;
    const lines = linesOf([measure, row]);
    block.measures[block.measures.length - 1] = { ...measure, content: content.content, own, lines };
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
  const lines = linesOf([...measures, ...listed]);
  const own = measures.map((measure) => measure.own);
  const { statements, additions } = matchStatements(parsing, { own, listed, lines });
  return [
    ...measures.map((rows, index) => reviewMeasure(parsing, rows, statements[index] ?? null)),
    ...additions.flatMap((statement) => reviewListedAddition(parsing, statement) ?? []),
  ];
}

function reviewMeasure(parsing: Parsing, rows: MeasureRows, statement: Statement | null): MeasureReview {
  const { number, departments } = rows;
  const lines = linesOf([rows, statement]);
  const content = readPassage(rows.content ?? []);
  const printed: MeasureColumn = { number, name: cleanName(rows.name), departments, content, lines: rows.lines };
  checkColumns(parsing, rows, statement);
  if (rows.openEnded) parsing.remark(remarks.openDepartments, rows.lines);
  const { change, pieces } = statement ?? { change: null, pieces: [] };
  const pointsTo = change === 'REMOVED' ? readPointer(pieces) : null;
  if (!statement || change === null || change === 'UNCHANGED' || change === 'REMOVED') {
    checkText(parsing, statement?.lines ?? lines, change, pieces.length > 0 && !pointsTo);
    return { ...columnsOf(change, printed, null), departmentsRestated: false, reordered: false, pointsTo, lines };
  }

  const restated = readRestatedMeasure(pieces, printed.name, false);
  if (restated.openEnded) parsing.remark(remarks.openDepartments, statement.lines);
  const draft: MeasureColumn = {
    number: restated.number ?? number,
    name: restated.name ?? printed.name,
    departments: restated.departments ?? departments,
    content: restated.content ?? content,
    lines: change === 'ADDED' ? lines : statement.lines,
  };
  checkText(parsing, lines, change, pieces.length > 0, !differs(printed, draft));
  const { reordered } = restated;
  return {
    ...columnsOf(change, printed, draft),
    departmentsRestated: restated.departments !== null,
    reordered,
    pointsTo,
    lines,
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
  const draft = { number, name, departments: departments ?? [], content, lines };
  return {
    ...columnsOf('ADDED', null, draft),
    departmentsRestated: departments !== null,
    reordered,
    pointsTo: null,
    lines,
  };
}

/** What one measure's rows print in the left column, with the status beside it (`own`). */
type MeasureRows = NonNullable<ReturnType<typeof readHeadingRow>>;

const departmentsLabel = /^(?:\*\*|<b>|\s)*評価回答部署\s*[:：]?\s*/;
const contentLabel = /^(?:\*\*|<b>|\s)*内容(?=$|[\s●<])\s*/;
const numberedName = /^(?:\*\*|<b>|\s)*([\d０-９]{1,2})\s*[.．、]?\s*(\D.*)$/;

/**
 * A measure's heading row: "2 name", 評価回答部署, departments, and sometimes 内容 or a status in the same row; `lost` where
 * a cell is none of them.
 */
function readHeadingRow({ lines, cells }: Row) {
  const at = cells.findIndex(({ text }) => departmentsLabel.test(text));
  const heading = numberedName.exec(cells[0]?.text ?? '');
  if (at < 1 || !heading?.[1] || !heading[2]) return null;
  const label = (cells[at] as Cell).text.replace(departmentsLabel, '');
  const beside = cells.slice(at + 1);
  const [next] = beside;
  const inNext = label === '' && next !== undefined && !readStatus(next.text) && !contentLabel.test(next.text);
  const { names: departments, openEnded } = splitList(inNext ? next.text : label);
  const { lost, ...others } = readCells({ lines, cells: inNext ? beside.slice(1) : beside });
  const number = Number(heading[1].normalize('NFKC'));
  return { number, name: heading[2], departments, openEnded, ...others, lines, lost: lost || at > 1 };
}

/** A row that opens with 内容; its text may be missing, and a status may stand beside it. */
const readContentRow = (row: Row) => (contentLabel.test(row.cells[0]?.text ?? '') ? readCells(row) : null);

/**
 * Content and status among the cells right of the departments; `lost` where a cell is neither. The content is empty where
 * its cell is, and null where there is no 内容 at all.
 */
function readCells(row: Row) {
  const { before, statements } = readStatements(row);
  const [label, ...others] = before;
  const labelled = label !== undefined && contentLabel.test(label.text);
  const text = labelled ? label.text.replace(contentLabel, '') : '';
  const content = labelled ? [...(text === '' ? [] : [{ ...label, text }]), ...others] : [];
  return {
    content: labelled ? content : null,
    own: statements[0] ?? null,
    lost: statements.length > 1 || content.length > 1 || (before.length > 0 && !labelled),
  };
}

const reordering = /^【順番の入替】\s*/;
const restatedNumber = /^([\d０-９]{1,2})\s*[.．、]?\s*(?=[^\d\s０-９●○])/;
/** A list of departments ends with its last name: a blank follows only a 、. */
const departmentList = /^評価回答部署\s*[:：]?\s*((?:[^\s、,，●○]+\s*[、,，]\s*)*[^\s、,，●○]+)\s*/;

/**
 * What the right column says about a measure, each null where it leaves it as it was: 【順番の入替】 with a new number and
 * name, 評価回答部署 with new departments, and the new text, in the order in which they can stand. A number and name are only expected after 【順番の入替】 or, with `named`, for a measure that is new.
 * A name can have a line of its own. Where the text follows on the same line, the name ends where the name known from
 * the left column does, else at a blank.
 */
function readRestatedMeasure(pieces: readonly Piece[], knownName: string | null, named: boolean) {
  const [first, ...others] = pieces;
  let text = first?.text ?? '';
  const take = (pattern: RegExp) => {
    const match = pattern.exec(text);
    if (match) text = text.slice(match[0].length);
    return match;
  };
  const reordered = take(reordering) !== null;
  const number = reordered || named ? take(restatedNumber) : null;
  const ownLine = others.length > 0 && !/[。●○]/.test(text);
  const name = number ? (ownLine ? text : takeName(text, knownName)) : '';
  text = text.slice(name.length).trim();

  const queue = [...(first && text !== '' ? [{ lines: first.lines, text }] : []), ...others];
  const departments = departmentList.exec(queue[0]?.text ?? '');
  if (departments && queue[0]) queue[0] = { ...queue[0], text: queue[0].text.slice(departments[0].length) };
  const list = departments?.[1] ? splitList(departments[1]) : null;
  return {
    reordered,
    number: number?.[1] ? Number(number[1].normalize('NFKC')) : null,
    name: name === '' ? null : cleanName(name),
    departments: list?.names ?? null,
    openEnded: list?.openEnded ?? false,
    content: readPassage(queue),
  };
}

/** The stretch of the text that is a name. */
function takeName(text: string, knownName: string | null): string {
  if (knownName !== null) {
    const key = nameKey(knownName);
    for (let end = 1; end <= text.length; end++) {
      const stretch = text.slice(0, end);
      if (nameKey(stretch) === key && /^(?:$|[\s●○])/.test(text.slice(end))) return stretch;
    }
  }
  return /^[^\s●○]+/.exec(text)?.[0] ?? '';
}
