import type { Accepted, Exchange, HttpAnswer } from '../exchange.js';
import type { OperationRecord } from '../operation-record.js';
import type { KeptAnswer } from './answer-cache.js';

const vary = 'Accept, Accept-Encoding';
/** Of answers that a browser may keep, if it asks each time whether they still hold. */
const keepable = { 'cache-control': 'private, no-cache', vary };

/** 304: the client has the answer, and it still holds. */
export function stillHolds(etag: string, record: OperationRecord): HttpAnswer {
  Object.assign(record, { cache: 'revalidated', kind: 'query' } satisfies Partial<OperationRecord>);
  return { status: 304, headers: { etag, ...keepable }, body: null };
}

/** An answer that was kept for an earlier request. */
export function fromMemory(kept: KeptAnswer, { record, accepted }: Exchange): HttpAnswer {
  const { operation, document } = kept;
  Object.assign(record, { cache: 'hit', kind: 'query', operation, document } satisfies Partial<OperationRecord>);
  return keptAnswer(kept, accepted);
}

/** An answer that was kept, or is from now on. */
export const keptAnswer = (
  { revision, body, etag, compressed }: KeptAnswer,
  { contentType }: Accepted,
): HttpAnswer => ({
  revision,
  status: 200,
  headers: { 'content-type': contentType, etag, ...keepable },
  body,
  compressed,
});

/** An answer that nobody may keep. */
export const notKept = ({ headers, ...answer }: HttpAnswer, { contentType }: Accepted): HttpAnswer => ({
  ...answer,
  headers: { ...headers, 'content-type': contentType, 'cache-control': 'no-store', vary },
});
