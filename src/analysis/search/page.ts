/** Pages of what was found. All of it is ranked for every page, so that a page begins behind a hit, not behind a count. */
import { createHash } from 'node:crypto';
import { decodeCursor, encodeCursor, noCursor } from '../../graph/cursor.js';
import type { PageArguments } from '../../graph/page.js';
import { type Place, type ReadyPage, readyPage } from '../../graph/ready-page.js';
import type { NodeName } from '../../model/declaration.js';
import { byScore, type SearchHit, type SearchRequest } from './search.js';

/** A page of hits, from either end or from a cursor on. */
export function pageOf(hits: readonly SearchHit[], request: SearchRequest, page: PageArguments): ReadyPage<SearchHit> {
  const signed = signature(request);
  return readyPage(hits, page, {
    of: ({ score, type, sortKey, id }) => encodeCursor([signed, score, type, sortKey, id]),
    placeOf: (cursor, argument) => placeOf(cursor, argument, signed, hits),
  });
}

/** The question that a cursor belongs to. */
const signature = ({ query, types, municipalities, stage }: SearchRequest) =>
  createHash('sha256')
    .update(JSON.stringify([query, types, municipalities, stage]))
    .digest('base64url')
    .slice(0, 12);

/** Where a cursor lies among the hits, also where its own hit is not there any more. */
function placeOf(cursor: string, argument: string, expected: string, hits: readonly SearchHit[]): Place {
  const [signed, score, type, sortKey, id] = decodeCursor(cursor);
  if (typeof score !== 'number' || signed !== expected) throw noCursor(argument);
  const at = { score, type: type as NodeName, sortKey: String(sortKey), id: String(id) };
  const first = (fits: (order: number) => boolean) => {
    const index = hits.findIndex((hit) => fits(byScore(hit, at)));
    return index < 0 ? hits.length : index;
  };
  return { before: first((order) => order >= 0), behind: first((order) => order > 0) };
}
