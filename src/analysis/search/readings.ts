/** What is typed as it is read: the ways in which `ボウサイタイサク` is written, such as 防災対策. */
import { fold } from '../../model/folded-text.js';
import { suffixReadings, wordReadings } from './word-readings.js';

/** A way to write the beginning of what was typed, and how much of it is a guess. */
interface Written {
  readonly text: string;
  readonly doubt: number;
  readonly words: number;
}

type Readings = ReadonlyMap<string, readonly string[]>;

const byReading = (entries: readonly (readonly [string, string])[]): Readings => {
  const found = new Map<string, string[]>();
  for (const [written, reading] of entries)
    found.set(fold(reading), [...(found.get(fold(reading)) ?? []), fold(written)]);
  return found;
};

const words = byReading(wordReadings);
const suffixes = byReading(suffixReadings);
const longest = Math.max(...[...words.keys()].map((reading) => reading.length));

/** What stands between words of a name as it is: の and the like. */
const particle = /^[ノトヲニヘナデガモヤ]$/u;

const kana = /^[\u30a1-\u30fa\u30fc]+$/u;

/** Shorter than this, what is not yet a whole word can be the beginning of too many. */
const shortestBeginning = 3;

const better = (one: Written, other: Written) => one.doubt - other.doubt || one.words - other.words;

/** The ways to write a folded word that is all kana, the most certain first; none where it is not made of known words. */
export function writtenForms(word: string, most: number): readonly string[] {
  if (!kana.test(word)) return [];
  // By how much of the word is written.
  const upTo: Written[][] = [[{ text: '', doubt: 0, words: 0 }]];
  for (let end = 1; end <= word.length; end++) {
    const ways: Written[] = [];
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const piece = word.slice(start, end);
      const before = upTo[start] ?? [];
      for (const { text, doubt } of piecesFor(piece, { isFirst: start === 0, isLast: end === word.length }))
        for (const way of before)
          ways.push({ text: way.text + text, doubt: way.doubt + doubt, words: way.words + (doubt === 1 ? 0 : 1) });
    }
    const texts = new Set<string>();
    upTo.push(
      ways
        .sort(better)
        .filter(({ text }) => !texts.has(text) && texts.add(text))
        .slice(0, most),
    );
  }
  return (upTo[word.length] ?? []).map(({ text }) => text).filter((text) => text !== word);
}

function piecesFor(
  piece: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): readonly Pick<Written, 'text' | 'doubt'>[] {
  const certain = (words.get(piece) ?? []).map((text) => ({ text, doubt: 0 }));
  if (certain.length > 0) return certain;
  const suffixed = isFirst ? [] : (suffixes.get(piece) ?? []).map((text) => ({ text, doubt: 2 }));
  if (particle.test(piece) && !isFirst && !isLast) return [{ text: piece, doubt: 1 }, ...suffixed];
  if (suffixed.length > 0 || !isLast || piece.length < shortestBeginning) return suffixed;
  return [...words].flatMap(([reading, written]) =>
    reading.startsWith(piece) ? written.map((text) => ({ text, doubt: reading.length - piece.length + 2 })) : [],
  );
}
