import { setMaxListeners } from 'node:events';
import type { Session } from 'neo4j-driver';
import { deadlineError, toDatabaseError } from './database-error.js';

/** A call under way. */
export interface Call {
  /** Milliseconds left. */
  remaining(): number;
  /** The caller has its answer already, so that whatever still comes is in vain. */
  over(): boolean;
  /** Notes a session that is to be closed when the call is over before its work is. */
  keep(session: Session): Session;
}

/** The calls of one connection: each is answered in its time, whatever the database does. */
export class Calls {
  readonly #underWay = new Set<(reason: unknown) => void>();

  /**
   * Does the work, but fails at the deadline or with the signal's reason when the work is not done by then. Nothing else
   * helps against a frozen database: the driver would wait for ever, even for the end of a statement that it cancels.
   */
  make<Result>(
    milliseconds: number,
    signal: AbortSignal | undefined,
    work: (call: Call) => Promise<Result>,
  ): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      signal?.throwIfAborted();
      const end = Date.now() + milliseconds;
      const sessions: Session[] = [];
      let over = false;

      const finish = (settle: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        this.#underWay.delete(giveUp);
        over = true;
        settle();
      };
      const giveUp = (reason: unknown) => {
        // Closing a session makes the database end the statement that runs in it.
        for (const session of sessions) abandon(session);
        finish(() => reject(reason));
      };
      const abort = () => giveUp(signal?.reason);
      const timer = setTimeout(() => giveUp(deadlineError(milliseconds)), milliseconds);
      if (signal) {
        // One request has as many statements under way as its operation has parts: no sign of a leak.
        setMaxListeners(Number.POSITIVE_INFINITY, signal);
        signal.addEventListener('abort', abort, { once: true });
      }
      this.#underWay.add(giveUp);

      const call: Call = {
        remaining: () => Math.max(1, end - Date.now()),
        over: () => over,
        keep: (session) => {
          sessions.push(session);
          if (over) abandon(session);
          return session;
        },
      };
      work(call).then(
        (result) => finish(() => resolve(result)),
        (error) => finish(() => reject(toDatabaseError(error))),
      );
    });
  }

  /** Makes all calls under way fail. */
  endAll(reason: unknown): void {
    for (const giveUp of [...this.#underWay]) giveUp(reason);
  }
}

/**
 * Closes a session without waiting: the answer is there, and to a frozen database closing lasts for ever. A session that
 * cannot be closed has lost its connection, which the pool notices by itself.
 */
export function abandon(session: Session): void {
  session.close().catch(() => {});
}
