/** Marks in columns that stand for what their headings name: ○, ◎, ●, ✓, レ, 1. */
import { absenceIn } from '../absence.js';

/** Signs that are the same mark, the usual one first. */
const alike: readonly (readonly string[])[] = [
  ['○', '〇', '◯'],
  ['◎', '⦿'],
  ['●', '⚫', '⬤'],
  ['✓', '✔', '☑', '✅', 'レ'],
  ['■'],
  ['◆'],
  ['★'],
  ['☆'],
  ['1'],
  ['有'],
  ['該当'],
  ['true'],
];
const keys = new Map(alike.flatMap(([usual = '', ...others]) => [usual, ...others].map((sign) => [sign, usual])));

/** A mark in one way of writing it: ○ of 〇 and of ◯, ✓ of レ; of what is none the text itself. */
export function markKey(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s|\uFE0E|\uFE0F/g, '')
    .toLowerCase();
  return keys.get(plain) ?? plain;
}

/** The marks that count where a mapping file names none. */
export const usualMarks: ReadonlySet<string> = new Set(alike.flatMap(([usual = '']) => [usual]));

/** Whether a text in a column of marks says that there is none: a dash, なし, ×, an empty box, 0. */
export const isNoMark = (text: string): boolean =>
  absenceIn(text) === 'dash' || absenceIn(text) === 'none' || /^[×✕✖✗☐□0]$|^(?:x|false|非該当)$/.test(markKey(text));
