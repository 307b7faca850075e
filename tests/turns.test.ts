import { describe, expect, test } from '@jest/globals';
import { breather, paced, Slices } from '../src/turns.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

const busyFor = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

/** How many turns the event loop takes until a work is done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let over = false;
  const count = () => {
    turns++;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await work();
  over = true;
  return turns;
}

test('what is small passes through as it is', async () => {
  await turn();
  for (const value of [null, undefined, 1, 'text', [1, 2, 3], { id: 1 }]) expect(paced(value)).toBe(value);
});

test('a long list comes in a later turn, the same', async () => {
  const list = Array.from({ length: 100 }, (_, index) => index);
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  const later = paced(list);
  expect(later).toBeInstanceOf(Promise);
  expect(await later).toBe(list);
  expect(turned).toBe(true);
});

test('in a turn that goes on for long, what is nested comes in later ones, so that others have theirs', async () => {
  await turn();
  paced({});
  busyFor(12);
  const values = [{ part: 1 }, { part: 2 }, { part: 3 }];
  const parts: unknown[] = [];
  const turns = await turnsDuring(() =>
    Promise.all(
      values.map(async (value) => {
        parts.push(await paced(value));
        busyFor(12);
      }),
    ),
  );
  expect(parts).toEqual(values);
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('what many wait for at once is done in the order in which they came, in several turns', async () => {
  await turn();
  const done: number[] = [];
  const turns = await turnsDuring(() =>
    Promise.all(
      Array.from({ length: 200 }, async (_, place) => {
        await breather();
        busyFor(0.5);
        done.push(place);
      }),
    ),
  );
  expect(done).toEqual(Array.from({ length: 200 }, (_, place) => place));
  // Fifty go on in the first turn, and after it as many as fit into ten milliseconds.
  expect(turns).toBeGreaterThanOrEqual(5);
});

describe('the slices of a request', () => {
  test('leave a short list as it is, and one of promises, of which one may fail', () => {
    const slices = new Slices();
    const short = [1, 2, 3];
    expect(slices.of(short)).toBe(short);
    const failing = Array.from({ length: 30 }, (_, place) => Promise.resolve(place));
    expect(slices.of(failing)).toBe(failing);
  });

  test('give the entries of a long list in their order, in several turns where each takes its time', async () => {
    const list = Array.from({ length: 100 }, (_, place) => place);
    const entries = new Slices().of(list);
    const seen: number[] = [];
    const turns = await turnsDuring(() =>
      Promise.all(
        entries.map(async (entry) => {
          seen.push(await entry);
          busyFor(1);
        }),
      ),
    );
    expect(seen).toEqual(list);
    expect(turns).toBeGreaterThanOrEqual(4);
  });

  test('do a work for each entry of a list in their order, in several turns where each takes its time', async () => {
    const slices = new Slices();
    const list = Array.from({ length: 100 }, (_, place) => place);
    const seen: number[] = [];
    const calls: number[] = [];
    const turns = await turnsDuring(() =>
      slices.each(list, (entry) => {
        if (seen.push(entry) === 60) slices.whenDone(() => calls.push(seen.length));
        busyFor(1);
      }),
    );
    expect(seen).toEqual(list);
    expect(turns).toBeGreaterThanOrEqual(4);
    await turn();
    expect(calls).toEqual([100]);
  });

  test('end with what a work throws', async () => {
    const seen: number[] = [];
    const list = Array.from({ length: 100 }, (_, place) => place);
    const work = new Slices().each(list, (entry) => {
      busyFor(0.5);
      if (entry === 70) throw new RangeError('the seventieth');
      seen.push(entry);
    });
    await expect(work).rejects.toThrow('the seventieth');
    expect(seen).toHaveLength(70);
  });

  test('have what was asked on the way asked together, when all is done', async () => {
    const slices = new Slices();
    const asked: number[] = [];
    const calls: number[] = [];
    const ask = (entry: number) => {
      if (asked.push(entry) === 1) slices.whenDone(() => calls.push(asked.length));
    };
    const entries = slices.of(Array.from({ length: 100 }, (_, place) => place));
    await Promise.all(
      entries.map(async (entry) => {
        ask(await entry);
        busyFor(1);
      }),
    );
    await turn();
    expect(calls).toEqual([100]);
  });

  test('call at once where nothing is under way', async () => {
    const order: string[] = [];
    new Slices().whenDone(() => order.push('called'));
    order.push('asked');
    await turn();
    expect(order).toEqual(['asked', 'called']);
  });
});
