import { expect, test } from '@jest/globals';
import { once } from '../../src/labels/once.js';

test('what is made once is made when it is first needed, and the same afterwards', () => {
  let times = 0;
  const made = once(() => ({ number: ++times }));
  expect(times).toBe(0);
  expect(made()).toBe(made());
  expect(times).toBe(1);
});
