/** Which things a pasted column of names means, cell by cell. */

import { distanceBetween } from '../../distance.js';
import { fold } from '../../model/folded-text.js';
import { sharedScope } from '../../model/search-text.js';
import { yieldIfLong } from '../../yielding.js';
import { type Ask, statement } from '../statements.js';
import type { Label } from '../wording.js';
import { gramsOf } from './grams.js';
import { isName, linesAt, type MatchKind, type ViewedLine, weights } from './matching.js';
import { occurrences } from './occurrences.js';
import { indexParameters, readQuery, type SearchQuery } from './query.js';
import { byScore, type Candidate, type SearchHit, type SearchRequest, stagedTypes, typeAmong } from './search.js';

/** The most names that one call may bring. */
export const maximumNames = 500;

/** What a thing is meant by, and how much of it is a guess. */
export interface NameMatch extends SearchHit {
  /** Characters that differ, where that is the reason. */
  readonly distance: number;
  /** The cell gives a code beside the name: whether it is the thing's own. Null where either has none. */
  readonly codeFits: boolean | null;
}

export interface NameResolution {
  readonly name: string;
  /** Best first. */
  readonly matches: readonly NameMatch[];
  /** The one that is meant; null where none is near enough, or two are equally near. */
  readonly best: NameMatch | null;
  /** Two or more are equally near. */
  readonly ambiguous: boolean;
}

/** A cell: the name in it, and the code that stands before it. */
interface Cell {
  readonly query: SearchQuery;
  readonly code: string | null;
}

const resolveText = statement('resolve-names');
/** The most finds of the index that are compared with a cell. */
const maximumFinds = 60;
/** From here on a thing is taken to be meant, if it is nearer than the next by so much. */
const certainty = 0.7;
const lead = 0.03;

export async function resolveNames(
  ask: Ask,
  names: readonly string[],
  { types, municipalities, stage }: Omit<SearchRequest, 'query'>,
  limit: number,
): Promise<readonly NameResolution[]> {
  const cells = new Map(names.map((name) => [name, readCell(name)]));
  // By what is sent for a cell, as many cells of a column say the same.
  const queries = new Map<string, NonNullable<ReturnType<typeof indexParameters>>>();
  for (const cell of cells.values()) {
    const query = indexParameters(cell.query, municipalities);
    if (query) queries.set(keyOf(cell), query);
  }
  const scopes = municipalities === null ? [] : [...municipalities, sharedScope];
  const parameters = { limit: maximumFinds, types, stagedTypes, municipalities, scopes, stage };
  const rows = queries.size === 0 ? [] : await ask(resolveText, { ...parameters, queries: [...queries.values()] });
  const keys = [...queries.keys()];
  const found = new Map(rows.map(({ position, things }) => [keys[Number(position)], things as readonly Candidate[]]));
  const resolutions: NameResolution[] = [];
  for (const name of names) {
    const cell = cells.get(name) as Cell;
    const matches = (found.get(keyOf(cell)) ?? [])
      .flatMap(([id, labels, sortKey, searchText, searchFields]) => {
        const type = typeAmong(labels);
        const lines = linesAt({ searchText, searchFields }, stage);
        return matchOfCell(cell, type, lines).map((match) => ({ ...match, id, type, sortKey }));
      })
      .sort(byScore);
    resolutions.push({ name, matches: matches.slice(0, limit), ...decision(matches) });
    await yieldIfLong();
  }
  return resolutions;
}

const keyOf = ({ query, code }: Cell) => `${code} ${query.text}`;

function decision(matches: readonly NameMatch[]): Pick<NameResolution, 'best' | 'ambiguous'> {
  const [first, second] = matches;
  if (!first || first.score < certainty) return { best: null, ambiguous: false };
  const ambiguous = second !== undefined && first.score - second.score < lead;
  return { best: ambiguous ? null : first, ambiguous };
}

/** "5-2-3 里山の保全", "(17) …": a code before a name is read apart from it. */
export function readCell(name: string): Cell {
  const parts = /^[\s([「【・*]*(\d+(?:[-\u2010-\u2015\u2212\u30fc]\d+)*)[\s.:)\]」】、]+(\S.*)$/su.exec(
    name.normalize('NFKC'),
  );
  const [, number = '', rest = ''] = parts ?? [];
  const code = number === '' ? null : fold(number);
  const query = readQuery(code === null || fold(rest) === '' ? name : rest);
  if (code === null || fold(rest) === '') return { query, code: null };
  return { query: { ...query, designation: { code, types: null } }, code };
}

type CellMatch = Pick<NameMatch, 'kind' | 'score' | 'field' | 'text' | 'distance' | 'codeFits'>;

