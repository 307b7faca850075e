/**
 * The pages of the explorer by the first part of their addresses: their titles, and what they are in a sentence or two, for
 * search engines and previews of links, and under the heading of most.
 */
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
      '成果指標が目標までどれだけ離れているか、行政改革の年度目標がどう動くか、その取組がどう評価されたかを示します。図の線や数字を選ぶと、その項目のページと出典を確認できます。',
      'How far indicators are from their targets, how the goals of reform sheets move from year to year, and how the sheets were graded. Every mark opens its thing, with its sources.',
    ],
  },
  survey: {
    title: ['市民アンケート', 'Survey'],
    description: [
      '市民アンケートで、各施策大項目がどれだけ重要とされ、どれだけ満足されているかを示します。点や線を選ぶと、その施策大項目のページを確認できます。',
      'How important the survey of citizens finds each policy item, and how satisfied it is with it. Every mark opens its policy item.',
    ],
  },
  sdgs: {
    title: ['SDGs', 'SDGs'],
    description: [
      '施策大項目に文書が挙げるSDGsを、目標ごとにまとめています。施策中項目と部署は、その施策大項目から導いたものです。',
      'The SDGs that the documents name for policy items, goal by goal. Measures and departments follow from these policy items.',
    ],
  },
  collaboration: {
    title: ['部署の連携', 'Collaboration'],
    description: [
      '同じ施策中項目や実施計画シートに名を連ねる部署の組み合わせです。だれが担当し、だれが連携するかを分けて示します。',
      'Departments that stand together at a measure or a reform sheet, and who leads and who supports.',
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
      '条件で絞り込み、並べ替え、列を選び、CSV や Excel で保存できる一覧です。行の名称を選ぶと、文書の出典の行と、つながる項目を確認できます。',
      'A list to filter, order and save as CSV or Excel. The name in each row opens its page, with the lines of the documents and what it is linked with.',
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
      '読み込み済みの市区町村を並べます。「未読」は文書を読んでいないことで、「なし」ではありません。',
      'The loaded cities beside each other. “Not read” says that nobody looked, which is not none.',
    ],
  },
  gaps: {
    title: ['不足・未連携', 'Gaps'],
    description: [
      '文書に記載のないこと、つながりのないことを、確認した文書の範囲で示します。読み込んでいない章は対象に含みません（引用された名称のみ一覧に示します）。',
      'What the documents do not say or do not connect, as far as they were read. Chapters that were not read are not covered, except for names cited from them.',
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
      '文書の言葉と、この画面での見方をまとめています。文書に定義があるものは文書に従い、ないものはそう記しています。',
      'The words of the documents, and how these pages are to be read. Where no document defines a word, this says so.',
    ],
  },
  docs: {
    title: ['開発者向け文書', 'Documentation'],
    description: [
      'APIを使う人、サービスを動かす人、コードを変える人のための文書です。本文は英語です。',
      'For whoever uses the API, runs the service or changes the code.',
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

/** The pages that say under their heading what they are. */
export const pagesWithLead = [
  'overview',
  'progress',
  'survey',
  'sdgs',
  'collaboration',
  'lists',
  'cities',
  'gaps',
  'glossary',
  'docs',
] as const satisfies readonly Page[];

/** Named things that are few, or are met within others only. */
const withoutListPage: ReadonlySet<string> = new Set([
  'Municipality',
  'SupportingScope',
  'ReformField',
  'ReformPerspective',
]);

/** Whether a type of the model has a page with its list. */
export const hasListPage = ({
  name,
  listed,
  entity,
}: {
  readonly name: string;
  readonly listed: boolean;
  readonly entity: boolean;
}): boolean => listed && entity && !withoutListPage.has(name);

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
  'collaboration-network': ['部署のネットワーク', 'Network of departments'],
} as const;

export type FigureName = keyof typeof figures;

export const isFigureName = (name: string): name is FigureName => Object.hasOwn(figures, name);

/** What all of it is called. */
export const product = ['政策グラフ', 'Policy graph'] as const;
