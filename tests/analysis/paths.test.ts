import fc from 'fast-check';
import { type CityGraph, otherEnd } from '../../src/analysis/city-graph.js';
import { type PathOptions, type PathResult, shortestPaths } from '../../src/analysis/paths.js';
import { anyGraph, anyPlace, distancesFrom, graphOf, placeIn } from './city-graphs.js';

const options: PathOptions = { maxLength: 6, limit: 1000, through: null, effort: 100_000 };

const between = (graph: CityGraph, from: string, to: string, given: Partial<PathOptions> = {}): PathResult =>
  shortestPaths(graph, placeIn(graph, from), placeIn(graph, to), { ...options, ...given });

const named = (graph: CityGraph, { paths }: PathResult) =>
  paths.map(({ things }) => things.map((thing) => graph.ids[thing]).join(' '));

/** Every way that visits nothing twice, found by trying all. */
function allPaths(graph: CityGraph, from: number, to: number, maxLength: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const go = (places: readonly number[]) => {
    const last = places.at(-1) ?? from;
    if (last === to) found.push([...places]);
    else if (places.length <= maxLength)
      for (const link of graph.linksAt[last] ?? []) {
        const next = otherEnd(link, last);
        if (!places.includes(next)) go([...places, next]);
      }
  };
  go([from]);
  return found;
}

const hubs = (graph: CityGraph, places: readonly number[]) =>
  places.slice(1, -1).reduce((product, place) => product * Math.max(1, graph.degrees[place] ?? 1), 1);

test('all paths are found, the shortest first and among equals the most specific', () => {
  fc.assert(
    fc.property(anyGraph, anyPlace, anyPlace, fc.integer({ min: 1, max: 7 }), (graph, from, to, maxLength) => {
      const { paths, cut } = shortestPaths(graph, from, to, { ...options, maxLength });
      const expected = allPaths(graph, from, to, maxLength).map((places) => [places.length - 1, hubs(graph, places)]);
      expected.sort(([a = 0, hubsOfA = 0], [b = 0, hubsOfB = 0]) => a - b || hubsOfA - hubsOfB);
      expect(paths.map(({ links, specificity }) => [links.length, Math.round(1 / specificity)])).toEqual(expected);
      expect(cut === null || cut === 'LENGTH').toBe(true);
      expect(new Set(paths.map(({ links }) => JSON.stringify(links))).size).toBe(paths.length);
    }),
  );
});

test('every link of a path joins the things before and after it', () => {
  fc.assert(
    fc.property(anyGraph, anyPlace, anyPlace, (graph, from, to) => {
      for (const { things, links } of shortestPaths(graph, from, to, options).paths) {
        expect([things[0], things.at(-1), things.length]).toEqual([from, to, links.length + 1]);
        for (const [index, link] of links.entries())
          expect(otherEnd(link, things[index] ?? -1)).toBe(things[index + 1]);
      }
    }),
  );
});

test('fewer paths are the first of more paths', () => {
  fc.assert(
    fc.property(anyGraph, anyPlace, anyPlace, fc.integer({ min: 1, max: 5 }), (graph, from, to, limit) => {
      const all = shortestPaths(graph, from, to, options).paths;
      const some = shortestPaths(graph, from, to, { ...options, limit });
      expect(some.paths).toEqual(all.slice(0, limit));
      expect(some.cut === 'LIMIT').toBe(all.length > limit);
    }),
  );
});

test('the distance is told whatever length was asked for', () => {
  fc.assert(
    fc.property(anyGraph, anyPlace, anyPlace, (graph, from, to) => {
      const { distance } = shortestPaths(graph, from, to, { ...options, maxLength: 1 });
      expect(distance).toBe(distancesFrom(graph, from).get(to) ?? null);
    }),
  );
});

