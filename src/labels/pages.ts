/** The pages of the explorer by the first part of their addresses: their titles, and what search engines and previews of links say. */
export const pages = {
  overview: {
    title: ['概要', 'Overview'],
    description: [
      '市の計画や行政改革の文書を読み取り、施策・部署・SDGs・指標のつながりを出典の行とともに示します。',
      'What a city’s plans and reform documents say of measures, departments, SDGs and indicators, and how these are linked, with the lines that say so.',
    ],
  },
  progress: {
    title: ['進み具合', 'Progress'],
    description: [
      '成果指標の目標までの距離、行政改革の年度目標の動き、年度末評価を図で示します。',
      'How far indicators are from their targets, how goals move from year to year, and how reform work was graded.',
    ],
  },
  survey: {
    title: ['市民アンケート', 'Survey'],
    description: [
      '市民アンケートの満足度と重要度を、施策ごとの象限・推移・順位で示します。',
      'Satisfaction and importance of each policy item: quadrants, changes over the years and ranks.',
    ],
  },
  sdgs: {
    title: ['SDGs', 'SDGs'],
    description: [
      'SDGsの目標ごとに、関わる施策と部署を示します。',
      'Which policy items and departments touch which of the SDGs.',
    ],
  },
  collaboration: {
    title: ['部署の連携', 'Collaboration'],
    description: [
      'どの部署がどの部署と、どの役割で施策や取組をともにするかを示します。',
      'Which departments share work with which others, and in which roles.',
    ],
  },
  embed: {
    title: ['図', 'Figure'],
    description: ['他のページに埋め込むための図です。', 'A figure to stand in other pages.'],
  },
  figures: {
    title: ['図', 'Figure'],
    description: [
      '図と、その数値の表、出典、引用の仕方です。',
      'A figure with its table, its sources and how to cite it.',
    ],
  },
  lists: {
    title: ['一覧', 'Lists'],
    description: [
      '条件で絞り込み、並べ替え、CSV や Excel で保存できる一覧です。',
      'A list to filter, order and save as CSV or Excel.',
    ],
  },
  things: {
    title: ['項目', 'Thing'],
    description: [
      '文書に書かれた内容、関係する項目、計画段階ごとの違いと、その出典の行です。',
      'What the documents say of it, what it is linked with, how the stages of the plan differ, and the lines that say so.',
    ],
  },
  graph: {
    title: ['つながり', 'Graph'],
    description: [
      '部署の連携や項目のつながりを図で示します。',
      'Who works with whom, and what is linked with what, as a drawing.',
    ],
  },
  paths: {
    title: ['経路', 'Paths'],
    description: ['二つの項目を結ぶつながりを文で示します。', 'How two things are linked, step by step, in sentences.'],
  },
  compare: {
    title: ['計画の比較', 'Compare plans'],
    description: [
      '現行計画・素案・確定計画の間で何が変わったかを示します。',
      'What changed between the current plan, the draft and the adopted plan.',
    ],
  },
  beside: {
    title: ['並べて比較', 'Side by side'],
    description: [
      '部署・施策・計画などを二つ以上並べ、共通するものと違うものを示します。',
      'Two or more departments, items or plans beside each other: what they share, and where they differ.',
    ],
  },
  pivot: {
    title: ['クロス集計', 'Cross table'],
    description: [
      '施策・実施計画シート・指標を、選んだ二つの軸で数えます。',
      'Measures, sheets or indicators counted along any two dimensions.',
    ],
  },
  cities: {
    title: ['市区町村', 'Cities'],
    description: [
      '読み込み済みの市区町村を、目標・評価・達成状況と、何を読んだかで並べます。',
      'The loaded cities beside each other: goals, grades, attained targets, and what was read of each.',
    ],
  },
  gaps: {
    title: ['不足・未連携', 'Gaps'],
    description: [
      '文書に記載がないものや、つながっていないものを理由とともに示します。',
      'What the documents leave open or unlinked, with the reasons.',
    ],
  },
  search: {
    title: ['検索', 'Search'],
    description: ['名称・番号・読み・語句で探します。', 'Search by names, codes, readings and words.'],
  },
  schema: {
    title: ['スキーマ図', 'Schema map'],
    description: ['データの種類とそのつながりです。', 'The types of the data and how they are linked.'],
  },
  glossary: {
    title: ['用語と見方', 'Glossary'],
    description: [
      '計画段階、年度末評価、未読と「なし」の違いなど、言葉の意味をまとめています。',
      'What the words mean: stages, grades, and how not read differs from none.',
    ],
  },
  docs: {
    title: ['開発者向け文書', 'Documentation'],
    description: [
      'APIの使い方、HTTPの仕様、設定、運用、開発の文書です。',
      'How to use the API, HTTP in detail, settings, operations, development.',
    ],
  },
  playground: {
    title: ['API プレイグラウンド', 'API playground'],
    description: [
      'GraphQL の例を選んで試し、結果を保存できる画面です。',
      'Try examples of GraphQL, see what they cost, and save the answers.',
    ],
  },
} as const satisfies Readonly<
  Record<string, { readonly title: readonly [string, string]; readonly description: readonly [string, string] }>
>;

export type Page = keyof typeof pages;

/** The figures by their names in addresses, which stay: people cite and embed them. */
export const figures = {
  'indicator-distance': ['成果指標の目標までの距離', 'How far indicators are from their targets'],
  'sheet-courses': ['実施計画シートの年度目標の動き', 'How the goals of reform sheets move'],
  grades: ['年度末評価の内訳', 'Grades of reform sheets'],
  'survey-quadrants': ['市民アンケートの満足度と重要度', 'Satisfaction and importance in the survey'],
  'survey-slopes': ['市民アンケートの推移', 'The survey over the years'],
  'survey-ranks': ['市民アンケートの順位', 'Ranks in the survey'],
  'sdg-goals': ['SDGsの目標ごとの施策', 'Policy items by SDG'],
  'plan-changes': ['計画段階の間の変更', 'Changes between stages of the plan'],
  'collaboration-matrix': ['部署の連携', 'Collaboration of departments'],
} as const;

export type FigureName = keyof typeof figures;

export const isFigureName = (name: string): name is FigureName => Object.hasOwn(figures, name);

/** What all of it is called. */
export const product = ['政策グラフ', 'Policy graph'] as const;
