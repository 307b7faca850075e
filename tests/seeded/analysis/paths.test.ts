import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';
import { distancesIn, otherEndOf, type SeedGraph, seedGraph } from './seed-graph.js';

interface Found {
  readonly paths: {
    readonly outcome: string;
    readonly distance: number | null;
    readonly truncated: boolean;
    readonly truncatedBy: string | null;
    readonly reason: string;
    readonly reasonEn: string;
    readonly paths: readonly {
      readonly length: number;
      readonly specificity: number;
      readonly nodes: readonly { readonly id: string }[];
      readonly hops: readonly {
        readonly relationship: string;
        readonly direction: string;
        readonly from: { readonly id: string };
        readonly to: { readonly id: string };
        readonly sentence: string;
        readonly sources: readonly { readonly firstLine: number; readonly document: { readonly id: string } }[];
      }[];
    }[];
  };
}

const operation = `
  query (
    $from: ID!, $to: ID!, $maxLength: Int, $limit: Int, $through: [RelationshipType!], $throughMunicipality: Boolean
    $stage: PlanStage
  ) {
    paths(
      from: $from, to: $to, maxLength: $maxLength, limit: $limit, through: $through
      throughMunicipality: $throughMunicipality, stage: $stage
    ) {
      outcome distance truncated truncatedBy reason reasonEn
      paths {
        length specificity
        nodes { id: thingId }
        hops { relationship direction from { id: thingId } to { id: thingId } sentence sources { firstLine document { id } } }
      }
    }
  }`;

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

const pathsBetween = async (from: string, to: string, given: object = {}) =>
  (await ask<Found>(connection, operation, { from, to, ...given })).paths;

/** How many shortest ways there are, counted from one end. */
function waysBetween(graph: SeedGraph, from: string, to: string): number {
  const distances = distancesIn(graph, from);
  const ways = new Map([[from, 1]]);
  for (const [id, distance] of distances)
    for (const link of graph.linksAt(id)) {
      const end = otherEndOf(link, id);
      if (distances.get(end) === distance + 1) ways.set(end, (ways.get(end) ?? 0) + (ways.get(id) ?? 0));
    }
  return ways.get(to) ?? 0;
}

const pairs = [
  ['honjo:department:市民活動推進課', 'sdg:17'],
  ['honjo:department:市民課', 'honjo:department:課税課'],
  ['honjo:reform-sheet:1-9', 'honjo:reform-sheet:1-10'],
  ['honjo:measure:5-2-3', 'honjo:linkage-plan:1'],
  ['honjo:policy-item:5-1', 'honjo:policy-item:6-4'],
  ['honjo:linkage-plan:1', 'honjo:linkage-plan:5'],
  ['honjo:annual-goal:1-9:2024', 'sdg:11'],
  ['honjo:supporting-scope:全庁', 'honjo:measure:5-6-1'],
  ['honjo:policy-item:1-1', 'honjo:department:財政課'],
  ['sdg:4', 'sdg:17'],
] as const;

const isMunicipality = (id: string) => id.includes(':municipality:');

/** The graph without the municipality, on which everything hangs: no path leads through it. */
function withoutMunicipality(graph: SeedGraph): SeedGraph {
  const linksAt = (id: string) =>
    graph.linksAt(id).filter(({ from, to }) => !isMunicipality(from) && !isMunicipality(to));
  return { ...graph, linksAt };
}

describe.each([null, 'CURRENT', 'DRAFT', 'ADOPTED'])('the paths at %s', (stage) => {
  const graph = withoutMunicipality(seedGraph(stage));
  const seen = new Set(graph.ids);

  test.each(pairs.filter((ends) => ends.every((id) => seen.has(id))))(
    'from %s to %s are those of the tables, with their sources',
    async (from, to) => {
      const found = await pathsBetween(from, to, { stage, limit: 50, maxLength: 12 });
      expect(found.distance).toBe(distancesIn(graph, from).get(to) ?? null);
      const shortest = found.paths.filter(({ length }) => length === found.distance);
      if (found.distance !== null) expect(shortest.length).toBe(Math.min(50, waysBetween(graph, from, to)));
      const order = found.paths.map(({ length, specificity }) => length - specificity);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      for (const { nodes, hops } of found.paths) {
        expect(nodes.map(({ id }) => id)).toEqual([from, ...hops.map((hop) => hop.to.id)]);
        for (const { relationship, direction, from: start, to: end, sources } of hops) {
          const [source, target] = direction === 'FORWARD' ? [start.id, end.id] : [end.id, start.id];
          const row = graph.links.find(
            (link) => link.type === relationship && link.from === source && link.to === target,
          );
          const places = sources.map((each) => `${each.document.id.split(':').at(-1)}:${each.firstLine}`);
          expect(new Set(places)).toEqual(new Set(row?.sources));
        }
      }
    },
  );
});

