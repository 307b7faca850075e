import { describe, expect, test } from '@jest/globals';
import { sharedFirst, sharedIds } from '../../../src/web/explorer/pages/beside/shared.js';

const things = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe('things beside each other', () => {
  test('share what more than one of them has', () => {
    expect(sharedIds([things('a', 'b'), things('b', 'c'), things('c', 'd')])).toEqual(new Set(['b', 'c']));
  });

  test('share nothing where one has something twice', () => {
    expect(sharedIds([things('a', 'a'), things('b')]).size).toBe(0);
  });

  test('have what is shared first, and the rest in its order', () => {
    expect(sharedFirst(things('a', 'b', 'c', 'd'), new Set(['c', 'b']))).toEqual(things('b', 'c', 'a', 'd'));
  });
});
