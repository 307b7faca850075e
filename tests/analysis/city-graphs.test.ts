import { CityGraphs } from '../../src/analysis/city-graphs.js';
import type { Ask, Row } from '../../src/analysis/statements.js';

/** A graph of one measure and its department, and how often it was read. */
function readable(): { readonly ask: Ask; readonly asked: Readonly<Record<string, unknown>>[] } {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const things: readonly Row[] = [
    { type: 'Department', ids: ['green:department:a'] },
    { type: 'Measure', ids: ['green:measure:1'] },
  ];
  const links: readonly Row[] = [
    {
      type: 'OWNED_BY',
      from: ['green:measure:1', 'green:measure:1'],
      to: ['green:department:a', 'green:department:gone'],
    },
  ];
  return {
    asked,
    ask: async (statement, parameters) => {
      asked.push(parameters);
      return statement.includes('AS ids') ? things : links;
    },
  };
}

const scope = { municipalities: ['green'], stage: null };

let graphs: CityGraphs;

beforeEach(() => {
  graphs = new CityGraphs();
});

const cityGraphOf = (
  of: typeof scope | { municipalities: string[]; stage: string },
  ask: Ask,
  revision: string | null,
  rights = 'all',
) => graphs.of(of, rights, ask, revision);

test('things stand in the order of the model, and links to what is not seen are left out', async () => {
  const graph = await cityGraphOf(scope, readable().ask, null);
  expect(graph.ids).toEqual(['green:measure:1', 'green:department:a']);
  expect(graph.links).toEqual([{ from: 0, type: 'OWNED_BY', to: 1 }]);
  expect(graph.indexOf('green:department:gone')).toBeUndefined();
});

test('a graph is read once for a revision, and anew for another one, another stage or another city', async () => {
  const { ask, asked } = readable();
  const first = await cityGraphOf(scope, ask, 'read once');
  expect(await cityGraphOf(scope, ask, 'read once')).toBe(first);
  expect(asked.length).toBe(2);
  await cityGraphOf(scope, ask, 'read anew');
  await cityGraphOf({ ...scope, stage: 'DRAFT' }, ask, 'read once');
  await cityGraphOf({ ...scope, municipalities: ['red'] }, ask, 'read once');
  expect(asked.length).toBe(8);
  expect(asked.at(-3)).toMatchObject({ municipalities: ['green'], stage: 'DRAFT' });
});

test('a city that is not loaded is not kept', async () => {
  const nothing: Ask = async () => [];
  for (const _ of [1, 2]) expect((await cityGraphOf(scope, nothing, 'without cities')).ids).toEqual([]);
  expect((await cityGraphOf(scope, readable().ask, 'without cities')).ids).toHaveLength(2);
});

test('where the revision is not known, nothing is kept', async () => {
  const { ask, asked } = readable();
  await cityGraphOf(scope, ask, null);
  await cityGraphOf(scope, ask, null);
  expect(asked.length).toBe(4);
});

test('what callers of some rights have read is not shown to those of others', async () => {
  const { ask, asked } = readable();
  const first = await cityGraphOf(scope, ask, 'revision', 'anonymous');
  const other = await cityGraphOf(scope, ask, 'revision', 'editor');
  expect(other).not.toBe(first);
  expect(asked.length).toBe(4);
  expect(await cityGraphOf(scope, ask, 'revision', 'editor')).toBe(other);
});
