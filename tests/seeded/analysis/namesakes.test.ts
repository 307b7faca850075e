import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { ask } from './ask.js';
import { type SeedThing, seedThings } from './seed.js';

interface Found {
  readonly namesakes: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly name: string; readonly things: readonly { readonly id: string }[] }[];
  };
}

let connection: Connection;
let things: readonly SeedThing[];

beforeAll(async () => {
  [connection, things] = await Promise.all([seededDatabase(), seedThings()]);
}, patience);

afterAll(() => connection?.close());

const found = async (given: string) =>
  (
    await ask<Found>(
      connection,
      `{ namesakes(municipality: "honjo", first: 500${given}) { totalCount nodes { name things { id } } } }`,
    )
  ).namesakes;

/** The ids of the files whose names are equal but for what search leaves out of sight. */
function expected(groupable: (types: ReadonlySet<string>, ids: readonly string[]) => boolean) {
  const groups = new Map<string, { ids: string[]; types: Set<string> }>();
  for (const { type, id, values, effective } of things) {
    if (!effective || type === 'Sdg') continue;
    const name = String(values.name)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
    const group = groups.get(name) ?? { ids: [], types: new Set() };
    group.ids.push(id);
    group.types.add(type);
    groups.set(name, group);
  }
  return [...groups.values()]
    .filter(({ types, ids }) => groupable(types, ids))
    .map(({ ids }) => ids.sort())
    .sort();
}

const idsOf = ({ nodes }: Found['namesakes']) => nodes.map((group) => group.things.map(({ id }) => id).sort()).sort();

describe('namesakes', () => {
  test('across types are the things of the files that are called the same', async () => {
    const answer = await found('');
    expect(answer.totalCount).toBeGreaterThan(0);
    expect(idsOf(answer)).toEqual(expected(({ size }) => size > 1));
  });

  test('of one type too, where types do not matter', async () => {
    expect(idsOf(await found(', withinTypes: true'))).toEqual(expected((_types, { length }) => length > 1));
  });
});
