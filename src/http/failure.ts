import type { ServerResponse } from 'node:http';
import { errorEntry, hiddenBehind } from '../api/errors.js';
import { meaningOf } from '../error-codes.js';
import { withRequestId } from '../operation/answer/settle.js';
import type { HttpAnswer } from '../operation/exchange.js';
import type { OperationRecord } from '../operation/operation-record.js';
import { Refusal } from '../refusal.js';

type Noted = Pick<OperationRecord, 'requestId' | 'hidden' | 'code'>;

/** The answer to a request that came to nothing; the record learns what the answer does not tell. */
export function failure(error: unknown, record: Noted, contentType = 'application/json; charset=utf-8'): HttpAnswer {
  const entry = errorEntry(error);
  const { code } = entry.extensions;
  const hidden = hiddenBehind(entry);
  if (hidden !== undefined) record.hidden.push(hidden);
  record.code = code;
  const { status } = meaningOf(code);
  return {
    status,
    headers: {
      'content-type': contentType,
      'cache-control': 'no-store',
      ...(status === 503 ? { 'retry-after': '1' } : {}),
      ...(error instanceof Refusal ? error.headers : {}),
    },
    body: Buffer.from(`${JSON.stringify({ errors: [withRequestId(entry, record.requestId)] })}\n`),
  };
}

/** Answers a request that comes no further. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  const requestId = String(response.getHeader('x-request-id'));
  const { status, headers, body } = failure(refusal, { requestId, hidden: [], code: 'OK' });
  response.writeHead(status, { ...headers, 'content-length': body?.length ?? 0 }).end(body);
}
