import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byNaturalOrder } from '../../../src/ingest/dataset/natural-order.js';

const sorted = (ids: readonly string[]) => [...ids].sort(byNaturalOrder);

describe('Ids stand in the order in which people count', () => {
  test.each([
    [
      ['5-10', '5-2', '5-1'],
      ['5-1', '5-2', '5-10'],
    ],
    [
      ['honjo:measure:図書館の充実', 'honjo:measure:5-1-2'],
      ['honjo:measure:5-1-2', 'honjo:measure:図書館の充実'],
    ],
    [
      ['1-9:2024', '1-10:2023', '1-9:2023'],
      ['1-9:2023', '1-9:2024', '1-10:2023'],
    ],
    [
      ['sdg:10', 'sdg:9', 'sdg:1'],
      ['sdg:1', 'sdg:9', 'sdg:10'],
    ],
  ])('%j', (ids, expected) => {
    expect(sorted(ids)).toEqual(expected);
  });

  test('and never in two ways: the order is total', () => {
    const id = fc
      .array(fc.constantFrom('1', '２', '10', '-', ':', '青', 'ｱ', 'ア', 'a'), { maxLength: 5 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.gen(), (ids, gen) => {
        const shuffled = gen(fc.shuffledSubarray, ids, { minLength: ids.length });
        expect(sorted(shuffled)).toEqual(sorted(ids));
      }),
    );
  });
});
