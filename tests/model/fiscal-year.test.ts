import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eraLabel, parseYear } from '../../src/model/fiscal-year.js';

describe('a year as people write it', () => {
  test.each([
    ['R6', 2024],
    ['Ｒ６年度', 2024],
    ['令和元年度', 2019],
    ['平成30年', 2018],
    ['H 24', 2012],
    ['2024', 2024],
    ['２０２４年度', 2024],
    ['FY2024', 2024],
  ])('%s is %i', (text, year) => expect(parseYear(text)).toBe(year));

  test.each(['', 'R0', 'X6', '24', '令和', '2024-03', '第6年度'])('%p is none', (text) =>
    expect(parseYear(text)).toBeNull(),
  );

  test('is read from the label of every year', () => {
    fc.assert(fc.property(fc.integer({ min: 1926, max: 2117 }), (year) => parseYear(String(eraLabel(year))) === year));
  });
});
