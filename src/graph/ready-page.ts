import { wholeNumber } from '../refusal.js';
import { maximumPageSize } from './page.js';

/** A page of a list that is in memory as a whole. */
export interface ReadyPage<Entry> {
  readonly entries: readonly Entry[];
  /** The cursor of each entry. */
  readonly cursors: () => readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The `first` entries from an index on. */
export function readyPage<Entry>(
  all: readonly Entry[],
  start: number,
  first: number,
  cursorOf: (entry: Entry) => string,
): ReadyPage<Entry> {
  const end = start + wholeNumber('first', first, 0, maximumPageSize);
  const entries = all.slice(start, end);
  return { entries, cursors: () => entries.map(cursorOf), hasNextPage: end < all.length, hasPreviousPage: start > 0 };
}
