/** Time in milliseconds after which work on answers lets the event loop handle other requests. */
const timeBudget = 10;

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

/** Work that resumes in a later iteration, first in, first out. */
const waiting: (() => void)[] = [];

/** Resumes work until this iteration has used its time. */
function resume(): void {
  waiting.shift()?.();
  if (waiting.length === 0) return;
  if (isLong()) setImmediate(resume);
  // After the microtasks of the one just resumed.
  else Promise.resolve().then(() => process.nextTick(resume));
}

const laterIteration = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    // The first `setImmediate` after I/O still runs before the next poll for I/O; the second one runs after it.
    if (waiting.length === 1) setImmediate(() => setImmediate(resume));
  });

/** To be awaited between the pieces of long work: yields to the event loop when this iteration has taken long. */
export const yieldIfLong = (): Promise<void> | null =>
  isLong() || ++resumed > maximumResumed ? laterIteration() : null;

/** A list of this length is deferred in any case: assembling it has taken its time already. */
const longList = 100;

/**
 * The value, or a promise of it when this iteration has taken long. Used where graphql-js completes nested values: a large
 * answer is completed over several iterations of the event loop, a small one synchronously.
 */
export function deferIfLong<Value>(value: Value): Value | Promise<Value> {
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) && value.length >= longList) || isLong() ? laterIteration().then(() => value) : value;
}

/** Duck-typed: the promises of the driver and of DataLoader are not all instances of `Promise`. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | null)?.then === 'function';

/** Entries of a list that are completed before the event loop may run. */
const chunkLength = 20;

/**
 * The long lists of one request, processed in chunks. Reads that these cause can wait for the last chunk of all lists
 * (`whenIdle`), so that they go to the database together.
 */
export class Chunks {
  private running = 0;
  private idle: (() => void)[] = [];

  /** The entries of a long list as promises that resolve chunk by chunk; a short list unchanged. */
  of<Entry>(list: readonly Entry[]): readonly (Entry | Promise<Entry>)[] {
    // Entries that are promises need a handler at once, in case they reject.
    if (list.length <= chunkLength || list.some(isPromise)) return list;
    let chunk: Promise<unknown> = Promise.resolve();
    const entries = list.map((entry, index) => {
      if (index > 0 && index % chunkLength === 0) chunk = chunk.then(yieldIfLong);
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
    const pause = yieldIfLong();
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
