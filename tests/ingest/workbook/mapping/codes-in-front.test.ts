import { expect, test } from '@jest/globals';
import { codeAndRest } from '../../../../src/ingest/workbook/mapping/code-in-front.js';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import type { FixtureBook } from '../../../fixtures/aoba-city.js';
import { imported } from '../imported.js';

test.each([
  ['1-1 子育て支援', '1-1', '子育て支援'],
  ['第2章くらし', '第2章', 'くらし'],
  ['(3)まち', '3', 'まち'],
  ['基本目標１　健やか', '１', '健やか'],
  ['基本目標Ⅱ 港', 'Ⅱ', '港'],
  ['Ⅲ　自治', 'Ⅲ', '自治'],
  ['Ⅰ－１ 防災', 'Ⅰ－１', '防災'],
  ['II-1 防災', 'II-1', '防災'],
  ['政策１－１　医療・福祉', '１－１', '医療・福祉'],
  ['施策1-1-1地域医療', '1-1-1', '地域医療'],
  ['取組① 健診', '①', '健診'],
  ['【施策2-1】農業', '2-1', '農業'],
  ['［基本施策３］水辺', '３', '水辺'],
])('%s has the code %s', (text, code, rest) => {
  expect(codeAndRest(text)).toEqual({ code, rest });
});

test.each([
  '施策の推進',
  '目標3つの達成',
  '施策3R運動',
  '政策 5G推進',
  '目標2割削減',
  '取組2本柱',
  '3歳児健診',
  '1-2歳児健診',
  'IT推進',
  '事業100年祭',
  '施策1',
  '2024-25年度版',
])('%s has none', (text) => {
  expect(codeAndRest(text)).toBeNull();
});

/** A plan as a tree: the words of the levels stand before the codes. */
const tree: FixtureBook = {
  計画: {
    merged: ['A2:A4', 'B2:B3'],
    rows: [
      ['基本目標', '政策', '施策', '番号', '事業', 'R6計画', 'R7計画'],
      ['基本目標Ⅰ　健やか', '政策１－１　医療', '施策１－１－１　急患', 101, '当番医', 10, 11],
      [null, null, '施策１－１－２　予防', 101, '検診', 20, 21],
      [null, '政策１－２　福祉', '見守り', 103, '訪問', 30, 31],
    ],
  },
};
const map = `municipality: { 団体コード: "990035", 名称: 市, キー: x }
tables:
  - { from: 計画, to: 分野, distinct: true, columns: { 番号: { heading: 基本目標, take: code }, 名称: { heading: 基本目標, take: rest } } }
  - { from: 計画, to: 施策, distinct: true, columns: { コード: { heading: 政策, take: code }, 名称: { heading: 政策, take: rest }, 分野: { heading: 基本目標, take: code } } }
  - { from: 計画, to: 取組, distinct: true, columns: { コード: { heading: 施策, take: code }, 名称: { heading: 施策, take: rest }, 施策: { heading: 政策, take: code } } }
  - { from: 計画, to: 事務事業, columns: { コード: 番号, 名称: 事業, 施策: { heading: 政策, take: code } } }
  - { from: 計画, to: 事業費, for: { 年度: [R6, R7] }, columns: { 事務事業: 番号, 年度: { constant: "{年度}" }, 予算額: "{年度}計画" } }`;

test('Codes behind the words of their levels are those of a tree; one that lacks, and one that is repeated, is said once at its cell', async () => {
  const { mapping } = readMapping(map, 'map.yaml');
  const { errors, rows, links } = await imported(tree, mapping);
  expect(errors).toEqual([
    '計画!C4: 「コード」にする番号が名称の前に必要ですが、「見守り」です。番号を書くか、対応表で番号の列を指定してください',
    '計画!D3: 101 は 計画!D2 にもあります',
  ]);
  expect(rows('PolicyField')).toMatchObject([{ id: '1', name: '健やか' }]);
  expect(links('IN_FIELD')).toEqual(['1-1 → 1', '1-2 → 1']);
  expect(links('PART_OF')).toEqual(['1-1-1 → 1-1', '1-1-2 → 1-1']);
});

test('A code that became a date is said once, be it that others are referred to by its cell', async () => {
  const tables = `municipality: { 団体コード: "990035", 名称: 市, キー: x }
tables:
  - { from: 評価, to: 施策, columns: { コード: 番号, 名称: 施策 } }
  - { from: 評価, to: 評価, columns: { 対象: 番号, 年度: { constant: R5 }, 評価: 評価 } }`;
  const { mapping } = readMapping(tables, 'map.yaml');
  const { errors } = await imported(
    {
      評価: {
        rows: [
          ['番号', '施策', '評価'],
          ['1-1', '医療', 'A'],
          [new Date(Date.UTC(2024, 1, 1)), '福祉', 'B'],
        ],
      },
    },
    mapping,
  );
  expect(errors).toEqual([expect.stringMatching(/^評価!A3: 番号が必要ですが、.*2-1 のことと思われます/)]);
});
