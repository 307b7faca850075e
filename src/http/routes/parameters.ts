import type { Request } from 'express';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { badInput } from '../../refusal.js';

/**
 * The parameters of an address, each known, given once and not empty: one that is overlooked would ask for more than was
 * meant, such as the whole graph.
 */
export function parametersIn(
  { originalUrl }: Pick<Request, 'originalUrl'>,
  known: readonly string[],
): Readonly<Record<string, string>> {
  const start = originalUrl.indexOf('?');
  const given = [...new URLSearchParams(start < 0 ? '' : originalUrl.slice(start))];
  checkNames(
    given.map(([name]) => name),
    known,
  );
  for (const [name, value] of given) if (value.trim() === '') throw empty(name);
  return Object.fromEntries(given);
}

/** Refuses names of parameters, of an address or a body, that are not known or come twice. */
export function checkNames(names: readonly string[], known: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (!known.includes(name)) throw unknown(name, known);
    if (seen.has(name)) throw badInput(`${name}: expected it once.`, `${name}は一度だけ指定してください。`);
    seen.add(name);
  }
}

/** The value of `lang`: Japanese without it. */
export function languageIn({ lang = 'ja' }: Readonly<Record<string, string>>): 'ja' | 'en' {
  if (lang === 'ja' || lang === 'en') return lang;
  throw badInput(
    `lang: expected ja or en, but got: ${lang.slice(0, 50)}`,
    `langにはjaかenを指定してください（指定：${lang.slice(0, 50)}）。`,
  );
}

function unknown(name: string, known: readonly string[]) {
  const [shown, all] = [name.slice(0, 50), known.join(', ')];
  const [meant] = suggestionList(shown.replace(/[[{(].*$/, ''), known);
  const [hint, hintJa] = meant ? [` Did you mean ${meant}?`, `${meant}のことですか。`] : ['', ''];
  return badInput(
    `${shown}: expected one of the parameters ${all}.${hint}`,
    `${shown}というパラメーターはありません。${hintJa}指定できるもの：${known.join('、')}`,
  );
}

const empty = (name: string) =>
  badInput(
    `${name}: expected a value, but it is empty; leave it out.`,
    `${name}の値が空です。不要なら省いてください。`,
  );
