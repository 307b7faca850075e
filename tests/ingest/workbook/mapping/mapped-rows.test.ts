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