/** The best reason to take a thing for what a cell names; none, or one. */
export function matchOfCell({ query, code }: Cell, type: string, lines: readonly ViewedLine[]): readonly CellMatch[] {
  const codes = lines.filter(({ field }) => field === 'CODE').map(({ text }) => text);
  const codeFits = code === null || codes.length === 0 ? null : codes.includes(code);
  let best: CellMatch | null = null;
  for (const line of lines) {
    const found = resemblance(query, code === null ? type : null, line);
    if (found && found.score > (best?.score ?? 0)) best = { ...found, field: line.field, text: line.text, codeFits };
  }
  if (!best) return [];
  // A code that fits halves the doubt, and one that does not is a doubt of its own.
  if (code !== null) best = { ...best, score: codeFits ? 1 - (1 - best.score) / 2 : best.score * 0.95 };
  return best.score < 0.3 ? [] : [best];
}

function resemblance(
  { text: typed, designation, slips, grams }: SearchQuery,
  designated: string | null,
  { field, text }: ViewedLine,
): { readonly kind: MatchKind; readonly score: number; readonly distance: number } | null {
  const [exact] = weights[field];
  if (text === typed) return { kind: 'EXACT', score: exact, distance: 0 };
  const byNumber = designated !== null && designation !== null && text === designation.code;
  if (byNumber && field === 'CODE' && (designation.types?.includes(designated) ?? true))
    return { kind: 'EXACT', score: 1, distance: 0 };
  if (!isName(field)) return null;
  const distance = Math.abs(typed.length - text.length) > slips ? slips + 1 : distanceBetween(typed, text);
  if (distance <= slips) return { kind: 'SLIP', score: (0.95 - 0.08 * distance) * exact, distance };
  const share = Math.min(typed.length, text.length) / Math.max(typed.length, text.length);
  const part = (0.45 + 0.4 * share) * exact;
  if (occurrences(typed, text).length > 0) return { kind: 'PHRASE', score: part, distance: 0 };
  if ([...text].length >= 3 && occurrences(text, typed).length > 0) return { kind: 'NAMED', score: part, distance: 0 };
  const known = new Set(gramsOf(text));
  const common = grams.filter((gram) => known.has(gram)).length;
  const alike = grams.length === 0 ? 0 : (2 * common) / (grams.length + known.size);
  return alike < 0.5 ? null : { kind: 'ALIKE', score: 0.65 * alike * exact, distance: 0 };
}

/** Why a thing is taken to be meant; `printed` is the text that fits, as it is printed. */
export function reasonOf({ kind, field, distance, codeFits }: NameMatch, printed: string): Label {
  const [fieldJa, fieldEn] = fieldNames[field];
  const [name, nameEn] = [`${fieldJa}「${printed}」`, `the ${fieldEn} "${printed}"`];
  const alike: Label = { ja: `${name}と似ている`, en: `Like ${nameEn}` };
  const characters = `${distance} ${distance === 1 ? 'character' : 'characters'}`;
  const { ja, en } = {
    EXACT: { ja: `${name}と一致`, en: `Same as ${nameEn}` },
    SLIP: { ja: `${name}と${distance}文字違い`, en: `Differs from ${nameEn} by ${characters}` },
    NAMED: { ja: `${name}を含む`, en: `Holds ${nameEn}` },
    PHRASE: { ja: `${name}の一部`, en: `Part of ${nameEn}` },
    WORDS: alike,
    LINKED: alike,
    READING: alike,
    SYNONYM: alike,
    ALIKE: alike,
  }[kind];
  if (codeFits === null) return { ja, en };
  return codeFits
    ? { ja: `${ja}、番号も一致`, en: `${en}, and the same code` }
    : { ja: `${ja}、ただし番号は異なる`, en: `${en}, but another code` };
}

const fieldNames: Readonly<Record<SearchHit['field'], readonly [ja: string, en: string]>> = {
  CODE: ['番号', 'code'],
  NAME: ['名称', 'name'],
  STAGE_NAME: ['他の段階での名称', 'name at another stage'],
  ENGLISH_NAME: ['英語名', 'English name'],
  ALIAS: ['別名', 'other name'],
  MISSPELLING: ['読み取り誤り', 'slip of a text export'],
  PRINTED_NAME: ['文書での表記', 'name in a document'],
  LINKED_NAME: ['関連する項目の名称', 'name of a linked thing'],
  DESCRIPTION: ['副題など', 'subtitle or the like'],
  SUMMARY: ['要約', 'summary'],
  ENGLISH_SUMMARY: ['英語の要約', 'English summary'],
};
