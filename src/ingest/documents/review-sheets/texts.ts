/** The running texts of a sheet: めざす姿 (visions), 現況と課題 (situation) and 協働による取組 (collaboration). */
import { linesOf, type Passage } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { CollaborationReview, ReviewSheet, Stated, VisionReview } from './record.js';
import { remarks } from './remarks.js';
import { type Piece, type Row, readPassage } from './rows.js';
import type { Section } from './sections.js';
import {
  checkText,
  columnsOf,
  extend,
  matchStatements,
  readStatements,
  remarkUnmatched,
  type Statement,
} from './stated-change.js';

interface Vision {
  readonly current: Piece;
  readonly own: Statement | null;
}

/**
 * めざす姿: statements with the status beside them, or a list of statements followed by a list of statuses, or both.
 * 新規 rows add statements.
 */
export function readVisions(parsing: Parsing, { rows, lines }: Section): VisionReview[] {
  const visions: Vision[] = [];
  const listed: Statement[] = [];
  for (const row of rows) if (readVisionRow(row, visions, listed)) parsing.consume(row);
  const own = visions.map((vision) => vision.own);
  const { statements, additions } = matchStatements(parsing, { own, listed, lines });
  const printed = visions.map(({ current }, index) => ({ current, statement: statements[index] ?? null }));
  const added = additions.map((statement) => ({ current: null, statement }));
  return [...printed, ...added].map(({ current, statement }, index) => {
    const passage = current && readPassage([current]);
    const stated = statement && readPassage(statement.pieces);
    const change = statement?.change ?? null;
    const range = statement?.lines ?? current?.lines ?? lines;
    if (change === 'ADDED' && !stated) parsing.remark(remarks.emptyRevision, range);
    checkText(parsing, range, change, stated !== null, stated?.text === passage?.text);
    return { number: index + 1, ...columnsOf(change, passage, stated), lines: range };
  });
}

/** Takes in one row; false where it fits nothing. */
function readVisionRow(row: Row, visions: Vision[], listed: Statement[]): boolean {
  const { before, statements } = readStatements(row);
  const [first, ...others] = before;
  const last = listed.at(-1);
  if (others.length > 0) return false;
  const [own] = statements;
  if (!first) listed.push(...statements);
  else if (statements.length > 1 || (own?.change === 'ADDED' && own.pieces.length > 0)) return false;
  else if (own?.change === 'ADDED') listed.push(extend(own, [first]));
  else if (!own && (last?.change === 'REVISED' || last?.change === 'ADDED'))
    listed[listed.length - 1] = extend(last, [first]);
  else visions.push({ current: first, own: own ?? null });
  return true;
}

/** 現況と課題: printed twice, first as it is, then as the draft has it. */
export function readSituation(parsing: Parsing, sections: readonly Section[]): ReviewSheet['situation'] {
  const [current, draft] = sections.slice(0, 2).map(({ rows }) => {
    // A row of several cells is no running text.
    const paragraphs = rows.filter(({ cells }) => cells.length === 1);
    parsing.consume(...paragraphs);
    return readPassage(paragraphs.flatMap(({ cells }) => cells));
  });
  return { current: current ?? null, draft: draft ?? null };
}

/** "(現行計画に記載なし)", "(…非記載を想定)": words that stand for the absence of a text. */
const absence = /^\(.*(?:記載なし|記載無し|非記載|記載しない).*\)$/;

interface Columns {
  readonly left: Piece[];
  readonly right: Piece[];
  status: Statement | null;
}

/**
 * 協働による取組: both texts in one row, or as paragraphs under a caption of their own, or one text and a status.
 * `sections` are one section per caption.
 */
export function readCollaboration(parsing: Parsing, sections: readonly Section[]): CollaborationReview {
  const columns: Columns = { left: [], right: [], status: null };
  for (const [index, { rows }] of sections.entries())
    for (const row of rows) if (readCollaborationRow(row, columns, index > 0)) parsing.consume(row);

  const { left, right, status } = columns;
  const current = present(readPassage(left));
  const draft = present(readPassage(status ? status.pieces : right));
  const printed = [...left, ...right, ...(status ? [status] : [])];
  const lines = printed.length > 0 ? linesOf(printed) : null;

  if (status) {
    const { change } = status;
    checkText(parsing, status.lines, change, draft !== null);
    return { ...columnsOf(change, current, draft), current, lines };
  }
  const silent = right.length === 0 && current !== null;
  if (silent) remarkUnmatched(parsing, current.lines, 1, 0);
  return { change: silent ? null : difference(current, draft), current, draft, lines };
}

/** Takes in one row; false where it fits neither column. */
function readCollaborationRow(row: Row, columns: Columns, secondCaption: boolean): boolean {
  const { before, statements } = readStatements(row);
  const [first, ...others] = before;
  const [status] = statements;
  if (others.length > 1 || statements.length > 1 || (status && (columns.status || others.length > 0))) return false;
  if (!first) columns.status = status ?? columns.status;
  else if (columns.status) {
    if (others.length > 0) return false;
    columns.status = extend(columns.status, [first]);
  } else if (secondCaption) {
    if (others.length > 0 || status) return false;
    columns.right.push(first);
  } else {
    // A single cell below a row of two could belong to either.
    if (columns.right.length > 0 && others.length === 0) return false;
    columns.left.push(first);
    columns.right.push(...others);
    columns.status = status ?? null;
  }
  return true;
}

const present = (passage: Passage | null) => (passage && absence.test(passage.text) ? null : passage);

function difference(current: Passage | null, draft: Passage | null): Stated {
  if (!current) return draft ? 'ADDED' : null;
  if (!draft) return 'REMOVED';
  return current.text === draft.text ? 'UNCHANGED' : 'REVISED';
}
