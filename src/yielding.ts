/**
 * Time in milliseconds after which work on answers lets the event loop handle other requests. A small request waits for
 * about five of these beside large ones: with 3 its median beside twenty dossiers was 21 ms, with 1 it is 18, and the dossiers
 * come as fast (`npm run bench -- others`).
 */
const timeBudget = 1;

/** Pieces of work that resume in one iteration of the event loop: of many that start together, the last is not starved. */
const maximumResumed = 50;

/** When work in this iteration of the event loop began; null before the first question. */
let startedAt: number | null = null;
let resumed = 0;

function isLong(): boolean {
  const now = performance.now();
  if (startedAt !== null) return now - startedAt > timeBudget;
  startedAt = now;
  resumed = 0;
  setImmediate(() => {
    startedAt = null;
  });
  return false;
}

/** Levels of waiting work: what has waited so often as the number says, or more often at the last one. */
const levels = 12;

/** Work that resumes in a later iteration, by how often it has waited; first in, first out at each level. */
const waiting: (() => void)[][] = Array.from({ length: levels }, () => []);
let waitingCount = 0;
let resumptions = 0;

/** Every so many resumptions one goes to what has waited most often, so that small requests do not hold it for ever. */
const shareOfLong = 4;

function next(): (() => void) | undefined {
  waitingCount--;
  const order = ++resumptions % shareOfLong === 0 ? waiting.toReversed() : waiting;
  return order.find(({ length }) => length > 0)?.shift();
}

/** Resumes work until this iteration has used its time. */
function resume(): void {
  next()?.();
  if (waitingCount === 0) return;
  if (isLong()) setImmediate(resume);
  // After the microtasks of the one just resumed.
  else Promise.resolve().then(() => process.nextTick(resume));
}

function later(level: number): Promise<void> {
  return new Promise<void>((resolve) => {
    waiting[Math.min(level, levels - 1)]?.push(resolve);
    // The first `setImmediate` after I/O still runs before the next poll for I/O; the second one runs after it.
    if (++waitingCount === 1) setImmediate(() => setImmediate(resume));
  });
}

/**
 * How often the work of one request has waited for others. What has waited less goes on first: a small request passes the
 * many pieces of a large one, whoever sent it.
 */
export class Turns {
  private taken = 0;

  later(): Promise<void> {
    return later(this.taken++);
  }
}

/**
 * To be awaited between the pieces of long work: yields to the event loop when this iteration has taken long. Work that is
 * of no request, or long by its nature, has no turns and comes last.
 */
export const yieldIfLong = (turns?: Turns): Promise<void> | null =>
  isLong() || ++resumed > maximumResumed ? (turns?.later() ?? later(levels)) : null;

/** A list of this length is deferred in any case: assembling it has taken its time already. */
const longList = 100;

/**
 * The value, or a promise of it when this iteration has taken long. Used where graphql-js completes nested values: a large
 * answer is completed over several iterations of the event loop, a small one synchronously.
 */
export function deferIfLong<Value>(value: Value, turns: Turns): Value | Promise<Value> {
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) && value.length >= longList) || isLong() ? turns.later().then(() => value) : value;
}

/** Duck-typed: the promises of the driver and of DataLoader are not all instances of `Promise`. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | null)?.then === 'function';

/** A list of at most this many entries is completed at once. */
const shortList = 20;

/** The number of entries of a longer list that are completed before the event loop may run. */
const chunkLength = 5;

/**
 * The long lists of one request, processed in chunks. Reads that these cause can wait for the last chunk of all lists
 * (`whenIdle`), so that they go to the database together.
 */
export class Chunks {
  readonly turns: Turns;
  private running = 0;
  private idle: (() => void)[] = [];

  constructor(turns = new Turns()) {
    this.turns = turns;
  }

  /** The entries of a long list as promises that resolve chunk by chunk; a short list unchanged. */
  of<Entry>(list: readonly Entry[]): readonly (Entry | Promise<Entry>)[] {
    // Entries that are promises need a handler at once, in case they reject.
    if (list.length <= shortList || list.some(isPromise)) return list;
    let chunk: Promise<unknown> = Promise.resolve();
    const entries = list.map((entry, index) => {
      if (index > 0 && index % chunkLength === 0) chunk = chunk.then(() => yieldIfLong(this.turns));
      return chunk.then(() => entry);
    });
    this.track(chunk);
    return entries;
  }

  /** Runs the work for each entry in order, yielding to the event loop where it takes long. */
  async each<Entry>(list: readonly Entry[], work: (entry: Entry) => void): Promise<void> {
    for (const entry of list) {
      const pause = this.yieldIfLong();
      if (pause) await pause;
      work(entry);
    }
  }

  /** As the function of this name; `whenIdle` waits for it. */
  yieldIfLong(): Promise<void> | null {
    const pause = yieldIfLong(this.turns);
    if (pause) this.track(pause);
    return pause;
  }

  /** Calls back once no chunk of this request is pending. */
  whenIdle(call: () => void): void {
    this.idle.push(call);
    if (this.running === 0) this.callSoon();
  }

  private track(work: Promise<unknown>): void {
    this.running++;
    work.then(() => {
      this.running--;
      if (this.running === 0) this.callSoon();
    });
  }

  /** After pending microtasks, which may still add reads. */
  private callSoon(): void {
    Promise.resolve().then(() =>
      process.nextTick(() => {
        if (this.running > 0) return;
        for (const call of this.idle.splice(0)) call();
      }),
    );
  }
}
