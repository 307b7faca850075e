import { expect, test } from '@jest/globals';
import type { FixtureBook } from '../../../fixtures/aoba-city.js';
import { filledIn, imported } from '../imported.js';

const sheets: FixtureBook = {
  指標一覧: {
    rows: [
      ['施策', '指標', '区分', 'R5', 'R6'],
      ['1-1 水辺', '遊歩道', '目標', '3', '4'],
      [null, null, '実 績', '2', '3'],
      [null, null, '見込', '9', '9'],
    ],
  },
};

const map = (where: string) => `
municipality:
  団体コード: ""
  名称: ""
  キー: ""
tables:
  - { from: 指標一覧, to: 施策, where: { 区分: 目標 }, columns: { コード: { heading: 施策, take: code }, 名称: { heading: 施策, take: rest } } }
  - { from: 指標一覧, to: 指標, where: { 区分: 目標 }, columns: { 名称: 指標, 対象: { heading: 施策, take: code } } }
  - from: 指標一覧
    to: 指標実績
    for: { 年度: [R5, R6] }
    where: { 区分: 目標 }
    columns: { 指標: { heading: 指標, blank: above }, 年度: { constant: "{年度}" }, 計画値: "{年度}" }
  - from: 指標一覧
    to: 指標実績
    for: { 年度: [R5, R6] }
    where: ${where}
    columns: { 指標: { heading: 指標, blank: above }, 年度: { constant: "{年度}" }, 実績値: "{年度}" }
`;

const read = (where: string) => imported(sheets, filledIn(map(where)));

test('A table reads the rows in which a column has one of some words; what no table takes is listed', async () => {
  const { errors, rows, sheets: told } = await read('{ 区分: [実績, 決算] }');
  expect(errors).toEqual([]);
  expect(rows('Observation')).toMatchObject([
    { fiscal_year: 2023, planned_value: 3, actual_value: 2 },
    { fiscal_year: 2024, planned_value: 4, actual_value: 3 },
  ]);
  expect(told.unusedRows).toEqual([{ label: '指標一覧', rows: [4], areOther: false }]);
  expect(told.unusedColumns).toEqual([]);
});

test('A heading of where that the sheet lacks is said at its line', async () => {
  const { errors } = await read('{ 区別: 実績 }');
  expect(errors).toEqual([
    expect.stringMatching(/^map\.yaml:\d+:14: シート「指標一覧」に見出し「区別」がありません。区分 ではありませんか$/),
  ]);
});
