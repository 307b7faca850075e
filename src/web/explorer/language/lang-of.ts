import type { Language } from './language.js';

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const englishWord = /[A-Za-z]{3}/;

/**
 * The `lang` of what stands on a page: "ja" for a text of a document that has no English words, so that screen readers read it
 * out and lines break as in Japanese; undefined where it is in the language of the page.
 */
export const langOf = (content: unknown, language: Language): 'ja' | undefined =>
  language === 'en' && typeof content === 'string' && japanese.test(content) && !englishWord.test(content)
    ? 'ja'
    : undefined;
