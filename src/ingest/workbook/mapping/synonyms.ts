/** What cities call the columns of the template in workbooks of their own. */
import { type SheetKey, template } from '../template.js';

/** Columns by what their headings say: 目標/年度 is 年度 below 目標. */
type Synonyms = Partial<Record<SheetKey, Readonly<Record<string, readonly string[]>>>>;

const divisions = [
  '担当課',
  '所管課',
  '主管課',
  '担当部署',
  '主担当課',
  '担当課名',
  '所管課名',
  '担当',
  '所管',
  '主管',
  '担当/主管課',
  '担当部課',
  '担当所属',
  '所属',
];
const goals = ['SDGs', 'SDGsの目標', 'SDGsゴール', '関連するSDGs', '関連SDGs', 'SDGs目標', 'SDGs番号'];

/** Headings that say of what kind of thing they are. */
export const synonyms: Synonyms = {
  organisation: {
    name: ['部署名', '課名', '課室名', '組織名', '部署', '課室'],
    parent: ['部名', '上位部署', '部局名'],
    from: ['設置日', '設置年月日', '開始年月日'],
    until: ['廃止日', '廃止年月日', '終了年月日'],
    before: ['旧部署名', '旧組織名', '旧課名', '改正前'],
  },
  fields: {
    number: ['分野番号', '章番号', '分野コード', '章No', '分野No', '政策番号', '基本目標番号'],
    name: ['分野', '章', '分野名', '章名', '政策分野', '政策', '政策名', '基本目標', '大項目', '大分類'],
  },
  policyItems: {
    code: ['施策番号', '施策コード', '施策No', '施策ID', '基本施策番号'],
    name: ['施策', '施策名', '施策名称', '施策の名称', '基本施策', '基本施策名', '中項目', '中分類'],
  },
  measures: {
    code: ['取組番号', '取組コード', '取組No', '事業番号', '事業コード', '事業No', '取り組み番号', '基本事業番号'],
    name: [
      '取組',
      '取組名',
      '取組名称',
      '取組の名称',
      '取り組み',
      '主な取組',
      '具体的な取組',
      '事業名',
      '事業名称',
      '主要事業',
      '基本事業',
      '基本事業名',
      '小項目',
      '小分類',
    ],
    partners: ['関係課', '連携課', '関連課', '協力課', '連携部署', '関係部署'],
  },
  projects: {
    name: ['事務事業', '事務事業名', '事務事業名称'],
    code: ['事務事業番号', '事務事業コード'],
    expenditure: ['款'],
  },
  indicators: {
    code: ['指標番号', '指標コード', '指標No'],
    name: ['指標', '指標名', '成果指標', '指標名称', '評価指標', '数値目標', 'KPI', '指標の名称', '成果指標名'],
    unit: ['単位'],
    direction: ['方向', '増減', '目指す方向', '指標の方向', '目標の方向'],
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
    start: ['計画開始', '始期', '策定年度', '開始年', '開始年度', '期間/開始', '計画期間/開始', '計画期間/始期'],
    end: ['計画終了', '終期', '終了年', '終了年度', '期間/終了', '計画期間/終了', '計画期間/終期'],
  },
};

/** What a sheet of 事務事業 calls them, where 事業名 is none of a measure. */
const projectsCalled: Readonly<Record<string, readonly string[]>> = {
  name: ['事業名', '事業名称', '事業', '事業の名称'],
  code: ['事業番号', '事業コード', '事業No', '事業ID'],
};

/** The headings of a kind of thing, in sheets that are so called. */
export function namesIn(sheetNames: readonly string[], kind: SheetKey, key: string): readonly string[] {
  const names = synonyms[kind]?.[key] ?? [];
  const called = projectsCalled[key] ?? [];
  if (!sheetNames.every((name) => /事務事業/.test(name.normalize('NFKC')))) return names;
  if (kind === 'projects') return [...names, ...called];
  return kind === 'measures' ? names.filter((name) => !called.includes(name)) : names;
}

/** What cities call the amounts and values of a year: 令和5年度予算額, or 予算額 below 令和5年度. */
export const yearly: Partial<Record<SheetKey, Readonly<Record<string, readonly string[]>>>> = {
  costs: {
    budget: ['予算額', '予算', '当初予算', '当初予算額', '現計予算額', '最終予算額'],
    settled: ['決算額', '決算', '決算見込額', '決算見込'],
  },
  observations: {
    planned: ['計画値', '計画', '年度目標', '目標値', '目標'],
    actual: ['実績値', '実績'],
  },
};

/** Headings that say it of whatever thing the sheet lists. */
export const generalSynonyms = {
  code: ['コード', '番号', 'No', '整理番号', '整理No', '管理番号', '項番', '符号', 'ID'],
  name: ['名称', '名前', '件名', '項目名', '項目'],
  departments: divisions,
  sdgs: goals,
} as const;

/** What sheets are called that list a kind of thing, the most telling first. */
export const sheetWords: readonly (readonly [pattern: RegExp, key: SheetKey])[] = [
  [/事務事業/, 'projects'],
  [/指標|KPI/i, 'indicators'],
  [/関連計画|個別計画|計画一覧/, 'relatedPlans'],
  [/組織|部署|課室/, 'organisation'],
  [/取組|取り組み|事業/, 'measures'],
  [/施策/, 'policyItems'],
  [/分野|章|政策/, 'fields'],
];

/** The heading of the template for a column. */
export const templateHeading = (sheet: SheetKey, key: string): string =>
  (template[sheet].columns as Readonly<Record<string, { readonly heading: string }>>)[key]?.heading ?? key;
