import { expect, test } from '@jest/globals';
import { aobaCity, edited } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

test('A code and a name with a mark between them name a thing where both are its own', async () => {
  const { errors, links } = await imported(edited(aobaCity, '取組', { C3: '1-1：子育て支援の充実' }));
  expect(errors).toEqual([]);
  expect(links('PART_OF')).toContain('1-1-2 → 1-1');
  const other = await imported(edited(aobaCity, '取組', { C3: '1-1：健康づくり' }));
  expect(other.errors).toEqual([expect.stringContaining('取組!C3: シート「施策」に「1-1：健康づくり」がありません')]);
});

test.each([
  ['低下', 'DECREASE'],
  ['抑制', 'DECREASE'],
  ['向上', 'INCREASE'],
  ['横ばい', 'MAINTAIN'],
])('%s is a direction', async (written, direction) => {
  const { errors, rows } = await imported(edited(aobaCity, '指標', { E2: written }));
  expect(errors).toEqual([]);
  expect(rows('Indicator')).toContainEqual(expect.objectContaining({ direction }));
});
