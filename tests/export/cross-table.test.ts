import { expect, test } from '@jest/globals';
import { matrixOf } from '../../src/export/cross-table.js';

type State = 'COMPLETE' | 'PARTIAL' | 'NOT_READ';

const header = (
  key: string,
  code: string | null,
  [label, labelEn]: readonly [string, string | null],
  total: number,
  [emptyState, noneState = null]: readonly [State, (State | null)?] = ['COMPLETE'],
) => ({ key, code, label, labelEn, total, emptyState, noneState });

const table = {
  rows: [
    header('sdg:4', '4', ['教育', 'Education'], 3),
    header('none', null, ['記録なし', 'None recorded'], 0, ['COMPLETE', 'COMPLETE']),
  ],
  columns: [header('A', 'A', ['評価A', 'Grade A'], 2), header('B', 'B', ['評価B', null], 1)],
  cells: [
    { row: 'sdg:4', column: 'A', count: 2 },
    { row: 'sdg:4', column: 'B', count: 2 },
  ],
  grandTotal: 3,
};

function written(language: 'ja' | 'en', of: Parameters<typeof matrixOf>[0] = table, isRead = true) {
  const { columns, rows } = matrixOf(of, language, isRead);
  return [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
}

test('a cross table is a matrix with its own totals, which are no sums, and zeros where there is nothing', () => {
  expect(written('ja')).toEqual([
    ['項目', '評価A', '評価B', '計（重複を除く）'],
    ['4 教育', 2, 2, 3],
    ['該当なし', 0, 0, 0],
    ['計（重複を除く）', 2, 1, 3],
  ]);
  expect(matrixOf(table, 'ja', true).hasUnread).toBe(false);
});

test('in English it has English words, and Japanese ones where there are none', () => {
  expect(written('en')[0]).toEqual(['item', 'Grade A', '評価B', 'total (each once)']);
  expect(written('en')[1]).toEqual(['4 Education', 2, 2, 3]);
});

test('what was not read is no 0, and no none', () => {
  const unread = {
    rows: [
      header('1', '1', ['一', 'One'], 1, ['COMPLETE']),
      header('2', '2', ['二', 'Two'], 1, ['PARTIAL']),
      header('none', null, ['記録なし', 'None recorded'], 1, ['NOT_READ', 'NOT_READ']),
    ],
    columns: [
      header('A', 'A', ['評価A', 'Grade A'], 1, ['PARTIAL']),
      header('B', 'B', ['評価B', 'Grade B'], 1, ['COMPLETE']),
      header('none', null, ['記録なし', 'None recorded'], 1, ['PARTIAL', 'PARTIAL']),
    ],
    cells: [{ row: '2', column: 'A', count: 1 }],
    grandTotal: 0,
  };
  expect(written('ja', unread, false)).toEqual([
    ['項目', '評価A', '評価B', '該当なし・未読', '計（重複を除く）'],
    ['1 一', 0, 0, 0, 1],
    ['2 二', 1, 0, null, 1],
    ['未読', null, 0, null, 1],
    ['計（重複を除く）', 1, 1, 1, null],
  ]);
  expect(matrixOf(unread, 'ja', false).hasUnread).toBe(true);
});
