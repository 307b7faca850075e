import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { poolSize } from '../database/connection.js';
import { DatabaseError } from '../database/database-error.js';
import type { Admission } from '../operation/admission.js';
import type { AnswerCache } from '../operation/answer/answer-cache.js';
import type { CountCall } from '../operation/execute/graph-access.js';
import type { OperationRecord } from '../operation/operation-record.js';
import { ClientGone, Refusal } from '../refusal.js';

/** The numbers of the service for Prometheus. Every label has a closed set of values, whatever clients send. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** Counts an operation that was answered. */
  operation(record: OperationRecord): void;
  readonly database: CountCall;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createMetrics(admission: Admission, cache: AnswerCache): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  // Which versions have which holes is known.
  registry.removeSingleMetric('nodejs_version_info');

  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('policy_graph_operations_in_flight', 'Operations that are being answered.', () => admission.inFlight);
  gauge('policy_graph_operations_queued', 'Operations that wait for room.', () => admission.queued);
  gauge('policy_graph_database_pool_size', 'Connections to the database there can be.', () => poolSize);
  gauge('policy_graph_answer_cache_bytes', 'Bytes of kept answers.', () => cache.bytes);
  gauge('policy_graph_answer_cache_entries', 'Kept answers.', () => cache.entries);

  const operations = new Counter({
    name: 'policy_graph_operations_total',
    help: 'Operations by kind and by the code of their gravest error.',
    labelNames: ['kind', 'code'],
    registers,
  });
  const durations = new Histogram({
    name: 'policy_graph_operation_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['kind'],
    buckets: seconds,
    registers,
  });
  const cacheUses = new Counter({
    name: 'policy_graph_answer_cache_total',
    help: 'Operations by what the answer cache did for them.',
    labelNames: ['use'],
    registers,
  });
  const calls = new Gauge({
    name: 'policy_graph_database_calls_in_flight',
    help: 'Calls to the database that are under way, waiting for a connection or for the answer.',
    registers,
  });
  const callDurations = new Histogram({
    name: 'policy_graph_database_call_seconds',
    help: 'Time of calls to the database, with waiting for a connection and attempts.',
    buckets: seconds,
    registers,
  });
  const failures = new Counter({
    name: 'policy_graph_database_failures_total',
    help: 'Calls to the database that came to nothing, by kind: also those that a request ended.',
    labelNames: ['kind'],
    registers,
  });

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    operation({ kind, code, cache: use, begun }) {
      operations.inc({ kind, code });
      durations.observe({ kind }, (performance.now() - begun) / 1000);
      cacheUses.inc({ use });
    },
    async database(call) {
      const begun = performance.now();
      calls.inc();
      try {
        return await call();
      } catch (error) {
        failures.inc({ kind: kindOf(error) });
        throw error;
      } finally {
        calls.dec();
        callDurations.observe((performance.now() - begun) / 1000);
      }
    },
  };
}

/** Why a call came to nothing: the database failed, it brought more than an operation may read, or nobody waits any more. */
function kindOf(error: unknown): string {
  if (error instanceof DatabaseError) return error.kind;
  if (error instanceof Refusal) return 'too-large';
  return error instanceof ClientGone ? 'given-up' : 'internal';
}
