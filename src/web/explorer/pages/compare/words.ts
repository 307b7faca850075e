import { useLanguage } from '../../language/language.js';

/** The words of the comparison in Japanese. */
const ja = {
  intro: '現行計画・素案・確定計画を、同じ項目どうし並べて比べます。表示中の計画段階の設定には左右されません。',
  item: '施策大項目を選ぶ',
  sideBySide: '3つの計画段階の並列比較',
  name: '名称と本文',
  part: '変更箇所',
  notYet: '（未掲載）',
  gone: '—',
  notPrinted: '記載なし',
  silent: (stage: string, part: string) =>
    `${stage}の文書には${part}の記載がありません（削除されたという意味ではありません）。`,
  nothing: 'どの段階にも記載がありません。',
  counts: '変更の件数',
  step: '計画段階',
  bothSteps: 'すべての計画段階',
  type: '種類',
  total: '計',
  listOf: (parts: string) => `変更の一覧：${parts}`,
  all: 'すべて',
  clear: '絞り込みを解除',
  cut: (shown: number, total: number) =>
    `全 ${total} 件のうち ${shown} 件だけを集計しています。計画段階や種類で絞り込んでください。`,
  countOf: (type: string, kind: string, count: number) => `${type}、${kind}：${count} 件を一覧で見る`,
  collaboration: '協働による取組の記載：あり',
  added: '追加',
  takeAwayOf: (stage: string) => `${stage}：`,
};

type CompareWords = typeof ja;

const en: CompareWords = {
  intro: 'Compares the current plan, the draft and the adopted plan side by side, whatever stage is chosen above.',
  item: 'Choose a policy item',
  sideBySide: 'The three stages side by side',
  name: 'Name and text',
  part: 'Part',
  notYet: '(not yet)',
  gone: '—',
  notPrinted: 'Not stated',
  silent: (stage, part) => `${stage}: its documents do not state “${part}”. That does not mean that they were removed.`,
  nothing: 'No stage has anything here.',
  counts: 'Number of changes',
  step: 'Stages',
  bothSteps: 'All stages',
  type: 'Type',
  total: 'Total',
  listOf: (parts) => `List of changes: ${parts}`,
  all: 'All',
  clear: 'Clear filters',
  cut: (shown, total) => `Only ${shown} of ${total} changes are counted. Narrow them by stage or type.`,
  countOf: (type, kind, count) => `${type}, ${kind}: list ${count}`,
  collaboration: 'Section on collaboration: yes',
  added: 'Added',
  takeAwayOf: (stage) => `${stage}: `,
};

const words = { ja, en };

/** The words of the comparison, in the language of the page. */
export const useCompareWords = (): CompareWords => words[useLanguage()];
