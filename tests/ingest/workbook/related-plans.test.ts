import { expect, test } from '@jest/globals';
import type { Value } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

const read = (...plans: readonly (readonly Value[])[]) =>
  imported({
    市区町村: {
      rows: [
        ['団体コード', '名称', 'キー'],
        ['990035', '市', 'x'],
      ],
    },
    施策: {
      rows: [
        ['コード', '名称', '分野'],
        ['1-1', '福祉', '健康'],
        ['1-2', '教育', '健康'],
      ],
    },
    関連計画: { rows: [['名称', '施策', '開始年度', '終了年度'], ...plans] },
  });

test('A plan in rows of several policy items is one that relates to all of them', async () => {
  const { errors, links, rows, plain } = await read(['福祉計画', '1-1', 'R3', 'R7'], ['福祉計画', '1-2', 'R3', null]);
  expect(errors).toEqual([]);
  expect(rows('RelatedPlan')).toHaveLength(1);
  expect(links('RELATES_TO')).toEqual(['1-1 → 福祉計画', '1-2 → 福祉計画']);
  expect(plain.edges.get('RELATES_TO')?.map(({ sources }) => sources.map(({ cells }) => cells))).toEqual([
    ['B2'],
    ['B3'],
  ]);
});

test.each([
  ['the same policy item', ['福祉計画', '1-1', 'R3', 'R7']],
  ['none', ['福祉計画', null, null, null]],
  ['another period', ['福祉計画', '1-2', 'R4', 'R7']],
])('A plan that is repeated for %s is an error', async (_what, repeated) => {
  const { errors } = await read(['福祉計画', '1-1', 'R3', 'R7'], repeated);
  expect(errors).toEqual(['関連計画!A3: 福祉計画 は 関連計画!A2 にもあります']);
});

test('Several plans in one cell are each one; a name with a comma in it is a name', async () => {
  const { errors, rows } = await read(
    ['福祉計画\n障害者プラン（後期）', '1-1', null, null],
    ['健康、食育と歯の計画', '1-2', null, null],
    ['福祉\n計画2', '1-2', null, null],
  );
  expect(errors).toEqual([]);
  expect(rows('RelatedPlan').map(({ name }) => name)).toEqual([
    '福祉計画',
    '障害者プラン（後期）',
    '健康、食育と歯の計画',
    '福祉計画2',
  ]);
});

test.each([
  ['R3～R7', 2021, 2025],
  ['令和3～7年度', 2021, 2025],
  ['平成３１年度〜令和５年度', 2019, 2023],
  ['2021-2025', 2021, 2025],
  ['令和元年度から令和5年度まで（5年間）', 2019, 2023],
  ['H28－R7の10年間', 2016, 2025],
])('The years of %s are the first and the last one', async (text, start, end) => {
  const { errors, rows } = await read(['福祉計画', '1-1', text, null]);
  expect(errors).toEqual([]);
  expect(rows('RelatedPlan')).toMatchObject([
    { period_start_fiscal_year: start, period_end_fiscal_year: end, period_text: text },
  ]);
});

test('Years of a cell that cannot be read, and such as end before they begin, are errors at it', async () => {
  const { errors } = await read(['福祉計画', '1-1', 'R3～春', null], ['教育計画', '1-2', 'R7～R3', null]);
  expect(errors).toEqual([
    expect.stringMatching(/^関連計画!C2: .*「R3～春」です/),
    expect.stringMatching(/^関連計画!.3: 終了年度が開始年度より前です$/),
  ]);
});
