import { type Progress, silentProgress } from '../progress.js';
import type { Connection, Transaction } from './connection.js';
import { DatabaseError, toDatabaseError } from './database-error.js';

/** How to wait for the lock. */
export interface LockOptions {
  readonly progress?: Progress;
  /** Milliseconds to wait while another process has it. */
  readonly lockTimeout?: number;
  readonly signal?: AbortSignal;
}

/** How long the work may take: an index over a large graph is not built in seconds. */
const workTimeout = 10 * 60_000;

/** How long another process may have the lock, in milliseconds, before a person is told that it is waited for. */
const reportAfter = 3_000;

/**
 * Does work that changes constraints or indexes while no other process does any: `IF NOT EXISTS` does not help two that
 * create the same one at once, of which one fails. The lock is the one that Neo4j puts on a label for a change of its
 * schema, in a transaction that stays open and changes nothing. It needs nothing in the graph, and the database ends the
 * transaction of a process that is gone.
 */
export async function whileSchemaLocked<Result>(
  connection: Pick<Connection, 'write'>,
  { progress = silentProgress, lockTimeout = 120_000, signal }: LockOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = performance.now() + lockTimeout;
  const waiting = setTimeout(
    () => progress.say('  Another process is migrating the database; waiting for it.'),
    reportAfter,
  );
  try {
    for (;;) {
      try {
        return await connection.write(
          async (transaction) => {
            await takeLock(transaction);
            clearTimeout(waiting);
            return work();
          },
          { timeout: workTimeout, ...(signal ? { signal } : {}) },
        );
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.kind !== 'busy' || performance.now() > end) throw error;
      }
    }
  } finally {
    clearTimeout(waiting);
  }
}

async function takeLock({ run }: Transaction): Promise<void> {
  try {
    await run('CREATE INDEX migration_lock FOR (lock:MigrationLock) ON (lock.holder)');
    await run('DROP INDEX migration_lock');
  } catch (error) {
    // Not as the driver's own error: it would try again in silence, and nobody would learn what is waited for.
    throw toDatabaseError(error);
  }
}
