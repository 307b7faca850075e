import { bilingual } from '../../language/language.js';

/** The words of the comparison. */
export const useCompareWords = bilingual({
  intro: [
    '現行計画・素案・確定計画を、同じ項目どうし並べて比べます。表示中の計画段階の設定には左右されません。',
    'Compares the current plan, the draft and the adopted plan side by side, whatever stage is chosen above.',
  ],
  item: ['施策大項目を選ぶ', 'Choose a policy item'],
  sideBySide: ['3つの計画段階の並列比較', 'The three stages side by side'],
  name: ['名称と本文', 'Name and text'],
  part: ['変更箇所', 'Part'],
  missing: {
    NOT_YET: ['（未掲載）', '(not yet)'],
    GONE: ['—', '—'],
    NOT_PRINTED: ['記載なし', 'Not stated'],
  },
  unread: ['未読', 'Not read'],
  silent: (stage: string, part: string) => [
    `${stage}の文書には${part}の記載がありません（削除されたという意味ではありません）。`,
    `${stage}: its documents do not state “${part}”. That does not mean that they were removed.`,
  ],
  nothing: ['どの段階にも記載がありません。', 'No stage has anything here.'],
  counts: ['変更の件数', 'Number of changes'],
  step: ['計画段階', 'Stages'],
  bothSteps: ['すべての計画段階', 'All stages'],
  type: ['種類', 'Type'],
  total: ['計', 'Total'],
  listOf: (parts: string) => [`変更の一覧：${parts}`, `List of changes: ${parts}`],
  about: (things: number) => [`対象の項目は ${things} 件です。`, `Things that they are about: ${things}.`],
  all: ['すべて', 'All'],
  clear: ['絞り込みを解除', 'Clear filters'],
  cut: (shown: number, total: number) => [
    `全 ${total} 件のうち ${shown} 件だけを集計しています。計画段階や種類で絞り込んでください。`,
    `Only ${shown} of ${total} changes are counted. Narrow them by stage or type.`,
  ],
  countOf: (type: string, kind: string, count: number) => [
    `${type}、${kind}：${count} 件を一覧で見る`,
    `${type}, ${kind}: list ${count}`,
  ],
  collaboration: ['協働による取組の記載：あり', 'Section on collaboration: yes'],
  added: ['追加', 'Added'],
  ofStage: (stage: string) => [`${stage}：`, `${stage}: `],
});
