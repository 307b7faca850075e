/** The explorer's own words in Japanese; what the schema names, it names itself (`useVocabulary`). */
export const ja = {
  product: '政策グラフ',
  skipToContent: '本文へ移動',
  loading: '読み込み中…',
  pages: {
    overview: '概要',
    lists: '一覧',
    graph: 'つながり',
    paths: '経路',
    compare: '計画の比較',
    gaps: '不足・未連携',
    search: '検索',
    schema: 'スキーマ図',
    playground: 'API プレイグラウンド',
  },
  searchPlaceholder: '名称・番号・語句で検索（/ キー）',
  pickPlaceholder: '名称・番号・語句で選ぶ',
  otherLanguage: 'English',
  theme: { label: '配色', system: '自動', light: '明るい', dark: '暗い' },
  stage: { label: '計画段階', inForce: '最新（有効）' },
  municipality: '市区町村',
  query: {
    behind: 'この表示のクエリ',
    openInPlayground: 'プレイグラウンドで開く',
    copyAs: (name: string) => `${name} としてコピー`,
    copied: 'コピーしました',
    notCopied: 'コピーできませんでした。下の文を選んでコピーしてください。',
    close: '閉じる',
    variables: '変数',
  },
  takeAway: {
    as: (format: string) => `${format} で保存`,
    failed: (why: string) => `保存できませんでした。${why}`,
  },
  table: {
    filter: '絞り込み',
    sortBy: (column: string) => `「${column}」で並べ替える`,
    rows: (shown: number, total: number) => (shown === total ? `${total} 件` : `${total} 件中 ${shown} 件`),
    shown: (count: number) => `（${count} 件を表示中）`,
    firstOnly: (count: number, total: number) =>
      `全 ${total} 件のうち先頭の ${count} 件です。条件で絞り込むか、CSVなどで保存するとすべてを確認できます。`,
    more: (count: number) => `さらに ${count} 件を表示`,
    allOf: (count: number) => `${count} 件すべてを表示`,
    empty: '該当するものはありません。',
  },
  drawing: { hold: '図を操作する', letGo: '図の操作を終える' },
  sources: {
    label: '出典',
    lines: (first: number, last: number) => (first === last ? `${first} 行目` : `${first}〜${last} 行目`),
    places: (count: number) => `${count} か所`,
    none: '出典の記載なし',
  },
  notFound: { title: 'ページが見つかりません', text: 'アドレスをご確認ください。' },
  failed: {
    title: '表示できませんでした',
    unexpected: '予期しないエラーが発生しました。ページを再読み込みしてください。',
    offline: 'サービスに接続できません。しばらくしてから再度お試しください。',
    again: '再試行',
  },
};

export type Words = typeof ja;
