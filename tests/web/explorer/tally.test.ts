import { expect, test } from '@jest/globals';
import { tally } from '../../../src/web/explorer/pages/thing/strip/tally.js';

test('sheets are counted by their newest grade, the best first; those without one not at all', () => {
  const graded = (...grades: readonly (readonly [fiscalYear: number, grade: string])[]) => ({
    evaluations: grades.map(([fiscalYear, grade]) => ({ fiscalYear, grade })),
  });
  const sheets = [graded([2023, 'C'], [2024, 'A']), graded([2024, 'C']), graded([2022, 'C'], [2021, 'A']), graded()];
  expect(tally(sheets)).toEqual([
    ['A', 1],
    ['C', 2],
  ]);
});
