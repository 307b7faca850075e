import { useLanguage } from '../../language/language.js';

const ja = {
  kinds: '一覧の種類',
  narrow: '条件で絞り込む',
  all: 'すべて',
  nothing: '該当なし',
  letGo: (title: string, value: string) => `条件「${title}：${value}」を外す`,
  count: (type: string, count: number) => `${type} ${count} 件`,
};

type ListWords = typeof ja;

const en: ListWords = {
  kinds: 'Kinds of lists',
  narrow: 'Narrow by',
  all: 'All',
  nothing: 'None',
  letGo: (title, value) => `Remove the filter “${title}: ${value}”`,
  count: (type, count) => `${type}: ${count}`,
};

/** The words of the lists, in the language of the page. */
export const useListWords = (): ListWords => (useLanguage() === 'ja' ? ja : en);
