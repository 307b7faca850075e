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
