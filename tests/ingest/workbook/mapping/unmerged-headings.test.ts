import { expect, test } from '@jest/globals';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import { imported } from '../imported.js';

const rows = [
  ['事業費の推移', null, null, null, '単位：千円'],
  ['事業ｺｰﾄﾞ', '事業名', '決算額', null, '予算額'],
  [null, null, 'H30', '令和元年度', 'R2'],
  ['0101', '訪問', 10, 11, 12],
  ['0102', '相談', 20, 21, 22],
];

test.each(['', 'headingRow: 3,'])('Headings above empty cells are named beside those in two rows (%s)', async (row) => {
  const map = `municipality: { 団体コード: "990035", 名称: 市, キー: x }
tables:
  - { from: 施策, to: 施策, columns: { コード: 施策番号, 名称: 施策名 } }
  - { from: 表, ${row} to: 事務事業, columns: { コード: 事業コード, 名称: 事業名, 施策: { constant: 1-1 } } }
  - { from: 表, ${row} to: 事業費, for: { 年度: [H30, 令和元年度] }, columns: { 事務事業: 事業コード, 年度: { constant: "{年度}" }, 決算額: "決算額/{年度}" } }
  - { from: 表, ${row} to: 事業費, columns: { 事務事業: 事業コード, 年度: { constant: R2 }, 予算額: 予算額/R2 } }`;
  const { mapping, problems } = readMapping(map, 'map.yaml');
  expect(problems).toEqual([]);
  const result = await imported(
    {
      施策: {
        rows: [
          ['施策番号', '施策名'],
          ['1-1', '福祉'],
        ],
      },
      表: { rows },
    },
    mapping,
  );
  expect(result.errors).toEqual([]);
  expect(result.rows('Project').map(({ id }) => id)).toEqual(['0101', '0102']);
  expect(result.rows('Cost').map(({ id }) => id)).toEqual([
    '0101:2018',
    '0102:2018',
    '0101:2019',
    '0102:2019',
    '0101:2020',
    '0102:2020',
  ]);
  expect(result.rows('Cost')[0]).toMatchObject({ settled: 10_000 });
  expect(result.sheets).toMatchObject({ unusedColumns: [], unusedRows: [] });
});

test('Where a table cannot be found, that its things are not there is not said of what refers to them', async () => {
  const { mapping } = readMapping(
    `municipality: { 団体コード: "990035", 名称: 市, キー: x }
tables:
  - { from: 施策, to: 施策, columns: { コード: 施策番号, 名称: 施策名 } }
  - { from: 表, to: 事務事業, columns: { コード: 事業番号, 名称: 事業名, 施策: { constant: 1-1 } } }
  - { from: 科目, addsTo: 事務事業, columns: { コード: 番号, 款: 款 } }
  - { from: 科目, to: 評価, columns: { 対象: 番号, 年度: { constant: R5 }, 評価: 評価 } }`,
    'map.yaml',
  );
  const { errors } = await imported(
    {
      施策: {
        rows: [
          ['施策番号', '施策名'],
          ['1-1', '福祉'],
        ],
      },
      表: { rows },
      科目: {
        rows: [
          ['番号', '款', '評価'],
          ['0101', '民生費', 'A'],
          ['0102', '民生費', 'B'],
        ],
      },
    },
    mapping,
  );
  expect(errors).toEqual(['map.yaml:4:5: シート「表」に見出し（事業番号）の行が見つかりません']);
});
