import type { GraphQLResolveInfo } from 'graphql';
import { defaultPageSize, maximumPageSize } from '../../graph/page.js';
import { selectionBelow } from '../../graph/selection.js';
import { badInput, wholeNumber } from '../../refusal.js';

/** A page of a list that is there as a whole, whose entries are named by ids. */
export interface ReadyPage<Entry> {
  readonly entries: readonly Entry[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The cursor of an entry; it names its list. */
export const readyCursor = (list: string, id: string) =>
  Buffer.from(JSON.stringify([list, id]), 'utf8').toString('base64url');

/** The first entries of a list, or those behind a cursor. */
export function readyPage<Entry extends { readonly id: string }>(
  list: string,
  all: readonly Entry[],
  { first, after }: { readonly first?: number | null; readonly after?: string | null },
): ReadyPage<Entry> {
  const size = wholeNumber('first', first ?? defaultPageSize, 0, maximumPageSize);
  const last = after ? all.findIndex(({ id }) => readyCursor(list, id) === after) : -1;
  if (after && last < 0)
    throw badInput(
      'after: expected a cursor that this list returned, but got another text',
      'afterには、この一覧が返したカーソルを指定してください。',
    );
  const start = last + 1;
  const entries = all.slice(start, start + size);
  return { entries, hasNextPage: start + size < all.length, hasPreviousPage: start > 0 };
}

/** The page as `PageInfo` says it, under the response keys of the operation. */
export function readyPageInfo<Entry extends { readonly id: string }>(
  list: string,
  { entries, hasNextPage, hasPreviousPage }: ReadyPage<Entry>,
  info: GraphQLResolveInfo,
): unknown {
  const cursor = (entry: Entry | undefined) => (entry ? readyCursor(list, entry.id) : null);
  const parts: Readonly<Record<string, unknown>> = {
    __typename: 'PageInfo',
    hasNextPage,
    hasPreviousPage,
    startCursor: cursor(entries[0]),
    endCursor: cursor(entries.at(-1)),
  };
  const selected = selectionBelow(info).of('PageInfo');
  return Object.fromEntries(selected.map(({ name, responseKey }) => [responseKey, parts[name]]));
}
