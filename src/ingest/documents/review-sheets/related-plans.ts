import type { Lines, StatedChange } from '../document.js';
import type { Parsing } from '../parsing.js';
import { parsePeriod } from '../period.js';
import { cleanName, cleanText } from '../text.js';
import { readPassage } from './passage.js';
import type { RelatedPlanColumn, RelatedPlanReview } from './record.js';
import {
  remarkEmptyRevision,
  remarkLostCell,
  remarkSameTexts,
  remarkUnexpectedText,
  remarkUnmatchedStatuses,
} from './remarks.js';
import type { Cell, Row } from './rows.js';
import type { Section } from './sections.js';
import { readStatus } from './stated-change.js';

/** What stands for "no plan". */
const none = /^[-‐－―ー–—]$/;

/** One side of a row: name, period, overview; each null where its cell is empty. */
interface Side {
  readonly name: string | null;
  readonly period: string | null;
  readonly overview: RelatedPlanColumn['overview'];
  readonly lost: boolean;
}

/** 関連計画: name, period and overview on both sides of the status. Rows of "-" hold no plan. */
export function readRelatedPlans(parsing: Parsing, { rows }: Section): RelatedPlanReview[] {
  return rows.flatMap((row) => {
    const at = row.cells.findIndex(({ text }) => readStatus(text) !== null);
    const status = readStatus(row.cells[at]?.text ?? '');
    const left = readLeft(row, at < 0 ? row.cells : row.cells.slice(0, at));
    const right = status ? readRight(row, row.cells[at] as Cell, status.rest, row.cells.slice(at + 1)) : null;
    const review = reviewOf(parsing, row, left, status?.change ?? null, right);
    if (review === 'unread') return [];
    parsing.placed.place({ first: row.line, last: row.line });
    if (left?.lost || right?.lost) remarkLostCell(parsing, row.line);
    return review ? [review] : [];
  });
}

/** The left side can be slid to the right, so columns count from its name. Null where there is no plan. */
function readLeft({ line }: Row, cells: readonly Cell[]): Side | null {
  const [name] = cells;
  if (!name || none.test(name.text)) return null;
  return readSide(line, cells, name.column);
}

/** The right side counts from the status, because its name can be blank; a name that slid into the status cell opens it. */
function readRight({ line }: Row, status: Cell, rest: string, cells: readonly Cell[]): Side | null {
  const slid = rest === '' ? [] : [{ column: status.column, text: rest }];
  const all = [...slid, ...cells];
  if (all.length === 0) return null;
  return readSide(line, all, status.column + (slid.length > 0 ? 0 : 1));
}

function readSide(line: number, cells: readonly Cell[], nameColumn: number): Side {
  const at = (offset: number) => cells.find(({ column }) => column === nameColumn + offset)?.text ?? null;
  const [name, period, overview] = [at(0), at(1), at(2)];
  return {
    name: name === null ? null : cleanName(name),
    period: period === null ? null : cleanText(period),
    overview: overview === null ? null : readPassage([{ line, text: overview }]),
    lost: cells.some(({ column }) => column > nameColumn + 2),
  };
}

function reviewOf(parsing: Parsing, row: Row, left: Side | null, change: StatedChange | null, right: Side | null) {
  const lines = { first: row.line, last: row.line };
  const current = left ? columnOf(left, left.name) : null;
  if (change === null && !current) return none.test(row.cells[0]?.text ?? '') ? null : ('unread' as const);
  // A lone text without a status is a remark rather than a plan.
  if (change === null && row.cells.length === 1) return 'unread' as const;
  if (change === 'UNCHANGED' && !current && !right) return null;
  const review = { change, current, draft: null, lines };
  if (current) checkPeriod(parsing, lines, current);
  if (change === null) {
    remarkUnmatchedStatuses(parsing, lines, 1, 0);
    return review;
  }
  if ((change === 'ADDED') === (current !== null)) {
    remarkMissingSide(
      parsing,
      lines,
      change === 'ADDED' ? 'only a plan in the right column' : 'a plan in the left column',
    );
    return 'unread' as const;
  }
  if (change === 'UNCHANGED' || change === 'REMOVED') {
    if (right) remarkUnexpectedText(parsing, lines);
    return { ...review, draft: change === 'UNCHANGED' ? current : null };
  }
  if (!right) remarkEmptyRevision(parsing, lines);
  const draft = right ? columnOf(right, right.name ?? left?.name ?? null) : current;
  if (!draft) {
    remarkMissingSide(parsing, lines, 'a name in the right column');
    return 'unread' as const;
  }
  if (draft.period !== current?.period) checkPeriod(parsing, lines, draft);
  if (right && current && isSame(current, draft)) remarkSameTexts(parsing, lines);
  return { ...review, draft };
}

function isSame(current: RelatedPlanColumn, draft: RelatedPlanColumn): boolean {
  const printed = ({ name, period, overview }: RelatedPlanColumn) => JSON.stringify([name, period, overview?.text]);
  return printed(current) === printed(draft);
}

function columnOf({ period, overview }: Side, name: string | null): RelatedPlanColumn | null {
  return name === null ? null : { name, period, overview };
}

function remarkMissingSide(parsing: Parsing, lines: Lines, expected: string): void {
  parsing.remark({
    rule: 'a-status-fits-its-columns',
    severity: 'warning',
    lines,
    message: 'The status of this row does not fit the columns that hold a plan; the row was not used.',
    messageJa: '変更有無と、計画が記載されている欄とが合わないため、この行は読み込んでいません。',
    expected,
    actual: 'something else',
  });
}

function checkPeriod(parsing: Parsing, lines: Lines, { period }: RelatedPlanColumn): void {
  if (period === null || parsePeriod(period).startFiscalYear !== null) return;
  parsing.remark({
    rule: 'period-is-readable',
    severity: 'warning',
    lines,
    message: 'This period could not be read as fiscal years; it is kept as printed.',
    messageJa: '計画期間を年度として読み取れないため、表記のまま保持しています。',
    expected: 'a period such as 令和5～9年度 or R5-R9年度',
    actual: period.slice(0, 20),
  });
}
