/** Which loaded municipality an argument means. */

import { LRUCache } from 'lru-cache';
import { readId } from '../model/stage-id.js';
import { badInput, listed } from '../refusal.js';
import { type Ask, statement } from './statements.js';

const namedText = statement('municipality-named');
const keysText = statement('municipalities');
const loadedText = statement('municipalities-loaded');

/** The most municipalities that a refusal lists. */
const mostListed = 10;
const mostKept = 2_000;
const longestShown = 100;
/** The most lists of what is loaded that are kept: by rights and revision, of which the newest is asked for. */
const mostLists = 16;

/** Municipalities as they are named in requests, remembered where a name means the same whatever is loaded next. */
export class Municipalities {
  private readonly keys = new LRUCache<string, string>({ max: mostKept });
  private readonly lists = new LRUCache<string, readonly string[]>({ max: mostLists });

  /** The keys of at most `limit` loaded municipalities; from memory where the revision that the graph has is known. */
  async first(limit: number, ask: Ask, rights: string, revision: string | null): Promise<readonly string[]> {
    const name = `${rights} ${revision} ${limit}`;
    const known = revision === null ? undefined : this.lists.get(name);
    if (known) return known;
    const keys = (await ask(keysText, { limit })).map(({ municipality }) => String(municipality));
    if (revision !== null) this.lists.set(name, keys);
    return keys;
  }

  /**
   * The key of the loaded municipality with that key, id, code or name. Fails with BAD_USER_INPUT where there is none, or
   * where two have the name. What callers with some rights were told is not told to others.
   */
  async keyOf(given: string, ask: Ask, rights: string, argument = 'municipality'): Promise<string> {
    const name = readId(given.trim()).id;
    const known = this.keys.get(`${rights} ${name}`);
    if (known !== undefined) return known;
    const [first, second] = await ask(namedText, { given: name });
    if (!first) throw await unknown(given, ask, argument);
    const key = String(first.key);
    if (first.byKey === true) this.keys.set(`${rights} ${name}`, key);
    else if (second) throw await ambiguous(given, ask, argument);
    return key;
  }
}

const unknown = async (given: string, ask: Ask, argument: string) => {
  const { ja, en } = await loaded(ask);
  return badInput(
    `${argument}: expected the id, the code or the name of a loaded municipality (${en}), but got: ${shown(given)}`,
    `${argument}には読み込み済みの市区町村の識別子・コード・名称を指定してください（読み込み済み：${ja}。指定：${shown(given)}）。`,
  );
};

const ambiguous = async (given: string, ask: Ask, argument: string) => {
  const { ja, en } = await loaded(ask);
  return badInput(
    `${argument}: expected the id or the code of one municipality (${en}), because several are named ${shown(given)}`,
    `${shown(given)}という市区町村が複数あります。識別子かコードを指定してください（読み込み済み：${ja}）。`,
  );
};

const shown = (given: string) => (given.length > longestShown ? `${given.slice(0, longestShown)}…` : given);

/** The loaded municipalities in words: "honjo 112119 本庄市". */
async function loaded(ask: Ask): Promise<{ readonly ja: string; readonly en: string }> {
  const [row] = await ask(loadedText, { limit: mostListed });
  const names = ((row?.loaded ?? []) as readonly (readonly string[])[]).map((each) => each.join(' '));
  return names.length === 0 ? { ja: 'なし', en: 'none' } : listed(names, Number(row?.count));
}
