import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Logger } from 'pino';
import type { TrustedProxies } from '../client-address.js';
import type { OperationRecord } from '../operation/operation-record.js';
import { Refusal } from '../refusal.js';
import { failure } from './failure.js';
import { requestIdOf } from './request-id.js';

/** Everything but GraphQL: an Express application of routers, and the one error shape wherever none of them answers. */
export function application(routers: readonly Router[], isProxy: TrustedProxies, log: Logger): Express {
  const app = express();
  app.set('trust proxy', isProxy);
  app.disable('x-powered-by');
  app.use(compression({ threshold: 1024 }));
  for (const router of routers) app.use(router);
  app.use(() => {
    throw new Refusal('NOT_FOUND');
  });
  app.use(answerWithError(log));
  return app;
}

// Four arguments make it an error handler for Express; its own would answer with a page of HTML and a stack trace.
const answerWithError =
  (log: Logger): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const given = response.getHeader('x-request-id');
    const requestId = typeof given === 'string' ? given : requestIdOf(request);
    const record: Pick<OperationRecord, 'requestId' | 'hidden' | 'code'> = { requestId, hidden: [], code: 'OK' };
    const { status, headers, body } = failure(refusalOf(error), record);
    const [hidden] = record.hidden;
    if (hidden !== undefined) log.error({ requestId, method: request.method, status, err: hidden }, 'request failed');
    response.status(status).set(headers).send(body);
  };

/** Express marks what a client did wrong by a status below 500; its words may tell of the inside, so they are not sent. */
function refusalOf(error: unknown): unknown {
  const { status } = error as { readonly status?: unknown };
  if (typeof status !== 'number' || status >= 500 || error instanceof Refusal) return error;
  if (status === 404) return new Refusal('NOT_FOUND');
  if (status === 413) return new Refusal('PAYLOAD_TOO_LARGE');
  if (status === 415) return new Refusal('UNSUPPORTED_MEDIA_TYPE');
  return new Refusal('BAD_REQUEST');
}
