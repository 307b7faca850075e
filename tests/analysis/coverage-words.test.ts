import { expect, test } from '@jest/globals';
import { levelNamesOf, levelProperties } from '../../src/analysis/coverage/level-names.js';
import { coverageInWords } from '../../src/analysis/coverage/words.js';

const missing = [
  { type: 'PolicyItem', field: 'measures', count: 2, ids: ['aoba:policy-item:1', 'aoba:policy-item:2'] },
  { type: 'Measure', field: 'departments', count: 1, ids: ['aoba:measure:1-1'] },
] as const;
const levels = levelNamesOf([
  ['policyItemLevelName', '基本施策'],
  ['policyItemLevelNameEn', 'Basic policy'],
  ['measureLevelName', '取組'],
]);

test('what a city calls the levels of its plan is what its coverage says', () => {
  expect(levelProperties).toEqual(expect.arrayContaining(['policyItemLevelName', 'policyItemLevelNameEn']));
  const { note, noteEn } = coverageInWords('PARTIAL', missing, null, levels);
  expect(note).toContain('基本施策2件（1、2）の取組、取組1件（1-1）の評価回答部署');
  // It has no English name for its measures.
  expect(noteEn).toContain('measures of 2 basic policies (1, 2); departments of 1 measure (1-1)');
});

test('English names a stage and SDGs as people write them, Japanese a field without what explains it', () => {
  const of = (field: string) => [{ type: 'PolicyItem', field, count: 1, ids: ['aoba:policy-item:1'] }] as const;
  expect(coverageInWords('NOT_READ', of('sdgs'), 'ADOPTED', null).noteEn).toBe(
    'Not read, which does not mean none. What the documents that were read do not tell of the adopted plan: SDGs of 1 policy item (aoba 1)',
  );
  expect(coverageInWords('PARTIAL', of('changes'), null, null).note).toMatch(/の変更の経緯$/);
});

test('levels without a name, and those of several cities, are called as everywhere', () => {
  const { note, noteEn } = coverageInWords('PARTIAL', missing, null, new Map());
  expect(note).toContain('施策大項目2件（1、2）の施策中項目、施策中項目1件（1-1）の評価回答部署');
  expect(noteEn).toContain('measures of 2 policy items (1, 2)');
  expect(coverageInWords('PARTIAL', missing, null, null).note).toContain('施策大項目2件（aoba 1、aoba 2）の施策中項目');
});
