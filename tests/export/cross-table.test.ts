import { expect, test } from '@jest/globals';
import { matrixOf } from '../../src/export/cross-table.js';

const header = (key: string, code: string | null, label: string, labelEn: string | null, total: number) => ({
  key,
  code,
  label,
  labelEn,
  total,
});
const table = {
  rows: [header('sdg:4', '4', '教育', 'Education', 3), header('none', null, '該当なし', 'None', 0)],
  columns: [header('A', 'A', '評価A', 'Grade A', 2), header('B', 'B', '評価B', null, 1)],
  cells: [
    { row: 'sdg:4', column: 'A', count: 2 },
    { row: 'sdg:4', column: 'B', count: 2 },
  ],
  grandTotal: 3,
};

const written = (language: 'ja' | 'en') => {
  const { columns, rows } = matrixOf(table, language);
  return [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
};

test('a cross table is a matrix with its own totals, which are no sums, and zeros where there is nothing', () => {
  expect(written('ja')).toEqual([
    ['項目', '評価A', '評価B', '計（重複を除く）'],
    ['4 教育', 2, 2, 3],
    ['該当なし', 0, 0, 0],
    ['計（重複を除く）', 2, 1, 3],
  ]);
});

test('in English it has English words, and Japanese ones where there are none', () => {
  expect(written('en')[0]).toEqual(['item', 'Grade A', '評価B', 'total (each once)']);
  expect(written('en')[1]).toEqual(['4 Education', 2, 2, 3]);
});
