/** Administrative reform (行政改革大綱): the implementation sheets of one year, their goals and grades. */
import type { NodeType } from '../declaration.js';
import { into, out } from '../edges.js';
import { Comparator, EvaluationDirection, EvaluationStep, Grade } from '../enums.js';
import {
  choice,
  connection,
  decimal,
  describe,
  entity,
  flag,
  integer,
  list,
  one,
  record,
  required,
  text,
} from '../language.js';
import { eraOf, erasOf } from '../values.js';

const era = (year: string) => eraOf(year, 'The year in the Japanese era, such as R5.', '和暦');

export const ReformField: NodeType = entity({
  lookup: { number: 1 },
  description: describe('A field of administrative reform.', '改革分野'),
  example: 'honjo:reform-field:1',
  fields: {
    number: integer('Number of the field.', '番号'),
    municipality: required('Municipality', out('REFORM_FIELD_OF'), 'The city.', '市区町村'),
    sheets: connection('ReformSheet', into('IN_REFORM_FIELD'), 'Its sheets.', '実施計画シート'),
  },
});

export const ReformPerspective: NodeType = entity({
  lookup: { name: 'ICTの積極的な活用' },
  description: describe('A perspective of reform that sheets declare.', '改革の視点'),
  example: 'honjo:reform-perspective:ICTの積極的な活用',
  fields: {
    sheets: connection('ReformSheet', into('TAKES_PERSPECTIVE'), 'Sheets that declare it.', '実施計画シート'),
  },
});

export const ReformSheet: NodeType = entity({
  lookup: { number: '1-9' },
  numberWords: ['シート', '実施計画', 'Implementation Sheet', 'Sheet'],
  description: describe('An implementation sheet of the administrative-reform outline.', '実施計画シート'),
  example: 'honjo:reform-sheet:1-9',
  fields: {
    number: text('Reform field and number in its index, such as 1-9.', 'シート番号', {
      orderBy: 'sortKey',
      designation: true,
    }),
    page: integer('Page that the index gives.', 'ページ', { nullable: true }),
    startFiscalYear: integer('First fiscal year; 2023 for R5.', '開始年度'),
    startEra: era('startFiscalYear'),
    targetFiscalYear: integer('Fiscal year by which the goal is to be reached.', '達成目標年度'),
    targetEra: era('targetFiscalYear'),
    planChanged: flag('The sheet carries the mark of a changed plan.', '計画変更の有無'),
    planChangeFiscalYears: integer('Fiscal years whose change the marks name.', '計画変更の年度', { list: true }),
    planChangeEras: erasOf('planChangeFiscalYears', 'The same in the Japanese era.', '計画変更の年度（和暦）'),
    goalYearsMissing: integer('Fiscal years of its course for which it sets no goal.', '達成目標のない年度', {
      list: true,
      derived: ['startFiscalYear', 'targetFiscalYear', 'annualGoals'],
    }),
    goalErasMissing: erasOf('goalYearsMissing', 'The same in the Japanese era.', '達成目標のない年度（和暦）'),
    targetYearGoalMissing: flag(
      'It sets no goal for the fiscal year by which its goal is to be reached.',
      '達成目標年度の目標がないかどうか',
      { derived: ['targetFiscalYear', 'annualGoals'] },
    ),
    supportOpenEnded: flag('The list of supporting departments ends in "and others".', '連携課が「など」で終わる'),
    field: required('ReformField', out('IN_REFORM_FIELD'), 'The reform field.', '改革分野'),
    perspectives: list('ReformPerspective', out('TAKES_PERSPECTIVE'), 'The perspectives it declares.', '改革の視点'),
    leadDepartments: connection('Department', out('LED_BY'), 'Departments that carry it out.', '実行課'),
    supportingDepartments: connection('Department', out('SUPPORTED_BY'), 'Departments that support it.', '連携課'),
    supportingScope: one(
      'SupportingScope',
      out('SUPPORTED_BY_SCOPE'),
      'A group named as a whole, as printed.',
      '連携課の範囲',
    ),
    measures: connection('Measure', out('IMPLEMENTS'), 'Measures it carries out.', '位置付けられた施策中項目'),
    policyFields: connection(
      'PolicyField',
      out('CITES_FIELD'),
      'Policy fields it names in place of a measure.',
      '分野',
    ),
    policyItems: connection(
      'PolicyItem',
      [out('IMPLEMENTS'), out('PART_OF')],
      'Policy items of its measures.',
      '施策大項目',
    ),
    sdgs: connection(
      'Sdg',
      [out('IMPLEMENTS'), out('PART_OF'), out('TOUCHES')],
      'Goals touched by the policy items of its measures.',
      '関連するSDGs',
    ),
    annualGoals: list('AnnualGoal', into('GOAL_OF'), 'Its goals year by year.', '各年度達成目標'),
    evaluations: list('Evaluation', into('EVALUATES'), 'Its year-end grades.', '年度末評価'),
  },
});

