/** A printed text in parts, those that fit a query marked. */

import { nearestWithin } from '../../distance.js';
import { fold, foldWithPlaces } from '../../model/folded-text.js';
import type { Match } from './matching.js';
import { occurrences } from './occurrences.js';
import { inOtherWords } from './other-words.js';
import type { SearchQuery } from './query.js';

export interface HighlightPart {
  readonly text: string;
  readonly matched: boolean;
}

type Range = readonly [start: number, end: number];

/** The text among several that was folded to what fits; what fits itself where none was, as for numbers. */
export const printedText = ({ text }: Pick<Match, 'text'>, printed: readonly unknown[]): string =>
  printed.find((candidate): candidate is string => typeof candidate === 'string' && fold(candidate) === text) ?? text;

/** The parts of a printed text, of which the folded one fits the query. Joined they are the text. */
export function highlight(
  query: SearchQuery,
  { kind, text: matched }: Match,
  printed: string,
): readonly HighlightPart[] {
  const { text: folded, places, ends } = foldWithPlaces(printed);
  if (folded === '') return printed === '' ? [] : [{ text: printed, matched: false }];
  const ranges = folded === matched && kind === 'EXACT' ? [[0, folded.length] as const] : rangesIn(query, kind, folded);
  const parts: HighlightPart[] = [];
  let done = 0;
  const add = (until: number, isMatched: boolean) => {
    if (until > done) parts.push({ text: printed.slice(done, until), matched: isMatched });
    done = Math.max(done, until);
  };
  for (const [start, end] of merged(ranges)) {
    add(places[start] ?? 0, false);
    add(ends[end - 1] ?? 0, true);
  }
  add(printed.length, false);
  return parts;
}

function rangesIn({ text, words, slips, grams }: SearchQuery, kind: Match['kind'], folded: string): readonly Range[] {
  const of = (wanted: string): readonly Range[] =>
    occurrences(wanted, folded).map((index) => [index, index + wanted.length] as const);
  if (kind === 'NAMED' || kind === 'LINKED') return [[0, folded.length]];
  if (kind === 'WORDS') return words.flatMap(of);
  if (kind === 'READING' || kind === 'SYNONYM') {
    const others = inOtherWords(words).filter((other) => other.kind === kind);
    return [...words, ...others.flatMap(({ text: other }) => other.split(' '))].flatMap(of);
  }
  if (kind === 'SLIP') {
    const characters = [...folded];
    const found = nearestWithin([...text], characters, slips);
    const units = (end: number) => characters.slice(0, end).join('').length;
    return found ? [[units(found.start), units(found.end)]] : [];
  }
  return kind === 'ALIKE' ? grams.flatMap(of) : of(text);
}

/** Ranges in order, those that touch or overlap as one. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
