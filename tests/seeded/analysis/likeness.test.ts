import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import type { EdgeName } from '../../../src/model/declaration.js';
import { projectFile } from '../../../src/project-files.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer } from './ask.js';

let connection: Connection;
let seed: Dataset;

beforeAll(async () => {
  connection = await seededDatabase();
  seed = withoutPlaces((await readDataset(projectFile('seed'))).dataset);
}, patience);

afterAll(() => connection?.close());

const operation = `query ($id: ID!, $types: [EntityType!], $limit: Int) {
  likeness(id: $id, types: $types, limit: $limit) {
    totalCount truncated subject { id }
    matches {
      node { __typename id } score acrossDepartments
      reasons { aspect weight reason reasonEn words shared { id } sources { firstLine document { id } } }
    }
  }
}`;

interface Answer {
  readonly node: { readonly __typename: string; readonly id: string };
  readonly score: number;
  readonly acrossDepartments: boolean | null;
  readonly reasons: readonly {
    readonly aspect: string;
    readonly shared: readonly { readonly id: string }[];
    readonly sources: readonly object[];
    readonly reason: string;
    readonly reasonEn: string;
  }[];
}

const alike = async (id: string, types: readonly string[] | null = null, limit = 100) =>
  (await answer(connection, operation, { id, types, limit })).data.likeness as {
    totalCount: number;
    truncated: boolean;
    subject: { id: string };
    matches: readonly Answer[];
  };

/** What links of a type lead to from a thing, as the committed tables have it. */
const targets = (type: EdgeName, from: string) =>
  (seed.edges.get(type) ?? []).filter((edge) => edge.effective && edge.from === from).map(({ to }) => to);

describe('The field likeness', () => {
  test(
    'finds the two sheets of one name for one another, across their departments',
    async () => {
      const [one, other] = ['honjo:reform-sheet:1-24', 'honjo:reform-sheet:1-26'] as const;
      for (const [subject, expected] of [
        [one, other],
        [other, one],
      ] as const) {
        const { matches } = await alike(subject, null, 1);
        expect(matches[0]).toMatchObject({ node: { id: expected }, acrossDepartments: true });
        expect(matches[0]?.reasons.map(({ aspect }) => aspect)).toEqual(
          expect.arrayContaining(['NAME', 'MEASURE', 'DEPARTMENT']),
        );
      }
    },
    patience,
  );

  test(
    'tells exactly the goals, measures and departments that both have, by the tables',
    async () => {
      const sheets = (seed.nodes.get('ReformSheet') ?? []).slice(0, 12).map(({ id }) => id);
      for (const id of sheets)
        for (const { node, reasons, acrossDepartments } of (await alike(id)).matches) {
          const shared = (aspect: string) =>
            (reasons.find((reason) => reason.aspect === aspect)?.shared ?? []).map((thing) => thing.id).sort();
          const both = (of: (sheet: string) => readonly string[]) =>
            [...new Set(of(id))].filter((thing) => of(node.id).includes(thing)).sort();
          const measures = (sheet: string) => targets('IMPLEMENTS', sheet);
          const goals = (sheet: string) =>
            measures(sheet).flatMap((measure) =>
              targets('PART_OF', measure).flatMap((item) => targets('TOUCHES', item)),
            );
          const departments = (sheet: string) => [...targets('LED_BY', sheet), ...targets('SUPPORTED_BY', sheet)];
          expect([id, node.id, shared('MEASURE')]).toEqual([id, node.id, both(measures)]);
          expect([id, node.id, shared('SDG')]).toEqual([id, node.id, both(goals)]);
          expect([id, node.id, shared('DEPARTMENT')]).toEqual([id, node.id, both(departments)]);
          expect(acrossDepartments).toBe(both((sheet) => targets('LED_BY', sheet)).length === 0);
        }
    },
    patience,
  );

  test(
    'lists the most alike first, what other departments have counting half as much again, with reasons in both languages and their sources',
    async () => {
      for (const id of [
        'honjo:policy-item:5-1',
        'honjo:measure:5-2-3',
        'honjo:reform-sheet:1-3',
        'honjo:initiative:1-3',
      ]) {
        const { matches, totalCount, truncated, subject } = await alike(id);
        expect([subject.id, truncated]).toEqual([id, false]);
        expect(matches).toHaveLength(totalCount);
        expect(totalCount).toBeGreaterThan(0);
        const order = matches.map(({ acrossDepartments, score }) => score * (acrossDepartments === true ? 1.5 : 1));
        expect(order).toEqual([...order].sort((a, b) => b - a));
        for (const { node, reasons } of matches) {
          expect(node.__typename).toBe(matches[0]?.node.__typename);
          for (const { reason, reasonEn, sources } of reasons) {
            expect(reason).toMatch(/^[^：]+：./);
            expect(reasonEn).toMatch(/^[A-Z][^:]+: ./);
            expect(sources.length).toBeGreaterThan(0);
          }
        }
      }
    },
    patience,
  );

  test('compares with other types where they are asked for, and says when there are more', async () => {
    const types = ['MEASURE', 'REFORM_SHEET', 'POLICY_ITEM', 'INITIATIVE'];
    const { matches, totalCount, truncated } = await alike('honjo:measure:5-2-3', types, 3);
    expect(matches).toHaveLength(3);
    expect([totalCount > 3, truncated]).toEqual([true, true]);
  });

  test('refuses what cannot be compared, and knows nothing of what there is not', async () => {
    expect(await alike('honjo:measure:9-9-9')).toBeNull();
    for (const variables of [
      { id: 'honjo:linkage-plan:1' },
      { id: 'honjo:measure:5-2-3', types: ['LINKAGE_PLAN'] },
      { id: 'honjo:measure:5-2-3', limit: 101 },
    ])
      expect((await answer(connection, operation, variables)).errors).toHaveLength(1);
  });
});