export const AnnualGoal: NodeType = record({
  description: describe('The goal of a reform sheet for one fiscal year.', '各年度達成目標'),
  example: 'honjo:annual-goal:1-9:2024',
  fields: {
    fiscalYear: integer('The fiscal year.', '年度'),
    era: era('fiscalYear'),
    text: text('The goal as printed; several phrases are separated by a slash.', '目標'),
    phrases: text('The phrases one by one.', '目標の項目', { list: true }),
    value: decimal('The number, where the goal holds exactly one.', '数値', { nullable: true }),
    unit: text('Its unit.', '単位', { nullable: true }),
    comparator: choice(Comparator, 'How the number binds; null means exactly.', '条件', { nullable: true }),
    sheet: required('ReformSheet', out('GOAL_OF'), 'The sheet.', '実施計画シート'),
  },
});

/** An evaluation is one of the thing whose it is, whatever became of that. */
const subject = { inseparable: true } as const;

export const Evaluation: NodeType = record({
  description: describe(
    'How something was evaluated for one fiscal year: a reform sheet at the end of its year, or a policy item, a measure or a project, step by step. The year of a reform sheet is that of the column, not of the row label.',
    '年度末評価',
  ),
  example: 'honjo:evaluation:1-9:2023',
  exactlyOneOf: ['sheet', 'policyItem', 'measure', 'project'],
  fields: {
    fiscalYear: integer('The fiscal year it grades.', '年度'),
    era: era('fiscalYear'),
    grade: choice(Grade, 'The grade of a reform sheet; null of anything else, which has a mark.', '年度末評価', {
      nullable: true,
    }),
    mark: text(
      'The grade as the document prints it, on the scale of the city: A, 順調; null where it gives none.',
      '評価',
      {
        nullable: true,
        few: true,
      },
    ),
    step: choice(EvaluationStep, 'Who evaluated; null where that is not told, or is none of these.', '段階', {
      nullable: true,
    }),
    stepName: text('The step as the document names it.', '段階の名称', { nullable: true, few: true }),
    direction: choice(EvaluationDirection, 'What should become of it; null where nothing is said.', '今後の方向性', {
      nullable: true,
    }),
    directionName: text('The direction as the document words it.', '方向性の表記', { nullable: true }),
    comment: text('What else is said.', 'コメント', { nullable: true }),
    level: one(
      'ScaleLevel',
      out('GRADED_AS'),
      'Its grade on the scale of the city, with what that means.',
      '評価尺度の段階',
    ),
    departments: connection(
      'Department',
      out('ANSWERED_BY'),
      'The departments that answered for it in its fiscal year: those of a reform sheet that lead it. Where one came later, those that it came from; none where these are not known.',
      '当時の担当部署',
    ),
    sheet: one('ReformSheet', out('EVALUATES'), 'The reform sheet that it grades.', '実施計画シート', subject),
    policyItem: one('PolicyItem', out('EVALUATES_ITEM'), 'The policy item that it grades.', '施策大項目', subject),
    measure: one('Measure', out('EVALUATES_MEASURE'), 'The measure that it grades.', '施策中項目', subject),
    project: one('Project', out('EVALUATES_PROJECT'), 'The project that it grades.', '事業', subject),
  },
});

export const ScaleLevel: NodeType = record({
  description: describe('A grade of the scale by which a city evaluates, with what it means.', '評価尺度の評価'),
  example: 'aoba:scale-level:一次:A',
  fields: {
    mark: text('The grade as the city writes it.', '評価', { few: true }),
    meaning: text('What it means.', '意味', { nullable: true }),
    rank: integer('Its place on the scale, 1 the best; null where that is not told.', '順', { nullable: true }),
    step: choice(
      EvaluationStep,
      'The step whose scale it is; null where that is not told, or is none of these.',
      '段階',
      {
        nullable: true,
      },
    ),
    stepName: text('The step as the city names it; null of a scale of all steps.', '段階の名称', {
      nullable: true,
      few: true,
    }),
    municipality: required('Municipality', out('SCALE_OF'), 'The city.', '市区町村'),
    evaluations: connection('Evaluation', into('GRADED_AS'), 'Evaluations with this grade.', '評価'),
  },
});
