import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type IndicatorFigures, progressOf } from '../../src/analysis/indicator-progress.js';

const figures = (given: Partial<IndicatorFigures>): IndicatorFigures => ({
  id: 'i',
  direction: null,
  baseline: null,
  target: null,
  unit: null,
  baselineYear: null,
  targetYear: null,
  comparator: null,
  actual: null,
  sources: [],
  ...given,
});

test('what is to rise has to go the distance, the same each year', () => {
  expect(progressOf(figures({ direction: 'INCREASE', baseline: 82.31, target: 85 }), 5)).toMatchObject({
    distance: 2.69,
    distancePercent: expect.closeTo(3.268, 3),
    reached: false,
    years: 5,
    yearsAssumed: true,
    requiredPerYear: 0.538,
  });
});

test('what is to fall has a distance below zero', () => {
  expect(progressOf(figures({ direction: 'DECREASE', baseline: 475, target: 470 }), 5)).toMatchObject({
    distance: -5,
    reached: false,
    requiredPerYear: -1,
  });
});

test('under an upper bound and at its target nothing has to change', () => {
  const bound = figures({ direction: 'AT_MOST', baseline: 89.3, target: 92.7, comparator: 'AT_MOST' });
  expect(progressOf(bound, 5)).toMatchObject({ distance: 3.4, reached: true, requiredPerYear: 0 });
  const kept = figures({ direction: 'MAINTAIN', baseline: 0, target: 0 });
  expect(progressOf(kept, 5)).toMatchObject({ distance: 0, distancePercent: null, reached: true, requiredPerYear: 0 });
});

test('printed years count, and nothing is assumed', () => {
  const printed = figures({ baseline: 10, target: 16, baselineYear: 2021, targetYear: 2027 });
  expect(progressOf(printed, 5)).toMatchObject({
    direction: 'INCREASE',
    years: 6,
    yearsAssumed: false,
    requiredPerYear: 1,
  });
});

test('without two numbers there is no distance', () => {
  expect(progressOf(figures({ target: 2 }), 5)).toMatchObject({ distance: null, reached: null, requiredPerYear: null });
});

test('the change of all years together leads from the baseline to the target', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 20 }), (baseline, target, years) => {
      const { requiredPerYear, distance, reached } = progressOf(figures({ baseline, target }), years);
      expect(reached).toBe(baseline === target || Math.abs(distance ?? 0) === 0);
      expect(baseline + (requiredPerYear ?? 0) * years).toBeCloseTo(target, 3);
    }),
  );
});

describe('with actual values', () => {
  const actual = (value: number, year = 2024) => ({ value, year, sources: ['x:source-document:actuals 3 3'] });
  const plan = figures({
    ...{ direction: 'DECREASE', baseline: 10, target: 0, baselineYear: 2022, targetYear: 2028 },
    sources: ['x:source-document:plan 1 1'],
  });

  test('the distance goes from the latest, in the years that are left', () => {
    expect(progressOf({ ...plan, actual: actual(4) }, 5)).toMatchObject({
      ...{ baseline: 10, latest: 4, latestYear: 2024, distance: -4, distancePercent: -100, reached: false },
      ...{ years: 4, yearsAssumed: false, requiredPerYear: -1, why: null },
      sources: ['x:source-document:plan 1 1', 'x:source-document:actuals 3 3'],
    });
  });

  test('a target of 0 is reached where the latest is 0', () => {
    const reached = { distance: 0, distancePercent: null, reached: true, requiredPerYear: 0 };
    expect(progressOf({ ...plan, actual: actual(0) }, 5)).toMatchObject(reached);
  });

  test('one of before the baseline is not the latest that is known', () => {
    expect(progressOf({ ...plan, actual: actual(0, 2021) }, 5)).toEqual(progressOf(plan, 5));
    expect(progressOf({ ...plan, actual: actual(4, 2022) }, 5)).toMatchObject({ latest: 4, distance: -4 });
  });

  test('where the year of the target is over, no change of each year leads to it', () => {
    const late = progressOf({ ...plan, actual: actual(4, 2029) }, 5);
    expect(late).toMatchObject({ reached: false, years: 0, yearsAssumed: false, requiredPerYear: null });
    expect(progressOf({ ...plan, targetYear: null, actual: actual(5) }, 5)).toMatchObject({
      years: 5,
      yearsAssumed: true,
      requiredPerYear: -1,
    });
  });

  test('a bound is kept by what lies beyond it, wherever the baseline was', () => {
    const atLeast = figures({ direction: 'MAINTAIN', baseline: 85, target: 85, comparator: 'AT_LEAST' });
    expect(progressOf({ ...atLeast, actual: actual(90) }, 5).reached).toBe(true);
    expect(progressOf({ ...atLeast, actual: actual(84) }, 5).reached).toBe(false);
    const atMost = figures({ baseline: 3, target: 2, comparator: 'AT_MOST' });
    expect(progressOf({ ...atMost, actual: actual(1) }, 5).reached).toBe(true);
    expect(progressOf({ ...atMost, actual: actual(3) }, 5).reached).toBe(false);
  });

  test('without a baseline there is a distance, and nobody knows whether it is reached without a direction or a bound', () => {
    const bare = figures({ target: 60 });
    const unknown = { direction: null, distance: -5, reached: null, requiredPerYear: null, why: null };
    expect(progressOf({ ...bare, actual: actual(65) }, 5)).toMatchObject(unknown);
    expect(progressOf({ ...bare, actual: actual(60) }, 5).reached).toBe(true);
    expect(progressOf({ ...bare, direction: 'INCREASE', actual: actual(65) }, 5).reached).toBe(true);
    expect(progressOf({ ...bare, comparator: 'AT_LEAST', actual: actual(55) }, 5).reached).toBe(false);
  });

  test('without a target only this is told to lack', () => {
    const { distance, why } = progressOf({ ...figures({}), actual: actual(1) }, 5);
    expect([distance, why?.en]).toEqual([null, 'The document prints no target in numbers.']);
  });
});
