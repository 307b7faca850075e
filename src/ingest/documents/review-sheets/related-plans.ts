import type { Lines } from '../document.js';
import type { Parsing } from '../parsing.js';
import { parsePeriod } from '../period.js';
import { cleanName, cleanText } from '../text.js';
import type { RelatedPlanColumn, RelatedPlanReview, Stated } from './record.js';
import { remarks } from './remarks.js';
import { type Cell, type Row, readPassage } from './rows.js';
import type { Section } from './sections.js';
import { checkText, columnsOf, readStatus, remarkUnmatched } from './stated-change.js';

/** What stands for "no plan". */
const none = /^[-‐－―ー–—]$/;

/** 関連計画: name, period and overview on both sides of the status. Rows of "-" hold no plan. */
export function readRelatedPlans(parsing: Parsing, { rows }: Section): RelatedPlanReview[] {
  return rows.flatMap((row) => {
    const at = row.cells.findIndex(({ text }) => readStatus(text) !== null);
    const cell = row.cells[at];
    const status = cell ? readStatus(cell.text) : null;
    const left = readLeft(cell ? row.cells.slice(0, at) : row.cells);
    const right = cell && status ? readRight(cell, status.rest, row.cells.slice(at + 1)) : null;
    const review = reviewOf(parsing, row, left, status?.change ?? null, right);
    if (review === undefined) return [];
    parsing.consume(row);
    if (left?.lost || right?.lost) parsing.remark(remarks.lostCell, row.lines);
    return review ?? [];
  });
}

/** The left side can be slid to the right, so columns count from its name. Null where there is no plan. */
function readLeft(cells: readonly Cell[]): Side | null {
  const [name] = cells;
  return !name || none.test(name.text) ? null : readSide(cells, name.column);
}

/** The right side counts from the status, because its name can be blank; a name that slid into the status cell opens it. */
function readRight(status: Cell, rest: string, cells: readonly Cell[]): Side | null {
  const slid = rest === '' ? [] : [{ ...status, text: rest }];
  const all = [...slid, ...cells];
  return all.length === 0 ? null : readSide(all, status.column + 1 - slid.length);
}

/** One side of a row: name, period, overview; each null where its cell is empty, and `lost` where there is another cell. */
function readSide(cells: readonly Cell[], nameColumn: number) {
  const at = (offset: number) => cells.find(({ column }) => column === nameColumn + offset);
  const [name, period, overview] = [at(0), at(1), at(2)];
  return {
    name: name ? cleanName(name.text) : null,
    period: period ? cleanText(period.text) : null,
    overview: overview ? readPassage([overview]) : null,
    lost: cells.some(({ column }) => column > nameColumn + 2),
  };
}

type Side = ReturnType<typeof readSide>;

/** The plan of a row in both columns, null where the row says that there is none, and undefined where it cannot be read. */
function reviewOf(
  parsing: Parsing,
  { lines, cells }: Row,
  left: Side | null,
  change: Stated,
  right: Side | null,
): RelatedPlanReview | null | undefined {
  const current = left ? columnOf(left, left.name) : null;
  if (change === null && !current) return none.test(cells[0]?.text ?? '') ? null : undefined;
  // A lone text without a status is a remark rather than a plan.
  if (change === null && cells.length === 1) return undefined;
  if (change === 'UNCHANGED' && !current && !right) return null;
  if (current) checkPeriod(parsing, lines, current);
  const unread = (expected: string): undefined => {
    parsing.remark(remarks.unfittingSide, lines, expected, 'something else');
  };
  if (change === null) remarkUnmatched(parsing, lines, 1, 0);
  else if (change === 'ADDED' && current) return unread('only a plan in the right column');
  else if (change !== 'ADDED' && !current) return unread('a plan in the left column');
  if (change !== 'REVISED' && change !== 'ADDED') {
    checkText(parsing, lines, change, right !== null);
    return { ...columnsOf(change, current, null), lines };
  }
  if (!right) parsing.remark(remarks.emptyRevision, lines);
  const draft = right ? columnOf(right, right.name ?? left?.name ?? null) : current;
  if (!draft) return unread('a name in the right column');
  if (draft.period !== current?.period) checkPeriod(parsing, lines, draft);
  if (right && current && isSame(current, draft)) parsing.remark(remarks.sameTexts, lines);
  return { ...columnsOf(change, current, draft), lines };
}

function isSame(current: RelatedPlanColumn, draft: RelatedPlanColumn): boolean {
  const printed = ({ name, period, overview }: RelatedPlanColumn) => JSON.stringify([name, period, overview?.text]);
  return printed(current) === printed(draft);
}

function columnOf({ period, overview }: Side, name: string | null): RelatedPlanColumn | null {
  return name === null ? null : { name, period, overview };
}

function checkPeriod(parsing: Parsing, lines: Lines, { period }: RelatedPlanColumn): void {
  if (period === null || parsePeriod(period).startFiscalYear !== null) return;
  parsing.remark(remarks.unreadablePeriod, lines, 'a period such as 令和5～9年度 or R5-R9年度', period.slice(0, 20));
}
