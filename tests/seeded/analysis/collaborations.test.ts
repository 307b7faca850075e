import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';
import { type SeedLink, seedGraph } from './seed-graph.js';

interface Pair {
  readonly department: { readonly id: string };
  readonly partner: { readonly id: string };
  readonly weight: number;
  readonly measureCount: number;
  readonly sheetCount: number;
  readonly roles: readonly { readonly role: string; readonly partnerRole: string; readonly count: number }[];
  readonly shared: readonly {
    readonly node: { readonly id: string };
    readonly sources: readonly { readonly firstLine: number; readonly document: { readonly id: string } }[];
  }[];
}

const pair = `
  department { id: thingId } partner { id: thingId } weight measureCount sheetCount
  roles { role partnerRole count }
  shared { node { id: thingId } sources { firstLine document { id } } }`;

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

const roles = ['OWNED_BY', 'LED_BY', 'SUPPORTED_BY'];

/** Each two departments that the tables join to the same thing: "a b" → the thing, and where that was read. */
function pairsOfTables(stage: string | null, counted = roles): ReadonlyMap<string, ReadonlyMap<string, Set<string>>> {
  const byWork = new Map<string, SeedLink[]>();
  for (const link of seedGraph(stage).links)
    if (counted.includes(link.type)) byWork.set(link.from, [...(byWork.get(link.from) ?? []), link]);
  const pairs = new Map<string, Map<string, Set<string>>>();
  for (const [work, links] of byWork)
    for (const a of links)
      for (const b of links) {
        if (a.to >= b.to) continue;
        const shared = pairs.get(`${a.to} ${b.to}`) ?? new Map<string, Set<string>>();
        shared.set(work, new Set([...a.sources, ...b.sources]));
        pairs.set(`${a.to} ${b.to}`, shared);
      }
  return pairs;
}

const told = (pairs: readonly Pair[]) =>
  new Map(
    pairs.map(({ department, partner, shared }) => [
      [department.id, partner.id].sort().join(' '),
      new Map(
        shared.map(({ node, sources }) => [
          node.id,
          new Set(sources.map(({ document, firstLine }) => `${document.id.split(':').at(-1)}:${firstLine}`)),
        ]),
      ),
    ]),
  );

const network = async (given = '') =>
  (
    await ask<{ collaborations: { collaborations: readonly Pair[]; totalCount: number; truncated: boolean } }>(
      connection,
      `{ collaborations(first: 500 ${given}) { totalCount truncated collaborations { ${pair} } } }`,
    )
  ).collaborations;

test.each([null, 'CURRENT', 'DRAFT', 'ADOPTED'])(
  'who shares what with whom at %s is what the tables say, with its sources',
  async (stage) => {
    const { collaborations, totalCount } = await network(stage === null ? '' : `stage: ${stage}`);
    const expected = pairsOfTables(stage);
    expect(told(collaborations)).toEqual(expected);
    expect(totalCount).toBe(expected.size);
    for (const { weight, measureCount, sheetCount, roles: counts, shared } of collaborations) {
      expect(weight).toBe(shared.length);
      expect(measureCount + sheetCount).toBe(weight);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(weight);
    }
    const weights = collaborations.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  },
);

test('the weight and the roles choose', async () => {
  const { collaborations } = await network('minWeight: 2');
  const expected = [...pairsOfTables(null)].filter(([, shared]) => shared.size >= 2);
  expect(new Set(told(collaborations).keys())).toEqual(new Set(expected.map(([key]) => key)));
  const owners = await network('roles: [OWNED_BY]');
  expect(told(owners.collaborations)).toEqual(pairsOfTables(null, ['OWNED_BY']));
});

/** Who leads and who supports the same sheet: "leader supporter" → the sheets. */
function leadersWithSupporters(): ReadonlyMap<string, ReadonlySet<string>> {
  const { links } = seedGraph(null);
  const pairs = new Map<string, Set<string>>();
  for (const lead of links.filter(({ type }) => type === 'LED_BY'))
    for (const support of links.filter(({ type, from }) => type === 'SUPPORTED_BY' && from === lead.from)) {
      if (lead.to === support.to) continue;
      const key = `${lead.to} ${support.to}`;
      pairs.set(key, (pairs.get(key) ?? new Set()).add(lead.from));
    }
  return pairs;
}

