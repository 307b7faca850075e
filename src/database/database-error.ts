import neo4j, { type Neo4jError } from 'neo4j-driver';

/**
 * What a caller can do about a database error.
 * `unavailable`: nothing answers, or it is shutting down. `busy`: it answers, but cannot take this now (no free
 * connection, a lock held too long). `timeout`: it took longer than the call may. `rejected`: it understood and refused.
 */
export type DatabaseErrorKind = 'unavailable' | 'busy' | 'timeout' | 'rejected';

/**
 * A database error is any failure of a call to the database, in one shape. Its message names no host, no path and no
 * statement, so it may be shown; what the driver said is in `cause`, for the log.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly kind: DatabaseErrorKind;
  /** The same call, unchanged, may succeed later. */
  readonly retryable: boolean;
  /** Neo4j's own code, such as "Neo.ClientError.Schema.ConstraintValidationFailed"; null where it never answered. */
  readonly code: string | null;

  constructor(
    kind: DatabaseErrorKind,
    message: string,
    { retryable, code, cause }: { readonly retryable: boolean; readonly code?: string; readonly cause?: unknown },
  ) {
    super(message, { cause });
    this.kind = kind;
    this.retryable = retryable;
    this.code = code ?? null;
  }
}

/** The error of a call that did not answer within its time, whatever the database does. */
export function deadlineError(milliseconds: number): DatabaseError {
  return new DatabaseError('timeout', `The database did not answer within ${milliseconds} ms.`, { retryable: true });
}

/** True for a query that needs more memory than it may have: Neo4j calls it transient, yet it only fails again. */
export function isOutOfMemory(error: unknown): boolean {
  return neo4jCode(error)?.includes('OutOfMemory') ?? false;
}

/** True for a database that has given up, for instance as its disk was full: it answers nothing else until it is started again. */
export function needsRestart(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code?.endsWith('.TransactionStartFailed') ?? false);
}

/** True where a new attempt at once may succeed. */
export function isWorthRetrying(error: unknown): boolean {
  return neo4j.isRetryableError(error) && !isOutOfMemory(error);
}

/** A driver error as a DatabaseError; anything else (a bug, an error of the caller's own work, an abort) as it is. */
export function toDatabaseError(error: unknown): unknown {
  const code = neo4jCode(error);
  if (error instanceof DatabaseError || code === null) return error;
  const { kind, retryable, message } = classify(code, error as Neo4jError);
  return new DatabaseError(kind, message, { retryable, code, cause: error });
}

type Classification = Pick<DatabaseError, 'kind' | 'retryable' | 'message'>;

const unavailable: Classification = { kind: 'unavailable', retryable: true, message: 'The database is not available.' };
const busy: Classification = { kind: 'busy', retryable: true, message: 'The database is busy.' };

/** In order: the first rule that fits decides. */
const rules: readonly (readonly [pattern: RegExp, classification: Classification])[] = [
  [/^(ServiceUnavailable|SessionExpired|ProtocolError)$/, unavailable],
  [/DatabaseUnavailable|\.Cluster\.|\.Database\.(DatabaseNotFound|StoreId)|General\.Fault/, unavailable],
  // What Neo4j says to everything once it could not write to its disk.
  [/TransactionStartFailed/, unavailable],
  [
    /OutOfMemory/,
    { kind: 'rejected', retryable: false, message: 'The query needs more memory than the database gives to one.' },
  ],
  [
    /TransactionTimedOut|Transaction\.Terminated|LockClientStopped/,
    { kind: 'timeout', retryable: false, message: 'The query took longer than it may.' },
  ],
  [/AuthenticationRateLimit|Neo\.TransientError\./, busy],
  [
    /Neo\.ClientError\.Security\./,
    { kind: 'rejected', retryable: false, message: 'The database refused the user name, the password or the right.' },
  ],
];

function classify(code: string, error: Neo4jError): Classification {
  // The driver has no code of its own for a pool without a free connection.
  if (code === 'N/A' && /acquisition timed out/i.test(error.message)) return busy;
  const rule = rules.find(([pattern]) => pattern.test(code));
  return rule?.[1] ?? { kind: 'rejected', retryable: false, message: `The database refused the call (${code}).` };
}

/** The code that makes an error a driver's; null for all others. Not by instanceof: the driver is loaded twice in tests. */
function neo4jCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.name === 'Neo4jError' ? error.code : null;
}
