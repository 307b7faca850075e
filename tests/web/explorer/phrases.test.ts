import { expect, test } from '@jest/globals';
import { inPhrases } from '../../../src/web/explorer/parts/drawing/phrases.js';

test.each([
  ['人権を尊重する社会の実現', ['人権を', '尊重する', '社会の', '実現']],
  ['審議会等における女性委員の割合', ['審議会等における', '女性', '委員の', '割合']],
  ['市民課', ['市民課']],
  ['配偶者等からの暴力(DV)防止', ['配偶者等からの', '暴力', '(DV)', '防止']],
  ['人権教育・人権啓発', ['人権', '教育・', '人権', '啓発']],
])('a line ends behind a phrase and never within a word: %s', (name, phrases) => {
  expect(inPhrases(name).split('\u200b')).toEqual(phrases);
});

test('a name without Japanese letters stays as it is', () => {
  expect(inPhrases('Citizen Affairs Division')).toBe('Citizen Affairs Division');
});

test('nothing of a name is lost', () => {
  const name = '「本庄市オンライン窓口」（電子申請）の活用拡大';
  expect(inPhrases(name).replaceAll('\u200b', '')).toBe(name);
});
