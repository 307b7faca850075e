/** What cities call the columns of the template in workbooks of their own. */
import { type SheetKey, template } from '../template.js';
import { headingName } from './heading-name.js';

/** Columns by what their headings say: 目標/年度 is 年度 below 目標. */
type Synonyms = Partial<Record<SheetKey, Readonly<Record<string, readonly string[]>>>>;

/** What says of a department that it answers for a thing, and how departments are called behind it. */
const answering = ['担当', '所管', '主管', '主担当', '実施'];
const units = ['課', '部署', '部課', '部局', '課室', '所属', '係', '課係', '課・係'];

/** Columns of departments; where 部 and 課 stand below one heading, the lower one is meant. */
const divisions: readonly string[] = [
  // The usual ones come first.
  ...['担当課', '所管課', '主管課', '担当部署', '担当', '所管', '主管', '課・係', '所属'],
  ...answering.flatMap((word) => units.flatMap((unit) => [`${word}${unit}`, `${word}${unit}名`])),
  ...['', ...units].flatMap((unit) =>
    answering.flatMap((word) => ['課', '課名', '課室', '主管課'].map((lower) => `${word}${unit}/${lower}`)),
  ),
];
const goals = ['SDGs', 'SDGsの目標', 'SDGsゴール', '関連するSDGs', '関連SDGs', 'SDGs目標', 'SDGs番号'];

const policyItems = {
  code: ['施策番号', '施策コード', '施策No', '施策ID', '基本施策番号'],
  name: [
    '施策名',
    '施策名称',
    '施策の名称',
    '基本施策名',
    '施策',
    '基本施策',
    '施策体系',
    '該当施策',
    '中項目',
    '中分類',
  ],
};

/** The levels of a plan that has one more above its projects: 基本目標, 政策, 施策. */
export const fourLevels = {
  fields: { number: ['基本目標番号', '大綱番号'], name: ['基本目標名', '基本目標', '大綱', '基本方針', '将来像'] },
  policyItems: { code: ['政策番号'], name: ['政策名', '政策', '基本政策', '政策分野'] },
  measures: policyItems,
} as const satisfies Synonyms;

/** Headings that say of what kind of thing they are, the most telling first. */
export const synonyms: Synonyms = {
  organisation: {
    name: ['部署名', '組織名', '課名', '課室名', '部署', '課室'],
    nameKana: ['よみ', '読み', '読み仮名', 'ふりがな', 'フリガナ', 'カナ'],
    parent: ['上位部署', '部名', '部局名'],
    from: ['設置日', '設置年月日', '開始年月日'],
    until: ['廃止日', '廃止年月日', '終了年月日'],
    before: ['旧部署名', '旧組織名', '旧課名', '改正前'],
  },
  fields: {
    number: ['分野番号', '章番号', '分野コード', '章No', '分野No', '政策番号', '基本目標番号'],
    name: ['分野名', '章名', '政策名', '政策分野', '分野', '章', '政策', '基本目標', '大項目', '大分類'],
  },
  policyItems,
  measures: {
    code: ['取組番号', '取組コード', '取組No', '事業番号', '事業コード', '事業No', '取り組み番号', '基本事業番号'],
    name: [
      '取組名',
      '取組名称',
      '取組の名称',
      '取組',
      '取り組み',
      '主な取組',
      '具体的な取組',
      '事業名',
      '事業名称',
      '主要事業名',
      '主要事業',
      '実施事業名',
      '基本事業名',
      '基本事業',
      '小項目',
      '小分類',
    ],
    partners: ['関係課', '連携課', '関連課', '協力課', '連携部署', '関係部署'],
  },
  projects: {
    name: ['事務事業名', '事務事業名称', '事務事業'],
    code: ['事務事業コード', '事務事業番号'],
    expenditure: ['款', '款名', '款名称', '会計・款', '会計/款', '予算科目/款', '科目/款', '歳出科目/款'],
  },
  indicators: {
    code: ['指標番号', '指標コード', '指標No', 'KPI番号'],
    name: [
      '指標名',
      '指標名称',
      '指標の名称',
      '成果指標名',
      'KPI名',
      '指標',
      '成果指標',
      '評価指標',
      '数値目標',
      'KPI',
      '重要業績評価指標',
      '活動指標名',
      '活動指標',
    ],
    subject: ['対象', '測定対象', '指標の対象', '対象施策', '対象取組', '対象事業', '対象事務事業', '関連施策'],
    unit: ['単位'],
    direction: ['方向', '増減', '目指す方向', 'めざす方向', '指標の方向', '目標の方向', '望ましい方向', '指標の向き'],
    baselineYear: [
      '基準年度',
      '基準年',
      '現状年度',
      '現状年',
      '現状/年度',
      '基準/年度',
      '現況/年度',
      '現状値/年度',
      '基準値/年度',
    ],
    baseline: [
      '基準値',
      '現状値',
      '現況値',
      '現状',
      '当初値',
      '策定時',
      '現状/値',
      '基準/値',
      '現状/数値',
      '現状値/値',
      '基準値/値',
    ],
    targetYear: ['目標年度', '目標年', '達成年度', '目標/年度', '目標値/年度'],
    target: ['目標値', '目標', '目標/値', '目標/数値', '目標値/値'],
  },
  relatedPlans: {
    name: ['計画名', '関連計画', '関連計画名', '個別計画', '個別計画名', '計画の名称', '計画名称'],
    // Of a column of both years the first is taken for the start, and both are read.
    start: [
      '計画開始',
      '始期',
      '策定年度',
      '開始年',
      '開始年度',
      '期間/開始',
      '計画期間/開始',
      '計画期間/始期',
      '計画期間',
      '計画年度',
      '期間',
    ],
    end: ['計画終了', '終期', '終了年', '終了年度', '期間/終了', '計画期間/終了', '計画期間/終期'],
  },
};

