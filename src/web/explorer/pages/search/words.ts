import { useLanguage } from '../../language/language.js';

const ja = {
  tabs: '検索の方法',
  words: '語句で検索',
  names: '名称の一覧を照合',
  type: '種類',
  all: (count: number) => `すべて ${count}`,
  results: (query: string, count: number) => `「${query}」の検索結果 ${count} 件`,
  nothing: '該当するものはありません。表記を変えるか、語句を減らしてください。',
  truncated: '該当が多いため、上位のものだけを対象にしています。語句を追加して絞り込んでください。',
  ask: '上の検索欄に、名称・番号・語句を入力してください（/ キーで移動できます）。',
  result: '名称',
  match: '一致のしかた',
  field: '一致した箇所',
  score: '一致度',
  namesLabel: '名称の一覧（1行に1件。表計算ソフトの列をそのまま貼り付けられます）',
  namesHint: (limit: number) =>
    `最大 ${limit} 件。施策中項目・部署・実施計画シートなどの名称、番号、旧名称、表記の揺れを照合します。`,
  tooMany: (count: number, limit: number) => `${count} 件あります。先頭の ${limit} 件だけを照合します。`,
  resolve: '照合する',
  resolved: (found: number, count: number) => `照合結果 ${count} 件（うち候補あり ${found} 件）`,
  given: '入力された名称',
  best: '最有力の候補',
  reason: '理由',
  others: 'ほかの候補',
  ambiguous: '複数の候補があります',
  unknown: '候補なし',
};

type SearchWords = typeof ja;

const en: SearchWords = {
  tabs: 'Ways to search',
  words: 'Search words',
  names: 'Match a column of names',
  type: 'Type',
  all: (count) => `All ${count}`,
  results: (query, count) => `Results for “${query}”: ${count}`,
  nothing: 'Nothing was found. Try another spelling, or fewer words.',
  truncated: 'Too many results: only the best matches are shown. Add words to narrow the search.',
  ask: 'Type a name, a code or words into the search box above (the key / goes there).',
  result: 'Name',
  match: 'Match',
  field: 'Matched text',
  score: 'Score',
  namesLabel: 'Names, one a line (a column of a spreadsheet can be pasted as it is)',
  namesHint: (limit) =>
    `Up to ${limit}: names, codes, former names and typos, of measures, departments, sheets and so on.`,
  tooMany: (count, limit) => `There are ${count}; only the first ${limit} are matched.`,
  resolve: 'Match',
  resolved: (found, count) => `${count} names, candidates for ${found}`,
  given: 'Name given',
  best: 'Best candidate',
  reason: 'Reason',
  others: 'Other candidates',
  ambiguous: 'More than one candidate',
  unknown: 'No candidate',
};

/** The words of the search page, in the language of the page. */
export const useSearchWords = (): SearchWords => (useLanguage() === 'ja' ? ja : en);
