import { describe, expect, test } from '@jest/globals';
import { Chunks, deferIfLong, Turns, yieldIfLong } from '../src/yielding.js';

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
  for (const value of [null, undefined, 1, 'text', [1, 2, 3], { id: 1 }]) {
    // A busy machine may take all of a turn's time between two values.
    await turn();
    expect(deferIfLong(value, new Turns())).toBe(value);
  }
});

test('a long list comes in a later iteration of the event loop, unchanged', async () => {
  const list = Array.from({ length: 100 }, (_, index) => index);
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  const later = deferIfLong(list, new Turns());
  expect(later).toBeInstanceOf(Promise);
  expect(await later).toBe(list);
  expect(turned).toBe(true);
});

test('in a long iteration of the event loop nested values are deferred to later ones', async () => {
  await turn();
  deferIfLong({}, new Turns());
  busyFor(12);
  const values = [{ part: 1 }, { part: 2 }, { part: 3 }];
  const parts: unknown[] = [];
  const turns = await turnsDuring(() =>
    Promise.all(
      values.map(async (value) => {
        parts.push(await deferIfLong(value, new Turns()));
        busyFor(12);
      }),
    ),
  );
  expect(parts).toEqual(values);
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('a small request passes the many pieces of a large one, which goes on too', async () => {
  await turn();
  const order: string[] = [];
  const request = async (name: string, pieces: number) => {
    const turns = new Turns();
    for (let piece = 0; piece < pieces; piece++) {
      await yieldIfLong(turns);
      busyFor(5);
      order.push(name);
    }
  };
  const large = request('large', 40);
  while (order.length < 20) await turn();
  const before = order.length;
  const small = Promise.all(Array.from({ length: 5 }, () => request('small', 3)));
  await small;
  const since = order.slice(before);
  expect(since.filter((name) => name === 'small')).toHaveLength(15);
  // A share of a fourth is left to it, and what was under way when the small ones came.
  expect(since.length).toBeLessThanOrEqual(15 * (4 / 3) + 2);
  expect(since).toContain('large');
  await large;
});

test('work that waits at once resumes in order, over several iterations', async () => {
  await turn();
  const done: number[] = [];
  const turns = await turnsDuring(() =>
    Promise.all(
      Array.from({ length: 200 }, async (_, place) => {
        await yieldIfLong();
        busyFor(0.5);
        done.push(place);
      }),
    ),
  );
  expect(done).toEqual(Array.from({ length: 200 }, (_, place) => place));
  // Fifty go on in the first turn, and after it as many as fit into three milliseconds.
  expect(turns).toBeGreaterThanOrEqual(5);
});

describe('the chunks of a request', () => {
  test('leave a short list as it is, and one of promises, of which one may fail', () => {
    const chunks = new Chunks();
    const short = [1, 2, 3];
    expect(chunks.of(short)).toBe(short);
    const failing = Array.from({ length: 30 }, (_, place) => Promise.resolve(place));
    expect(chunks.of(failing)).toBe(failing);
  });

  test('give the entries of a long list in their order, in several turns where each takes its time', async () => {
    const list = Array.from({ length: 100 }, (_, place) => place);
    const entries = new Chunks().of(list);
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
    const chunks = new Chunks();
    const list = Array.from({ length: 100 }, (_, place) => place);
    const seen: number[] = [];
    const calls: number[] = [];
    const turns = await turnsDuring(() =>
      chunks.each(list, (entry) => {
        if (seen.push(entry) === 60) chunks.whenIdle(() => calls.push(seen.length));
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
    const work = new Chunks().each(list, (entry) => {
      busyFor(0.5);
      if (entry === 70) throw new RangeError('the seventieth');
      seen.push(entry);
    });
    await expect(work).rejects.toThrow('the seventieth');
    expect(seen).toHaveLength(70);
  });

  test('have what was asked on the way asked together, when all is done', async () => {
    const chunks = new Chunks();
    const asked: number[] = [];
    const calls: number[] = [];
    const ask = (entry: number) => {
      if (asked.push(entry) === 1) chunks.whenIdle(() => calls.push(asked.length));
    };
    const entries = chunks.of(Array.from({ length: 100 }, (_, place) => place));
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
    new Chunks().whenIdle(() => order.push('called'));
    order.push('asked');
    await turn();
    expect(order).toEqual(['asked', 'called']);
  });
});
