import { setTimeout as delay } from 'node:timers/promises';
import neo4j, {
  type Driver,
  type ManagedTransaction,
  type ProfiledPlan,
  type QueryResult,
  type Session,
} from 'neo4j-driver';
import { abandon, type Call, Calls } from './calls.js';
import { collectRows, rowOf } from './collect-rows.js';
import { DatabaseError, isOutOfMemory, isWorthRetrying, toDatabaseError } from './database-error.js';
import { inOneMap } from './one-map.js';

/** Where a database is, and as whom to connect. */
export interface Target {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Null is the user's home database. */
  readonly database: string | null;
}

/** Values of a statement's `$parameters`. A JavaScript number arrives as a float: use `integer` where Cypher wants one. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Limits of one call. */
export interface CallOptions {
  /**
   * Milliseconds, retries included. The database ends the transaction at this age, and the call fails at this age even
   * when the database says nothing any more.
   */
  readonly timeout?: number;
  /** Ends the call and the running statement; the call then fails with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Limits of a call that reads, and a check of its rows. */
export interface ReadOptions extends CallOptions {
  /** Begins to look at the rows, for each attempt; the call, and the statement, end with what a look at a row throws. */
  readonly check?: () => (row: object) => void;
}

/** What a statement that may write did. */
export interface Outcome<Row> {
  readonly rows: readonly Row[];
  /** The counters that are not zero: `{ nodesCreated: 2, propertiesSet: 4 }`. */
  readonly changes: Readonly<Record<string, number>>;
}

/** One step of the way Neo4j went for an answer, with the steps that fed it. */
export interface ProfiledOperator {
  readonly operator: string;
  /** What it works on, in Neo4j's words. */
  readonly details: string;
  readonly rows: number;
  /** Accesses to the store: the figure to compare statements by. */
  readonly dbHits: number;
  readonly children: readonly ProfiledOperator[];
}

/** Rows with Neo4j's account of how it found them. */
export interface Profiled<Row> {
  readonly rows: readonly Row[];
  readonly operators: ProfiledOperator | null;
}

/** A connection is the pool of connections to one database: the only door to it. */
export type Connection = ReturnType<typeof connectionOf>;

/** The maximum number of open connections; a call that needs another one waits. */
export const poolSize = 50;

const readTimeout = 5_000;
const writeTimeout = 30_000;
const closeTimeout = 3_000;
const readAttempts = 3;

/** Milliseconds that a call waits for a free connection, or a new one. */
const patience = 3_000;

/** Opens a pool; nothing is sent before the first call. */
export function connect(target: Target, { acquisition = patience } = {}): Connection {
  const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.username, target.password), {
    disableLosslessIntegers: true,
    // Whole answers in one round trip: every query of this project is bounded.
    fetchSize: -1,
    maxConnectionPoolSize: poolSize,
    connectionAcquisitionTimeout: acquisition,
    connectionTimeout: acquisition,
    connectionLivenessCheckTimeout: 30_000,
    maxTransactionRetryTime: 5_000,
    maxConnectionLifetime: 3_600_000,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    telemetryDisabled: true,
  });
  return connectionOf(driver, { database: target.database, routed: target.uri.startsWith('neo4j') });
}

/** A whole number as a Cypher integer, for LIMIT, SKIP and stored counts. */
export function integer(value: number): object {
  return neo4j.int(value);
}

