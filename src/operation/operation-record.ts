import type { Logger } from 'pino';
import { type ErrorCode, errorCodes } from '../error-codes.js';

/** What the three parts of answering took, in milliseconds. */
export interface Timings {
  readonly compile: number;
  readonly database: number;
  readonly assemble: number;
}

/** How the answer cache took part: `none` where an answer cannot be kept, `bypass` where the client wanted none. */
export type CacheUse = 'hit' | 'revalidated' | 'miss' | 'bypass' | 'none';

/** What is known of one request to the GraphQL endpoint: it becomes its line in the log and its place in the metrics. */
export interface OperationRecord {
  readonly requestId: string;
  readonly begun: number;
  /** Name of the operation; null where it has none or was not understood. */
  operation: string | null;
  kind: 'query' | 'mutation' | 'subscription' | 'none';
  /** Start of the document's hash (`hashStart`). */
  document: string | null;
  timings: Timings;
  cache: CacheUse;
  status: number;
  /** `OK`, or the code of the gravest error. */
  code: ErrorCode | 'OK' | 'CLIENT_GONE';
  /** The operation came to its end, with data or with errors. */
  settled: boolean;
  /** Errors that the client does not see. */
  readonly hidden: unknown[];
}

export const newRecord = (requestId: string): OperationRecord => ({
  requestId,
  begun: performance.now(),
  operation: null,
  kind: 'none',
  document: null,
  timings: { compile: 0, database: 0, assemble: 0 },
  cache: 'none',
  status: 0,
  code: 'OK',
  settled: false,
  hidden: [],
});

/** As much of a document's hash as the log has. */
export const hashStart = (hash: string): string => hash.slice(0, 16);

/** The gravest of some codes: that of the highest HTTP status. */
export function gravest(codes: readonly ErrorCode[]): ErrorCode | 'OK' {
  return codes.reduce<ErrorCode | 'OK'>(
    (worst, code) => (worst === 'OK' || errorCodes[code].status > errorCodes[worst].status ? code : worst),
    'OK',
  );
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 100) / 100;

/** Writes the one line of an operation. Values of variables are not in it, nor is the document. */
export function logOperation(log: Logger, record: OperationRecord): void {
  const { requestId, operation, kind, document, timings, cache, status, code, hidden, begun } = record;
  const line = {
    requestId,
    operation,
    kind,
    document,
    milliseconds: rounded(performance.now() - begun),
    compile: rounded(timings.compile),
    database: rounded(timings.database),
    assemble: rounded(timings.assemble),
    cache,
    status,
    code,
  };
  const [first, ...others] = hidden;
  if (first === undefined) {
    log[status >= 500 ? 'warn' : 'info'](line, 'operation');
    return;
  }
  const ours = status >= 500 || code === 'INTERNAL_SERVER_ERROR';
  const further = others.length > 0 ? { furtherErrors: others.length } : {};
  log[ours ? 'error' : 'warn']({ ...line, err: first, ...further }, 'operation');
}
