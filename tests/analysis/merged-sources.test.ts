import { mergedSources } from '../../src/analysis/merged-sources.js';

const one = [
  ['plan', 'plan'],
  ['CURRENT', 'DRAFT'],
  [1, 5],
  [2, 6],
] as const;
const other = [
  ['plan', 'sheets'],
  ['DRAFT', ''],
  [5, 9],
  [6, 9],
] as const;

test('a place that several facts name is told once', () => {
  expect(mergedSources([one, other], null)).toEqual([
    ['plan', 'plan', 'sheets'],
    ['CURRENT', 'DRAFT', ''],
    [1, 5, 9],
    [2, 6, 9],
  ]);
});

test('a stage has its own sources and those outside the planning cycle', () => {
  expect(mergedSources([one, other], 'DRAFT')).toEqual([
    ['plan', 'sheets'],
    ['DRAFT', ''],
    [5, 9],
    [6, 9],
  ]);
});

test('a fact without sources adds none', () => {
  expect(mergedSources([[null, [], [], []]], null)).toEqual([[], [], [], []]);
});
