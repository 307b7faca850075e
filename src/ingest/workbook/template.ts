/**
 * The template: which sheets and columns a workbook of a city has, and what each means. The template's writer,
 * the reader, the report and the documentation follow from this one declaration. Headings stay as they are, so that workbooks
 * outlive versions of the service.
 */
import { type Description, describe } from '../../model/declaration.js';
import { directionChoices, stepChoices } from './evaluation-words.js';
import { titleNames } from './expenditure.js';

export interface TemplateColumn {
  readonly heading: string;
  /** What goes into it, for the note at the heading. */
  readonly note: Description;
  /** What the example row of the template has there. */
  readonly example: string;
  /** A row without it cannot be imported. */
  readonly required: boolean;
  /** What people choose from: words, or the cells of a column of another sheet. */
  readonly choices: readonly string[] | { readonly sheet: string; readonly heading: string } | null;
}

export interface TemplateSheet {
  readonly name: string;
  readonly description: Description;
  /** The id of the source document that stands for the sheet. */
  readonly document: string;
  readonly columns: Readonly<Record<string, TemplateColumn>>;
}

type ColumnOptions = Partial<Pick<TemplateColumn, 'required' | 'choices'>>;

const column = (
  heading: string,
  ja: string,
  en: string,
  example: string,
  { required = false, choices = null }: ColumnOptions = {},
): TemplateColumn => ({ heading, note: describe(en, ja), example, required, choices });

const required = { required: true };
const from = (sheet: string, heading: string) => ({ choices: { sheet, heading } });

/** The columns that say which thing a row is about. */
export const identityKeys: readonly string[] = ['code', 'number', 'name'];

/** The sheets whose things other sheets can tell more of. */
export const addableKeys = ['fields', 'policyItems', 'measures', 'projects', 'indicators'] as const;

/** The columns whose cells hold several values. */
export const listKeys: readonly string[] = ['departments', 'partners', 'before', 'sdgs', 'policyItems'];

/** The columns whose cells are kept as they are written, so that 未定 is a value of them. */
export const writtenKeys: readonly string[] = [
  ...['name', 'nameEn', 'plan', 'meaning', 'comment', 'direction'],
  ...['baseline', 'target', 'planned', 'actual'],
];

const english = column('名称（英語）', '英語名（任意）', 'English name (optional)', '');

/** The words for the way in which an indicator should move. */
export const directions = {
  増加: 'INCREASE',
  減少: 'DECREASE',
  維持: 'MAINTAIN',
  上限以内: 'AT_MOST',
} as const;

/** The keys of the columns that say what the city calls the level of a sheet. */
export const levelKeys = {
  fields: { name: 'fieldLevel', nameEn: 'fieldLevelEn' },
  policyItems: { name: 'policyItemLevel', nameEn: 'policyItemLevelEn' },
  measures: { name: 'measureLevel', nameEn: 'measureLevelEn' },
  projects: { name: 'projectLevel', nameEn: 'projectLevelEn' },
} as const;

const levelName = (sheet: keyof typeof levelKeys, name: string, example: string): Record<string, TemplateColumn> => ({
  [levelKeys[sheet].name]: column(
    `${name}の呼称`,
    `シート「${name}」の階層を計画で何と呼ぶか（${example}など）。空なら「${name}」`,
    `What the plan calls the level of the sheet ${name}; where empty, ${name}`,
    example,
  ),
  [levelKeys[sheet].nameEn]: column(`${name}の呼称（英語）`, 'その英語（任意）', `The same in English (optional)`, ''),
});

