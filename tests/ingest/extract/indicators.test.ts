import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseQuantity } from '../../../src/ingest/documents/quantity.js';
import { directionOf } from '../../../src/ingest/extract/indicators.js';

const direction = (baseline: string, target: string) => directionOf(parseQuantity(baseline), parseQuantity(target));

describe('The direction of an indicator', () => {
  test.each([
    ['82.31 %', '85.00 %', 'INCREASE'],
    ['1,204 人', '12,000 人', 'INCREASE'],
    ['−5 人', '0 人', 'INCREASE'],
    ['12分', '8分', 'DECREASE'],
    ['640人', '640人', 'MAINTAIN'],
    ['0.0', '0', 'MAINTAIN'],
    ['95.0 %', '92.7 %以内', 'AT_MOST'],
    ['90.0 %', '92.7 %以内', 'AT_MOST'],
    ['—', '92.7 %以内', 'AT_MOST'],
  ])('from %s to %s is %s', (baseline, target, expected) => {
    expect(direction(baseline, target)).toBe(expected);
  });

  test.each([
    ['—', '3,000人'],
    ['120人', '増加'],
    ['1～2件', '3件'],
    ['', ''],
  ])('from "%s" to "%s" is unknown, as there are not two numbers', (baseline, target) => {
    expect(direction(baseline, target)).toBeNull();
  });

  test('turns round with the figures', () => {
    const figure = fc.integer({ min: -9999, max: 9999 });
    const opposite = { INCREASE: 'DECREASE', DECREASE: 'INCREASE', MAINTAIN: 'MAINTAIN' } as const;
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const found = direction(`${a}件`, `${b}件`) as keyof typeof opposite;
        expect(direction(`${b}件`, `${a}件`)).toBe(opposite[found]);
      }),
    );
  });
});
