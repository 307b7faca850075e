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

test('A number is what its format shows: words before it, and a year of an era alone', async () => {
  const { 指標実績: observations, 事務事業: projects } = aobaCity;
  const { errors, rows } = await imported({
    ...aobaCity,
    事務事業: {
      ...projects,
      rows: (projects?.rows ?? []).map((row) => [row[0] === '0102' ? 102 : (row[0] ?? null), ...row.slice(1)]),
      formats: { A3: '0000' },
    },
    指標実績: {
      rows: (observations?.rows ?? []).map((row, index) => [
        row[0] ?? null,
        [null, 5, 45_383, 5, 7, 5][index] ?? row[1] ?? null,
        ...row.slice(2),
      ]),
      formats: {
        B2: '"R"0',
        B3: '[$-411]ggge"年度"',
        B4: '"令和"0"年度"',
        B5: '"R"00',
        B6: '"R"0',
        ...observations?.formats,
      },
    },
  });
  expect(errors).toEqual([]);
  expect(rows('Project').map(({ id }) => id)).toContain('0102');
  expect(rows('Observation')).toMatchObject([
    { fiscal_year: 2023 },
    { fiscal_year: 2024 },
    { fiscal_year: 2023 },
    { fiscal_year: 2023 },
  ]);
});

test('Hidden columns are read, which is said; those that are not used are listed as others are', async () => {
  const { 施策: items } = aobaCity;
  const { errors, said } = await imported({ ...aobaCity, 施策: { rows: [], ...items, hiddenColumns: ['D', 'F'] } });
  expect(errors).toEqual([]);
  expect(said.ja).toContain('施策: 3 行（見出しは 3 行目。読み飛ばした行: 合計 7。非表示の列 D も読み取り）');
  expect(said.en).toContain('hidden columns D are read, too');
});