/** What cities call fields, which are numbers beside their names: 章 beside 章の名称. */
export const fieldWords: readonly string[] = ['章', '分野', '政策', '基本目標', '大綱'];

/** What a sheet of projects calls them, where 事業名 is none of a measure. */
export const projectsCalled: Readonly<Record<string, readonly string[]>> = {
  name: ['事業名', '事業名称', '事業の名称', '主要事業名', '主要事業', '実施事業名', '事業'],
  code: ['事業コード', '事業番号', '事業No', '事業ID'],
};

/** What a sheet of grades calls them. */
const scales: Readonly<Record<string, readonly string[]>> = {
  grade: [
    '評価',
    '評価区分',
    '評価ランク',
    'ランク',
    '判定',
    '記号',
    '区分',
    '進捗状況',
    '達成状況',
    '達成度',
    '進捗度',
  ],
  meaning: [
    '意味',
    '内容',
    '評価内容',
    '評価の内容',
    '基準',
    '評価基準',
    '判定基準',
    '判断基準',
    '説明',
    '定義',
    '考え方',
  ],
  order: ['順', '順位'],
  step: ['段階', '評価段階'],
};

/** What a sheet of departments calls the levels of its units, from the highest. */
export const unitNames: readonly (readonly string[])[] = [
  ['部局名', '部局', '部名', '部', '局名', '局', '部・局'],
  ['課名', '課室名', '課室', '課・室', '課', '室'],
  ['係名', '係', '係・担当', '担当名', 'グループ', '班'],
];

/** Sheets that say by their name that they list grades, or departments. */
const scalesSheet = /評価(?:の?基準|尺度|の?区分|ランク|の見方|の目安)|判定(?:の?基準|の?区分)/;
export const organisationSheet = /組織|機構|部署|部課|課室/;

/** Whether all of some sheets are so called. */
export const areCalled = (sheetNames: readonly string[], pattern: RegExp): boolean =>
  sheetNames.every((name) => pattern.test(name.normalize('NFKC')));

/** What sheets are, beside their names, as far as it tells what their headings mean. */
export interface Meaning {
  /** Whether 事業 means a project. */
  readonly areProjects: boolean;
  /** Whether the plan has 基本目標, 政策 and 施策 above its projects. */
  readonly isOfFour: boolean;
}

/** The headings of a kind of thing, in sheets that are so called. */
export function namesIn(
  sheetNames: readonly string[],
  { areProjects, isOfFour }: Meaning,
  kind: SheetKey,
  key: string,
): readonly string[] {
  if (kind === 'scales') return areCalled(sheetNames, scalesSheet) ? (scales[key] ?? []) : [];
  const ofLevel: Readonly<Partial<Record<string, readonly string[]>>> | undefined =
    isOfFour && Object.hasOwn(fourLevels, kind) ? fourLevels[kind as keyof typeof fourLevels] : undefined;
  if (ofLevel?.[key]) return ofLevel[key];
  const names = synonyms[kind]?.[key] ?? [];
  const called = projectsCalled[key] ?? [];
  if (!areProjects) return names;
  if (kind === 'projects') return [...names, ...called];
  return kind === 'measures' ? names.filter((name) => !called.includes(name)) : names;
}

