/** What somebody typed, taken apart: what must be found, what may be wrong with it, and the query of the index for it. */
import { fold, wide } from '../../model/folded-text.js';
import { sharedScope } from '../../model/search-text.js';
import { type Designation, designationOf } from './designation.js';
import { gramsOf, runsOf } from './grams.js';

/** The longest text that is looked for. */
export const maximumQueryLength = 200;

export interface SearchQuery {
  /** The whole of it, folded. */
  readonly text: string;
  /** Its words, folded: what blanks part. All of them in one text count for less than the whole. */
  readonly words: readonly string[];
  readonly designation: Designation | null;
  /** The most characters that may be wrong, missing or superfluous. */
  readonly slips: number;
  /** Short pieces by which something alike is recognised, and how many of them it must have; 0 where nothing alike is wanted. */
  readonly grams: readonly string[];
  readonly minimumGrams: number;
}

export function readQuery(given: string): SearchQuery {
  const text = fold(given);
  const words = [
    ...new Set(
      given
        .normalize('NFKC')
        .split(/\s+/)
        .flatMap((word) => fold(word).split(' ')),
    ),
  ].filter(Boolean);
  const slips = slipsIn(text);
  const grams = slips > 0 ? gramsOf(text) : [];
  const lost = wide.test(text) ? 2 : 3;
  const alike = Math.max(1, Math.min(grams.length - lost * slips, Math.ceil(alikeShare * grams.length)));
  const minimumGrams = slips > 0 ? alike : 0;
  return { text, words, designation: designationOf(text), slips, grams, minimumGrams };
}

/** What has this share of the pieces is alike, however many characters differ. */
export const alikeShare = 0.6;

/** In few characters every one counts, and in a number each of them always does. */
function slipsIn(text: string): number {
  const length = [...text.replaceAll(' ', '')].length;
  const enough = wide.test(text) ? 4 : 5;
  if (length < enough || !/\p{L}{3}/u.test(text)) return 0;
  return length < 2 * enough ? 1 : 2;
}

/** The parameters with which a statement asks the full-text index; null where nothing was typed that has a meaning. */
export function indexParameters(query: SearchQuery, municipalities: readonly string[] | null) {
  const { text, words, grams, minimumGrams, designation } = query;
  const lucene = luceneOf(query, municipalities);
  return lucene === null ? null : { lucene, text, words, grams, minimumGrams, code: designation?.code ?? null };
}

/**
 * The query of the full-text index. It finds at least all that can match; what is found is looked at once more, so
 * it need not be exact. Nothing of the query needs escaping: folded text holds letters and digits only.
 */
export function luceneOf(
  { text, words, grams, designation }: SearchQuery,
  municipalities: readonly string[] | null,
): string | null {
  if (text === '') return null;
  const all = words.map((word) => runsOf(word).map(clause).join(' AND ')).join(' AND ');
  const alike = grams.length === 0 ? [] : runsOf(text).flatMap(looseClauses);
  const numbered = designation ? [`searchText:"${designation.code}"^8`] : [];
  const wanted = [`(${all})^8`, ...numbered, ...alike].join(' OR ');
  const scopes = municipalities?.map((key) => `searchScope:"${fold(key)}"`);
  return `${scopes ? `+(${[...scopes, `searchScope:${sharedScope}`].join(' OR ')}) ` : ''}+(${wanted})`;
}

/** English words that the analyzer leaves out of the index, so that asking for them finds nothing. */
const stopWords = new Set(
  'a and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  ),
);

function clause(run: string): string {
  if (/^[\p{N}.-]+$/u.test(run)) return `searchText:"${run}"`;
  const pairs = wide.test(run)
    ? [...run].length > 1 && !/[\u3005-\u3007\u3031-\u3035]/u.test(run)
    : !stopWords.has(run);
  if (!pairs) return [...run].map((character) => `searchCharacters:${character}`).join(' AND ');
  return wide.test(run) ? `searchText:"${run}"` : run.split('-').map(prefix).join(' AND ');
}

const prefix = (word: string) => (/^\p{N}+$/u.test(word) ? `searchText:"${word}"` : `searchText:${word}*`);

function looseClauses(run: string): readonly string[] {
  if (wide.test(run)) return gramsOf(run).map((gram) => `searchText:"${gram}"`);
  if (run.length < 4 || !/^\p{L}+$/u.test(run) || stopWords.has(run)) return [];
  return [`searchText:${run}~${run.length < 8 ? 1 : 2}`];
}
