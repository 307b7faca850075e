import { describe, expect, test } from '@jest/globals';
import type { Dataset } from '../../src/ingest/dataset/dataset.js';
import { withoutPlaces } from '../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../src/ingest/dataset/read.js';
import { graphRows } from '../../src/ingest/load/graph-rows.js';
import { projectFile } from '../../src/project-files.js';
import { cityOf, cloneCity, keyOf } from './cities.js';
import { wholePlan } from './whole-plan.js';

const template = withoutPlaces((await readDataset(projectFile('seed'))).dataset);
const rowsOf = (dataset: Dataset) => graphRows(dataset, (value) => value);
const countsOf = ({ nodes, edges }: Dataset) => [...nodes, ...edges].map(([name, rows]) => [name, rows.length]);

describe('two cities', () => {
  const cities = [1, 2].map((number) => cloneCity(template, number));
  const rows = cities.map(rowsOf);

  test('have as many nodes and links of each type as the committed dataset', () => {
    for (const city of cities) expect(countsOf(city)).toEqual(countsOf(template));
  });

  test('share nothing but what all municipalities share', () => {
    const [first, second] = rows.map(({ nodes }) => nodes);
    const known = new Set(first?.map(({ id }) => id));
    const shared = second?.filter(({ id }) => known.has(id)) ?? [];
    expect(shared.map(({ id }) => id)).toEqual((template.nodes.get('Sdg') ?? []).map(({ id }) => id));
  });

  test('keep nothing of the key and the code they were cloned from', () => {
    const contents = rows.flatMap(({ nodes, edges }) => [
      ...nodes.map((node) => [node.id, node.content()]),
      ...edges.map((edge) => [edge.from, edge.to, edge.content()]),
    ]);
    expect(JSON.stringify(contents)).not.toContain(`${keyOf(template)}:`);
    const [municipality] = cities[1]?.nodes.get('Municipality') ?? [];
    expect(municipality).toMatchObject({
      id: 'city2:municipality:900002',
      values: { key: 'city2', code: '900002' },
    });
  });

  test('have links only between things that exist', () => {
    for (const { nodes, edges } of rows) {
      const ids = new Set(nodes.map(({ id }) => id));
      expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    }
  });

  test('have names of their own', () => {
    const names = cities.map((city) => city.nodes.get('Department')?.[0]?.values.name);
    expect(names[0]).toBe(`${cityOf(1).namePrefix}${template.nodes.get('Department')?.[0]?.values.name}`);
    expect(names[1]).not.toBe(names[0]);
  });
});

test('a whole plan has measures in every policy item, each with an id of its own', () => {
  const whole = wholePlan(template);
  const measured = new Set(whole.edges.get('PART_OF')?.map(({ to }) => to));
  expect(whole.nodes.get('PolicyItem')?.filter(({ id }) => !measured.has(id))).toEqual([]);
  const { nodes, edges } = rowsOf(whole);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  expect(new Set(edges.map(({ from, type, to }) => `${from} ${type} ${to}`)).size).toBe(edges.length);
});
