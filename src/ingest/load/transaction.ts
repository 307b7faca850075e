import { setTimeout as delay } from 'node:timers/promises';
import type { Connection, Transaction } from '../../database/connection.js';
import { DatabaseError, deadlineError } from '../../database/database-error.js';

/** Milliseconds of a whole load: a city is a few thousand rows; this is for slow disks. */
const timeout = 10 * 60_000;
/** Milliseconds that one statement, or the commit, may take; also the wait for another load of the same city. */
const statementTimeout = 2 * 60_000;
/** Milliseconds for which the database is asked whether a commit without a reply has arrived. */
const lookTimeout = 20_000;

/** A commit had no reply, and the database cannot be asked: the graph is the one before or the one after. */
export class CommitInDoubt extends DatabaseError {
  constructor(cause: unknown) {
    const code = cause instanceof DatabaseError && cause.code !== null ? { code: cause.code } : {};
    super('unavailable', 'The database did not reply to a commit.', { retryable: true, cause, ...code });
  }
}

/** What is done in one transaction, and how to tell later that it was committed. */
export interface Work<Result> {
  readonly execute: (transaction: Transaction) => Promise<Result>;
  /** Waits for a commit that is under way. */
  readonly hasArrived: (transaction: Transaction) => Promise<boolean>;
  /** Called where the reply to the commit was lost and it has arrived all the same. */
  readonly onLostReply: () => void;
}

/**
 * Does the work in one transaction, and ends in time also where the database takes it and says nothing more. When the
 * reply to the commit is lost, the database is asked what has become of it: a result means that the work is in the graph, a
 * `CommitInDoubt` that this cannot be known, and any other error that nothing was changed.
 */
export async function inOneTransaction<Result>(
  connection: Connection,
  { execute, hasArrived, onLostReply }: Work<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(signal?.reason);
  const silence = setTimeout(() => stopping.abort(deadlineError(statementTimeout)), statementTimeout);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  /** What an attempt ended in whose commit was sent, or is about to be. */
  let sent: { readonly result: Result } | null = null;
  const resultOnceArrived = async (transaction: Transaction, { result }: { readonly result: Result }) => {
    if (!(await hasArrived(transaction))) return null;
    onLostReply();
    return { result };
  };
  try {
    return await connection.write(
      async (transaction) => {
        const watched: Transaction = {
          run: (...statement) => {
            silence.refresh();
            return transaction.run(...statement);
          },
        };
        // The driver does the work again where the commit failed, or seems to have failed.
        const arrived = sent && (await resultOnceArrived(watched, sent));
        if (arrived) return arrived.result;
        sent = null;
        const result = await execute(watched);
        silence.refresh();
        sent = { result };
        return result;
      },
      { timeout, signal: stopping.signal },
    );
  } catch (error) {
    const unanswered = sent as { readonly result: Result } | null;
    if (!unanswered) throw error;
    const ask = (transaction: Transaction) => resultOnceArrived(transaction, unanswered);
    const arrived = await onceAnswered(connection, ask, error, signal);
    if (!arrived) throw error;
    return arrived.result;
  } finally {
    clearTimeout(silence);
    signal?.removeEventListener('abort', stop);
  }
}

/** Asks a database that may be away for a moment; throws a `CommitInDoubt` where it stays away or the signal comes. */
async function onceAnswered<Answer>(
  connection: Connection,
  ask: (transaction: Transaction) => Promise<Answer>,
  cause: unknown,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const end = Date.now() + lookTimeout;
  for (;;) {
    try {
      return await connection.write(ask, { timeout: Math.max(1, end - Date.now()), ...(signal ? { signal } : {}) });
    } catch (error) {
      if (!(error instanceof DatabaseError) && !signal?.aborted) throw error;
      const isWorthWaiting = error instanceof DatabaseError && error.retryable && Date.now() < end;
      if (signal?.aborted || !isWorthWaiting) throw new CommitInDoubt(cause);
      await delay(500);
    }
  }
}
