import { setMaxListeners } from 'node:events';
import type { CheckRow, CheckRows } from './answer-budget.js';

type Row = Readonly<Record<string, unknown>>;
type Parameters = Readonly<Record<string, unknown>>;

/** The rows of a statement with `$keys`, and the index of the caller's first key among its keys. */
export interface KeyedRows {
  readonly rows: readonly Row[];
  readonly offset: number;
}

/** The way to the graph for a statement that answers for each of its `$keys`. */
export type ReadByKeys = (
  cypher: string,
  parameters: Parameters,
  keys: readonly unknown[],
  check?: CheckRows,
) => Promise<KeyedRows>;

/** One read of the database, given up with the signal; each row is checked for the caller that waits for it. */
export type ReadUntil = (
  cypher: string,
  parameters: Parameters,
  signal: AbortSignal,
  check: CheckRows,
) => Promise<readonly Row[]>;

/** One request's share in a statement. */
interface Share {
  readonly keys: readonly unknown[];
  readonly signal: AbortSignal;
  readonly check: CheckRows | undefined;
  readonly resolve: (rows: KeyedRows) => void;
  readonly reject: (reason: unknown) => void;
}

/** How many reads of one statement run at a time: with one, or with more than two, the throughput is lower. */
const atOnce = 2;
/**
 * Longer lists of keys are not added up: the rows of a statement are all alive until its end, and collecting garbage around
 * those of many requests takes as long as they save.
 */
const mostKeys = 4;

/**
 * Reads by keys of many requests. Where two statements of the same text and parameters are under way already, the keys
 * that come meanwhile gather and go to the database together: under load a statement, its way there and back and its
 * planning are paid for once by several requests. A single request waits for nobody.
 *
 * What fails for several together is read again for each alone: no caller fails for another's keys. A statement ends
 * in the database when all who wait for it have gone.
 */
export class CoalescedReads {
  private readonly read: ReadUntil;
  private readonly queues = new Map<string, Queue>();

  constructor(read: ReadUntil) {
    this.read = read;
  }

  /** Reads with these keys, maybe together with those of others who have the same rights; fails with the signal's reason. */
  async ask(
    cypher: string,
    parameters: Parameters,
    keys: readonly unknown[],
    signal: AbortSignal,
    check?: CheckRows,
    rights = '',
  ): Promise<KeyedRows> {
    signal.throwIfAborted();
    const name = `${rights}\n${cypher}\n${JSON.stringify(parameters)}`;
    const read: ReadKeys = (all, until, each) => this.read(cypher, { ...parameters, keys: all }, until, each);
    const queue = this.queues.get(name) ?? new Queue(read, () => this.queues.delete(name));
    this.queues.set(name, queue);
    return queue.ask(keys, signal, check);
  }
}

type ReadKeys = (keys: readonly unknown[], signal: AbortSignal, check: CheckRows) => Promise<readonly Row[]>;

/** Those who ask one statement. */
class Queue {
  private readonly read: ReadKeys;
  private readonly whenEmpty: () => void;
  private waiting: readonly Share[] = [];
  private underWay = 0;

  constructor(read: ReadKeys, whenEmpty: () => void) {
    this.read = read;
    this.whenEmpty = whenEmpty;
  }

  ask(keys: readonly unknown[], signal: AbortSignal, check: CheckRows | undefined): Promise<KeyedRows> {
    return new Promise((resolve, reject) => {
      const gone = () => reject(signal.reason);
      // What listens to a signal that lives on would keep the rows alive.
      const stay = () => signal.removeEventListener('abort', gone);
      const share: Share = {
        keys,
        signal,
        check,
        resolve: (rows) => {
          stay();
          resolve(rows);
        },
        reject: (reason) => {
          stay();
          reject(reason);
        },
      };
      this.waiting = [...this.waiting, share];
      if (this.underWay < atOnce) return this.send();
      // One request has as many reads under way as its operation has parts: no sign of a leak.
      setMaxListeners(Number.POSITIVE_INFINITY, signal);
      signal.addEventListener('abort', gone, { once: true });
    });
  }

  /** Sends what has gathered, in the order in which it came. */
  private send(): void {
    const shares = this.next();
    if (shares.length === 0) {
      if (this.underWay === 0) this.whenEmpty();
      return;
    }
    this.underWay++;
    this.answer(shares).finally(() => {
      this.underWay--;
      this.send();
    });
  }

  private next(): readonly Share[] {
    const wanted = this.waiting.filter(({ signal }) => !signal.aborted);
    let count = 0;
    const end = wanted.findIndex(({ keys }, index) => {
      count += keys.length;
      return index > 0 && count > mostKeys;
    });
    const taken = end === -1 ? wanted : wanted.slice(0, end);
    this.waiting = wanted.slice(taken.length);
    return taken;
  }

  private async answer(shares: readonly Share[]): Promise<void> {
    const [first] = shares;
    if (first && shares.length === 1) return this.answerAlone(first);
    const { signal, release } = untilAllHaveGone(shares);
    const refused = new Set<Share>();
    const refuse = (share: Share, reason: unknown) => {
      refused.add(share);
      share.reject(reason);
    };
    try {
      const rows = await this.read(
        shares.flatMap(({ keys }) => keys),
        signal,
        () => checkOfEach(shares, refuse),
      );
      let offset = 0;
      for (const { keys, resolve } of shares) {
        resolve({ rows, offset });
        offset += keys.length;
      }
    } catch {
      const others = shares.filter((share) => !refused.has(share));
      await Promise.all(others.map((share) => this.answerAlone(share)));
    } finally {
      release();
    }
  }

  private async answerAlone({ keys, signal, check, resolve, reject }: Share): Promise<void> {
    try {
      signal.throwIfAborted();
      resolve({ rows: await this.read(keys, signal, check ?? unchecked), offset: 0 });
    } catch (error) {
      reject(error);
    }
  }
}

const unchecked: CheckRows = () => () => {};

/**
 * Checks every row for the caller that waits for it: a row tells its key or the index of it. A key of several callers comes
 * as often, and each of them checks one of the rows. A caller that has left checks none.
 */
function checkOfEach(shares: readonly Share[], refuse: (share: Share, reason: unknown) => void): CheckRow {
  let end = 0;
  const askers = shares.map((share) => {
    const start = end;
    end += share.keys.length;
    const { check = unchecked } = share;
    return { share, start, end, unseen: new Set(share.keys), check: check() };
  });
  return (row: { readonly key?: unknown; readonly index?: unknown }) => {
    const { key, index } = row;
    const asker = askers.find(({ start, end, unseen }) =>
      typeof index === 'number' ? index >= start && index < end : unseen.delete(key),
    );
    if (!asker || asker.share.signal.aborted) return;
    try {
      asker.check(row);
    } catch (reason) {
      refuse(asker.share, reason);
      throw reason;
    }
  };
}

/** A signal that ends when the last of those who share a statement has gone. */
function untilAllHaveGone(shares: readonly Share[]): { readonly signal: AbortSignal; release(): void } {
  const all = new AbortController();
  const signals = new Set(shares.map(({ signal }) => signal));
  let left = signals.size;
  const gone = (event: Event) => {
    left--;
    if (left === 0) all.abort((event.target as AbortSignal).reason);
  };
  for (const signal of signals) signal.addEventListener('abort', gone, { once: true });
  return {
    signal: all.signal,
    release: () => {
      for (const signal of signals) signal.removeEventListener('abort', gone);
    },
  };
}
