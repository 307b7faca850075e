import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of the search page. */
export const useSearchWords = bilingual({
  tabs: ['検索の方法', 'Ways to search'],
  words: ['語句で検索', 'Search words'],
  names: ['名称の一覧を照合', 'Match a column of names'],
  type: ['種類', 'Type'],
  all: (count: number) => [`すべて ${count}`, `All ${count}`],
  results: (query: string, count: number) => [`「${query}」の検索結果 ${count} 件`, `Results for “${query}”: ${count}`],
  nothing: [
    '該当するものはありません。表記を変えるか、語句を減らしてください。',
    'Nothing was found. Try another spelling, or fewer words.',
  ],
  truncated: [
    '該当が多いため、上位のものだけを対象にしています。語句を追加して絞り込んでください。',
    'Too many results: only the best matches are shown. Add words to narrow the search.',
  ],
  ask: [
    '上の検索欄に、名称・番号・語句を入力してください（/ キーで移動できます）。',
    'Type a name, a code or words into the search box above (the key / goes there).',
  ],
  result: ['名称', 'Name'],
  match: ['一致のしかた', 'Match'],
  field: ['一致した箇所', 'Matched text'],
  score: ['一致度', 'Score'],
  namesLabel: [
    '名称の一覧（1行に1件。表計算ソフトの列をそのまま貼り付けられます）',
    'Names, one a line (a column of a spreadsheet can be pasted as it is)',
  ],
  namesHint: (limit: number) => [
    `最大 ${limit} 件。施策中項目・部署・実施計画シートなどの名称、番号、旧名称、表記の揺れを照合します。`,
    `Up to ${limit}: names, codes, former names and typos, of measures, departments, sheets and so on.`,
  ],
  tooMany: (count: number, limit: number) => [
    `${count} 件あります。先頭の ${limit} 件だけを照合します。`,
    `There are ${count}; only the first ${limit} are matched.`,
  ],
  resolve: ['照合する', 'Match'],
  resolved: (found: number, count: number) => [
    `照合結果 ${count} 件（うち候補あり ${found} 件）`,
    `${counted(count, 'name')}, candidates for ${found}`,
  ],
  given: ['入力された名称', 'Name given'],
  best: ['最有力の候補', 'Best candidate'],
  reason: ['理由', 'Reason'],
  others: ['ほかの候補', 'Other candidates'],
  ambiguous: ['複数の候補があります', 'More than one candidate'],
  unknown: ['候補なし', 'No candidate'],
  unread: ['候補なし（未読の部分にあるかもしれません）', 'No candidate (it may stand in what was not read)'],
});
