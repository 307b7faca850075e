import { type Passage, spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { type Piece, readPassage } from './passage.js';
import type { CollaborationReview, Stated } from './record.js';
import { remarkEmptyRevision, remarkUnexpectedText, remarkUnmatchedStatuses } from './remarks.js';
import type { Row } from './rows.js';
import type { Section } from './sections.js';
import { extend, readStatements, type Statement } from './stated-change.js';

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
    for (const row of rows)
      if (readRow(row, columns, index > 0)) parsing.placed.place({ first: row.line, last: row.line });

  const { left, right, status } = columns;
  const current = present(readPassage(left));
  const draft = present(readPassage(status ? status.pieces : right));
  const places = [...left, ...right].map(({ line }) => ({ first: line, last: line }));
  const ranges = [...places, ...(status ? [status.lines] : [])];
  const lines = ranges.length > 0 ? spanOf(...ranges) : null;

  if (status) {
    if (status.change === 'REVISED' && !draft) remarkEmptyRevision(parsing, status.lines);
    if ((status.change === 'REMOVED' || status.change === 'UNCHANGED') && draft)
      remarkUnexpectedText(parsing, status.lines);
    const kept = status.change === 'UNCHANGED' ? current : null;
    const restated = status.change === 'REVISED' || status.change === 'ADDED' ? draft : kept;
    return { change: status.change, current, draft: restated, lines };
  }
  const silent = right.length === 0 && current !== null;
  if (silent) remarkUnmatchedStatuses(parsing, current.lines, 1, 0);
  return { change: silent ? null : difference(current, draft), current, draft, lines };
}

/** Takes in one row; false where it fits neither column. */
function readRow(row: Row, columns: Columns, secondCaption: boolean): boolean {
  const { before, statements } = readStatements(row);
  const [first, ...others] = before.map(({ text }) => ({ line: row.line, text }));
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
