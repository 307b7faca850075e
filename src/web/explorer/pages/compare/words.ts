import { counted } from '../../language/counted.js';
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
  wording: ['文書の本文', 'Words of the documents'],
  part: ['変更箇所', 'Part'],
  partOf: (name: string, part: string) => [`${name}：${part}`, `${name}: ${part}`],
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
  flow: {
    about: [
      '計画段階の間で、追加・変更・削除・継続となった項目の数',
      'Number of things that came, changed, went and stayed between stages',
    ],
    finding: (stage: string, type: string, added: number, removed: number, revised: number) => [
      `${stage}で、${type}は${added}件が追加され、${revised}件が変わり、${removed}件がなくなった`,
      `${type}: the ${stage.toLowerCase()} adds ${added}, changes ${revised} and drops ${removed}`,
    ],
    band: (kind: string, count: number) => [`${kind} ${count}`, `${kind} ${count}`],
    spoken: (from: string, to: string, type: string, band: string) => [
      `${from} → ${to}、${type}：${band}件`,
      `${from} → ${to}, ${type}: ${band}`,
    ],
    note: [
      '両方の計画段階で読み込まれたものだけを数えます。一つの項目に複数の変更があるときは、削除・追加・移動・名称変更・内容の変更の順に一つに数えます。部署などの追加・削除は内容の変更です。「変更なし」は、文書がそう述べているものだけです。',
      'Only what was read of both stages is counted. A thing with several changes counts once: as removed, added, moved, renamed or revised, in this order. What is added to a thing, such as a department, revises it. Unchanged is only what a document says is.',
    ],
    told: ['記録された変更の数', 'Changes recorded'],
  },
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
    `Only ${shown} of ${counted(total, 'change')} ${shown === 1 ? 'is' : 'are'} counted. Narrow them by stage or type.`,
  ],
  countOf: (type: string, kind: string, count: number) => [
    `${type}、${kind}：${count} 件を一覧で見る`,
    `${type}, ${kind}: list ${count}`,
  ],
  collaboration: ['協働による取組の記載：あり', 'Section on collaboration: yes'],
  added: ['追加', 'Added'],
  removed: ['削除', 'Removed'],
  rows: ['表示する行', 'Rows'],
  shown: { changed: ['変更のあったものだけ', 'Only what changed'], all: ['すべて', 'All'] },
  same: (count: number) => [
    `変更が記録されていないもの ${count} 件は表示していません。`,
    `Not shown, as no change of them is recorded: ${count}.`,
  ],
  ofStage: (stage: string) => [`${stage}：`, `${stage}: `],
});
