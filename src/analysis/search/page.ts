/** Pages of what was found. All of it is ranked for every page, so that a page begins behind a hit, not behind a count. */
import { createHash } from 'node:crypto';
import { decodeCursor, encodeCursor, noCursor } from '../../graph/cursor.js';
import { type ReadyPage, readyPage } from '../../graph/ready-page.js';
import type { NodeName } from '../../model/declaration.js';
import { byScore, type SearchHit, type SearchRequest } from './search.js';

/** The first hits, or those behind a cursor. */
export function pageOf(
  hits: readonly SearchHit[],
  request: SearchRequest,
  first: number,
  after: string | null,
): ReadyPage<SearchHit> {
  const signed = signature(request);
  const index = after === null ? 0 : indexBehind(after, signed, hits);
  return readyPage(hits, index < 0 ? hits.length : index, first, ({ score, type, sortKey, id }) =>
    encodeCursor([signed, score, type, sortKey, id]),
  );
}

/** The question that a cursor belongs to. */
const signature = ({ query, types, municipality, stage }: SearchRequest) =>
  createHash('sha256')
    .update(JSON.stringify([query, types, municipality, stage]))
    .digest('base64url')
    .slice(0, 12);

/** The index of the first hit behind a cursor; -1 where none is. */
function indexBehind(cursor: string, expected: string, hits: readonly SearchHit[]): number {
  const [signed, score, type, sortKey, id] = decodeCursor(cursor);
  if (typeof score !== 'number' || signed !== expected) throw noCursor('after');
  const last = { score, type: type as NodeName, sortKey: String(sortKey), id: String(id) };
  return hits.findIndex((hit) => byScore(last, hit) < 0);
}
