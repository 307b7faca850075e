import { expect, test } from '@jest/globals';
import { paced } from '../../../src/api/execution/pace.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

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
  const busy = () => {
    const end = performance.now() + 12;
    while (performance.now() < end);
  };
  paced({});
  busy();
  let turns = 0;
  const count = () => {
    turns++;
    if (turns < 100) setImmediate(count);
  };
  setImmediate(count);
  const parts = await Promise.all(
    [1, 2, 3].map(async (part) => {
      const value = await paced({ part });
      busy();
      return value.part;
    }),
  );
  expect(parts).toEqual([1, 2, 3]);
  expect(turns).toBeGreaterThanOrEqual(3);
});
