import { bilingual } from '../../language/language.js';

/** The words of the lists. */
export const useListWords = bilingual({
  kinds: ['一覧の種類', 'Kinds of lists'],
  filters: ['条件で絞り込む', 'Narrow by'],
  all: ['すべて', 'All'],
  nothing: ['該当なし', 'None'],
  remove: (title: string, value: string) => [
    `条件「${title}：${value}」を外す`,
    `Remove the filter “${title}: ${value}”`,
  ],
  count: (type: string, count: number) => [`${type} ${count} 件`, `${type}: ${count}`],
});
