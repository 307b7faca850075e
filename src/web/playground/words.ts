import { type Language, useLanguage } from '../explorer/language/language.js';

const ja = {
  home: '政策グラフ',
  title: 'API プレイグラウンド',
  explorer: 'エクスプローラー',
  schemaMap: 'スキーマ図',
  copyLink: 'このクエリへのリンクをコピー',
  copied: 'コピーしました',
  gallery: {
    title: 'クエリ例',
    hint: '選ぶと新しいタブで開き、実行します。',
    filter: '語句で絞り込む',
    count: (shown: number) => `${shown} 件`,
    none: '当てはまるクエリ例はありません。',
    audiences: { analyst: '分析', dashboard: 'ダッシュボード', developer: '開発' },
  },
  explain: {
    title: '実行の詳細',
    hint: 'クエリを実行すると、データベースへ送られたCypher文、かかった時間、コストをここに示します。',
    profile: 'Neo4jの演算子も調べる（遅くなります）',
    showExtensions: '応答にextensionsも表示する',
    times: '時間',
    roundTrip: '往復',
    compile: 'Cypher文の組み立て',
    database: 'データベース',
    assemble: '応答の組み立て',
    cost: 'コスト',
    costOf: (requested: string, limit: string) => `${requested}（上限 ${limit}）`,
    mostExpensive: '最も重いフィールド',
    statements: 'データベースへ送られたCypher文',
    noStatements: 'データベースへ送られたCypher文はありません。',
    statement: (number: number) => `Cypher文 ${number}`,
    planReused: '組み立て済みの文を再利用',
    planNew: '新しく組み立て',
    parameters: 'パラメーター',
    copy: 'Cypher文をコピー',
    operators: 'Neo4jの演算子',
    operator: '演算子',
    rows: '行数',
    dbHits: 'DBヒット',
    details: '詳細',
    notAllowed:
      'このサービスでは実行の詳細の表示が許可されていません。管理者が EXPLAIN=on で起動するか、サービスと同じマシンから開くと表示されます。',
    notRun: 'エラーのため、クエリは実行されませんでした。',
  },
  summary: {
    label: '最後に実行したクエリ',
    none: 'まだ実行していません。▶ または Ctrl+Enter で実行します。',
    statements: (count: number) => `Cypher文 ${count} 件`,
    open: '詳細を開く',
  },
  noSchema:
    'スキーマを取得できないため、ドキュメント、補完、クエリ作成は使えません。クエリ例を開くことと、クエリの実行はできます。',
};

type Words = typeof ja;

const en: Words = {
  home: 'Policy graph',
  title: 'API playground',
  explorer: 'Explorer',
  schemaMap: 'Schema map',
  copyLink: 'Copy a link to this query',
  copied: 'Copied',
  gallery: {
    title: 'Examples',
    hint: 'Choose one to open it in a new tab and run it.',
    filter: 'Filter by words',
    count: (shown) => `${shown}`,
    none: 'No example fits.',
    audiences: { analyst: 'Analysis', dashboard: 'Dashboards', developer: 'Development' },
  },
  explain: {
    title: 'Execution details',
    hint: 'Run an operation to see here the statements that were sent to the database, the time they took and the cost.',
    profile: 'Ask for Neo4j’s operators too (slower)',
    showExtensions: 'Show extensions in the answer',
    times: 'Time',
    roundTrip: 'Round trip',
    compile: 'Compiling',
    database: 'Database',
    assemble: 'Assembling',
    cost: 'Cost',
    costOf: (requested, limit) => `${requested} (limit ${limit})`,
    mostExpensive: 'Most expensive field',
    statements: 'Statements sent to the database',
    noStatements: 'No statement was sent to the database.',
    statement: (number) => `Statement ${number}`,
    planReused: 'compiled before, reused',
    planNew: 'compiled now',
    parameters: 'Parameters',
    copy: 'Copy the statement',
    operators: 'Neo4j’s operators',
    operator: 'Operator',
    rows: 'Rows',
    dbHits: 'DB hits',
    details: 'Details',
    notAllowed:
      'This service does not allow explanations. They are shown where it was started with EXPLAIN=on, or where this page is opened on the machine that it runs on.',
    notRun: 'The operation was not carried out because of an error.',
  },
  summary: {
    label: 'Last operation',
    none: 'Nothing has been run yet. Press ▶ or Ctrl+Enter.',
    statements: (count) => `${count} ${count === 1 ? 'statement' : 'statements'}`,
    open: 'Show details',
  },
  noSchema:
    'The schema cannot be read: there is no documentation, completion or query builder. Examples can be opened, and queries can be run.',
};

const words: Record<Language, Words> = { ja, en };

/** The words of the playground itself in the language of the page; GraphiQL's own are English. */
export const useWords = (): Words => words[useLanguage()];
