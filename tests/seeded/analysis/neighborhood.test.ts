import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';
import { distancesIn, seedGraph } from './seed-graph.js';

interface Found {
  readonly neighborhood: {
    readonly nodes: readonly {
      readonly own: string;
      readonly id: string;
      readonly label: string;
      readonly distance: number;
      readonly node: { readonly id: string; readonly name?: string };
    }[];
    readonly edges: readonly {
      readonly own: string;
      readonly ownFrom: string;
      readonly ownTo: string;
      readonly type: string;
      readonly from: string;
      readonly to: string;
      readonly sources: readonly { readonly firstLine: number; readonly document: { readonly id: string } }[];
    }[];
    readonly truncated: boolean;
    readonly leftOut: readonly { readonly type: string; readonly count: number }[];
    readonly notFound: readonly string[];
  };
}

const operation = `
  query ($ids: [ID!]!, $depth: Int, $limit: Int, $types: [EntityType!], $records: Boolean, $through: [RelationshipType!], $stage: PlanStage) {
    neighborhood(ids: $ids, depth: $depth, limit: $limit, types: $types, records: $records, through: $through, stage: $stage) {
      nodes { own: id id: thingId label distance node { id: thingId ... on Entity { name } } }
      edges { own: id ownFrom: from ownTo: to type from: fromThingId to: toThingId sources { firstLine document { id } } }
      truncated leftOut { type count } notFound
    }
  }`;

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

const around = async (ids: readonly string[], given: object = {}) =>
  (await ask<Found>(connection, operation, { ids, ...given })).neighborhood;

describe.each([null, 'CURRENT', 'DRAFT', 'ADOPTED'])('the neighbourhood at %s', (stage) => {
  const graph = seedGraph(stage);

  test.each([
    ['honjo:measure:5-2-3', 1],
    ['honjo:department:市民課', 1],
    ['honjo:reform-sheet:1-9', 2],
    ['honjo:linkage-plan:1', 2],
    ['sdg:17', 2],
  ])('of %s to the depth %i is that of the tables, links and sources too', async (id, depth) => {
    const { nodes, edges, truncated } = await around([id], { depth, limit: 1000, stage });
    const reached = graph.ids.includes(id) ? [...distancesIn(graph, id)] : [];
    const expected = reached.filter(([, distance]) => distance <= depth);
    expect(new Map(nodes.map((node) => [node.id, node.distance]))).toEqual(new Map(expected));
    expect(truncated).toBe(false);
    const kept = new Set(nodes.map((node) => node.id));
    const told = edges.map(({ from, type, to, sources }) => [
      `${from} ${type} ${to}`,
      [...new Set(sources.map(({ document, firstLine }) => `${document.id.split(':').at(-1)}:${firstLine}`))].sort(),
    ]);
    const links = graph.links
      .filter(({ from, to }) => kept.has(from) && kept.has(to))
      .map(({ from, type, to, sources }) => [`${from} ${type} ${to}`, [...new Set(sources)].sort()]);
    expect(new Map(told as never)).toEqual(new Map(links as never));
  });
});

test('a node is the thing itself, its label is its name', async () => {
  const { nodes } = await around(['honjo:measure:5-1-1']);
  for (const { id, label, node } of nodes) {
    expect(node.id).toBe(id);
    if (node.name !== undefined) expect(label).toBe(node.name);
    else expect(label).not.toBe('');
  }
});

test('the limit keeps the most relevant and counts the rest', async () => {
  const { nodes, truncated, leftOut, edges } = await around(['honjo:municipality:112119'], { depth: 2, limit: 20 });
  expect([nodes.length, truncated]).toEqual([20, true]);
  const all = distancesIn(seedGraph(), 'honjo:municipality:112119');
  const total = [...all.values()].filter((distance) => distance <= 2).length;
  expect(leftOut.reduce((sum, { count }) => sum + count, 20)).toBe(total);
  const kept = new Set(nodes.map(({ id }) => id));
  expect(edges.every(({ from, to }) => kept.has(from) && kept.has(to))).toBe(true);
});

test('without records there are named things only, and types choose among them', async () => {
  const types = (found: Found['neighborhood']) =>
    [...new Set(found.nodes.map(({ id }) => (id.startsWith('sdg') ? 'sdg' : id.split(':')[1])))].sort();
  expect(types(await around(['honjo:reform-sheet:1-9']))).toContain('annual-goal');
  expect(types(await around(['honjo:reform-sheet:1-9'], { records: false }))).toEqual([
    'department',
    'measure',
    'reform-field',
    'reform-perspective',
    'reform-sheet',
  ]);
  expect(types(await around(['honjo:reform-sheet:1-9'], { types: ['DEPARTMENT'] }))).toEqual([
    'department',
    'reform-sheet',
  ]);
});

test('its parts have ids of their own, by which they are joined, and those of one answer are in no other', async () => {
  const asked = [{}, { depth: 2 }, { stage: 'DRAFT' }, { stage: 'CURRENT' }];
  const answers = await Promise.all(asked.map((given) => around(['honjo:measure:5-1-1'], given)));
  for (const { nodes, edges } of answers) {
    const owned = new Map(nodes.map(({ own, id }) => [own, id]));
    expect(owned.size).toBe(nodes.length);
    for (const { ownFrom, ownTo, from, to } of edges)
      expect([owned.get(ownFrom), owned.get(ownTo)]).toEqual([from, to]);
  }
  const all = answers.flatMap(({ nodes, edges }) => [...nodes, ...edges].map(({ own }) => own));
  expect(new Set(all).size).toBe(all.length);
});

test('ids that nothing has are told, and the others answered', async () => {
  const { nodes, notFound } = await around(['honjo:measure:9-9-9', 'sdg:17'], { depth: 0 });
  expect(nodes.map(({ id }) => id)).toEqual(['sdg:17']);
  expect(notFound).toEqual(['honjo:measure:9-9-9']);
});

test.each([
  { depth: 5 },
  { depth: -1 },
  { limit: 0 },
  { limit: 1001 },
  { ids: Array.from({ length: 51 }, (_, index) => `honjo:measure:${index}`) },
])('%j is refused', async (given) => {
  const { errors } = await answer(connection, operation, { ids: ['sdg:17'], ...given });
  expect(JSON.stringify(errors)).toContain('BAD_USER_INPUT');
});
