import fc from 'fast-check';
import type { CityGraph } from '../../src/analysis/city-graph.js';
import { type NeighborhoodOptions, neighborhood } from '../../src/analysis/neighborhood.js';
import { anyGraph, anyPlace, distancesFrom, graphOf, placeIn } from './city-graphs.js';

const options: NeighborhoodOptions = { depth: 1, limit: 1000, through: null, types: null };

const around = (graph: CityGraph, ids: readonly string[], given: Partial<NeighborhoodOptions> = {}) => {
  const starts = ids.map((id) => placeIn(graph, id));
  const { neighbours, leftOut } = neighborhood(graph, starts, { ...options, ...given });
  return { ids: neighbours.map(({ index }) => graph.ids[index]), leftOut };
};

test('everything within the depth is there once, with its distance, the nearest first', () => {
  fc.assert(
    fc.property(anyGraph, fc.uniqueArray(anyPlace, { maxLength: 3 }), fc.nat(4), (graph, starts, depth) => {
      const { neighbours } = neighborhood(graph, starts, { ...options, depth });
      const expected = new Map<number, number>();
      for (const start of starts)
        for (const [place, distance] of distancesFrom(graph, start))
          if (distance <= depth) expected.set(place, Math.min(distance, expected.get(place) ?? depth));
      expect(new Map(neighbours.map(({ index, distance }) => [index, distance]))).toEqual(expected);
      const distances = neighbours.map(({ distance }) => distance);
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
    }),
  );
});

test('the links are all those among the things that are kept, each once', () => {
  fc.assert(
    fc.property(anyGraph, anyPlace, fc.integer({ min: 1, max: 7 }), (graph, start, limit) => {
      const { neighbours, links } = neighborhood(graph, [start], { ...options, depth: 3, limit });
      const kept = new Set(neighbours.map(({ index }) => index));
      expect(new Set(links)).toEqual(new Set(graph.links.filter(({ from, to }) => kept.has(from) && kept.has(to))));
      expect(links.length).toBe(new Set(links).size);
    }),
  );
});

test('what the limit leaves out is counted, and what is kept is the beginning of the whole', () => {
  fc.assert(
    fc.property(anyGraph, anyPlace, fc.integer({ min: 1, max: 7 }), (graph, start, limit) => {
      const whole = neighborhood(graph, [start], { ...options, depth: 4 });
      const part = neighborhood(graph, [start], { ...options, depth: 4, limit });
      expect(part.neighbours).toEqual(whole.neighbours.slice(0, limit));
      const left = part.leftOut.reduce((sum, { count }) => sum + count, 0);
      expect(part.neighbours.length + left).toBe(whole.neighbours.length);
    }),
  );
});

const city = graphOf([
  ['Measure:1', 'PART_OF', 'PolicyItem:1'],
  ['Measure:1', 'OWNED_BY', 'Department:1'],
  ['Change:1', 'CHANGES', 'Measure:1'],
  ['Measure:2', 'PART_OF', 'PolicyItem:1'],
  ...['1', '2', '3', '4'].map((name) => [`Department:${name}`, 'DIVISION_OF', 'Municipality:1'] as const),
  ['Measure:2', 'OWNED_BY', 'Department:4'],
]);

test('what few share comes before the crowd around a hub, and what has no name last', () => {
  expect(around(city, ['Measure:1'], { depth: 3 }).ids).toEqual([
    'Measure:1',
    'PolicyItem:1',
    'Department:1',
    'Change:1',
    'Measure:2',
    'Municipality:1',
    // Two ways lead there, to the others only that through the city.
    'Department:4',
    'Department:2',
    'Department:3',
  ]);
});

test('only to things of the types that are asked for, on the way too', () => {
  expect(around(city, ['Measure:1'], { depth: 4, types: new Set(['Department']) }).ids).toEqual([
    'Measure:1',
    'Department:1',
  ]);
});

test('only along the links that are asked for', () => {
  expect(around(city, ['Measure:1'], { depth: 4, through: new Set(['PART_OF']) }).ids).toEqual([
    'Measure:1',
    'PolicyItem:1',
    'Measure:2',
  ]);
});

test('what was asked about comes first, in that order', () => {
  expect(around(city, ['Municipality:1', 'Measure:2', 'Department:1'], { depth: 0 }).ids).toEqual([
    'Municipality:1',
    'Measure:2',
    'Department:1',
  ]);
});

test('what was left out is told by type, most first', () => {
  expect(around(city, ['Municipality:1'], { depth: 2, limit: 2 }).leftOut).toEqual([
    { type: 'Department', count: 3 },
    { type: 'Measure', count: 2 },
  ]);
});
