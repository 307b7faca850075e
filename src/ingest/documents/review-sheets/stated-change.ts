import { type Lines, type Located, linesOf, type StatedChange } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { PolicyItemPointer, Stated } from './record.js';
import { remarks } from './remarks.js';
import { type Cell, type Piece, type Row, readPassage } from './rows.js';

/** A printed status (←変更あり) with what stands to its right or below it. */
export interface Statement extends Located {
  readonly change: StatedChange;
  readonly pieces: readonly Piece[];
}

const arrowed = /^(?:\*\*|\s)*←\s*(変更(?:なし|無し?|あり|有り?)|新規|削除)(?:\*\*|\s)*/;
/** 新規 also comes without its arrow, as there is no left column to point at. */
const bareAddition = /^(?:\*\*|\s)*新規(?:\*\*)*(?=$|\s|[●○])\s*/;

/** The status that a cell opens with, and the rest of the cell. */
export function readStatus(text: string): { readonly change: StatedChange; readonly rest: string } | null {
  const status = arrowed.exec(text);
  if (status) return { change: changeOf(status[1] ?? ''), rest: text.slice(status[0].length) };
  const addition = bareAddition.exec(text);
  return addition ? { change: 'ADDED', rest: text.slice(addition[0].length) } : null;
}

function changeOf(printed: string): StatedChange {
  if (printed === '新規') return 'ADDED';
  if (printed === '削除') return 'REMOVED';
  return /あり|有/.test(printed) ? 'REVISED' : 'UNCHANGED';
}

/** Splits a row at its statuses: the cells before the first, and each status with the cells that follow it. */
export function readStatements({ lines, cells }: Row): {
  readonly before: readonly Cell[];
  readonly statements: readonly Statement[];
} {
  const before: Cell[] = [];
  const statements: (Statement & { readonly pieces: Piece[] })[] = [];
  for (const cell of cells) {
    const status = readStatus(cell.text);
    if (status) statements.push({ change: status.change, pieces: [], lines });
    const text = status ? status.rest : cell.text;
    const statement = statements.at(-1);
    if (!statement) before.push(cell);
    else if (text !== '') statement.pieces.push({ lines: cell.lines, text });
  }
  return { before, statements };
}

/** A statement with a further line of its text. */
export function extend(statement: Statement, pieces: readonly Piece[]): Statement {
  return { ...statement, pieces: [...statement.pieces, ...pieces], lines: linesOf([statement, ...pieces]) };
}

/** Elements whose statuses stand together: some beside their element (`own`), others listed below the block. */
interface Block {
  readonly own: readonly (Statement | null)[];
  readonly listed: readonly Statement[];
  readonly lines: Lines;
}

/**
 * The status of each element of a block in order, null for one that has none, and the statuses of new elements, which
 * stand in the list only. The others in the list are for the elements that lack a status, or a text for their ←変更あり; or
 * they repeat those of the whole block. Where neither the numbers nor the statuses fit, it takes a person to tell which is
 * whose, and that is remarked.
 */
export function matchStatements(parsing: Parsing, { own, listed, lines }: Block) {
  const additions = listed.filter(({ change }) => change === 'ADDED');
  const stated = listed.filter(({ change }) => change !== 'ADDED');
  const open = own.filter(isOpen);
  const takers = [open, own].find(
    (some) => some.length === stated.length && some.every((taker, index) => fits(taker, stated[index] as Statement)),
  );
  if (takers && open.length < stated.length) parsing.remark(remarks.repeatedStatuses, linesOf(stated));
  const queue = [...stated];
  const statements = own.map((statement) =>
    takers?.includes(statement) ? join(statement, queue.shift() as Statement) : statement,
  );
  if ((!takers && stated.length > 0) || statements.includes(null))
    remarkUnmatched(parsing, lines, own.length, own.filter((each) => each !== null).length + stated.length);
  return { statements, additions };
}

/** An element in both columns, by what the left one prints (in an added row, the new element) and the right one restates. */
export const columnsOf = <Column>(change: Stated, printed: Column | null, restated: Column | null) => ({
  change,
  current: change === 'ADDED' ? null : printed,
  draft: change === 'REVISED' || change === 'ADDED' ? restated : change === 'UNCHANGED' ? printed : null,
});

/** Remarks that elements and statuses differ in number. */
export function remarkUnmatched(parsing: Parsing, lines: Lines, elements: number, statuses: number): void {
  const expected = `${elements} status${elements === 1 ? '' : 'es'}`;
  parsing.remark(remarks.unmatchedStatuses, lines, expected, `${statuses}`);
}

/** Remarks a status that does not fit what stands beside it: text or none, the same text as in the other column or not. */
export function checkText(parsing: Parsing, lines: Lines, change: Stated, hasText: boolean, same = false): void {
  if (change === 'REVISED' && !hasText) parsing.remark(remarks.emptyRevision, lines);
  if (change === 'REVISED' && hasText && same) parsing.remark(remarks.sameTexts, lines);
  if ((change === 'UNCHANGED' || change === 'REMOVED') && hasText) parsing.remark(remarks.unexpectedText, lines);
}

/** Remarks when numbers are not 1, 2, 3 … in this order. */
export function checkNumbers(parsing: Parsing, lines: Lines, numbers: readonly number[]): void {
  const expected = numbers.map((_, index) => index + 1).join(' ');
  if (numbers.join(' ') !== expected) parsing.remark(remarks.numbersLeaveGaps, lines, expected, numbers.join(' '));
}

function isOpen(statement: Statement | null): boolean {
  return statement === null || (statement.change === 'REVISED' && statement.pieces.length === 0);
}

function fits(own: Statement | null, listed: Statement): boolean {
  if (own === null) return true;
  const texts = [readPassage(own.pieces)?.text, readPassage(listed.pieces)?.text].filter((text) => text !== undefined);
  return own.change === listed.change && new Set(texts).size < 2;
}

function join(own: Statement | null, listed: Statement): Statement {
  if (own === null) return listed;
  return own.pieces.length > 0 || listed.pieces.length === 0 ? own : { ...listed, lines: linesOf([own, listed]) };
}

/** The policy item that a deletion refers to: (6-2「…」に記載されているため). */
export function readPointer(pieces: readonly Piece[]): PolicyItemPointer | null {
  const text = readPassage(pieces)?.text ?? '';
  const pointer = /^\(?(\d{1,2}-\d{1,2})「([^「」]+)」/.exec(text);
  return pointer?.[1] && pointer[2] ? { code: pointer[1], name: pointer[2] } : null;
}
