import { bilingual } from '../../language/language.js';

/** The words of the cross table. */
export const usePivotWords = bilingual({
  count: ['数えるもの', 'Count'],
  rows: ['行', 'Rows'],
  columns: ['列', 'Columns'],
  swap: ['行と列を入れ替える', 'Swap rows and columns'],
  title: (count: string, rows: string, columns: string) => [
    `${rows} × ${columns}（${count}の数）`,
    `${rows} by ${columns} (number of ${count.toLowerCase()})`,
  ],
  hint: [
    '数字を選ぶと、数えたものの一覧が開きます。一つのものが複数の行や列に入ることがあるため、計は足し合わせた数と一致しないことがあります。',
    'A number opens the list of what it counted. One thing may stand in several rows or columns, so that totals can be less than the sum.',
  ],
  noList: [
    'この軸では一覧を絞り込めないため、数字からは開けません。',
    'The list has no filter for one of these dimensions: its numbers do not open.',
  ],
  empty: [
    'この計画段階の文書には、この軸の記載がありません。',
    'The documents of this stage state nothing along one of these dimensions.',
  ],
  omitted: (rows: number, columns: number) => [
    `多いため、${rows} 行・${columns} 列を省きました。`,
    `Left out because there are many: ${rows} rows, ${columns} columns.`,
  ],
});
