import { bilingual } from './language.js';

/** The words of what stands around every page and of parts that several pages have; what the schema names, it names itself. */
export const useWords = bilingual({
  product: ['政策グラフ', 'Policy graph'],
  skipToContent: ['本文へ移動', 'Skip to content'],
  loading: ['読み込み中…', 'Loading…'],
  pages: {
    overview: ['概要', 'Overview'],
    progress: ['進み具合', 'Progress'],
    survey: ['市民アンケート', 'Survey'],
    lists: ['一覧', 'Lists'],
    graph: ['つながり', 'Graph'],
    paths: ['経路', 'Paths'],
    compare: ['計画の比較', 'Compare plans'],
    gaps: ['不足・未連携', 'Gaps'],
    search: ['検索', 'Search'],
    schema: ['スキーマ図', 'Schema map'],
    playground: ['API プレイグラウンド', 'API playground'],
  },
  searchPlaceholder: ['名称・番号・語句で検索（/ キー）', 'Search names, codes, words (press /)'],
  pickPlaceholder: ['名称・番号・語句で選ぶ', 'Choose by name, code or words'],
  otherLanguage: ['English', '日本語'],
  theme: {
    label: ['配色', 'Colours'],
    system: ['自動', 'Automatic'],
    light: ['明るい', 'Light'],
    dark: ['暗い', 'Dark'],
  },
  stage: {
    label: ['計画段階', 'Stage of the plan'],
    inForce: ['最新（有効）', 'Latest (in force)'],
  },
  municipality: ['市区町村', 'Municipality'],
  query: {
    show: ['この表示のクエリ', 'Query behind this'],
    openInPlayground: ['プレイグラウンドで開く', 'Open in the playground'],
    copyAs: (name: string) => [`${name} としてコピー`, `Copy as ${name}`],
    copy: ['コピー', 'Copy'],
    copied: ['コピーしました', 'Copied'],
    notCopied: [
      'コピーできませんでした。下の文を選んでコピーしてください。',
      'Could not be copied. Select the text below and copy it.',
    ],
    close: ['閉じる', 'Close'],
    variables: ['変数', 'Variables'],
  },
  saving: {
    as: (format: string) => [`${format} で保存`, `Save as ${format}`],
    failed: (why: string) => [`保存できませんでした。${why}`, `Could not be saved. ${why}`],
  },
  table: {
    filter: ['絞り込み', 'Filter'],
    sortBy: (column: string) => [`「${column}」で並べ替える`, `Sort by ${column}`],
    rows: (shown: number, total: number) => [
      shown === total ? `${total} 件` : `${total} 件中 ${shown} 件`,
      shown === total ? `${total} rows` : `${shown} of ${total} rows`,
    ],
    shown: (count: number) => [`（${count} 件を表示中）`, ` (${count} shown)`],
    firstOnly: (count: number, total: number) => [
      `全 ${total} 件のうち先頭の ${count} 件です。条件で絞り込むか、CSVなどで保存するとすべてを確認できます。`,
      `These are the first ${count} of ${total}. Narrow the list, or save it as CSV, to see all of them.`,
    ],
    more: (count: number) => [`さらに ${count} 件を表示`, `Show ${count} more`],
    allOf: (count: number) => [`${count} 件すべてを表示`, `Show all ${count}`],
    empty: ['該当するものはありません。', 'Nothing matches.'],
  },
  suggestions: {
    label: ['検索候補', 'Suggestions'],
    nothing: ['該当するものはありません。', 'Nothing matches.'],
    shown: (shown: number, total: number) => [`${total} 件中 ${shown} 件の候補`, `${shown} suggestions of ${total}`],
    all: (total: number) => [`${total} 件すべてを見る（Enter）`, `See all ${total} (Enter)`],
  },
  drawing: {
    hold: ['図を操作する', 'Interact with the drawing'],
    letGo: ['図の操作を終える', 'Stop interacting'],
  },
  sources: {
    label: ['出典', 'Sources'],
    lines: (first: number, last: number) => [
      first === last ? `${first} 行目` : `${first}〜${last} 行目`,
      first === last ? `line ${first}` : `lines ${first}–${last}`,
    ],
    places: (count: number) => [`${count} か所`, count === 1 ? '1 place' : `${count} places`],
    none: ['出典の記載なし', 'No source is recorded'],
  },
  notFound: {
    title: ['ページが見つかりません', 'There is no such page'],
    text: ['アドレスをご確認ください。', 'Please check the address.'],
  },
  failed: {
    title: ['表示できませんでした', 'This could not be shown'],
    unexpected: [
      '予期しないエラーが発生しました。ページを再読み込みしてください。',
      'Something unexpected went wrong. Please reload the page.',
    ],
    offline: [
      'サービスに接続できません。しばらくしてから再度お試しください。',
      'The service cannot be reached. Please try again shortly.',
    ],
    again: ['再試行', 'Try again'],
  },
});