/** The connection over a driver; `connect` for all but tests. */
export function connectionOf(
  driver: Pick<Driver, 'session' | 'close' | 'executeQueryBookmarkManager'>,
  { database, routed }: { readonly database: string | null; readonly routed: boolean },
) {
  const calls = new Calls();
  const inSession = async <Result>(
    call: Call<Result>,
    defaultAccessMode: 'READ' | 'WRITE',
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> => {
    const session = driver.session({
      defaultAccessMode,
      ...(database === null ? {} : { database }),
      // In a cluster a read must see this process's writes; a single server always shows them.
      ...(routed ? { bookmarkManager: driver.executeQueryBookmarkManager } : {}),
    });
    try {
      return await work(call.keep(session));
    } finally {
      abandon(session);
    }
  };

  return {
    /** Rows of a statement that only reads; tried three times. The database refuses it if it writes. */
    read: <Row extends object = Record<string, unknown>>(
      cypher: string,
      parameters: Parameters = {},
      { timeout = readTimeout, signal, check }: ReadOptions = {},
    ) =>
      calls.make<readonly Row[]>(timeout, signal, async (call) => {
        for (let attempt = 1; ; attempt++) {
          if (attempt > 1) await delay(25 * 2 ** (attempt - 1));
          try {
            return await inSession(call, 'READ', (session) => {
              const result = withoutStack(() =>
                session.run(...inOneMap(cypher, parameters), { timeout: call.remaining() }),
              );
              return collectRows<Row>(result, check?.());
            });
          } catch (error) {
            if (attempt === readAttempts || call.over() || !isWorthRetrying(error)) throw error;
          }
        }
      }),

    /** As `read`, once, with Neo4j's account of how it found the answer. */
    profile: <Row extends object = Record<string, unknown>>(
      cypher: string,
      parameters: Parameters = {},
      { timeout = readTimeout, signal, check }: ReadOptions = {},
    ) =>
      calls.make<Profiled<Row>>(timeout, signal, (call) =>
        inSession(call, 'READ', async (session) => {
          const [text, input] = inOneMap(cypher, parameters);
          const result = session.run(`PROFILE ${text}`, input, { timeout: call.remaining() });
          const rows = await collectRows<Row>(result, check?.());
          const { profile } = await result.summary();
          return { rows, operators: profile ? operatorOf(profile) : null };
        }),
      ),

    /**
     * Does the work in one transaction and commits it. A work that fails on the way, or whose commit is in doubt, is done
     * again: it must have the same effect when done twice, and must not keep anything outside the transaction.
     */
    write: <Result>(
      work: (transaction: Transaction) => Promise<Result>,
      { timeout = writeTimeout, signal }: CallOptions = {},
    ) =>
      calls.make<Result>(timeout, signal, (call) =>
        inSession(call, 'WRITE', (session) =>
          session.executeWrite((transaction) => work(transactionOf(transaction)), { timeout: call.remaining() }),
        ),
      ),

    /** One statement on its own, never repeated: for schema changes and `CALL … IN TRANSACTIONS`. */
    run: <Row extends object = Record<string, unknown>>(
      cypher: string,
      parameters: Parameters = {},
      { timeout = writeTimeout, signal }: CallOptions = {},
    ) =>
      calls.make<Outcome<Row>>(timeout, signal, (call) =>
        inSession(call, 'WRITE', async (session) =>
          outcomeOf<Row>(await session.run(cypher, parameters, { timeout: call.remaining() })),
        ),
      ),

    /** Ends all calls under way, also those to a database that does not answer, and all sessions. */
    close: async (): Promise<void> => {
      calls.endAll(
        new DatabaseError('unavailable', 'The connection to the database was closed.', { retryable: false }),
      );
      // A database that does not answer any more cannot be said goodbye to; there is nothing left to do about it.
      await calls.make(closeTimeout, undefined, () => driver.close()).catch(() => {});
    },
  };
}

const transactionOf = (transaction: ManagedTransaction) => ({
  run: async <Row extends object = Record<string, unknown>>(cypher: string, parameters: Parameters = {}) => {
    try {
      return outcomeOf<Row>(await transaction.run(cypher, parameters));
    } catch (error) {
      // The driver would take it for transient and do the whole work again and again.
      throw isOutOfMemory(error) ? toDatabaseError(error) : error;
    }
  },
});

/** One transaction of `write`, in which statements run one after another. */
export type Transaction = ReturnType<typeof transactionOf>;

const operatorOf = ({ operatorType, arguments: details, rows, dbHits, children }: ProfiledPlan): ProfiledOperator => ({
  operator: operatorType.replace(/@.*$/, ''),
  details: String(details.Details ?? ''),
  rows,
  dbHits,
  children: children.map(operatorOf),
});

function outcomeOf<Row extends object>(result: QueryResult): Outcome<Row> {
  const counters = result.summary.counters.updates();
  const changes = Object.fromEntries(Object.entries(counters).filter(([, count]) => count > 0));
  return { rows: result.records.map((record) => rowOf<Row>(record)), changes };
}

/**
 * Calls without capturing a stack trace. The driver captures one with every statement, for the case that it fails; it takes a
 * tenth of the service's time, and leads nowhere but to this file.
 */
function withoutStack<Result>(call: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return call();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
