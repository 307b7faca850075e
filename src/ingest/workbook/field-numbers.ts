/** The numbers of fields as plans print them, alone or beside the name: 1, 第1章, 基本目標3, Ⅳ, 【1】健やか. */
import { describe } from '../../model/declaration.js';
import { CellError } from '../dataset/cell.js';
import { meantCode } from '../dataset/slips.js';
import type { BookCell } from './book.js';
import { displayed, readCode } from './cells.js';
import { fold } from './known.js';

/** What a text says of a field; the name is empty where there is only a number. */
interface NumberAndName {
  readonly number: number;
  readonly name: string;
}

const before = '(?:基本|重点)?(?:目標|政策|方針|方向性?|施策|理念)|(?:政策)?分野|柱|大綱|第|No\\.?';
const figures = '\\d{1,6}|[IVX]+|[一二三四五六七八九十]+';
const behind = '章|節|編|部';
/** A number that is told from a name by the words about it. */
const marked = `(?:${before})\\s*(?:${figures})(?:${behind})?|(?:${figures})(?:${behind})`;
const inFront = new RegExp(
  `^(?:[([【〔](${marked}|${figures})\\s*[)\\]】〕]|(${marked})|(${figures})(?=$|[\\s.:、・]))[\\s.:、・]*(.*)$`,
  'i',
);
const atEnd = new RegExp(`^(.+?)\\s*[([【〔](${marked}|${figures})\\s*[)\\]】〕]$`, 'i');

const digits = '一二三四五六七八九';
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** The number that figures of a kind make; null where they make none. */
function numberOf(figure: string): number | null {
  if (/^\d/.test(figure)) return Number(figure);
  const [, xs = '', roman] = /^(X*)([IVX]*)$/i.exec(figure) ?? [];
  if (roman !== undefined) {
    const ones = roman === '' ? 0 : romans.indexOf(roman.toUpperCase()) + 1;
    return roman !== '' && ones === 0 ? null : xs.length * 10 + ones;
  }
  const [, ten, one] = /^(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(figure) ?? [];
  if (one === undefined) return null;
  const tens = ten === undefined ? 0 : ten === '' ? 1 : digits.indexOf(ten) + 1;
  return tens * 10 + (one === '' ? 0 : digits.indexOf(one) + 1);
}

/** The number of a field in a text, and the name beside it; null where there is no number. */
export function numberAndName(text: string): NumberAndName | null {
  // Figures of one character, such as ① and Ⅳ, keep their bounds.
  const folded = text
    .trim()
    .replace(/[\p{No}\p{Nl}]/gu, '$& ')
    .normalize('NFKC')
    .trim();
  const [front, bracketed, words, alone, rest = ''] = inFront.exec(folded) ?? [];
  const [, name = '', end] = front === undefined ? (atEnd.exec(folded) ?? []) : [];
  const printed = bracketed ?? words ?? alone ?? end ?? '';
  const figure = new RegExp(`(?:${figures})(?=(?:${behind})?$)`, 'i').exec(printed)?.[0];
  const number = figure === undefined ? null : numberOf(figure);
  return number === null ? null : { number, name: (front === undefined ? name : rest).trim() };
}

/** The number of a field of a name; the name may stand beside it. */
export function readFieldNumber(cell: BookCell, name: string | null): number {
  const text = displayed(cell);
  const told = cell.value instanceof Date || meantCode(text, 1, () => true) !== null ? null : numberAndName(text);
  if (told && (told.name === '' || fold(told.name) === fold(name ?? ''))) return told.number;
  // What a spreadsheet program has changed is said first.
  if (!told) readCode(cell, 1, true);
  throw new CellError(describe('a whole number', '整数'), text);
}
