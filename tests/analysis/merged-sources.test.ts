import { mergedSources } from '../../src/analysis/merged-sources.js';

const one = ['plan 1 2 CURRENT', 'plan 5 6 DRAFT'];
const other = ['plan 5 6 DRAFT', 'sheets 9 9'];

test('a place that several facts name is told once', () => {
  expect(mergedSources([one, other], null)).toEqual(['plan 1 2 CURRENT', 'plan 5 6 DRAFT', 'sheets 9 9']);
});

test('a stage has its own sources and those outside the planning cycle', () => {
  expect(mergedSources([one, other], 'DRAFT')).toEqual(['plan 5 6 DRAFT', 'sheets 9 9']);
});

test('a fact without sources adds none', () => {
  expect(mergedSources([[]], null)).toEqual([]);
});
