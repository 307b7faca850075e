import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { shiftJis } from '../../src/export/shift-jis.js';

const readBack = (text: string) => iconv.decode(shiftJis.encode(shiftJis.replaced(text)), 'shift_jis');

test('a character that Shift_JIS lacks stands as its number', () => {
  expect(readBack('𠮷田 ①髙 é😀')).toBe('〔U+20BB7〕田 ①髙 〔U+00E9〕〔U+1F600〕');
});

test('characters that Unicode has twice are written as the one that Shift_JIS has', () => {
  expect(readBack('10〜20 −5 — ‖ ¥')).toBe('10～20 －5 ― ∥ ￥');
});

test('no character is lost or becomes a question mark, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const questions = (each: string) => each.split('?').length;
      const back = readBack(text);
      expect(questions(back)).toBe(questions(text));
      expect(back).not.toContain('\ufffd');
    }),
  );
});
