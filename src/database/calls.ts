import { setMaxListeners } from 'node:events';
import type { Session } from 'neo4j-driver';
import { deadlineError, toDatabaseError } from './database-error.js';

/** How a promise is settled. */
interface Settle<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** A call under way. */
export class Call<Result = unknown> {
  private readonly end: number;
  private readonly sessions: Session[] = [];
  private readonly signal: AbortSignal | undefined;
  private readonly timer: NodeJS.Timeout;
  /**
   * Null when it is over. Whoever still knows of the call then, such as the table of a `Set` that has been replaced by a
   * larger one, does not lead to what came of it, which V8's young collections would take for alive.
   */
  private settle: Settle<Result> | null;
  private readonly underWay: Set<Call>;

  constructor(milliseconds: number, signal: AbortSignal | undefined, settle: Settle<Result>, underWay: Set<Call>) {
    this.end = Date.now() + milliseconds;
    this.settle = settle;
    this.underWay = underWay;
    underWay.add(this as Call);
    this.signal = signal;
    this.timer = setTimeout(() => this.giveUp(deadlineError(milliseconds)), milliseconds);
    if (signal) {
      // One request has as many statements under way as its operation has parts: no sign of a leak.
      setMaxListeners(Number.POSITIVE_INFINITY, signal);
      signal.addEventListener('abort', this, { once: true });
    }
  }

  /** Milliseconds left. */
  remaining(): number {
    return Math.max(1, this.end - Date.now());
  }

  /** The caller has its answer already, so that whatever still comes is in vain. */
  over(): boolean {
    return this.settle === null;
  }

  /** Notes a session that is to be closed when the call is over before its work is. */
  keep(session: Session): Session {
    this.sessions.push(session);
    if (this.over()) abandon(session);
    return session;
  }

  /** Hears of the signal's end. */
  handleEvent(): void {
    this.giveUp(this.signal?.reason);
  }

  /** Ends what was begun for the call, and fails. */
  giveUp(reason: unknown): void {
    // Closing a session makes the database end the statement that runs in it.
    for (const session of this.sessions) abandon(session);
    this.finish()?.reject(reason);
  }

  /** Ends the call: what its caller is to be told by; null where it was told already. */
  finish(): Settle<Result> | null {
    const { settle } = this;
    this.settle = null;
    clearTimeout(this.timer);
    this.signal?.removeEventListener('abort', this);
    this.underWay.delete(this as Call);
    return settle;
  }
}

/** The calls of one connection: each is answered in its time, whatever the database does. */
export class Calls {
  readonly #underWay = new Set<Call>();

  /**
   * Does the work, but fails at the deadline or with the signal's reason when the work is not done by then. Nothing else
   * helps against a frozen database: the driver would wait for ever, even for the end of a statement that it cancels.
   */
  make<Result>(
    milliseconds: number,
    signal: AbortSignal | undefined,
    work: (call: Call<Result>) => Promise<Result>,
  ): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      signal?.throwIfAborted();
      const call = new Call<Result>(milliseconds, signal, { resolve, reject }, this.#underWay);
      work(call).then(
        (result) => call.finish()?.resolve(result),
        (error) => call.finish()?.reject(toDatabaseError(error)),
      );
    });
  }

  /** Makes all calls under way fail. */
  endAll(reason: unknown): void {
    for (const call of [...this.#underWay]) call.giveUp(reason);
  }
}

/**
 * Closes a session without waiting: the answer is there, and to a frozen database closing lasts for ever. A session that
 * cannot be closed has lost its connection, which the pool notices by itself.
 */
export function abandon(session: Session): void {
  session.close().catch(() => {});
}
