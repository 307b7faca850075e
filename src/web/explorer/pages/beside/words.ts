import { bilingual } from '../../language/language.js';

/** The words of things beside each other. */
export const useBesideWords = bilingual({
  intro: [
    '同じ種類の項目を並べて比べます。アドレスに項目が入るので、そのまま共有できます。',
    'Compares things of one type. The address has them, so that it can be shared.',
  ],
  add: ['比べる項目を追加', 'Add a thing'],
  remove: (name: string) => [`${name} を外す`, `Remove ${name}`],
  none: ['比べる項目を選んでください。', 'Choose things to compare.'],
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
