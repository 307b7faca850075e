/** The documents of the project that the service shows, by the last part of their addresses, `/docs/<name>`; no others are there. */
export const documents = {
  readme: {
    file: 'README.md',
    title: ['はじめに', 'Introduction'],
    about: [
      '何ができるか、一つの質問の例、データの範囲、コマンド',
      'What it answers, one question, what the data covers, the commands',
    ],
  },
  clients: {
    file: 'docs/clients.md',
    title: ['クライアントを書く', 'Other front ends'],
    about: ['型付きクライアント、キャッシュ、エラーと上限の扱い', 'Typed clients, caches, errors and limits'],
  },
  http: {
    file: 'docs/http.md',
    title: ['HTTP', 'HTTP'],
    about: ['ヘッダー、上限、ダウンロード、エラーコード、監視', 'Headers, limits, downloads, error codes, metrics'],
  },
  notebooks: {
    file: 'docs/notebooks.md',
    title: ['ノートブック', 'Notebooks'],
    about: ['pandas、rdflib、networkx、R での分析例', 'Questions in pandas, rdflib, networkx and R'],
  },
  'your-city': {
    file: 'docs/your-city.md',
    title: ['自分の市のデータ', 'Your city'],
    about: ['Excelのひな形や手元の表から市のデータを読み込む', 'From a workbook to a loaded city'],
  },
  loading: {
    file: 'docs/loading.md',
    title: ['データの読み込み', 'Loading'],
    about: ['データセットの形と読み込みの検査', 'What a dataset looks like and how it is checked'],
  },
  operations: {
    file: 'docs/operations.md',
    title: ['運用', 'Operations'],
    about: ['起動、停止、バックアップ、メッセージ', 'Start, stop, backup, messages'],
  },
  settings: {
    file: 'docs/settings.md',
    title: ['設定', 'Settings'],
    about: ['環境変数のすべて', 'All environment variables'],
  },
  performance: {
    file: 'docs/performance.md',
    title: ['性能', 'Performance'],
    about: ['測定の方法と結果', 'How fast it is, and how that was measured'],
  },
  development: {
    file: 'docs/development.md',
    title: ['開発', 'Development'],
    about: ['コードの構成、型や分析の追加、用語集', 'How the code is laid out, how to add to it, a glossary'],
  },
  contributing: {
    file: 'CONTRIBUTING.md',
    title: ['貢献の手引き', 'Contributing'],
    about: ['規則とコミット', 'Rules and commits'],
  },
  workarounds: {
    file: 'docs/workarounds.md',
    title: ['回避策', 'Workarounds'],
    about: ['ライブラリの版に依存する箇所', 'Code that bets on the version of a library'],
  },
  decisions: {
    file: 'docs/decisions/README.md',
    title: ['設計判断', 'Decisions'],
    about: ['選択の理由の一覧', 'What was chosen and why'],
  },
  'decisions-api': {
    file: 'docs/decisions/api.md',
    title: ['設計判断：API', 'Decisions: API'],
    about: ['スキーマ、上限、エラー', 'Schema, limits, errors'],
  },
  'decisions-engine': {
    file: 'docs/decisions/engine.md',
    title: ['設計判断：エンジン', 'Decisions: engine'],
    about: ['GraphQLからCypherへ', 'From GraphQL to Cypher'],
  },
  'decisions-model': {
    file: 'docs/decisions/model.md',
    title: ['設計判断：モデル', 'Decisions: model'],
    about: ['型、計画段階、出典', 'Types, stages, sources'],
  },
  'decisions-dataset': {
    file: 'docs/decisions/dataset.md',
    title: ['設計判断：データセット', 'Decisions: dataset'],
    about: ['抽出と読み込み', 'Extraction and loading'],
  },
  'decisions-analyses': {
    file: 'docs/decisions/analyses.md',
    title: ['設計判断：分析と出力', 'Decisions: analyses'],
    about: ['分析、エクスポート、調書', 'Analyses, exports, dossiers'],
  },
  'decisions-pages': {
    file: 'docs/decisions/pages.md',
    title: ['設計判断：画面', 'Decisions: pages'],
    about: ['図、埋め込み、ページの見出し', 'Figures, embedding, heads of pages'],
  },
  changelog: {
    file: 'CHANGELOG.md',
    title: ['変更履歴', 'Changelog'],
    about: ['版ごとの変更', 'What changed in each version'],
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly title: readonly [ja: string, en: string];
      readonly about: readonly [ja: string, en: string];
    }
  >
>;

export type DocumentName = keyof typeof documents;

export const isDocumentName = (name: string): name is DocumentName => Object.hasOwn(documents, name);