test('a hop reads as a sentence', async () => {
  const { paths } = await pathsBetween('honjo:department:市民活動推進課', 'honjo:policy-item:5-2', { limit: 1 });
  expect(paths[0]?.hops.map(({ sentence }) => sentence)).toEqual([
    '市民活動推進課が「人権教育・人権啓発の推進」の評価回答部署です。',
    '「人権教育・人権啓発の推進」は「人権を尊重する社会の実現」の施策中項目です。',
  ]);
});

test.each([
  ['SAME', 'sdg:17', 'sdg:17', {}],
  ['UNKNOWN_ID', 'honjo:measure:9-9-9', 'sdg:17', {}],
  ['UNKNOWN_ID', 'sdg:17', 'nowhere', {}],
  ['NOT_IN_VIEW', 'honjo:measure:5-6-3:current', 'honjo:department:市民課', {}],
  ['FOUND', 'honjo:measure:5-6-3:current', 'honjo:department:市民課', { stage: 'CURRENT' }],
  ['TOO_FAR', 'honjo:department:市民活動推進課', 'sdg:17', { maxLength: 2 }],
  ['NOT_CONNECTED', 'honjo:department:市民活動推進課', 'sdg:17', { through: ['OWNED_BY'] }],
  ['NOT_CONNECTED', 'honjo:department:市民活動推進課', 'honjo:source-document:adopted-plan', {}],
])('%s is what a search from %s to %s comes to', async (outcome, from, to, given) => {
  const found = await pathsBetween(from, to, given);
  expect(found.outcome).toBe(outcome);
  expect(found.paths.length > 0).toBe(outcome === 'FOUND' || outcome === 'SAME');
  expect(found.truncated).toBe(found.truncatedBy !== null);
  expect(found.reason).toMatch(/。$/);
  expect(found.reasonEn).toMatch(/\.$/);
});

test.each([
  ['honjo:measure:5-6-3:current', 'DRAFT', '素案のうち読み込んだ部分にはありません'],
  ['honjo:linkage-plan:1', 'CURRENT', '現行計画については読み込まれていません'],
  ['honjo:measure:5-6-3:current', null, '現在有効な計画にはありません'],
])('%s at %s is told by whether anybody looked for it there', async (from, stage, reason) => {
  const found = await pathsBetween(from, 'honjo:department:市民課', { stage });
  expect([found.outcome, found.reason]).toEqual(['NOT_IN_VIEW', expect.stringContaining(reason)]);
});

test('the municipality joins things only where it is asked for', async () => {
  const ask = (given: object) =>
    pathsBetween('honjo:linkage-plan:1', 'honjo:linkage-plan:2', { through: ['LINKAGE_PLAN_OF'], ...given });
  const joined = await ask({});
  expect(joined.paths[0]?.nodes.map(({ id }) => id)).toEqual([
    'honjo:linkage-plan:1',
    'honjo:municipality:112119',
    'honjo:linkage-plan:2',
  ]);
  const kept = await ask({ throughMunicipality: false });
  expect([kept.outcome, kept.distance]).toEqual(['NOT_CONNECTED', null]);
  expect(kept.reasonEn).toContain('throughMunicipality: true');
});

test('a path can have twelve hops', async () => {
  const found = await pathsBetween('honjo:department:図書館', 'honjo:department:広報課', {
    through: ['OWNED_BY', 'LED_BY', 'SUPPORTED_BY', 'PART_OF'],
    maxLength: 12,
  });
  expect(found.outcome).not.toBe('TOO_FAR');
});

test('ids are taken in any width', async () => {
  const { outcome } = await pathsBetween('ｓｄｇ：17', 'honjo:policy-item:5-1');
  expect(outcome).toBe('FOUND');
});

test.each([{ maxLength: 0 }, { maxLength: 13 }, { limit: 0 }, { limit: 51 }])(
  '%j is refused in both languages',
  async (given) => {
    const { errors } = await answer(connection, operation, { from: 'sdg:1', to: 'sdg:2', ...given });
    expect(JSON.stringify(errors)).toContain('BAD_USER_INPUT');
  },
);

test('ends that nothing joins at a stage: says what its documents do not print', async () => {
  const { paths } = await ask<{ paths: { outcome: string; reason: string; reasonEn: string } }>(
    connection,
    '{ paths(from: "honjo:policy-item:5-1", to: "sdg:17", through: [TOUCHES], stage: ADOPTED) { outcome reason reasonEn } }',
  );
  expect(paths.reasonEn).toContain('The documents of the stage ADOPTED do not record these relationships');
  expect(paths.reasonEn).toContain('TOUCHES');
  expect(paths.reason).toContain('関連するSDGs');
});
