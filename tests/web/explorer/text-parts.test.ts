import { expect, test } from '@jest/globals';
import type { Language } from '../../../src/web/explorer/language/language.js';
import { bracketParts, noteParts } from '../../../src/web/explorer/parts/text-parts.js';

const found = (text: string, language: Language) =>
  noteParts(text, language).flatMap(({ text: part, is }) => (is ? [[is, part]] : []));

test('codes of a note are found, and years are none', () => {
  expect(found('施策大項目2件（1-1、5-2-3）の指標、2023年', 'ja')).toEqual([
    ['code', '1-1'],
    ['code', '5-2-3'],
  ]);
});

test('Japanese names within an English note are found, each whole', () => {
  expect(found('departments of 2 measures (図書館の充実, 介護・福祉サービス, 1-2)', 'en')).toEqual([
    ['Japanese', '図書館の充実'],
    ['Japanese', '介護・福祉サービス'],
    ['code', '1-2'],
  ]);
});

test('short brackets are found, long ones may break', () => {
  const brackets = (text: string) => bracketParts(text).filter(({ is }) => is !== null);
  expect(brackets('素案：内容（変更あり）').map(({ text }) => text)).toEqual(['（変更あり）']);
  expect(brackets('目指そう（庁内連携とアセスメントシートの共通化）')).toEqual([]);
});

test('nothing of a text is lost, and each part knows where it begins', () => {
  const text = '未読：施策大項目2件（1-1、5-2-3）';
  const parts = noteParts(text, 'ja');
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.every((part) => text.startsWith(part.text, part.at))).toBe(true);
});
