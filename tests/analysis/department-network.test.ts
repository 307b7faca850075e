import fc from 'fast-check';
import { departmentNetwork } from '../../src/analysis/department-network.js';

/** Two departments that share so many things. */
const pair = (department: number, partner: number, weight = 1) => ({
  department,
  partner,
  shared: Array.from({ length: weight }, (_, work) => ({ work, ours: [], theirs: [] })),
});

const network = (pairs: readonly (readonly [number, number, number?])[]) =>
  departmentNetwork(pairs.map(([department, partner, weight]) => pair(department, partner, weight)));

test('who stands between all others is central; who shares most has the greatest weighted degree', () => {
  const { members } = network([
    [0, 1],
    [0, 2],
    [0, 3, 5],
  ]);
  expect(
    members.map(({ department, degree, weightedDegree, betweenness }) => [
      department,
      degree,
      weightedDegree,
      betweenness,
    ]),
  ).toEqual([
    [0, 3, 7, 1],
    [3, 1, 5, 0],
    [1, 1, 1, 0],
    [2, 1, 1, 0],
  ]);
});

test('betweenness is shared among ways of the same length, and does not go by weight', () => {
  // A square: each stands on one of two ways between its neighbours, out of three pairs of others.
  const { members } = network([
    [0, 1, 9],
    [1, 2],
    [2, 3],
    [3, 0],
  ]);
  expect(members.map(({ betweenness }) => betweenness)).toEqual(Array(4).fill(0.166666667));
});

test('two circles with one bridge are two groups, the largest first', () => {
  const { groups, modularity } = network([
    [5, 6],
    [6, 7],
    [5, 7],
    [0, 1, 2],
    [1, 2, 2],
    [0, 2, 2],
    [2, 3, 2],
    [1, 3, 2],
    [3, 5],
  ]);
  expect(groups).toEqual([
    { number: 1, departments: [1, 2, 0, 3], weightInside: 10, weightOutside: 1 },
    { number: 2, departments: [5, 6, 7], weightInside: 3, weightOutside: 1 },
  ]);
  expect(modularity).toBeGreaterThan(0.25);
});

test('a network of nobody has nobody in the centre', () => {
  expect(network([])).toEqual({ members: [], groups: [], components: [], modularity: 0 });
});

test('what nothing joins are components, the largest first', () => {
  const { components, members } = network([
    [8, 9],
    [0, 1],
    [1, 2],
  ]);
  expect(components).toEqual([
    { number: 1, departments: [0, 1, 2] },
    { number: 2, departments: [8, 9] },
  ]);
  expect(new Map(members.map(({ department, component }) => [department, component])).get(9)).toBe(2);
});

test('a pair in both directions is one edge, and what they share in both counts once', () => {
  const { members } = departmentNetwork([pair(0, 1, 2), pair(1, 0, 1)]);
  expect(members.map(({ degree, weightedDegree }) => [degree, weightedDegree])).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

const anyPairs = fc.uniqueArray(
  fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 4 })).filter(([a, b]) => a < b),
  { selector: ([a, b]) => `${a} ${b}`, maxLength: 20 },
);

test('everybody is in exactly one group, and the answer does not depend on the order of the pairs', () => {
  fc.assert(
    fc.property(anyPairs, fc.infiniteStream(fc.nat()), (pairs, chance) => {
      const found = network(pairs);
      const everybody = new Set(pairs.flatMap(([a, b]) => [a, b] as const));
      expect(found.groups.flatMap(({ departments }) => departments).sort()).toEqual([...everybody].sort());
      expect(found.members.length).toBe(everybody.size);
      const weight = pairs.reduce((sum, [, , each]) => sum + each, 0);
      const counted = found.groups.reduce((sum, group) => sum + group.weightInside + group.weightOutside / 2, 0);
      expect(counted).toBe(weight);
      const shuffled = pairs
        .map((each) => ({ each, key: chance.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each);
      expect(network(shuffled)).toEqual(found);
    }),
  );
});
