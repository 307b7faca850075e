import { bilingual } from '../../language/language.js';

/** The words of the lists. */
export const useListWords = bilingual({
  kinds: ['一覧の種類', 'Kinds of lists'],
  choicesQuery: ['絞り込みの選択肢のクエリ', 'Query behind these filters'],
  filters: ['条件で絞り込む', 'Narrow by'],
  all: ['すべて', 'All'],
  orAlso: ['または…', 'or also…'],
  remove: (title: string, value: string) => [
    `条件「${title}：${value}」を外す`,
    `Remove the filter “${title}: ${value}”`,
  ],
  count: (type: string, count: number) => [`${type} ${count} 件`, `${type}: ${count}`],
  text: ['この一覧の中で探す', 'Find in this list'],
  textFound: ['一覧内の検索語', 'Text in this list'],
  condition: (title: string, value: string) => [`${title}：${value}`, `${title}: ${value}`],
  asOf: ['基準日', 'As of'],
  asOfHint: ['この日に存続していたもの', 'Those that existed on this day'],
  noDay: (text: string) => [
    `基準日「${text}」は 2024-04-01 の形の日付ではありません。アドレスをご確認ください。`,
    `“${text}” is no day such as 2024-04-01; please check the address.`,
  ],
  order: ['並び順', 'Order'],
  usualOrder: ['通常の順', 'As usual'],
  columns: (shown: number, all: number) => [
    shown === all ? `列を選ぶ（${all}）` : `列を選ぶ（${all} のうち ${shown}）`,
    shown === all ? `Columns (${all})` : `Columns (${shown} of ${all})`,
  ],
  columnsShown: ['表示して保存する列', 'Columns that are shown and saved'],
  beside: {
    column: ['比較', 'Compare'],
    choose: (name: string) => [`${name}を比較に選ぶ`, `Choose ${name} to compare`],
    chosen: (count: number, most: number) => [
      `比べるもの：${count} 件を選択中（${most} 件まで）`,
      `${count} chosen to compare (at most ${most})`,
    ],
    another: ['もう一つ選ぶと並べて比較できます。', 'Choose another one to compare them.'],
    compare: ['並べて比較する', 'Compare side by side'],
    clear: ['選択を解除', 'Clear the choice'],
    bar: ['比較に選んだもの', 'Chosen to compare'],
  },
  allColumns: ['すべての列に戻す', 'All columns'],
});
