import { setTimeout as delay } from 'node:timers/promises';
import { type Response, Router } from 'express';
import type { Logger } from 'pino';
import { errorEntry } from '../api/errors.js';
import { Refusal } from '../refusal.js';
import type { Metrics } from './metrics.js';
import { type Condition, conditions, type Readiness } from './readiness.js';

export interface ServiceState {
  readonly readiness: Readiness;
  readonly draining: () => boolean;
  readonly metrics: Pick<Metrics, 'contentType' | 'text'>;
  readonly log: Logger;
}

/** How long a probe waits for an answer. */
const probeTimeout = 1_000;

const noStore = (response: Response) => response.set('cache-control', 'no-store');

/** What those who run the service ask it: whether it lives, whether it can be sent requests, and its numbers. */
export function serviceRoutes({ readiness, draining, metrics, log }: ServiceState): Router {
  const router = Router();
  let looking: Promise<ReadonlySet<Condition>> | null = null;

  /** Probes at the same time share a look: they must not become a load of their own. */
  const look = () => {
    looking ??= Promise.race([
      readiness((error) => log.debug({ err: error }, 'not ready')),
      // Nothing holds of a database that does not answer in time, whatever its driver still waits for.
      delay(probeTimeout, new Set<Condition>(), { ref: false }),
    ]).finally(() => {
      looking = null;
    });
    return looking;
  };

  // Never touches the database: a service that lost it must not be restarted for that.
  router.get('/healthz', (_request, response) => void noStore(response).json({ status: 'ok' }));

  router.get('/readyz', async (_request, response) => {
    const holding = draining() ? new Set<Condition>() : await look();
    const checks = Object.fromEntries(conditions.map((condition) => [condition, holding.has(condition)]));
    if (conditions.every((condition) => holding.has(condition))) {
      noStore(response).json({ status: 'ready', checks });
      return;
    }
    const error = draining() ? stopping : notReady;
    noStore(response)
      .status(503)
      .set('retry-after', '1')
      .json({ status: draining() ? 'draining' : 'unavailable', checks, errors: [errorEntry(error)] });
  });

  router.get('/metrics', async (_request, response) => {
    noStore(response)
      .set('content-type', metrics.contentType)
      .send(await metrics.text());
  });
  return router;
}

const notReady = new Refusal(
  'SERVICE_UNAVAILABLE',
  'The service is not ready; checks tells what is missing.',
  'サービスの準備ができていません。checksを確認してください。',
);
const stopping = new Refusal('SERVICE_UNAVAILABLE', 'The service is stopping.', 'サービスは停止処理中です。');
