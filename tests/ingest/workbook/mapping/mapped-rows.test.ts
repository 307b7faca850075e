import { describe, expect, test } from '@jest/globals';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import type { FixtureSheet, Value } from '../../../fixtures/aoba-city.js';
import { imported } from '../imported.js';

/** What is read of one sheet, 表, by tables of a mapping file. */
async function read(rows: readonly (readonly Value[])[], tables: string, more: Omit<FixtureSheet, 'rows'> = {}) {
  const map = `municipality: { 団体コード: "990035", 名称: ひかり市, キー: hikari }\n${tables}`;
  const { mapping, problems } = readMapping(map, 'map.yaml');
  if (!mapping) throw new Error(JSON.stringify(problems));
  return imported({ 表: { rows, ...more } }, mapping);
}

const table = (to: string, columns: string, more = '') => `tables: [{ from: 表, to: ${to}, ${more} columns: ${columns} }]`;

describe('A record over merged rows', () => {
  test('has a constant, a cell of a form and a repeated value once', async () => {
    const { errors, rows, links } = await read(
      [
        [null, null, null, 'Plan'],
        ['番号', '施策', '関係', 'SDGs'],
        ['1-1', '健診', '3', '4'],
        [null, null, '4', null],
        [null, null, null, null],
        ['1-2', '食育', '3', null],
      ],
      table(
        '施策',
        '{ コード: 番号, 名称: 施策, 分野: { constant: 健康 }, SDGs: { heading: 関係, blank: above }, 名称（英語）: { cell: D1 } }',
      ),
      { merged: ['A3:A5', 'B3:B5'] },
    );
    expect(errors).toEqual([]);
    expect(rows('PolicyField').map(({ name }) => name)).toEqual(['健康']);
    expect(rows('PolicyItem')).toContainEqual(expect.objectContaining({ id: '1-1', name_en: 'Plan' }));
    expect(links('TOUCHES')).toEqual(['1-1 → sdg:3', '1-1 → sdg:4', '1-2 → sdg:3']);
  });
});

describe('A sheet of several tables', () => {
  const tables = `tables:
  - { from: 表, to: 施策, distinct: true, columns: { コード: 番号, 名称: 施策, SDGs: SDGs } }
  - { from: 表, to: 取組, columns: { コード: 整理番号, 名称: 取組, 施策: 施策 } }
`;

  test('gives each thing that has a name, be all its other columns empty', async () => {
    const { errors, rows } = await read(
      [
        ['番号', '施策', '整理番号', '取組', 'SDGs'],
        ['1-1', '健診', '1-1-1', '通知', '3'],
        ['1-2', '食育', '1-2-1', '教室', null],
      ],
      `${tables}  - { from: 表, to: 指標, columns: { 名称: 取組, コード: 番号 } }
`,
    );
    expect(errors).toEqual([]);
    expect(rows('PolicyItem').map(({ id }) => id)).toEqual(['1-1', '1-2']);
  });

  test('lists the rows of which no table takes anything', async () => {
    const { said } = await read(
      [
        ['番号', '施策', '整理番号', '取組', 'SDGs', '備考'],
        ['1-1', '健診', '1-1-1', '通知', '3', null],
        [null, null, null, null, null, '作業中'],
      ],
      tables,
    );
    expect(said.ja).toContain('  取り込まなかった行:\n    表: 3。');
    expect(said.en).toContain('  Rows that are not imported:\n    表: 3, ');
  });
});
