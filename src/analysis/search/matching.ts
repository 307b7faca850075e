/** Whether a named thing fits what was typed, how well, and by which of its names or texts. */

import { nearestWithin } from '../../distance.js';
import { type Description, describe } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { readSearchText, type SearchField, type SearchProperties } from '../../model/search-text.js';
import { gramsOf } from './grams.js';
import { occurrences } from './occurrences.js';
import { alikeShare, type SearchQuery } from './query.js';

/** How a thing can fit. */
export const matchKinds = {
  EXACT: describe('A whole name, code or text is what was typed.', '完全一致'),
  PHRASE: describe('A name or text holds what was typed.', '部分一致'),
  WORDS: describe('It has all the words that were typed, in one text or in several.', '全語一致'),
  READING: describe('A name or text has words that are read as what was typed: ぼうさい finds 防災.', '読みで一致'),
  SYNONYM: describe('A name or text has a word that means the same.', '同じ意味の語で一致'),
  LINKED: describe('It is linked with all the things that were typed.', '検索語が指すすべての項目に関連'),
  NAMED: describe('What was typed holds its name.', '検索語に名称が含まれる'),
  SLIP: describe('A name holds what was typed but for one or two characters.', '1～2文字違い'),
  ALIKE: describe('A name has most of what was typed; only where nothing has its words.', '類似'),
} as const satisfies Record<string, Description>;

export type MatchKind = keyof typeof matchKinds;

export interface Match {
  readonly kind: MatchKind;
  /** From 0 to 1. */
  readonly score: number;
  readonly field: SearchField;
  /** The folded text that fits. */
  readonly text: string;
}

/** A line as the view of a stage has it. */
export interface ViewedLine {
  readonly field: SearchField;
  readonly text: string;
}

/** Names and codes as a stage has them, those of other stages apart. Null is the view of what is in force. */
export function linesAt(properties: SearchProperties, stage: Stage | null): readonly ViewedLine[] {
  const lines = readSearchText(properties);
  const ofStage = new Set(lines.filter((line) => stage !== null && line.stage === stage).map(({ field }) => field));
  return lines.map((line) => {
    const isInView = line.stage === (ofStage.has(line.field) ? stage : null);
    return { field: isInView ? line.field : 'STAGE_NAME', text: line.text };
  });
}

/** Weights of a whole text that is what was typed, of one that begins with it, and of one that holds it. */
export const weights: Readonly<Record<SearchField, readonly [exact: number, beginning: number, holding: number]>> = {
  CODE: [1, 0.58, 0],
  NAME: [1, 0.8, 0.7],
  ENGLISH_NAME: [0.96, 0.67, 0.62],
  STAGE_NAME: [0.95, 0.66, 0.61],
  ALIAS: [0.93, 0.65, 0.6],
  MISSPELLING: [0.9, 0.63, 0.58],
  PRINTED_NAME: [0.91, 0.64, 0.59],
  LINKED_NAME: [0, 0, 0],
  DESCRIPTION: [0.57, 0.46, 0.45],
  SUMMARY: [0.5, 0.4, 0.4],
  ENGLISH_SUMMARY: [0.5, 0.38, 0.38],
};

/** What the share of a text that was typed can add: less than lies between two weights that should not be mixed up. */
const fullness = { NAME: 0.09, other: 0.04 } as const;

export const isName = (field: SearchField) =>
  !['CODE', 'LINKED_NAME', 'DESCRIPTION', 'SUMMARY', 'ENGLISH_SUMMARY'].includes(field);

/** The best match of a thing; null where nothing of it fits. */
export function matchOf(query: SearchQuery, type: string, lines: readonly ViewedLine[]): Match | null {
  let best: Match | null = designated(query, type, lines);
  const offer = (match: Match | null) => {
    if (match && match.score > (best?.score ?? 0)) best = match;
  };
  for (const line of lines) offer(phraseMatch(query, line));
  if (best) return best;
  offer(wordsMatch(query, lines));
  if (best) return best;
  for (const line of lines)
    if (isName(line.field)) {
      offer(namedMatch(query, line));
      offer(slipMatch(query, line));
      offer(alikeMatch(query, line));
    }
  return best;
}

function designated({ designation }: SearchQuery, type: string, lines: readonly ViewedLine[]): Match | null {
  if (!designation || (designation.types !== null && !designation.types.includes(type))) return null;
  const { code } = designation;
  const line = lines.find(({ field, text }) => text === code && (field === 'CODE' || field === 'STAGE_NAME'));
  return line ? { kind: 'EXACT', score: line.field === 'CODE' ? 1 : 0.9, field: line.field, text: code } : null;
}

function phraseMatch(query: SearchQuery, { field, text }: ViewedLine): Match | null {
  const [exact, beginning, holding] = weights[field];
  if (text === query.text) return { kind: 'EXACT', score: exact, field, text };
  const [first] = occurrences(query.text, text);
  const weight = first === undefined ? 0 : first === 0 ? beginning : holding;
  if (weight === 0) return null;
  const share = query.text.length / text.length;
  const score = weight + (field === 'NAME' ? fullness.NAME : fullness.other) * share;
  return { kind: 'PHRASE', score, field, text };
}

function wordsMatch({ words }: SearchQuery, lines: readonly ViewedLine[]): Match | null {
  if (words.length < 2) return null;
  const isIn = (word: string, { text }: ViewedLine) => occurrences(word, text).length > 0;
  const length = words.join('').length;
  const whole = lines.find((line) => words.every((word) => isIn(word, line)));
  if (whole) {
    const weight = whole.field === 'NAME' ? 0.55 : isName(whole.field) ? 0.52 : 0.34;
    return { kind: 'WORDS', score: weight + 0.03 * (length / whole.text.length), field: whole.field, text: whole.text };
  }
  if (!words.every((word) => lines.some((line) => isIn(word, line)))) return null;
  const first = lines.find((line) => words.some((word) => isIn(word, line)));
  return first ? { kind: 'WORDS', score: 0.3, field: first.field, text: first.text } : null;
}

/** The query names the thing among other words. */
function namedMatch({ text: typed }: SearchQuery, { field, text }: ViewedLine): Match | null {
  if ([...text].length < 3 || occurrences(text, typed).length === 0) return null;
  return { kind: 'NAMED', score: 0.22 + 0.06 * (text.length / typed.length), field, text };
}

function slipMatch({ text: typed, slips }: SearchQuery, { field, text }: ViewedLine): Match | null {
  if (slips === 0) return null;
  const found = nearestWithin([...typed], [...text], slips);
  if (!found) return null;
  const score = 0.2 - 0.04 * found.distance + 0.03 * Math.min(1, typed.length / text.length);
  return { kind: 'SLIP', score: score + (field === 'NAME' ? 0.005 : 0), field, text };
}

function alikeMatch({ grams, minimumGrams }: SearchQuery, { field, text }: ViewedLine): Match | null {
  if (minimumGrams === 0) return null;
  const known = new Set(gramsOf(text));
  const share = grams.filter((gram) => known.has(gram)).length / grams.length;
  if (share < alikeShare) return null;
  return { kind: 'ALIKE', score: 0.01 + 0.08 * share + 0.01 * Math.min(1, grams.length / known.size), field, text };
}
