import { bilingual } from '../../language/language.js';

/** The words of things beside each other. */
export const useBesideWords = bilingual({
  intro: [
    '同じ種類の項目を4件まで並べ、それぞれの内容、つながる項目、共通するものを一つの表で比べます。アドレスに項目が入るので、そのまま共有できます。',
    'Up to four things of one type in one table: what each is, what it is linked with, and what they share. The address has them, so that it can be shared.',
  ],
  add: ['比べる項目を追加', 'Add a thing'],
  remove: (name: string) => [`${name} を外す`, `Remove ${name}`],
  examples: {
    title: ['たとえば', 'For example'],
    departments: ['多くの部署と関わる部署', 'Departments that work with most others'],
    survey: [
      '市民アンケートで重要度が高いのに満足度が低い項目',
      'What the survey of citizens finds important but unsatisfying',
    ],
    plans: ['政策連携プランどうし', 'Linkage plans'],
  },
  and: ['・', ', '],
  fromLists: ['一覧で行を選んでから比べることもできます：', 'Rows that are chosen in a list can be compared, too: '],
  another: ['もう一つ選ぶと、共通するものが分かります。', 'Choose another one to see what they share.'],
  most: (count: number) => [`一度に比べられるのは ${count} 件までです。`, `At most ${count} things at a time.`],
  unknown: (ids: readonly string[]) => [
    `この識別子の項目はありません：${ids.join('、')}`,
    `Nothing has these ids: ${ids.join(', ')}`,
  ],
  otherType: (names: readonly string[], type: string) => [
    `種類が違うため並べていません：${names.join('、')}（比べているのは${type}）`,
    `Of another type, and so left out: ${names.join(', ')} (compared: ${type})`,
  ],
  table: (type: string) => [`${type}の比較`, `Comparison: ${type}`],
  shared: ['共通', 'shared'],
  sharedCount: (count: number) => [`共通 ${count} 件`, `${count} shared`],
  nothing: ['なし', 'None'],
  notShown: ['この計画段階での内容は取得できませんでした。', 'There is no answer for it at this stage.'],
  chosen: ['比べる項目', 'Things to compare'],
  tooMany: (names: readonly string[], count: number) => [
    `${count} 件を超えるため並べていません：${names.join('、')}`,
    `Left out, as there are more than ${count}: ${names.join(', ')}`,
  ],
});
