import { decodeCursor, encodeCursor, noCursor } from './cursor.js';
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

/** A page whose edges are in memory too. */
export interface PageOfThings<Entry> extends ReadyPage<Entry> {
  readonly edges: () => readonly { readonly cursor: string; readonly node: Entry }[];
}

/** The same of entries that have ids, which the cursors carry beside the name of their list. */
export function readyPageById<Entry extends { readonly id: string }>(
  list: string,
  all: readonly Entry[],
  page: PageArguments,
): PageOfThings<Entry> {
  const found = readyPage(all, page, {
    of: ({ id }) => encodeCursor([list, id]),
    placeOf: (cursor, argument) => {
      const [named, id] = decodeCursor(cursor);
      const index = named === list ? all.findIndex((entry) => entry.id === id) : -1;
      if (index < 0) throw noCursor(argument);
      return { before: index, behind: index + 1 };
    },
  });
  return {
    ...found,
    edges: () => found.entries.map((node) => ({ cursor: encodeCursor([list, node.id]), node })),
  };
}
