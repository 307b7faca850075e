/** The ids of a dataset: whose they are, which type they name, and what somebody probably meant by one that is not there. */
import { describe } from '../../model/declaration.js';
import { isFreeOfStages, withoutStages } from '../../model/stage-id.js';
import { didYouMean, nearest } from './suggestions.js';
import type { Tables } from './tables.js';

/** An id without the city and the word of its type. */
const localId = (id: string) => id.replace(/^(?:[^:]+:)?[^:]+:(?=.)/, '');

/** The ids of a dataset. */
export class Ids {
  readonly #types: ReadonlyMap<string, string>;
  readonly #meant: ReadonlyMap<string, string>;

  constructor(types: ReadonlyMap<string, string>, meant: ReadonlyMap<string, string>) {
    this.#types = types;
    this.#meant = meant;
  }

  /** The node type of an id; undefined where no row has it. */
  typeOf(id: string): string | undefined {
    return this.#types.get(id);
  }

  /** The id by which others know a row whose own id was reported. */
  meantBy(id: string): string {
    return this.#meant.get(id) ?? id;
  }

  /** What was probably meant by an id that nothing of these types has, as a hint in brackets. */
  suggestion(id: string, types: readonly string[]) {
    const candidates = new Map<string, string>();
    for (const [candidate, type] of this.#types)
      if (types.includes(type)) candidates.set(localId(candidate), candidate);
    const local = id.includes(':') ? localId(id) : id;
    const found = candidates.get(nearest(local, candidates.keys()) ?? '');
    if (found === undefined) return describe('', '');
    const { en, ja } = didYouMean(found);
    return describe(` (${en})`, `。${ja}`);
  }
}

/** Reads and checks all ids. */
export function checkIds(tables: Tables): Ids {
  const { ofNodes, shared } = tables;
  const key = keyOfCity(tables);
  const types = new Map<string, string>();
  const meant = new Map<string, string>();
  for (const { node, rows, report } of ofNodes) {
    const expected = node.global ? `${node.idWord}:` : key === null ? null : `${key}:${node.idWord}:`;
    for (const { row, line } of rows.filter(({ row }) => row.id !== '')) {
      const other = types.get(row.id);
      if (other !== undefined)
        report(
          line,
          'id',
          describe(
            `expected an id of its own, but ${row.id} is already a ${other}`,
            `識別子 ${row.id} は別の行（${other}）にもあります`,
          ),
          { kind: 'duplicate', example: row.id },
        );
      types.set(row.id, node.name);
      if (!isFreeOfStages(row.id)) {
        report(
          line,
          'id',
          describe(
            `expected an id without @, which stands before a stage, but got: ${row.id}`,
            `識別子に @ は使えません（計画段階の前に付く記号）：「${row.id}」`,
          ),
          { kind: '@', example: row.id },
        );
        meant.set(row.id, withoutStages(row.id));
      }
      if (expected === null || row.id.startsWith(expected)) continue;
      const prefix = row.id.slice(0, row.id.length - localId(row.id).length);
      const words = describe(
        `expected an id that starts with ${expected}, but got: ${row.id}`,
        `識別子は ${expected} で始まるはずですが、「${row.id}」です`,
      );
      report(line, 'id', words, { kind: `${expected} ${prefix}`, example: row.id });
      meant.set(row.id, `${expected}${localId(row.id)}`);
    }
  }
  for (const [id, by] of meant) if (!types.has(by)) types.set(by, types.get(id) ?? '');
  for (const [type, rows] of shared) for (const { id } of rows) types.set(id, type);
  return new Ids(types, meant);
}

/** The prefix of a city's ids, which keeps two cities apart; null where the dataset does not say which city it is of. */
function keyOfCity({ ofNodes, unreadable, problems, missing }: Tables): string | null {
  const cities = ofNodes.find(({ node }) => node.name === 'Municipality');
  if (!cities || unreadable.has(cities.file)) return null;
  if (missing.has(cities.file)) {
    const words = describe(
      'expected this table, which says whose dataset it is, but it is missing',
      'どの市区町村のデータセットかを示す表ですが、フォルダにありません',
    );
    problems.in(cities.file)(null, null, words, { kind: 'absent' });
    return null;
  }
  const [city, second] = cities.rows;
  if (!city || second) {
    const count = cities.rows.length;
    const words = describe(
      `expected exactly one municipality, but got ${count}`,
      `市区町村は1つのはずですが、${count} 行あります`,
    );
    cities.report(null, null, words, { kind: 'absent' });
    return null;
  }
  const key = String(city.row.values.key ?? '');
  const counts = new Map<string, number>();
  const ids = ofNodes.filter(({ node }) => !node.global).flatMap(({ rows }) => rows.map(({ row }) => row.id));
  for (const id of ids) counts.set(id.replace(/:.*$/s, ''), (counts.get(id.replace(/:.*$/s, '')) ?? 0) + 1);
  const [most = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  if (key === '') return most[0] || null;
  if (most[0] === key || most[1] <= ids.length / 2) return key;
  const words = describe(
    `expected ${most[0]}, with which ${most[1]} ids start, but got: ${key}`,
    `${most[1]} 個の識別子が ${most[0]} で始まりますが、「${key}」です`,
  );
  cities.report(city.line, 'key', words);
  return most[0];
}
