/** Cursors: a list and a position in it, as a text that clients hand back. */
import { badInput, type Refusal } from '../refusal.js';

export const encodeCursor = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

/** What a cursor was made of; empty where it is none. */
export function decodeCursor(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Refuses a text that is no cursor of the list. */
export const noCursor = (argument: string): Refusal =>
  badInput(
    `${argument}: expected a cursor that this list returned, but got another text`,
    `${argument}には、この一覧が返したカーソルを指定してください。`,
  );