export const template = {
  municipality: {
    name: '市区町村',
    description: describe('The city, in one row.', '市区町村。1行だけ記入します'),
    document: 'workbook-municipality',
    columns: {
      code: column(
        '団体コード',
        '検査数字を含む6桁の全国地方公共団体コード',
        'Local-government code, six digits',
        '990027',
        required,
      ),
      name: column('名称', '市区町村の名称', 'Name of the city', 'あおば市', required),
      nameEn: column('名称（英語）', '英語名（任意）', 'English name (optional)', 'Aoba City'),
      key: column(
        'キー',
        '識別子の先頭に付く短い名前。半角の英小文字・数字・ハイフン。後から変えないでください',
        'Short name that all identifiers start with: a-z, 0-9 and hyphens. Never change it later',
        'aoba',
        required,
      ),
      plan: column(
        '計画名',
        '計画の名称。出典の文書名にも使います',
        'Name of the plan, also for the titles of sources',
        '第3次あおば市総合計画',
      ),
      start: column('開始年度', '計画の最初の年度', 'First fiscal year of the plan', '令和5年度'),
      end: column('終了年度', '計画の最後の年度', 'Last fiscal year of the plan', '令和9年度'),
      ...levelName('fields', '分野', '政策'),
      ...levelName('policyItems', '施策', '施策'),
      ...levelName('measures', '取組', '基本事業'),
      ...levelName('projects', '事務事業', '事務事業'),
    },
  },
  organisation: {
    name: '組織',
    description: describe(
      'Departments of the city, in the order in which it lists them.',
      '部署。担当部署の欄に書く名称の一覧です。機構順に並べると、画面でもその順になります',
    ),
    document: 'workbook-organisation',
    columns: {
      name: column('名称', '部署の名称', 'Name of the department', '子ども未来課', required),
      nameKana: column('よみがな', '名称の読み（ひらがな）', 'How the name is read, in hiragana', 'こどもみらいか'),
      nameEn: english,
      parent: column(
        '上位組織',
        'すぐ上の部署（部・課など）。この表の名称で書く',
        'The department right above it, by its name in this sheet',
        '福祉部',
        from('組織', '名称'),
      ),
      from: column(
        '開始日',
        '設置された日。年度だけでも可（その4月1日とする）',
        'The first day on which it exists; of a fiscal year alone its first',
        '2023/4/1',
      ),
      until: column(
        '終了日',
        '存続した最後の日（2024/3/31 など）。存続中なら空',
        'The last day on which it exists; empty while it does',
        '',
      ),
      before: column(
        '前身',
        '改称・統合・分割の前の部署。複数は改行か「、」で区切る。その部署もこの表に書く',
        'What it was before it was renamed, merged or split, which stands in this sheet too',
        '児童課',
        from('組織', '名称'),
      ),
    },
  },
  fields: {
    name: '分野',
    description: describe('Fields of policy, the chapters of the plan.', '政策分野（章）'),
    document: 'workbook-fields',
    columns: {
      number: column('番号', '章の番号', 'Number of the chapter', '1', required),
      name: column('名称', '分野の名称', 'Name of the field', '子育て・教育', required),
      nameEn: english,
    },
  },
  policyItems: {
    name: '施策',
    description: describe('Policy items, which belong to fields.', '施策。分野の下に置きます'),
    document: 'workbook-policy-items',
    columns: {
      code: column(
        'コード',
        '施策の番号（1-1 など）。文字列の書式のままにしてください',
        'Its code, such as 1-1, as text',
        '1-1',
        required,
      ),
      name: column('名称', '施策の名称', 'Name of the policy item', '子育て支援の充実', required),
      nameEn: english,
      field: column(
        '分野',
        '分野の番号または名称',
        'Number or name of its field',
        '子育て・教育',
        from('分野', '名称'),
      ),
      departments: column(
        '担当部署',
        '担当する部署。複数は改行か「、」で区切る',
        'Departments that answer for it',
        '子ども未来課',
        from('組織', '名称'),
      ),
      sdgs: column('SDGs', '関連するSDGsの番号。複数は「、」で区切る', 'Numbers of the goals that it touches', '3、4'),
    },
  },
  measures: {
    name: '取組',
    description: describe('Measures, the parts of policy items.', '取組（基本事業など）。施策の下に置きます'),
    document: 'workbook-measures',
    columns: {
      code: column(
        'コード',
        '取組の番号（1-1-1 など）。文字列の書式のままにしてください',
        'Its code, such as 1-1-1, as text',
        '1-1-1',
        required,
      ),
      name: column('名称', '取組の名称', 'Name of the measure', '保育所の整備', required),
      nameEn: english,
      policyItem: column(
        '施策',
        '施策のコードまたは名称',
        'Code or name of its policy item',
        '1-1',
        from('施策', 'コード'),
      ),
      departments: column(
        '担当部署',
        '担当する部署。複数は改行か「、」で区切る',
        'Departments that answer for it',
        '子ども未来課',
        from('組織', '名称'),
      ),
      partners: column(
        '連携部署',
        '連携する部署。複数は改行か「、」で区切る',
        'Departments that support it',
        '',
        from('組織', '名称'),
      ),
      sdgs: column('SDGs', '取組に固有のSDGsの番号', 'Numbers of the goals that it touches itself', ''),
    },
  },
  projects: {
    name: '事務事業',
    description: describe(
      'Projects of the administration, which hang on measures or policy items.',
      '事務事業。取組か施策の下に置きます',
    ),
    document: 'workbook-projects',
    columns: {
      code: column(
        'コード',
        '事務事業の番号（あれば）。識別子になります。文字列の書式のままにしてください',
        'Its code as text, if it has one: it becomes the identifier',
        '0101',
      ),
      name: column('名称', '事務事業の名称', 'Name of the project', '保育所建設事業', required),
      nameEn: english,
      measure: column('取組', '取組のコードまたは名称', 'Code or name of its measure', '1-1-1', from('取組', 'コード')),
      policyItem: column(
        '施策',
        '施策のコードまたは名称。取組を書けば空で構いません',
        'Code or name of its policy item; may stay empty where the measure is given',
        '1-1',
        from('施策', 'コード'),
      ),
      departments: column(
        '担当部署',
        '担当する部署。複数は改行か「、」で区切る',
        'Departments that run it',
        '子ども未来課',
        from('組織', '名称'),
      ),
      expenditure: column(
        '款',
        '歳出予算の款。地方自治法施行規則の14の款から選ぶ',
        'Title of the budget: one of the fourteen of the law',
        '民生費',
        { choices: titleNames },
      ),
      sdgs: column('SDGs', '事務事業に固有のSDGsの番号', 'Numbers of the goals that it touches itself', '4'),
    },
  },
  indicators: {
    name: '指標',
    description: describe('Indicators with baseline and target.', '指標。基準値と目標値'),
    document: 'workbook-indicators',
    columns: {
      code: column(
        'コード',
        '指標の番号（任意）。識別子になります',
        'Its code, if it has one: it becomes the identifier',
        'K-1',
      ),
      name: column('名称', '指標の名称', 'Name of the indicator', '待機児童数', required),
      nameEn: english,
      subject: column(
        '対象',
        '測る施策・取組・事務事業のコードまたは名称',
        'Code or name of the policy item, measure or project that it measures',
        '1-1',
      ),
      unit: column('単位', '値の単位', 'Unit of its values', '人'),
      direction: column(
        '方向',
        '目指す方向。空なら基準値と目標値から判断',
        'Which way it should move; worked out where empty',
        '減少',
        {
          choices: Object.keys(directions),
        },
      ),
      baselineYear: column('基準年度', '基準値の年度', 'Fiscal year of the baseline', '令和4年度'),
      baseline: column('基準値', '基準値', 'Value at the start', '12'),
      targetYear: column('目標年度', '目標値の年度', 'Fiscal year of the target', '令和9年度'),
      target: column('目標値', '目標値（「85%以上」も可）', 'Value aimed at (85%以上 can be written too)', '0'),
    },
  },
  observations: {
    name: '指標実績',
    description: describe('Planned and actual values of indicators per year.', '指標の年度ごとの計画値と実績値'),
    document: 'workbook-observations',
    columns: {
      indicator: column(
        '指標',
        '指標のコードまたは名称。同じ名称が複数あれば「0101 利用者数」のように対象に続ける',
        'Code or name of the indicator; where several have the name, behind what it measures: 0101 利用者数',
        'K-1',
        { ...required, ...from('指標', '名称') },
      ),
      year: column('年度', '年度', 'Fiscal year', '令和5年度', required),
      planned: column('計画値', '計画値', 'Planned value', '10'),
      actual: column('実績値', '実績値', 'Actual value', '8'),
    },
  },
  costs: {
    name: '事業費',
    description: describe(
      'Budget and settled amount of projects per year, in yen.',
      '事務事業の年度ごとの予算額と決算額（円）',
    ),
    document: 'workbook-costs',
    columns: {
      project: column('事務事業', '事務事業のコードまたは名称', 'Code or name of the project', '0101', {
        ...required,
        ...from('事務事業', 'コード'),
      }),
      year: column('年度', '年度', 'Fiscal year', '令和5年度', required),
      budget: column(
        '予算額',
        '予算額。円以外は「12,000千円」のように書くか、見出しを「予算額（千円）」とする',
        'Budget; where not in yen, write 12,000千円, or 予算額（千円） as the heading',
        '12,000,000',
      ),
      settled: column(
        '決算額',
        '決算額。円以外は「11,500千円」のように書くか、見出しを「決算額（千円）」とする',
        'Settled amount; where not in yen, write 11,500千円, or 決算額（千円） as the heading',
        '11,500,000',
      ),
    },
  },
  evaluations: {
    name: '評価',
    description: describe(
      'Evaluations of policy items, measures and projects per year and step.',
      '施策・取組・事務事業の、年度と段階ごとの評価',
    ),
    document: 'workbook-evaluations',
    columns: {
      subject: column(
        '対象',
        '施策・取組・事務事業のコードまたは名称',
        'Code or name of the policy item, measure or project',
        '1-1-1',
        required,
      ),
      year: column('年度', '評価の年度', 'Fiscal year', '令和5年度', required),
      step: column('段階', '一次（自己）・二次・外部など', 'Step: self, second, external', '一次', {
        choices: stepChoices,
      }),
      grade: column('評価', '評価。評価尺度があればその評価', 'Grade, as on the scale where there is one', 'A', {
        ...from('評価尺度', '評価'),
      }),
      direction: column('方向性', '今後の方向性', 'What should become of it', '継続', { choices: directionChoices }),
      comment: column('コメント', 'コメント', 'Comment', ''),
    },
  },
  scales: {
    name: '評価尺度',
    description: describe('Grades of each step, with their meaning and order.', '段階ごとの評価の意味と順'),
    document: 'workbook-scales',
    columns: {
      step: column('段階', '一次・二次・外部など。空ならすべての段階', 'Step; empty for all of them', '一次', {
        choices: stepChoices,
      }),
      grade: column('評価', '評価', 'Grade', 'A', required),
      meaning: column('意味', '評価の意味', 'What it means', '目標を達成した'),
      order: column('順', '良いものから1、2、3', 'Order, 1 the best', '1'),
    },
  },
  relatedPlans: {
    name: '関連計画',
    description: describe('Other plans of the city that policy items relate to.', '施策に関連する市の計画'),
    document: 'workbook-related-plans',
    columns: {
      name: column('名称', '計画の名称', 'Name of the plan', 'あおば市子ども計画', required),
      nameEn: english,
      policyItems: column(
        '施策',
        '関連する施策のコードまたは名称。複数は改行か「、」で区切る',
        'Codes or names of policy items',
        '1-1',
        from('施策', 'コード'),
      ),
      start: column('開始年度', '計画の最初の年度', 'First fiscal year', '令和6年度'),
      end: column('終了年度', '計画の最後の年度', 'Last fiscal year', '令和10年度'),
    },
  },
} as const satisfies Readonly<Record<string, TemplateSheet>>;

export type SheetKey = keyof typeof template;
export const templateSheets: readonly TemplateSheet[] = Object.values(template);

/** The sheet that explains the others. */
export const guideSheet = '使い方';

/** What marks a row as an example, which is not imported. */
export const exampleMark = '例：';
