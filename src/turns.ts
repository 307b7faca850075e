/** How long one turn of the event loop may go on with answering, in milliseconds, before others have theirs. */
const slice = 10;

/** When this turn was first asked about; null where it was not yet. */
let began: number | null = null;

function turnIsLong(): boolean {
  const now = performance.now();
  if (began !== null) return now - began > slice;
  began = now;
  passed = 0;
  setImmediate(() => {
    began = null;
  });
  return false;
}

/** Those who wait for a later turn, in the order in which they came. */
const waiting: (() => void)[] = [];

/** Lets one after the other go on, as many as have room in a turn. */
function letGoOn(): void {
  waiting.shift()?.();
  if (waiting.length === 0) return;
  if (turnIsLong()) setImmediate(letGoOn);
  // When what the first one does now has been done.
  else Promise.resolve().then(() => process.nextTick(letGoOn));
}

const laterTurn = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    // The first `setImmediate` after something came in still belongs to the turn: others come in before the second.
    if (waiting.length === 1) setImmediate(() => setImmediate(letGoOn));
  });

/** So many pieces go on in a turn without waiting: of many that ask at once, the last is told before the first goes on. */
const mostAtOnce = 50;
let passed = 0;

/** To be awaited between the pieces of a long work: lets others have their turn where this one has gone on for long. */
export const breather = (): Promise<void> | null => (turnIsLong() || ++passed > mostAtOnce ? laterTurn() : null);

/** Lists as long as this begin a turn of their own: what came before, such as assembling them, has taken its time. */
const longList = 100;

/**
 * The value, or a promise of it where this turn has gone on for long: an answer of thousands of nodes is completed in
 * slices, between which the service answers others. A small answer passes through as it is.
 */
export function paced<Value>(value: Value): Value | Promise<Value> {
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) && value.length >= longList) || turnIsLong() ? laterTurn().then(() => value) : value;
}

/** By what it does: the drivers' and the loaders' promises are not all of the same class. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | null)?.then === 'function';

/** So many entries of a list are completed before others may have their turn. */
const sliceLength = 20;

/**
 * The long works of one request, which are done in several turns. What they ask of the graph on the way can wait for the
 * end of all of them (`whenDone`), to be asked together.
 */
export class Slices {
  private underWay = 0;
  private waiting: (() => void)[] = [];

  /** The entries of a long list as promises, which are kept in as many turns as it takes; a short list as it is. */
  of<Entry>(list: readonly Entry[]): readonly (Entry | Promise<Entry>)[] {
    // An entry that is a promise already has to be heard at once, should it fail.
    if (list.length <= sliceLength || list.some(isPromise)) return list;
    let slice: Promise<unknown> = Promise.resolve();
    const entries = list.map((entry, place) => {
      if (place > 0 && place % sliceLength === 0) slice = slice.then(breather);
      return slice.then(() => entry);
    });
    this.until(slice);
    return entries;
  }

  /**
   * Does the work for one entry after the other, in as many turns as it takes. What other parts of the request ask waits for
   * its end: the lists that are done at the same time then ask together.
   */
  async each<Entry>(list: readonly Entry[], work: (entry: Entry) => void): Promise<void> {
    for (const entry of list) {
      const pause = this.breather();
      if (pause) await pause;
      work(entry);
    }
  }

  /** As `breather`, within the works of the request. */
  breather(): Promise<void> | null {
    const pause = breather();
    if (pause) this.until(pause);
    return pause;
  }

  whenDone(call: () => void): void {
    this.waiting.push(call);
    if (this.underWay === 0) this.callSoon();
  }

  private until(end: Promise<unknown>): void {
    this.underWay++;
    end.then(() => {
      this.underWay--;
      if (this.underWay === 0) this.callSoon();
    });
  }

  /** After all that goes on in this turn anyway, such as what the last entries ask for. */
  private callSoon(): void {
    Promise.resolve().then(() =>
      process.nextTick(() => {
        if (this.underWay > 0) return;
        for (const call of this.waiting.splice(0)) call();
      }),
    );
  }
}
