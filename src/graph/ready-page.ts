import { isGiven } from './operators.js';
import { type PageArguments, pageSize, startOf } from './page.js';

/** A page of a list that is in memory as a whole. */
export interface ReadyPage<Entry> {
  readonly entries: readonly Entry[];
  /** The cursor of each entry. */
  readonly cursors: () => readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Where a cursor lies in a list: how many entries come before it, and the index of the first behind it. */
export interface Place {
  readonly before: number;
  readonly behind: number;
}

/** Cursors of a list: how one is made of an entry, and where one lies that the argument of that name brings. */
export interface Cursors<Entry> {
  readonly of: (entry: Entry) => string;
  readonly placeOf: (cursor: string, argument: string) => Place;
}

/** The page that the arguments ask for, from either end or from a cursor on. */
export function readyPage<Entry>(
  all: readonly Entry[],
  page: PageArguments,
  { of, placeOf }: Cursors<Entry>,
): ReadyPage<Entry> {
  const { backward, cursor, argument } = startOf(page);
  const size = pageSize(page, {});
  const place = isGiven(cursor) ? placeOf(String(cursor), argument) : { before: all.length, behind: 0 };
  const start = backward ? Math.max(0, place.before - size) : place.behind;
  const end = backward ? place.before : Math.min(place.behind + size, all.length);
  const entries = all.slice(start, end);
  return { entries, cursors: () => entries.map(of), hasNextPage: end < all.length, hasPreviousPage: start > 0 };
}
