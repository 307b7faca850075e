/**
 * Text as search compares it: without the differences that a reader does not see or does not mean. Width and ligatures
 * (NFKC), letter case, hiragana and katakana, punctuation, and blanks next to Japanese. It is applied when the graph is
 * loaded and to what is asked, so that a change here takes effect with the next load.
 */
import { printedCharacters } from './text-width.js';

/** A designation such as 5-1-1 as the graph has it: NFKC, and a hyphen for any dash between digits. */
export const foldDesignation = (text: string): string =>
  text.normalize('NFKC').replace(/(?<=\p{N})[-\u2010-\u2015\u2212\u30fc](?=\p{N})/gu, '-');

/** A folded text that knows where each of its characters stood. */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where its character begins in the printed text. */
  readonly places: readonly number[];
  /** And where it ends. */
  readonly ends: readonly number[];
}

/** Japanese writing, which has no blanks between words. */
export const wide =
  /[\u3005-\u3007\u3031-\u3035\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u{20000}-\u{3ffff}]/u;
const meant = /[\p{L}\p{N}\p{M}]/u;
const digit = /^\p{N}$/u;
const letter = /^\p{L}$/u;
/** Typed between digits: hyphens, dashes, minus, and the long vowel that a Japanese keyboard gives. */
const dash = /^[-\u2010-\u2015\u2212\u30fc]$/;

/** The folded text, with the way back. */
export function foldWithPlaces(text: string): FoldedText {
  const characters = printedCharacters(text).flatMap(({ printed, folded, at }) =>
    [...folded].map((character) => ({ character, start: at, end: at + printed.length })),
  );
  let folded = '';
  const places: number[] = [];
  const ends: number[] = [];
  foldEach(
    characters.map(({ character }) => character),
    (piece, first, last) => {
      folded += piece;
      for (let unit = 0; unit < piece.length; unit++) {
        places.push(characters[first]?.start ?? 0);
        ends.push(characters[last]?.end ?? 0);
      }
    },
  );
  return { text: folded, places, ends };
}

/** The folded text. */
export function fold(text: string): string {
  let folded = '';
  foldEach([...text.normalize('NFKC')], (piece) => {
    folded += piece;
  });
  return folded;
}

/** Folds characters after NFKC: `add` is told the pieces of the folded text, and of which characters each was made. */
function foldEach(characters: readonly string[], add: (piece: string, first: number, last: number) => void): void {
  /** What stands between the last meant character and the next one, and where that begins. */
  let between = '';
  let begin = 0;
  let previous = '';
  for (const [index, character] of characters.entries()) {
    const isDash = dash.test(character) && digit.test(previous) && digit.test(characters[index + 1] ?? '');
    if (isDash || !meant.test(character)) {
      if (between === '') begin = index;
      between += isDash ? '-' : character;
    } else {
      if (between !== '' && previous !== '') add(joint(previous, between, character), begin, index - 1);
      add(sameKana(character.toLowerCase()), index, index);
      between = '';
      previous = character;
    }
  }
}

/** What is kept of the characters between two meant ones: nothing beside Japanese, else enough to tell words and figures apart. */
function joint(before: string, between: string, after: string): string {
  if (wide.test(before) || wide.test(after)) return '';
  const bothDigits = digit.test(before) && digit.test(after);
  if (dash.test(between) && (digit.test(before) || digit.test(after))) return '-';
  if (bothDigits && between === '.') return '.';
  if (bothDigits && between === ',') return '';
  if (/^['’]$/.test(between) && letter.test(before) && letter.test(after)) return '';
  return ' ';
}

/** Hiragana as katakana, so that the long vowel mark, which belongs to katakana, has its like about it. */
const sameKana = (character: string) =>
  character >= '\u3041' && character <= '\u3096' ? String.fromCharCode(character.charCodeAt(0) + 0x60) : character;
