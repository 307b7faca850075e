import { type Lines, type StatedChange, spanOf } from '../document.js';
import { type Piece, readPassage } from './passage.js';
import type { PolicyItemPointer } from './record.js';
import type { Row } from './rows.js';

/** A printed status (←変更あり) with what stands to its right or below it. */
export interface Statement {
  readonly change: StatedChange;
  readonly pieces: readonly Piece[];
  readonly lines: Lines;
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
export function readStatements({ line, cells }: Row): {
  readonly before: Row['cells'];
  readonly statements: readonly Statement[];
} {
  const before: Row['cells'][number][] = [];
  const statements: (Statement & { readonly pieces: Piece[] })[] = [];
  for (const cell of cells) {
    const status = readStatus(cell.text);
    const text = status ? status.rest : cell.text;
    if (status) statements.push({ change: status.change, pieces: [], lines: { first: line, last: line } });
    const statement = statements.at(-1);
    if (!statement) before.push(cell);
    else if (text !== '') statement.pieces.push({ line, text });
  }
  return { before, statements };
}

/** A statement with a further line of its text. */
export function extend(statement: Statement, pieces: readonly Piece[]): Statement {
  const lines = pieces.map(({ line }) => ({ first: line, last: line }));
  return { ...statement, pieces: [...statement.pieces, ...pieces], lines: spanOf(statement.lines, ...lines) };
}

/** The status of each element in order, null for one that has none. */
export interface Assignment {
  readonly statements: readonly (Statement | null)[];
  /** The list below the block says again what stands beside its elements. */
  readonly repeated: boolean;
}

/**
 * Gives the statuses that are listed after a block to the elements of the block, in order.
 * They are for the elements that lack a status, or a text for their ←変更あり; or they repeat those of the whole block.
 * Null where the numbers or the statuses do not fit: then it takes a person to tell which is whose.
 */
export function assignStatements(own: readonly (Statement | null)[], listed: readonly Statement[]): Assignment | null {
  if (listed.length === 0) return { statements: own, repeated: false };
  const open = own.filter(isOpen);
  for (const takers of [open, own]) {
    if (takers.length !== listed.length) continue;
    if (!takers.every((taker, index) => fits(taker, listed[index] as Statement))) continue;
    const queue = [...listed];
    const statements = own.map((statement) =>
      takers === own || isOpen(statement) ? join(statement, queue.shift() as Statement) : statement,
    );
    return { statements, repeated: open.length < listed.length };
  }
  return null;
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
  return own.pieces.length > 0 || listed.pieces.length === 0
    ? own
    : { ...listed, lines: spanOf(own.lines, listed.lines) };
}

/** The policy item that a deletion refers to: (6-2「…」に記載されているため). */
export function readPointer(pieces: readonly Piece[]): PolicyItemPointer | null {
  const text = readPassage(pieces)?.text ?? '';
  const pointer = /^\(?(\d{1,2}-\d{1,2})「([^「」]+)」/.exec(text);
  return pointer?.[1] && pointer[2] ? { code: pointer[1], name: pointer[2] } : null;
}
