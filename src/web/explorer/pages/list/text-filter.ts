/** The condition of the API for a text that is looked for in a list: each word stands in a name, a code or a text of a row. */
import type { SearchedField } from '../types/page-type.js';
import { around, type Condition } from './list-filter.js';

/** Nobody looks for more words at once, and each asks for every field. */
const mostWords = 5;

/** Null where nothing was typed. */
export function textCondition(
  searched: readonly SearchedField[],
  typed: string,
  language: 'ja' | 'en',
): Condition | null {
  const words = typed.normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, mostWords);
  // Japanese pages show no English names.
  const shown = searched.filter(({ steps }) => language === 'en' || !steps.at(-1)?.field.endsWith('En'));
  const each = words.map((word): Condition => ({ or: shown.flatMap((field) => conditionOn(field, word)) }));
  return each.length > 1 ? { and: each } : (each[0] ?? null);
}

function conditionOn({ steps, by, prefix = '' }: SearchedField, word: string): readonly Condition[] {
  if (by === 'text') return [around(steps, { contains: word, ignoreCase: true })];
  // Of a code such as 5-2-3 its beginning is enough.
  if (by === 'code') return /^\d[\d-]*$/.test(word) ? [around(steps, { startsWith: word })] : [];
  // 17 and SDG17.
  const named = prefix !== '' && word.toUpperCase().startsWith(prefix.toUpperCase());
  const number = named ? word.slice(prefix.length) : word;
  return /^\d{1,6}$/.test(number) ? [around(steps, { eq: Number(number) })] : [];
}