const directed = (pairs: readonly Pair[]) =>
  new Map(
    pairs.map(({ department, partner, shared }) => [
      `${department.id} ${partner.id}`,
      new Set(shared.map(({ node }) => node.id)),
    ]),
  );

test('who leads with who supports, from either side, counting only what they share so', async () => {
  const expected = leadersWithSupporters();
  const { collaborations } = await network('roles: [LED_BY], partnerRoles: [SUPPORTED_BY]');
  expect(directed(collaborations)).toEqual(expected);
  const heavy = await network('roles: [LED_BY], partnerRoles: [SUPPORTED_BY], minWeight: 2');
  expect(heavy.totalCount).toBe([...expected.values()].filter(({ size }) => size >= 2).length);
  const { departments } = await ask<{ departments: { nodes: readonly { collaborators: readonly Pair[] }[] } }>(
    connection,
    `{ departments(first: 100) { nodes { collaborators(roles: [SUPPORTED_BY], partnerRoles: [LED_BY], first: 500) { ${pair} } } } }`,
  );
  const supported = directed(departments.nodes.flatMap(({ collaborators }) => collaborators));
  const turned = [...supported].map(([key, sheets]) => [key.split(' ').reverse().join(' '), sheets] as const);
  expect(new Map(turned)).toEqual(expected);
});

test('components are the departments that anything joins', async () => {
  const { collaborations } = await ask<{
    collaborations: {
      components: readonly { size: number; departments: readonly { id: string }[] }[];
      departments: readonly { component: number; department: { id: string } }[];
      departmentCount: number;
      componentCount: number;
    };
  }>(
    connection,
    `{ collaborations(first: 500, roles: [OWNED_BY]) {
      componentCount departmentCount components { size departments { id } } departments { component department { id } } } }`,
  );
  const { components, componentCount, departmentCount, departments } = collaborations;
  const componentOf = new Map(departments.map(({ department, component }) => [department.id, component]));
  expect(componentOf.size).toBe(departmentCount);
  expect(components.length).toBe(componentCount);
  expect(componentCount).toBeGreaterThan(1);
  for (const [index, { size, departments: own }] of components.entries()) {
    expect(own.length).toBe(size);
    expect(own.every(({ id }) => componentOf.get(id) === index + 1)).toBe(true);
  }
  const joined = [...pairsOfTables(null, ['OWNED_BY']).keys()].map((key) => key.split(' '));
  for (const [a = '', b = ''] of joined) expect(componentOf.get(a)).toBe(componentOf.get(b));
});

test('two divisions share one measure as owners and two sheets as leader and supporter', async () => {
  const { collaborations } = await network('minWeight: 3');
  expect(
    collaborations.map(({ shared, sheetCount, roles: counts }) => [
      shared.map(({ node }) => node.id),
      sheetCount,
      counts,
    ]),
  ).toEqual([
    [
      ['honjo:measure:6-4-1', 'honjo:reform-sheet:1-9', 'honjo:reform-sheet:1-10'],
      2,
      [
        { role: 'SUPPORTED_BY', partnerRole: 'LED_BY', count: 2 },
        { role: 'OWNED_BY', partnerRole: 'OWNED_BY', count: 1 },
      ],
    ],
  ]);
});

test('each department has the collaborators that the network says', async () => {
  const { departments } = await ask<{
    departments: { nodes: readonly { id: string; collaboratorCount: number; collaborators: readonly Pair[] }[] };
  }>(connection, `{ departments(first: 100) { nodes { id collaboratorCount collaborators { ${pair} } } } }`);
  const { collaborations } = await network();
  expect(told(departments.nodes.flatMap(({ collaborators }) => collaborators))).toEqual(told(collaborations));
  for (const { id, collaborators, collaboratorCount } of departments.nodes) {
    expect(collaborators.every(({ department }) => department.id === id)).toBe(true);
    const partners = collaborations.filter(({ department, partner }) => [department.id, partner.id].includes(id));
    expect([collaborators.length, collaboratorCount]).toEqual([partners.length, partners.length]);
  }
});