/** The headings that only sheets of a name have, by which their rows of headings are found. */
export const namesOfSheet = (sheetName: string): readonly string[] => [
  ...(areCalled([sheetName], scalesSheet) ? Object.values(scales).flat() : []),
  ...(areCalled([sheetName], organisationSheet) ? unitNames.flat() : []),
];

/** What cities call what they keep of things year by year: 令和5年度予算額, or 予算額 below 令和5年度 or beside 年度. */
export const kept = {
  costs: {
    budget: [
      '予算額',
      '予算',
      '予算現額',
      '当初予算',
      '当初予算額',
      '現計予算',
      '現計予算額',
      '最終予算',
      '最終予算額',
      '補正後予算',
      '補正後予算額',
    ],
    settled: ['決算額', '決算', '決算見込額', '決算見込', '支出済額'],
  },
  observations: {
    planned: ['計画値', '計画', '年度目標', '目標値', '目標'],
    actual: ['実績値', '実績'],
  },
  evaluations: {
    grade: [
      ...['評価', '評価結果', '評価区分', '評価ランク', 'ランク', '判定', '判定結果'],
      // Alone they may be words on how things stand.
      ...['評価/進捗状況', '評価/進捗度', '評価/進捗', '評価/達成状況', '評価/達成度', '評価/区分', '評価/結果'],
    ],
    direction: ['方向性', '今後の方向性', '今後の方向', '今後の展開'],
    comment: [
      'コメント',
      '評価コメント',
      '評価理由',
      '評価の理由',
      '評価の説明',
      '評価/理由',
      '評価/意見',
      '所見',
      '講評',
      '総評',
      '課題及び改善策',
      '課題と改善策',
      '課題・改善策',
      '課題と対応',
      '主な成果',
      '成果と課題',
    ],
  },
} as const satisfies Partial<Record<SheetKey, Readonly<Record<string, readonly string[]>>>>;

/** What may be a budget or what was only planned to be one. */
export const plannedAmounts = [
  '計画額',
  '計画事業費',
  '概算事業費',
  '事業費',
  '事業費計画額',
  '事業費見込額',
  '見込額',
];

/** Rows of amounts that are the whole of what a project costs, which parts stand below. */
export const amountRows = [...plannedAmounts, '直接事業費', '総事業費', '事業費計', '事業費合計', '事業費総額'].map(
  (name) => headingName(name),
);

/** A column beside which a row tells of one year. */
export const yearNames = ['年度', '会計年度', '対象年度', '評価年度', '実施年度', '事業年度', '決算年度', '実績年度'];

/** A column that says by whom a row was evaluated. */
export const stepNames = ['段階', '評価段階', '評価の段階', '評価種別'];

/** Headings that say it of whatever thing the sheet lists. */
export const generalSynonyms = {
  code: ['コード', '管理番号', '整理番号', '整理No', '番号', 'ID', '符号', '項番', 'No'],
  name: ['名称', '名前', '件名', '項目名', '項目'],
  departments: divisions,
  sdgs: goals,
} as const;

/** All headings that say what a column is, as they are compared. */
export const everyHeading: ReadonlySet<string> = new Set(
  [
    ...[...Object.values(synonyms), ...Object.values(kept)].flatMap((columns) => Object.values(columns)),
    ...Object.values(generalSynonyms),
    plannedAmounts,
    yearNames,
    stepNames,
  ]
    .flat()
    .map((name) => headingName(name)),
);

/** What sheets are called that list a kind of thing, the most telling first. */
export const sheetWords: readonly (readonly [pattern: RegExp, key: SheetKey])[] = [
  [scalesSheet, 'scales'],
  [/指標|KPI/i, 'indicators'],
  [/事務事業/, 'projects'],
  [/関連計画|個別計画|計画一覧/, 'relatedPlans'],
  [organisationSheet, 'organisation'],
  [/取組|取り組み|事業/, 'measures'],
  [/施策/, 'policyItems'],
  [/分野|章|政策/, 'fields'],
];

/** The heading of the template for a column. */
export const templateHeading = (sheet: SheetKey, key: string): string =>
  (template[sheet].columns as Readonly<Record<string, { readonly heading: string }>>)[key]?.heading ?? key;
