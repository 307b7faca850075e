import type { Language } from '../language/language.js';

/** A part of a text: where it begins, and what it is where that matters to how it is shown. */
export interface TextPart {
  readonly at: number;
  readonly text: string;
  readonly is: 'code' | 'Japanese' | 'brackets' | null;
}

const code = /\d+(?:-\d+)+/;
const letter = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const japanese = new RegExp(`[${letter}][${letter}ー・々（）「」]*`, 'u');
const inJapanese = new RegExp(`(${code.source})`, 'u');
const inEnglish = new RegExp(`(${code.source}|${japanese.source})`, 'u');
/** An opening bracket, a word or two, and its end. */
const shortBrackets = /([（(][^（）()\s]{1,8}[）)])/u;

/** What stands in a sentence that names things: codes such as 5-2-3, and in English the names that are Japanese. */
export const noteParts = (text: string, language: Language): readonly TextPart[] =>
  partsOf(text, language === 'ja' ? inJapanese : inEnglish, (found) => (code.test(found) ? 'code' : 'Japanese'));

/** What of a name stands in short brackets: （変更あり）, (年間). */
export const bracketParts = (text: string): readonly TextPart[] => partsOf(text, shortBrackets, () => 'brackets');

/** Every other part is what the expression, which is in brackets, found. */
function partsOf(text: string, expression: RegExp, kindOf: (found: string) => TextPart['is']): readonly TextPart[] {
  let at = 0;
  return text.split(expression).map((part, index) => {
    const start = at;
    at += part.length;
    return { at: start, text: part, is: index % 2 === 0 ? null : kindOf(part) };
  });
}