test('collaborators are found wherever a department is, and as the stage has it that is looked at', async () => {
  const answered = await ask(
    connection,
    `{
      measure(code: "5-6-1") { departments { edges { node { id all: collaboratorCount some: collaborators(first: 1) { weight } } } } }
      node(id: "honjo:department:市民課") { ... on Department { collaborators(first: 1) { partner { id collaboratorCount } } } }
      adopted: department(name: "市民課", stage: ADOPTED) { collaboratorCount collaborators { measureCount } }
      back: department(name: "市民課", stage: ADOPTED) { collaborators(stage: DRAFT, first: 1) { measureCount } }
    }`,
  );
  expect(answered).toEqual({
    measure: { departments: { edges: [{ node: { id: 'honjo:department:市民課', all: 11, some: [{ weight: 3 }] } }] } },
    node: { collaborators: [{ partner: { id: 'honjo:department:課税課', collaboratorCount: 9 } }] },
    adopted: { collaboratorCount: 8, collaborators: Array(8).fill({ measureCount: 0 }) },
    back: { collaborators: [{ measureCount: 1 }] },
  });
});

test('scopes are kept apart: the sheets of the tables, with who leads and supports them', async () => {
  const { collaborations } = await ask<{
    collaborations: {
      scopes: readonly {
        department: { id: string };
        scope: { id: string };
        shared: readonly { node: { id: string } }[];
      }[];
    };
  }>(
    connection,
    '{ collaborations(first: 500) { scopes { department { id } scope { id } weight shared { node { id } role partnerRole } } } }',
  );
  const { links } = seedGraph();
  const expected = links
    .filter(({ type }) => type === 'SUPPORTED_BY_SCOPE')
    .flatMap(({ from, to }) =>
      links
        .filter((link) => link.from === from && ['LED_BY', 'SUPPORTED_BY'].includes(link.type))
        .map((link) => `${link.to} ${to} ${from}`),
    );
  const found = collaborations.scopes.flatMap(({ department, scope, shared }) =>
    shared.map(({ node }) => `${department.id} ${scope.id} ${node.id}`),
  );
  expect([...found].sort()).toEqual([...expected].sort());
});

test('the network counts partners and weights as the tables do, and puts everybody into one group', async () => {
  const { collaborations } = await ask<{
    collaborations: {
      departmentCount: number;
      modularity: number;
      departments: readonly {
        department: { id: string };
        degree: number;
        weightedDegree: number;
        betweenness: number;
        group: number;
      }[];
      groups: readonly { number: number; size: number; departments: readonly { id: string }[] }[];
    };
  }>(
    connection,
    `{ collaborations {
      departmentCount modularity
      departments { department { id } degree weightedDegree betweenness group }
      groups { number size departments { id } }
    } }`,
  );
  const pairs = [...pairsOfTables(null)];
  for (const { department, degree, weightedDegree, group } of collaborations.departments) {
    const own = pairs.filter(([key]) => key.split(' ').includes(department.id));
    expect([degree, weightedDegree]).toEqual([own.length, own.reduce((sum, [, { size }]) => sum + size, 0)]);
    const groups = collaborations.groups.filter(({ departments }) =>
      departments.some(({ id }) => id === department.id),
    );
    expect(groups.map(({ number }) => number)).toEqual([group]);
  }
  expect(collaborations.departments.length).toBe(new Set(pairs.flatMap(([key]) => key.split(' '))).size);
  const central = collaborations.departments.map(({ betweenness }) => betweenness);
  expect(central).toEqual([...central].sort((a, b) => b - a));
});

test.each(['minWeight: 0', 'first: 0', 'first: 501'])('%s is refused', async (given) => {
  const { errors } = await answer(connection, `{ collaborations(${given}) { totalCount } }`);
  expect(JSON.stringify(errors)).toContain('BAD_USER_INPUT');
});
