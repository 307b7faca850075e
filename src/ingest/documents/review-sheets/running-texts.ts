import { type Passage, spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { CollaborationReview, ReviewSheet, Stated } from './record.js';
import { type Piece, type Row, readPassage } from './rows.js';
import type { Section } from './sections.js';
import { checkText, extend, readStatements, remarkUnmatched, type Statement } from './stated-change.js';

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
    for (const row of rows) if (readRow(row, columns, index > 0)) parsing.consume(row);

  const { left, right, status } = columns;
  const current = present(readPassage(left));
  const draft = present(readPassage(status ? status.pieces : right));
  const texts = [...left, ...right].map(({ line }) => ({ first: line, last: line }));
  const ranges = [...texts, ...(status ? [status.lines] : [])];
  const lines = ranges.length > 0 ? spanOf(...ranges) : null;

  if (status) {
    const { change } = status;
    checkText(parsing, status.lines, change, draft !== null);
    const kept = change === 'UNCHANGED' ? current : null;
    return { change, current, draft: change === 'REVISED' || change === 'ADDED' ? draft : kept, lines };
  }
  const silent = right.length === 0 && current !== null;
  if (silent) remarkUnmatched(parsing, current.lines, 1, 0);
  return { change: silent ? null : difference(current, draft), current, draft, lines };
}

/** Takes in one row; false where it fits neither column. */
function readRow(row: Row, columns: Columns, secondCaption: boolean): boolean {
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

function present(passage: Passage | null): Passage | null {
  return passage && absence.test(passage.text) ? null : passage;
}

function difference(current: Passage | null, draft: Passage | null): Stated {
  if (!current) return draft ? 'ADDED' : null;
  if (!draft) return 'REMOVED';
  return current.text === draft.text ? 'UNCHANGED' : 'REVISED';
}
