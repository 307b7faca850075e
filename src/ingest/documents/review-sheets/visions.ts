import type { Parsing } from '../parsing.js';
import type { VisionReview } from './record.js';
import { remarks } from './remarks.js';
import { type Piece, type Row, readPassage } from './rows.js';
import type { Section } from './sections.js';
import { checkText, extend, matchStatements, readStatements, type Statement } from './stated-change.js';

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
  for (const row of rows) if (readRow(row, visions, listed)) parsing.consume(row);
  const block = { own: visions.map(({ own }) => own), listed, lines };
  const { statements, additions } = matchStatements(parsing, block);
  return [
    ...visions.map(({ current }, index) => {
      const statement = statements[index] ?? null;
      const stated = statement?.lines ?? { first: current.line, last: current.line };
      return reviewOf(parsing, { number: index + 1, current: readPassage([current]), lines: stated }, statement);
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

function reviewOf(
  parsing: Parsing,
  vision: Pick<VisionReview, 'number' | 'current' | 'lines'>,
  statement: Statement | null,
): VisionReview {
  const stated = statement ? readPassage(statement.pieces) : null;
  const change = statement?.change ?? null;
  if (change === 'ADDED' && !stated) parsing.remark(remarks.emptyRevision, vision.lines);
  checkText(parsing, vision.lines, change, stated !== null, stated?.text === vision.current?.text);
  const kept = change === 'UNCHANGED' ? vision.current : null;
  return { ...vision, change, draft: change === 'REVISED' || change === 'ADDED' ? stated : kept };
}
