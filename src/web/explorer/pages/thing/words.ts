import { useMemo } from 'react';
import type { EvaluationCellFragment } from '../../graphql/graphql.js';
import { counted } from '../../language/counted.js';
import { bilingual, type Labels, useLabels } from '../../language/language.js';

/** The words of the pages of things. */
export const useThingWords = bilingual({
  /** Between the entries of a list in a sentence or cell. */
  comma: ['、', ', '],
  sentenceEnd: ['。', '.'],
  nameOnly: ['名称のみ判明', 'known by name only'],
  measured: ['測る対象', 'What it measures'],
  sheetsWithGrades: ['実施計画シートと評価', 'Reform sheets and grades'],
  years: (first: number | null, last: number | null) => [
    `${first ?? ''}〜${last ?? ''}年度`,
    `FY${first ?? ''}–${last ?? ''}`,
  ],
  inForce: ['有効', 'In force'],
  notInForce: ['現在は有効でない', 'No longer in force'],
  notAt: (stage: string) => [`${stage}にはありません。`, `Not at this stage: ${stage}.`],
  notInPartAt: (stage: string) => [
    `${stage}のうち読み込んだ部分にはありません（未読の部分にあるかもしれません）。`,
    `Not in the part of this stage that was read; a part that was not may have it: ${stage}.`,
  ],
  notInForceText: ['現在有効な計画にはありません。', 'Not part of the plan in force.'],
  hasIt: ['この項目がある段階：', 'Stages that have it: '],
  shownAs: (stage: string) => [`以下は${stage}での内容です。`, `What follows is as at this stage: ${stage}.`],
  noStage: [
    '読み込んだ部分では計画のどの段階にも掲載がなく、他の文書に引用された名称だけが判明しています。',
    'In what was read no stage of the plan has it; it is known only from a citation in another document.',
  ],
  dossier: ['カルテ（印刷用）を開く', 'Open the printable dossier'],
  inGraph: ['つながりの図で見る', 'See it in the graph'],
  pathsFrom: ['ここからの経路を探す', 'Find paths from here'],
  beside: ['ほかと並べて比べる', 'Compare with others'],
  compare: ['計画の比較で見る', 'See it in the comparison of plans'],
  facts: ['基本情報', 'Facts'],
  aliases: ['別名・表記の違い', 'Other names and spellings'],
  misspellings: ['読み取り誤り（市の表記ではありません）', 'Slips of text exports, no spellings of the city'],
  inShort: ['要点', 'In short'],
  andMore: (count: number) => [`ほか ${count} 件`, `${count} more`],
  notRead: ['未読', 'Not read'],
  partlyRead: ['一部未読', 'Partly read'],
  gradedOf: (count: number, total: number) => [`${total}件のうち${count}件の内訳`, `Of ${count} of ${total}`],
  graded: (grade: string, count: number) => [`${grade} ${count}件`, `${grade}: ${count}`],
  sharedCount: (count: number) => [`${count}件`, `${count} shared`],
  onThisPage: ['このページの内容', 'On this page'],
  none: (names: string) => [`該当なし：${names}`, `None: ${names}`],
  unread: (names: string) => [
    `未読または一部未読（「なし」ではありません）：${names}`,
    `Not read, or not all of it (not none): ${names}`,
  ],
  unreadColumns: (titles: string) => [
    `次の列には未読または一部未読の行があり、数や名前は読み込んだ範囲のものです：${titles}`,
    `Not read, or not all of it, for some rows of these columns, which show what was read: ${titles}`,
  ],
  notReadAt: (stage: string) => [
    `${stage}のこの部分は読み込まれていません（計画にないという意味ではありません）。`,
    `This part was not read at this stage, which does not mean that the plan lacks it: ${stage}.`,
  ],
  printedAs: ['文書での表記', 'Wording in the document'],
  via: ['導出（経由）', 'Derived, by way of'],
  yes: ['あり', 'Yes'],
  unchangedToo: (count: number) => [
    `文書が「変更なし」とするもの ${count} 件も示します。`,
    `${counted(count, 'thing')} that the documents state to be unchanged ${count === 1 ? 'is' : 'are'} listed, too.`,
  ],
  isSo: ['はい', 'Yes'],
  no: ['なし', 'No'],
  unknown: ['記載なし', 'Not stated'],
  notKnown: ['不明', 'Not known'],
  fiscalYear: (era: string | null, year: number) => [
    era ? `${era}年度（${year}）` : `${year}年度`,
    era ? `FY${year} (${era})` : `FY${year}`,
  ],
  year: (era: string | null, year: number) => [
    era ? `${era}（${year}）` : `${year}`,
    era ? `${year} (${era})` : `${year}`,
  ],
  /** From one fiscal year to another in eras, and in years of the common era; English has these alone. */
  period: (first: string, last: string, years: string) => [`${first}–${last}（${years}）`, years],
  /** A fiscal year where there is little room. */
  shortYear: (era: string | null, year: number) => [era ?? `${year}`, `FY${year}`],
  openEnded: ['など（ほかにもあるとの記載）', 'and others, as the document says'],
  sharedBoth: ['共有する施策中項目・シート', 'Shared measures and sheets'],
  officialColor: ['公式色', 'Official colour'],
  uri: ['国連のURI', 'URI of the United Nations'],
  // A Japanese word such as 名称変更 says by itself what changed.
  changeAt: (stage: string, kind: string, field: string | null) => [
    field === null || kind.includes(field) ? `${stage}：${kind}` : `${stage}：${field}（${kind}）`,
    field === null ? `${stage}: ${kind}` : `${stage}: ${field} (${kind})`,
  ],
  fromTo: (before: string, after: string) => [`「${before}」→「${after}」`, `“${before}” → “${after}”`],
  notGraded: ['評価なし', 'not graded'],
  grade: ({ grade, era, fiscalYear }: EvaluationCellFragment) => [
    `${grade ?? '—'}（${era ?? `${fiscalYear}年度`}）`,
    `${grade ?? '—'} (FY${fiscalYear})`,
  ],
  changes: ['計画段階間の変更', 'Changes between stages'],
  noChanges: ['計画段階の間の変更は記録されていません。', 'No change between stages of the plan is recorded.'],
  step: ['計画段階', 'Stages'],
  neighborhood: {
    title: ['周辺のつながり', 'What it is linked with'],
    picture: (name: string) => [
      `「${name}」と直接つながる項目の図`,
      `Picture of what “${name}” is directly linked with`,
    ],
    asList: ['一覧で読む', 'Read it as a list'],
    more: (count: number) => [`ほか ${count} 件`, `${count} more`],
    none: ['直接つながる項目はありません。', 'Nothing is directly linked with it.'],
    noneRead: [
      '読み込んだ範囲には、直接つながる項目はありません。',
      'In what was read, nothing is directly linked with it.',
    ],
  },
  likeness: {
    title: ['似ている項目', 'Similar things'],
    none: ['読み込んだ内容からは、似ている項目は見つかりませんでした。', 'Nothing alike was found in what was read.'],
    beside: (count: number) => [
      `近い ${count} 件と並べて比べる`,
      count === 1 ? 'Compare with the nearest' : `Compare with the nearest ${count}`,
    ],
    across: ['別の部署', 'Other department'],
    same: ['同じ部署', 'Same department'],
    score: ['類似度', 'Likeness'],
    total: (shown: number, total: number) => [
      `${total} 件のうち ${shown} 件（別の部署のものを優先し、似ている順）`,
      `${shown === total ? `${total} in all` : `${shown} of ${total}`}, the most alike first; those of other departments count more`,
    ],
  },
  course: {
    title: ['現状値から目標値まで', 'From baseline to target'],
    column: ['現状値 → 目標値', 'Baseline → target'],
    picture: (baseline: string, target: string) => [
      `現状値 ${baseline} から目標値 ${target} への図`,
      `Chart from the baseline ${baseline} to the target ${target}`,
    ],
    fromLatest: ['目標値と最新の実績値の差', 'Target less latest actual value'],
    distance: (difference: string, percent: string) => [`${difference}（${percent}）`, `${difference} (${percent})`],
    reached: ['達成済み', 'Reached already'],
    notReached: ['未達成', 'Not yet'],
    yearsAssumed: (years: number) => [
      `文書に年度の記載がないため、${years}年間として計算`,
      `no years are stated; calculated over ${counted(years, 'year')}`,
    ],
    noNumbers: [
      '数値で比べられる現状値と目標値がありません。',
      'There are no numbers to compare for baseline and target.',
    ],
  },
  goals: {
    title: ['年度ごとの達成目標と評価', 'Goals and grades year by year'],
    picture: ['年度ごとの達成目標の図', 'Chart of the goals year by year'],
    noNumbers: [
      '目標は数値で比べられないため、図はありません。',
      'The goals cannot be compared as numbers, so there is no chart.',
    ],
    empty: ['記載なし', 'Left empty'],
  },
  sources: ['出典', 'Sources'],
  passages: ['文書の本文', 'Text of the documents'],
  document: {
    title: ['読み取った事実（行順）', 'What was read, line by line'],
    line: ['行', 'Line'],
    text: ['本文', 'Text'],
    facts: ['読み取った事実', 'Facts'],
    from: (line: number) => [`${line} 行目から表示しています。`, `Shown from line ${line} on.`],
    fromStart: ['先頭から表示', 'Show from the start'],
    next: ['次の行へ', 'Next lines'],
    blank: (lines: number) => [`空行 ${lines} 行は省いています。`, `Left out: ${counted(lines, 'blank line')}.`],
    nothing: ['読み取った事実のある行はありません。', 'Nothing was read from these lines.'],
  },
  notFound: {
    title: ['この識別子の項目はありません', 'Nothing has this id'],
    text: (id: string) => [
      `「${id}」は見つかりませんでした。識別子は「honjo:measure:5-1-1」のような形です。`,
      `“${id}” was not found. Ids look like honjo:measure:5-1-1.`,
    ],
    search: ['検索する', 'Search'],
  },
});

/** All that tables and facts need to name things in the language of the page. */
export interface ThingLabels extends Labels {
  readonly words: ReturnType<typeof useThingWords>;
}

export function useThingLabels(): ThingLabels {
  const [labels, words] = [useLabels(), useThingWords()];
  return useMemo(() => ({ ...labels, words }), [labels, words]);
}
