import { expect, test } from '@jest/globals';
import { aobaCity, edited } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

const plain = { id: expect.any(String) };

test('What one row leaves open of a year another one tells: budget and settled amount, planned and actual value', async () => {
  const costs = edited(aobaCity, '事業費', { D3: null, A7: '0101', B7: 'R5', C7: null, D7: '11,500' });
  const {
    errors,
    rows,
    plain: dataset,
  } = await imported(edited(costs, '指標実績', { D2: null, A6: 'K-1', B6: '令和５年度', C6: null, D6: '９８０人' }));
  expect(errors).toEqual([]);
  expect(rows('Cost')).toContainEqual({
    ...plain,
    id: '0101:2023',
    fiscal_year: 2023,
    budget: 12_000_000,
    settled: 11_500_000,
  });
  expect(rows('Observation').filter(({ id }) => id.startsWith('K-1:2023'))).toMatchObject([
    { planned_value: 1000, actual_value: 980 },
  ]);
  const sources = dataset.nodes.get('Cost')?.find(({ id }) => id.endsWith(':0101:2023'))?.sources;
  expect(sources?.map(({ cells }) => cells)).toEqual(['B3:C3', 'B7,D7']);
});

test('What two rows tell of one year is an error, also where one of them tells more', async () => {
  const { errors } = await imported(edited(aobaCity, '事業費', { A7: '0101', B7: 'R5', C7: '12,000,000', D7: null }));
  expect(errors).toEqual(['事業費!B7: 保育所建設事業 2023 は 事業費!B3 にもあります']);
});

test('An amount below zero is taken, and remarked on', async () => {
  const { errors, remarks, rows } = await imported(edited(aobaCity, '事業費', { C3: '▲500' }));
  expect(errors).toEqual([]);
  expect(remarks).toContain('事業費!C3: そのまま取り込みますが、金額がマイナスです');
  expect(rows('Cost')).toContainEqual(expect.objectContaining({ fiscal_year: 2023, budget: -500 }));
});
