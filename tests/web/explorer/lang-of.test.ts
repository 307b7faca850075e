import { expect, test } from '@jest/globals';
import { langOf } from '../../../src/web/explorer/language/lang-of.js';

test.each([
  ['里山を守る', 'ja'],
  ['令和5～9年度', 'ja'],
  ['Results for “里山”', undefined],
  ['R5', undefined],
  [12, undefined],
  [null, undefined],
])('on an English page %j is said to be: %j', (content, lang) => {
  expect(langOf(content, 'en')).toBe(lang);
});

test('on a Japanese page nothing needs to be said', () => {
  expect(langOf('里山を守る', 'ja')).toBeUndefined();
});
