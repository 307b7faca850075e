import { spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { type Piece, readPassage } from './passage.js';
import type { VisionReview } from './record.js';
import {
  remarkEmptyRevision,
  remarkRepeatedStatuses,
  remarkSameTexts,
  remarkUnexpectedText,
  remarkUnmatchedStatuses,
} from './remarks.js';
import type { Row } from './rows.js';
import type { Section } from './sections.js';
import { assignStatements, extend, readStatements, type Statement } from './stated-change.js';

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
  for (const row of rows) {
    if (!readRow(row, visions, listed)) continue;
    parsing.placed.place({ first: row.line, last: row.line });
  }
  const additions = listed.filter(({ change }) => change === 'ADDED');
  const stated = listed.filter(({ change }) => change !== 'ADDED');
  const assigned = assignStatements(
    visions.map(({ own }) => own),
    stated,
  );
  if (assigned?.repeated) remarkRepeatedStatuses(parsing, spanOf(...stated.map((statement) => statement.lines)));
  if (!assigned || assigned.statements.includes(null)) {
    const own = visions.filter((vision) => vision.own !== null).length;
    remarkUnmatchedStatuses(parsing, lines, visions.length, own + stated.length);
  }
  return [
    ...visions.map(({ current, own }, index) => {
      const statement = assigned ? (assigned.statements[index] ?? null) : own;
      const lines = statement?.lines ?? { first: current.line, last: current.line };
      return reviewOf(parsing, { number: index + 1, current: readPassage([current]), lines }, statement);
    }),
    ...additions.map((statement, index) => {
      const number = visions.length + index + 1;
      return reviewOf(parsing, { number, current: null, lines: statement.lines }, statement);
    }),
  ];
}

/** Takes in one row; false where it fits nothing. */
function readRow(row: Row, visions: Vision[], listed: Statement[]): boolean {
  const { before, statements } = readStatements(row);
  const [first, ...others] = before.map(({ text }) => ({ line: row.line, text }));
  const last = listed.at(-1);
  if (others.length > 0) return false;
  const [own] = statements;
  if (!first) listed.push(...statements);
  else if (statements.length > 1 || (own?.change === 'ADDED' && own.pieces.length > 0)) return false;
  else if (own?.change === 'ADDED') listed.push(extend(own, [first]));
  else if (statements.length === 0 && last && (last.change === 'REVISED' || last.change === 'ADDED'))
    listed[listed.length - 1] = extend(last, [first]);
  else visions.push({ current: first, own: own ?? null });
  return true;
}

function reviewOf(
  parsing: Parsing,
  vision: Pick<VisionReview, 'number' | 'current' | 'lines'>,
  statement: Statement | null,
): VisionReview {
  const stated = statement ? readPassage(statement.pieces) : null;
  const change = statement?.change ?? null;
  if ((change === 'REVISED' || change === 'ADDED') && !stated) remarkEmptyRevision(parsing, vision.lines);
  if ((change === 'UNCHANGED' || change === 'REMOVED') && stated) remarkUnexpectedText(parsing, vision.lines);
  if (change === 'REVISED' && stated && stated.text === vision.current?.text) remarkSameTexts(parsing, vision.lines);
  const kept = change === 'UNCHANGED' ? vision.current : null;
  return { ...vision, change, draft: change === 'REVISED' || change === 'ADDED' ? stated : kept };
}
