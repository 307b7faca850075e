import { describe, expect, test } from '@jest/globals';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import type { FixtureSheet, Value } from '../../../fixtures/aoba-city.js';
import { imported } from '../imported.js';

const columns = `{ コード: 番号, 名称: 取組,
  SDGs: { marked: [SDG1, 3 保健, { letter: E }, 18] },
  担当部署: { marked: [総務課, 健康課, 学校], marks: [◎], lookup: { 学校: 学校教育課 } },
  連携部署: { marked: [総務課, 健康課, 学校], marks: [○], lookup: { 学校: 学校教育課 } } }`;

/** What is read of measures with columns of marks for goals and for departments. */
async function read(
  rows: readonly (readonly Value[])[],
  { as = columns, ...more }: Omit<FixtureSheet, 'rows'> & { readonly as?: string } = {},
) {
  const map = `municipality: { 団体コード: "990035", 名称: ひかり市, キー: hikari }
tables:
  - { from: 表, to: 取組, columns: ${as.replaceAll('\n', '')} }`;
  const { mapping, problems } = readMapping(map, 'map.yaml');
  if (!mapping) throw new Error(JSON.stringify(problems));
  const headings = ['番号', '取組', 'SDG1', '3 保健', '6 水・衛生', 18, '総\n務\n課', '健康課', '学校', '備考'];
  const result = await imported({ 表: { rows: [headings, ...rows], ...more } }, mapping);
  const cited = (type: 'MEASURE_TOUCHES' | 'OWNED_BY' | 'MEASURE_SUPPORTED_BY') =>
    (result.plain.edges.get(type) ?? []).map(({ from, to, sources }) =>
      [from, to, sources[0]?.cells].map((part) => part?.split(':').at(-1)).join(' '),
    );
  return { ...result, cited };
}

describe('Columns of marks', () => {
  test('give their headings, each from the cell of its mark', async () => {
    const { errors, remarks, cited } = await read([
      ['1', '健診', '○', '〇', 1, null, '◎', '○', null, '済'],
      ['2', '食育', '－', 'レ', true, null, null, '⦿', '◯'],
      ['3', '相談', '×', null, '✔', null, null, null, '◎'],
      ['計', null, 1, 2, 3, null],
      ['◎：担当　○：連携'],
    ]);
    expect(errors).toEqual([]);
    expect(remarks.filter((each) => !each.includes('施策'))).toEqual([]);
    expect(cited('MEASURE_TOUCHES')).toEqual(['1 1 C2', '1 3 D2', '1 6 E2', '2 3 D3', '2 6 E3', '3 6 E4']);
    expect(cited('OWNED_BY')).toEqual(['1 総務課 G2', '2 健康課 H3', '3 学校教育課 I4']);
    expect(cited('MEASURE_SUPPORTED_BY')).toEqual(['1 健康課 H2', '2 学校教育課 I3']);
  });

  test('cite the mark below a name, not that below a longer one', async () => {
    const as = '{ コード: 番号, 名称: 取組, 担当部署: { marked: [健康課, 学校], lookup: { 学校: 学校健康課 } } }';
    const { cited } = await read([['1', '健診', null, null, null, null, null, '○', '○']], { as });
    expect(cited('OWNED_BY')).toEqual(['1 健康課 H2', '1 学校健康課 I2']);
  });

  test('say which mark stands below no goal, and not which heading is none', async () => {
    const { errors } = await read([
      ['1', '健診', '○', null, null, '○'],
      ['2', '食育', '○'],
    ]);
    expect(errors).toEqual(['表!F2: 印の列の見出しには1から17までの目標の番号が必要ですが、「18」です']);
  });

  test('say what is no mark, and which marks are not taken', async () => {
    const { errors, remarks } = await read([
      ['1', '健診', '△', 'o', 2, null, '◎', '●'],
      ['2', '食育', null, '一部', null, null, '福祉課と', '×', '☆'],
    ]);
    const noMark = (cell: string, text: string) => expect.stringMatching(`^表!${cell}: 印（.+）か.+「${text}」です`);
    expect(errors).toEqual([
      noMark('C2', '△'),
      noMark('D2', 'o'),
      noMark('E2', '2'),
      noMark('D3', '一部'),
      noMark('G3', '福祉課と'),
    ]);
    expect(remarks).toEqual(
      expect.arrayContaining([
        '表!H2: 対応表の marks にないため、印「●」は取り込みません',
        '表!I3: 対応表の marks にないため、印「☆」は取り込みません',
      ]),
    );
  });

  test('take other marks where the map names them', async () => {
    const as = '{ コード: 番号, 名称: 取組, SDGs: { marked: [SDG1, 3 保健], marks: [△, ○] } }';
    const { errors, cited } = await read([['1', '健診', '△', '〇']], { as });
    expect(errors).toEqual([]);
    expect(cited('MEASURE_TOUCHES')).toEqual(['1 1 C2', '1 3 D2']);
  });

  test('hold for each row over which a mark is merged, and for the first of merged columns', async () => {
    const rows = [
      ['1', '健診', '○', '○', null],
      ['2', '食育', null, null, null],
    ];
    const { errors, remarks, cited } = await read(rows, { merged: ['C2:C3', 'D2:E2'] });
    expect(errors).toEqual([]);
    expect(cited('MEASURE_TOUCHES')).toEqual(['1 1 C2', '1 3 D2', '2 1 C2']);
    expect(remarks).toContainEqual(expect.stringContaining('表!E2: 列 D:E にわたる結合セル'));
  });

  test('are joined in a record over merged rows', async () => {
    const rows = [
      ['1', '健診', '○', null, null],
      [null, null, null, '○', null],
      ['2', '食育', null, '○', null],
    ];
    const { errors, cited } = await read(rows, { merged: ['A2:A3', 'B2:B3'] });
    expect(errors).toEqual([]);
    expect(cited('MEASURE_TOUCHES')).toEqual(['1 1 C2', '1 3 D3', '2 3 D4']);
  });
});
