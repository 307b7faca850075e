import { describe, expect, test } from '@jest/globals';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import type { Value } from '../../../fixtures/aoba-city.js';
import { imported } from '../imported.js';

async function read(rows: readonly (readonly Value[])[], tables: string) {
  const city = 'municipality: { 団体コード: "990035", 名称: 市, キー: x }';
  const { mapping, problems } = readMapping(`${city}\n${tables}`, 'map.yaml');
  if (!mapping) throw new Error(JSON.stringify(problems));
  return imported(
    {
      施策一覧: {
        rows: [
          ['施策番号', '施策名'],
          ['1-1', '水辺'],
        ],
      },
      表: { rows },
    },
    mapping,
  );
}

const policyItems = '{ from: 施策一覧, to: 施策, columns: { コード: 施策番号, 名称: 施策名 } }';

describe('A table below one that is mapped, which is not mapped itself', () => {
  const scale = `tables: [${policyItems}, { from: 表, to: 評価尺度, columns: { 評価: 進捗, 意味: 内容 } }]`;

  test('is none of its rows, and is listed with what to do about it', async () => {
    const { errors, rows, said, sheets } = await read(
      [['進捗', '内容'], ['順調', '八割'], ['遅れ', '六割'], [], ['２ 方向'], ['方向性', '内容'], ['拡充', '増やす']],
      scale,
    );
    expect(errors).toEqual([]);
    expect(rows('ScaleLevel')).toHaveLength(2);
    expect(sheets.unusedRows).toEqual([{ label: '表', rows: [5, 6, 7], areOther: true }]);
    expect(said.ja).toContain('表: 5, 6, 7。見出しか表題の年度が違う別の表です');
  });

  test('is found by headings that are known, where none of those above is among them', async () => {
    const { sheets } = await read([['進捗', '内容'], ['順調', '八割'], [], ['指標名', '単位'], ['訪問', '回']], scale);
    expect(sheets.unusedRows).toEqual([{ label: '表', rows: [4, 5], areOther: true }]);
  });

  test('ends where the next one begins that is mapped', async () => {
    const { rows, sheets } = await read(
      [
        ['進捗', '内容'],
        ['順調', '八割'],
        [],
        ['方向性', '内容'],
        ['拡充', '増やす'],
        [],
        ['指標名', '単位'],
        ['訪問', '回'],
      ],
      `${scale.slice(0, -1)}, { from: 表, headingRow: 7, to: 指標, columns: { 名称: 指標名, 単位: 単位 } }]`,
    );
    expect(rows('ScaleLevel')).toHaveLength(1);
    expect(rows('Indicator')).toMatchObject([{ name: '訪問', unit: '回' }]);
    expect(sheets.unusedRows).toEqual([{ label: '表', rows: [4, 5], areOther: true }]);
  });

  test('ends where the headings are repeated, of one row or of two', async () => {
    const block = (code: string) => [
      ['施策', '決算額', null],
      [null, 'R3', 'R4'],
      [code, 10, 20],
    ];
    const { errors, rows, sheets } = await read(
      [
        ...block('101'),
        [],
        ['内訳'],
        ['款', '決算額（千円）', '構成比'],
        ['民生費', '1', '100%'],
        [],
        ['■港湾課'],
        ...block('102'),
      ],
      `tables:
  - ${policyItems}
  - { from: 表, headingRow: 2, to: 事務事業, columns: { コード: { letter: A }, 名称: { letter: A }, 施策: { constant: 1-1 } } }
  - { from: 表, headingRow: 2, to: 事業費, for: { 年度: [R3, R4] }, columns: { 事務事業: { letter: A }, 年度: { constant: "{年度}" }, 決算額: "{年度}" } }`,
    );
    expect(errors).toEqual([]);
    expect(rows('Project').map(({ id }) => id)).toEqual(['101', '102']);
    expect(rows('Cost')).toHaveLength(4);
    expect(sheets.unusedRows).toContainEqual({ label: '表', rows: [5, 6, 7], areOther: true });
  });

  test.each([
    ['令和5年度評価', [5, 6, 7]],
    ['令和４年度評価（続き）', []],
    ['評価（R4）', []],
    ['総務課', []],
  ])('of the same headings is one below the title of another year: %s', async (title, others) => {
    const { sheets } = await read(
      [['令和4年度評価'], ['番号', '結果'], ['1-1', 'A'], [], [title], ['番号', '結果'], ['1-1', 'B']],
      `tables: [${policyItems}, { from: 表, to: 評価, columns: { 対象: 番号, 年度: { constant: R4 }, 評価: 結果 } }]`,
    );
    expect(sheets.unusedRows.filter(({ areOther }) => areOther).flatMap(({ rows }) => rows)).toEqual(others);
  });

  test.each([
    [
      'repeated headings',
      [
        ['進捗', '内容'],
        ['遅れ', '六割'],
      ],
    ],
    [
      'rows of values',
      [
        ['遅れ', '内容による'],
        ['中止', '－'],
      ],
    ],
    ['a single row of known words', [['評価', '内容']]],
  ] as const)('is none of %s', async (_what, below) => {
    const { sheets } = await read([['進捗', '内容'], ['順調', '八割'], [], ...below], scale);
    expect(sheets.unusedRows).toEqual([]);
  });
});