test('no path leads through what it is to go around, though it can begin or end there', () => {
  const hub = graphOf([
    ['Department:a', 'DIVISION_OF', 'Municipality:city'],
    ['Department:b', 'DIVISION_OF', 'Municipality:city'],
    ['Measure:m', 'OWNED_BY', 'Department:a'],
  ]);
  const around = new Set(['Municipality'] as const);
  expect(named(hub, between(hub, 'Department:a', 'Department:b'))).toEqual([
    'Department:a Municipality:city Department:b',
  ]);
  expect(between(hub, 'Department:a', 'Department:b', { around })).toEqual({ paths: [], cut: null, distance: null });
  expect(named(hub, between(hub, 'Measure:m', 'Municipality:city', { around }))).toEqual([
    'Measure:m Department:a Municipality:city',
  ]);
  expect(between(hub, 'Municipality:city', 'Measure:m', { around }).distance).toBe(2);
});

// Two measures of one item that touches a goal, as four other items do.
const city = graphOf([
  ['Measure:1', 'PART_OF', 'PolicyItem:1'],
  ['Measure:2', 'PART_OF', 'PolicyItem:1'],
  ['Measure:1', 'OWNED_BY', 'Department:busy'],
  ['Measure:2', 'OWNED_BY', 'Department:busy'],
  ...['3', '4', '5'].map((name) => [`Measure:${name}`, 'OWNED_BY', 'Department:busy'] as const),
  ['Change:1', 'CHANGES', 'PolicyItem:1'],
  ['Change:2', 'CHANGES', 'PolicyItem:1'],
  ['Change:3', 'CHANGES', 'PolicyItem:1'],
  ['Change:4', 'CHANGES', 'PolicyItem:1'],
]);

test('a way through a hub comes after one through what has few links; what has no name makes no hub', () => {
  expect(named(city, between(city, 'Measure:1', 'Measure:2'))).toEqual([
    'Measure:1 PolicyItem:1 Measure:2',
    'Measure:1 Department:busy Measure:2',
  ]);
  expect(between(city, 'Measure:1', 'Measure:2').paths.map(({ specificity }) => specificity)).toEqual([1 / 2, 1 / 5]);
});

test('only the links that are asked for are followed', () => {
  expect(named(city, between(city, 'Measure:1', 'Measure:2', { through: new Set(['OWNED_BY']) }))).toEqual([
    'Measure:1 Department:busy Measure:2',
  ]);
  expect(between(city, 'Measure:1', 'Measure:3', { through: new Set(['PART_OF']) })).toEqual({
    paths: [],
    cut: null,
    distance: null,
  });
});

test('both ends the same is a path without links', () => {
  expect(between(city, 'Measure:1', 'Measure:1')).toEqual({
    paths: [{ things: [placeIn(city, 'Measure:1')], links: [], specificity: 1 }],
    cut: null,
    distance: 0,
  });
});

test('what is too far is told from what is not connected', () => {
  const far = graphOf(
    [
      ['Measure:1', 'PART_OF', 'PolicyItem:1'],
      ['PolicyItem:1', 'TOUCHES', 'Sdg:1'],
    ],
    ['Sdg:2'],
  );
  expect(between(far, 'Measure:1', 'Sdg:1', { maxLength: 1 })).toEqual({ paths: [], cut: 'LENGTH', distance: 2 });
  expect(between(far, 'Measure:1', 'Sdg:2')).toEqual({ paths: [], cut: null, distance: null });
});

test('a search that would take too long is given up, with what it found', () => {
  const names = Array.from({ length: 12 }, (_, index) => `Measure:${index}`);
  const dense = graphOf(
    names.flatMap((from) => names.flatMap((to) => (from < to ? [[from, 'PART_OF', to] as const] : []))),
  );
  const { paths, cut } = between(dense, 'Measure:0', 'Measure:1', { maxLength: 8, limit: 100_000, effort: 500 });
  expect(cut).toBe('EFFORT');
  expect(paths.length).toBeGreaterThan(0);
});
