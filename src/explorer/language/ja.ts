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
    gaps: '不足・空白',
    search: '検索',
    schema: 'スキーマ図',
    playground: 'API',
  },
  searchPlaceholder: '名称・番号・語句で検索（/ キー）',
  pickPlaceholder: '名称・番号・語句で選ぶ',
  language: '表示言語',
  otherLanguage: 'English',
  theme: { label: '配色', system: '自動', light: '明るい', dark: '暗い' },
  stage: { label: '計画段階', inForce: '現在有効' },
  municipality: '市区町村',
  query: {
    behind: 'この表示のクエリ',
    openInPlayground: 'プレイグラウンドで開く',
    copyAs: (name: string) => `${name} としてコピー`,
    copied: 'コピーしました',
    close: '閉じる',
    variables: '変数',
  },
  takeAway: { label: '保存', as: (format: string) => `${format} で保存`, failed: '保存できませんでした' },
  table: {
    filter: '絞り込み',
    sortBy: (column: string) => `「${column}」で並べ替える`,
    rows: (shown: number, total: number) => (shown === total ? `${total} 件` : `${total} 件中 ${shown} 件`),
    empty: '該当するものはありません。',
  },
  sources: {
    label: '出典',
    lines: (first: number, last: number) => (first === last ? `${first} 行目` : `${first}〜${last} 行目`),
    places: (count: number) => `${count} か所`,
    none: '出典の記載なし',
  },
  notFound: { title: 'ページが見つかりません', text: 'アドレスをご確認ください。' },
  failed: {
    title: '表示できませんでした',
    offline: 'サービスに接続できません。しばらくしてから再度お試しください。',
    again: '再試行',
  },
};

export type Words = typeof ja;
