/** Pages of what was found. All of it is ranked for every page, so that a page begins behind a place, not behind a count. */

import { createHash } from 'node:crypto';
import { defaultPageSize, maximumPageSize } from '../../graph/page.js';
import type { NodeName } from '../../model/declaration.js';
import { badInput, wholeNumber } from '../../refusal.js';
import { byScore, type SearchHit, type SearchRequest } from './search.js';

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

type Place = Pick<SearchHit, 'score' | 'type' | 'sortKey' | 'id'>;

/** The hits behind a cursor, so many of them. */
export function pageOf(
  hits: readonly SearchHit[],
  request: SearchRequest,
  first: number | null,
  after: string | null,
): SearchPage {
  const size = wholeNumber('first', first ?? defaultPageSize, 0, maximumPageSize);
  const place = after === null ? null : readCursor(after, request);
  const behind = place === null ? 0 : hits.findIndex((hit) => byScore(place, hit) < 0);
  const start = behind < 0 ? hits.length : behind;
  return {
    hits: hits.slice(start, start + size),
    hasNextPage: hits.length > start + size,
    hasPreviousPage: start > 0,
  };
}

/** The question that a cursor belongs to. */
const signature = ({ query, types, municipality, stage }: SearchRequest) =>
  createHash('sha256')
    .update(JSON.stringify([query, types, municipality, stage]))
    .digest('base64url')
    .slice(0, 12);

export const writeCursor = ({ score, type, sortKey, id }: Place, request: SearchRequest): string =>
  Buffer.from(JSON.stringify([signature(request), score, type, sortKey, id]), 'utf8').toString('base64url');

function readCursor(cursor: string, request: SearchRequest): Place {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    content = null;
  }
  const [signed, score, type, sortKey, id] = Array.isArray(content) ? content : [];
  if (typeof score !== 'number' || signed !== signature(request))
    throw badInput(
      'after: expected a cursor that this search returned, but got another text',
      'afterには、この検索が返したカーソルを指定してください。',
    );
  return { score, type: type as NodeName, sortKey: String(sortKey), id: String(id) };
}
