import { expect, test } from '@jest/globals';
import { counted } from '../../../src/web/explorer/language/counted.js';
import { figureIn, unitAfter } from '../../../src/web/explorer/language/figures.js';

const figure = { text: '1,200 件以上', value: 1200, unit: '件', comparator: 'AT_LEAST', year: null } as const;

test('a figure is printed as it is in Japanese, and in words of its own in English', () => {
  expect(figureIn(figure, 'ja')).toBe('1,200件以上');
  expect(figureIn(figure, 'en')).toBe('at least 1,200 cases');
  expect(figureIn({ ...figure, unit: '%', comparator: null }, 'en')).toBe('1,200%');
});

test('what is no number, and a unit without an English word, stay as they are printed', () => {
  expect(figureIn({ ...figure, text: '検討', value: null }, 'en')).toBe('検討');
  expect(unitAfter('里山', 'en')).toBe('里山');
  expect(unitAfter(null, 'en')).toBe('');
});

test.each([
  ['82.31 %', '82.31%'],
  ['43団体', '43団体'],
  ['92.7 %以内', '92.7%以内'],
  ['3 年に 1 回', '3年に 1回'],
  ['5 ～ 9', '5 ～ 9'],
])('no blank stands between a number and its unit in Japanese: %s', (text, shown) => {
  expect(figureIn({ ...figure, text }, 'ja')).toBe(shown);
});

test('nothing printed is no figure', () => {
  expect(figureIn(null, 'en')).toBeNull();
});

test('one of something is one in English', () => {
  expect(figureIn({ ...figure, text: '1件', value: 1, comparator: null }, 'en')).toBe('1 case');
  expect(unitAfter('人', 'en', 1)).toBe(' person');
  expect(unitAfter('ポイント', 'en', -1)).toBe(' point');
  expect(unitAfter('ポイント', 'en', 1.5)).toBe(' points');
  expect([counted(1, 'sheet'), counted(0, 'sheet'), counted(1200, 'sheet')]).toEqual([
    '1 sheet',
    '0 sheets',
    '1200 sheets',
  ]);
});
