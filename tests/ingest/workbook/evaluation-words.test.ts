import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { directionNamed, stepKey } from '../../../src/ingest/workbook/evaluation-words.js';

test.each([
  ['廃止', 'END'],
  ['見直し（縮小）', 'SHRINK'],
  ['改善して継続', 'IMPROVE'],
  ['見直しなし', 'KEEP'],
  ['変更なし', 'KEEP'],
  ['変更の必要なし', 'KEEP'],
  ['継続（変更なし）', 'KEEP'],
  ['拡充（改善不要）', 'EXPAND'],
  ['廃止しない', null],
  ['廃止せず継続', null],
  ['拡充なし', null],
  ['統合は不要', null],
  ['休止の予定無し', null],
])('%s is the direction %s', (word, direction) => {
  expect(directionNamed(word)).toBe(direction);
});

test('A word that is negated is no direction', () => {
  const words = fc.constantFrom('廃止', '終了', '縮小', '拡充', '統合', '休止', '継続', '現状維持');
  fc.assert(
    fc.property(words, fc.constantFrom('しない', 'せず', 'なし', '無し', 'の必要なし', 'は不要'), (word, negation) => {
      expect(directionNamed(word)).not.toBeNull();
      expect(directionNamed(`${word}${negation}`)).toBeNull();
    }),
  );
});

test('A step is the same in every way of writing it', () => {
  for (const each of ['一次', '1次', '１次', '第一次', '第1次評価', '一次評価']) expect(stepKey(each)).toBe('一次');
  expect(['外部評価', '外部', '自己評価', '評価', '二次', '最終'].map(stepKey)).toEqual([
    ...['外部', '外部', '自己', '評価', '二次', '最終'],
  ]);
});
