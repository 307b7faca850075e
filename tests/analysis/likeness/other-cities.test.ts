import { describe, expect, test } from '@jest/globals';
import { cityGraph } from '../../../src/analysis/city-graph.js';
import { citiesWithNamesLike, OtherCities } from '../../../src/analysis/likeness/other-cities.js';

/** Two invented cities that plan for the same woods, and share one goal. */
const names: Readonly<Record<string, string>> = {
  'midori:policy-item:1': '里山を守る',
  'midori:measure:1-1': '里山の保全活動',
  'midori:department:森林課': '森林課',
  'umi:policy-item:1': '里山を育てる',
  'umi:policy-item:2': '港をひらく',
  'umi:measure:1-1': '里山保全の推進',
  'umi:measure:2-1': '港湾の整備',
  'umi:department:みどり課': 'みどり課',
  'umi:department:港湾課': '港湾課',
  'sdg:15': '陸の豊かさも守ろう',
};
const ask = async (_: string, { ids }: Readonly<Record<string, unknown>>) =>
  (ids as string[]).map((id) => ({ id, name: names[id] }));

const graph = cityGraph(
  [
    { type: 'PolicyItem', ids: ['midori:policy-item:1', 'umi:policy-item:1', 'umi:policy-item:2'] },
    { type: 'Measure', ids: ['midori:measure:1-1', 'umi:measure:1-1', 'umi:measure:2-1'] },
    { type: 'Department', ids: ['midori:department:森林課', 'umi:department:みどり課', 'umi:department:港湾課'] },
    { type: 'Sdg', ids: ['sdg:15'] },
  ],
  [
    {
      type: 'PART_OF',
      from: ['midori:measure:1-1', 'umi:measure:1-1', 'umi:measure:2-1'],
      to: ['midori:policy-item:1', 'umi:policy-item:1', 'umi:policy-item:2'],
    },
    {
      type: 'OWNED_BY',
      from: ['midori:measure:1-1', 'umi:measure:1-1', 'umi:measure:2-1'],
      to: ['midori:department:森林課', 'umi:department:みどり課', 'umi:department:港湾課'],
    },
    { type: 'TOUCHES', from: ['midori:policy-item:1', 'umi:policy-item:1'], to: ['sdg:15', 'sdg:15'] },
  ],
);
const at = (id: string) => graph.indexOf(id) ?? -1;

const alike = async (id: string, type: string) => {
  const cities = await OtherCities.of(graph, null, ask);
  return (await cities.alike(at(id), new Set([type]))).map((scored) => cities.reasoned(at(id), scored));
};

describe('What other cities do that is alike', () => {
  test('is found by words of the name, by goals that both touch, and by words of what both are joined with', async () => {
    const [first, ...others] = await alike('midori:measure:1-1', 'Measure');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ id: 'umi:measure:1-1', acrossDepartments: true });
    const told = new Map(first?.reasons.map((reason) => [reason.aspect, reason]));
    expect([...told.keys()].sort()).toEqual(['NAME', 'POLICY_ITEM', 'SDG']);
    expect(told.get('NAME')).toMatchObject({ words: ['里山', '保全'], shared: [] });
    expect(told.get('POLICY_ITEM')).toMatchObject({ words: ['里山'], shared: [] });
    expect(told.get('SDG')).toMatchObject({ words: [], shared: ['sdg:15'] });
  });

  test('is a division of another name that does the same, with the links of both', async () => {
    const [first, ...others] = await alike('midori:department:森林課', 'Department');
    expect(others).toEqual([]);
    expect(first?.id).toBe('umi:department:みどり課');
    const measures = first?.reasons.find(({ aspect }) => aspect === 'MEASURE');
    expect(measures?.words).toEqual(['里山', '保全']);
    const ends = measures?.links.map(({ to }) => graph.ids[to]);
    expect(ends?.sort()).toEqual(['midori:department:森林課', 'umi:department:みどり課']);
  });

  test('has reasons that add up to the score, the heaviest first', async () => {
    for (const { score, reasons } of await alike('midori:policy-item:1', 'PolicyItem')) {
      const parts = reasons.map(({ weight }) => weight);
      expect(parts.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(score, 12);
      expect(parts).toEqual([...parts].sort((a, b) => b - a));
      expect(score).toBeLessThanOrEqual(1);
    }
  });
});

test('of many cities those are asked for that call something like it, without its own', async () => {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const found = await citiesWithNamesLike(
    { id: 'midori:measure:1-1', name: '里山の保全活動', municipality: 'midori' },
    ['Measure'],
    9,
    async (_, parameters) => {
      asked.push(parameters);
      return [{ city: 'umi' }, { city: 'yama' }];
    },
  );
  expect(found).toEqual(['umi', 'yama']);
  expect(asked).toMatchObject([{ municipality: 'midori', types: ['Measure'], most: 9 }]);
  expect(String(asked[0]?.lucene)).toContain('searchText:"里山"');
});
