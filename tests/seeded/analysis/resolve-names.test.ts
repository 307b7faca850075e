import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer } from './ask.js';
import { type SeedThing, seedThings } from './seed.js';

let connection: Connection;
let things: readonly SeedThing[];

beforeAll(async () => {
  connection = await seededDatabase();
  things = await seedThings();
}, patience);

afterAll(() => connection?.close());

const operation = `query ($names: [String!]!, $types: [EntityType!], $limit: Int) {
  resolveNames(names: $names, types: $types, municipality: "honjo", limit: $limit) {
    name ambiguous best { node { id } score reason reasonEn } matches { node { id } score match matchedText }
  }
}`;

const resolve = async (names: readonly string[], types: readonly string[] | null = null) =>
  answer(connection, operation, { names, types });

describe('The field resolveNames', () => {
  test('gives every name of a type its thing, in a few statements however many names there are', async () => {
    for (const [type, choice] of [
      ['Measure', 'MEASURE'],
      ['Department', 'DEPARTMENT'],
      ['Project', 'PROJECT'],
      ['ReformSheet', 'REFORM_SHEET'],
    ] as const) {
      const asked = things.filter((thing) => thing.type === type && thing.effective);
      const { data, statements } = await resolve(
        asked.map(({ values }) => String(values.name)),
        [choice],
      );
      expect(statements).toBeLessThanOrEqual(5);
      expect(data.resolveNames).toHaveLength(asked.length);
      for (const [index, { id, values }] of asked.entries()) {
        const { name, ambiguous, best, matches } = data.resolveNames[index];
        const namesakes = asked.filter((other) => other.values.name === values.name).map((other) => other.id);
        expect(name).toBe(values.name);
        expect([id, ambiguous]).toEqual([id, namesakes.length > 1]);
        if (ambiguous)
          expect([
            best,
            matches
              .slice(0, 2)
              .map((match: { node: { id: string } }) => match.node.id)
              .sort(),
          ]).toEqual([null, namesakes.sort()]);
        else expect([best.node.id, best.score]).toEqual([id, 1]);
      }
    }
  });

  test('tells what is meant and why', async () => {
    const { data } = await resolve([
      '市民活動惟進課',
      '5-2-3 男女共同参画の推進',
      '市民活動推進課',
      '',
      'ありそうもない名前',
      '埴保己一プラン',
      'SDG 17',
      '市民活動推進課',
    ]);
    const best = data.resolveNames.map(
      ({ best: match }: { best: { node: { id: string } } | null }) => match?.node.id ?? null,
    );
    const department = 'honjo:department:市民活動推進課';
    expect(best).toEqual([
      department,
      'honjo:measure:5-2-3',
      department,
      null,
      null,
      'honjo:linkage-plan:1',
      'sdg:17',
      department,
    ]);
    expect(data.resolveNames[0].best).toMatchObject({
      reason: '名称「市民活動推進課」と1文字違い',
      reasonEn: 'Differs from the name "市民活動推進課" by 1 character',
    });
    expect(data.resolveNames[7]).toEqual(data.resolveNames[2]);
  });

  test('tells what means nothing from what was not read, of each name', async () => {
    const told = async (types: readonly string[] | null, stage: string | null) => {
      const { data } = await answer(
        connection,
        `query ($types: [EntityType!], $stage: PlanStage) {
          resolveNames(names: ["ありそうもない名前", "市民課", "2-5"], types: $types, municipality: "honjo", stage: $stage) {
            best { node { id } } coverage { state }
          }
        }`,
        { types, stage },
      );
      return data.resolveNames.map(({ best, coverage }: { best: object | null; coverage: { state: string } }) => [
        best !== null,
        coverage.state,
      ]);
    };
    expect(await told(null, null)).toEqual([
      [false, 'PARTIAL'],
      [true, 'PARTIAL'],
      [false, 'PARTIAL'],
    ]);
    // All 17 goals, and all reform sheets, are there.
    const isNone = [false, 'COMPLETE'];
    expect(await told(['SDG'], null)).toEqual([isNone, isNone, isNone]);
    expect(await told(['REFORM_SHEET'], 'ADOPTED')).toEqual([isNone, isNone, [true, 'COMPLETE']]);
    // The adopted plan was not read for projects.
    const isNotRead = [false, 'NOT_READ'];
    expect(await told(['PROJECT'], 'ADOPTED')).toEqual([isNotRead, isNotRead, isNotRead]);
  });

  test('refuses more names, longer names and more matches than it can take', async () => {
    for (const variables of [
      { names: Array.from({ length: 501 }, () => '課') },
      { names: ['長'.repeat(201)] },
      { names: ['課'], limit: 0 },
      { names: ['課'], limit: 21 },
    ])
      expect((await answer(connection, operation, variables)).errors).toHaveLength(1);
    expect((await resolve([])).data.resolveNames).toEqual([]);
  });
});
