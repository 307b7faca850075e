/** The comprehensive plan (総合振興計画): fields, policy items, measures and what hangs on them. */
import type { NodeType } from '../declaration.js';
import { into, out } from '../edges.js';
import {
  ChangeKind,
  ExpenditureFunction,
  IndicatorDirection,
  IndicatorRole,
  PlanStage,
  ProposalAssessment,
  ProposalTreatment,
  SurveyQuadrant,
  TargetSide,
} from '../enums.js';
import {
  choice,
  connection,
  decimal,
  describe,
  entity,
  flag,
  id,
  integer,
  list,
  one,
  record,
  required,
  text,
  value,
} from '../language.js';
import { eraOf, FiscalPeriod, LevelName, Quantity } from '../values.js';

export const PolicyField: NodeType = entity({
  lookup: { number: 5 },
  numberWords: ['政策分野', 'Field', 'Chapter'],
  description: describe('A field of policy, which is a chapter of the plan.', '分野（章）'),
  example: 'honjo:policy-field:5',
  fields: {
    number: integer('Number of the chapter.', '章番号'),
    vision: text("The field's vision, the title of its chapter in the adopted plan.", '分野のめざす姿', {
      nullable: true,
    }),
    municipality: required('Municipality', out('FIELD_OF'), 'The city whose plan it belongs to.', '市区町村'),
    policyItems: connection('PolicyItem', into('IN_FIELD'), 'Policy items of the field.', '施策大項目'),
    measures: connection('Measure', [into('IN_FIELD'), into('PART_OF')], 'Measures of its policy items.', '施策中項目'),
    citingSheets: connection(
      'ReformSheet',
      into('CITES_FIELD'),
      'Reform sheets that name the field in place of a measure.',
      '分野を挙げる実施計画シート',
    ),
  },
});

export const PolicyItem: NodeType = entity({
  staged: true,
  frame: true,
  lookup: { code: '5-1' },
  numberWords: ['大項目', '施策', 'Item'],
  description: describe('A policy item, the unit of the plan that has indicators, SDGs and measures.', '施策大項目'),
  example: 'honjo:policy-item:5-1',
  fields: {
    code: text('Field and number, such as 5-1.', '施策大項目番号', { orderBy: 'sortKey', designation: true }),
    number: integer('Number within the field.', '番号'),
    satisfaction: decimal('Share of satisfied citizens printed in the adopted plan, in percent.', '市民満足度（％）', {
      nullable: true,
    }),
    satisfactionQuestion: text('What the citizens were asked.', '満足度の設問', { nullable: true }),
    collaborationStages: choice(
      PlanStage,
      'Stages whose text has a section on collaboration with citizens.',
      '協働による取組の記載がある段階',
      { list: true },
    ),
    field: required('PolicyField', out('IN_FIELD'), 'The field it belongs to.', '分野'),
    measures: connection('Measure', into('PART_OF'), 'Its numbered parts.', '施策中項目'),
    sdgs: connection('Sdg', out('TOUCHES'), 'Goals it touches, by the answers of the divisions.', '関連するSDGs'),
    indicators: connection('Indicator', into('INDICATES'), 'Its indicators.', '成果指標・現状'),
    indicatorProposals: list(
      'IndicatorProposal',
      into('PROPOSES_FOR'),
      'The review of its indicators, row by row.',
      '項目案',
    ),
    visions: list(
      'Vision',
      into('VISION_OF'),
      'Statements of the state aimed at, with what happened to each; their text, where it was imported, is among the passages.',
      'めざす姿',
    ),
    departments: connection(
      'Department',
      [into('PART_OF'), out('OWNED_BY')],
      'Departments that own its measures.',
      '評価回答部署',
    ),
    responsibleDepartments: connection(
      'Department',
      out('ITEM_OWNED_BY'),
      'Departments that answer for it as a whole.',
      '担当部署',
    ),
    initiatives: connection(
      'Initiative',
      into('REFERENCES'),
      'Initiatives of linkage plans that reference it.',
      '推進のための取組',
    ),
    linkagePlans: connection(
      'LinkagePlan',
      [into('REFERENCES'), out('INITIATIVE_OF')],
      'Linkage plans whose initiatives reference it.',
      '政策連携プラン',
    ),
    matrixPlans: connection(
      'LinkagePlan',
      into('MARKS'),
      "Linkage plans that the draft's matrix marks for it.",
      '政策連携プラン体系（案）',
    ),
    reformSheets: connection(
      'ReformSheet',
      [into('PART_OF'), into('IMPLEMENTS')],
      'Reform sheets that carry out its measures.',
      '実施計画シート',
    ),
    relatedPlans: connection('RelatedPlan', out('RELATES_TO'), 'Plans of the city that it relates to.', '関連計画'),
    projects: connection(
      'Project',
      into('PROJECT_OF'),
      'Its projects: those it names as its main ones, or all of them.',
      '主な事業',
    ),
    evaluations: list('Evaluation', into('EVALUATES_ITEM'), 'How it was evaluated year by year, step by step.', '評価'),
    surveyResults: list(
      'SurveyResult',
      into('SURVEYS'),
      'What the citizens answered, oldest first.',
      '市民アンケート結果',
    ),
  },
});

export const Measure: NodeType = entity({
  staged: true,
  lookup: { code: '5-1-1' },
  numberWords: ['中項目', '施策'],
  description: describe(
    'A measure, the numbered part of a policy item; some are known by name only, from a reform sheet that cites them.',
    '施策中項目',
  ),
  example: 'honjo:measure:5-1-1',
  fields: {
    code: text('Policy item and number, such as 5-1-1; null while known by name only.', '施策中項目番号', {
      nullable: true,
      perStage: true,
      orderBy: 'sortKey',
      designation: true,
    }),
    number: integer('Number within the policy item.', '番号', { nullable: true, perStage: true }),
    nameOnly: flag('Known from a citation only.', '名称のみ判明'),
    policyItem: one(
      'PolicyItem',
      out('PART_OF'),
      'The policy item it is part of; null while known by name only.',
      '施策大項目',
    ),
    departments: connection('Department', out('OWNED_BY'), 'Departments that answer for it.', '評価回答部署'),
    supportingDepartments: connection(
      'Department',
      out('MEASURE_SUPPORTED_BY'),
      'Departments that support it.',
      '連携部署',
    ),
    reformSheets: connection('ReformSheet', into('IMPLEMENTS'), 'Reform sheets that carry it out.', '実施計画シート'),
    sdgs: connection('Sdg', [out('PART_OF'), out('TOUCHES')], 'Goals that its policy item touches.', '関連するSDGs'),
    ownSdgs: connection('Sdg', out('MEASURE_TOUCHES'), 'Goals that it touches itself.', '施策中項目に固有のSDGs'),
    linkagePlans: connection(
      'LinkagePlan',
      [out('PART_OF'), into('REFERENCES'), out('INITIATIVE_OF')],
      'Linkage plans that reference its policy item.',
      '政策連携プラン',
    ),
    projects: connection('Project', into('PROJECT_OF_MEASURE'), 'Projects that carry it out.', '事業'),
    indicators: connection('Indicator', into('INDICATES_MEASURE'), 'Its own indicators.', '指標'),
    evaluations: list(
      'Evaluation',
      into('EVALUATES_MEASURE'),
      'How it was evaluated year by year, step by step.',
      '評価',
    ),
  },
});

export const Indicator: NodeType = entity({
  lookup: { name: '自治会の加入率' },
  numberedBy: 'number',
  staged: true,
  description: describe(
    'An indicator of a policy item, a measure, a project or a linkage plan. A list has those of the present state too: `roles: { has: OUTCOME }` leaves the ones with a target.',
    '成果指標・数値目標（現状の指標を含む。成果指標だけなら roles: { has: OUTCOME }）',
  ),
  example: 'honjo:indicator:5-1:自治会の加入率',
  atMostOneOf: ['policyItem', 'measure', 'project', 'linkagePlan'],
  fields: {
    number: integer('Place in the table of the latest stage that has it.', '順番', { perStage: true }),
    roles: choice(IndicatorRole, 'What it is used for.', '区分', { list: true, perStage: true }),
    definition: text('What is counted, where the plan explains it.', '定義', { nullable: true }),
    unit: text('Unit of its figures.', '単位', { nullable: true }),
    baseline: value(Quantity, 'text', 'Value at the start.', '現状値'),
    target: value(Quantity, 'text', 'Value aimed at.', '目標値'),
    direction: choice(IndicatorDirection, 'Which way it should move; null without two numbers.', '方向', {
      nullable: true,
    }),
    distance: decimal('Target less baseline, in the unit of both; null without two numbers.', '目標値と現状値の差', {
      nullable: true,
      derived: ['baseline', 'target'],
    }),
    distancePercent: decimal(
      'The distance in percent of the baseline; null where that is 0.',
      '現状値に対する差（％）',
      {
        nullable: true,
        derived: ['baseline', 'target'],
      },
    ),
    targetSide: choice(
      TargetSide,
      'Whether the target, or the bound that it sets, lies above, at or below the baseline; null without two numbers.',
      '現状値に対する目標値の位置',
      { nullable: true, derived: ['baseline', 'target'] },
    ),
    reached: flag('The baseline is already where the target wants it; null without two numbers.', '達成済みかどうか', {
      nullable: true,
      derived: ['baseline', 'target', 'direction'],
    }),
    policyItem: one('PolicyItem', out('INDICATES'), 'The policy item it measures.', '施策大項目'),
    measure: one('Measure', out('INDICATES_MEASURE'), 'The measure it measures.', '施策中項目'),
    project: one('Project', out('INDICATES_PROJECT'), 'The project it measures.', '事業'),
    linkagePlan: one('LinkagePlan', out('INDICATES_PLAN'), 'The linkage plan it measures.', '政策連携プラン'),
    proposals: list('IndicatorProposal', into('PROPOSES'), 'Rows of the review about it.', '項目案'),
    observations: list(
      'Observation',
      into('OBSERVES'),
      'What was planned and what was reached year by year, oldest first.',
      '年度ごとの計画値・実績値',
    ),
  },
});

export const Observation: NodeType = record({
  description: describe('What was planned and what was reached of an indicator in one fiscal year.', '指標実績'),
  example: 'aoba:observation:K-1:2023',
  fields: {
    fiscalYear: integer('The fiscal year.', '年度'),
    era: eraOf('fiscalYear', 'The year in the Japanese era, such as R5.', '年度（和暦）'),
    planned: value(Quantity, 'text', 'Value planned for the year.', '計画値'),
    actual: value(Quantity, 'text', 'Value reached in the year.', '実績値'),
    indicator: required('Indicator', out('OBSERVES'), 'The indicator.', '指標'),
  },
});

export const IndicatorProposal: NodeType = record({
  description: describe(
    "A row of the review's table of indicators: what the current plan has, how the divisions assess it, what they propose.",
    '「成果指標」「現状」の項目案',
  ),
  example: 'honjo:indicator-proposal:5-1:1',
  fields: {
    number: integer('Place in the table.', '順番'),
    roles: choice(IndicatorRole, 'What the indicator is used for.', '区分', { list: true }),
    treatment: choice(ProposalTreatment, 'What is printed before the name.', '扱い', { nullable: true }),
    assessment: choice(ProposalAssessment, "The divisions' assessment.", '評価'),
    currentName: text('Name in the current plan; null for a new proposal.', '現行の名称', { nullable: true }),
    draftName: text(
      'Name proposed, where the sheet gives one; null where the name is kept, and where its new wording is not given: `treatment` tells which.',
      '案の名称',
      { nullable: true },
    ),
    remark: text('What the row adds, such as figures or a new target.', '備考', { nullable: true }),
    policyItem: required('PolicyItem', out('PROPOSES_FOR'), 'The policy item under review.', '施策大項目'),
    indicators: list('Indicator', out('PROPOSES'), 'The indicators it speaks of.', '指標'),
  },
});

export const Vision: NodeType = record({
  staged: true,
  description: describe('A statement of the state that a policy item aims at.', 'めざす姿'),
  example: 'honjo:vision:5-1-1',
  fields: {
    number: integer('Place among the statements of the policy item.', '順番'),
    change: choice(ChangeKind, 'What the review says happens to it on the way to the draft.', '変更有無', {
      nullable: true,
    }),
    policyItem: required('PolicyItem', out('VISION_OF'), 'The policy item.', '施策大項目'),
    passages: list(
      'Passage',
      into('WORDS'),
      'Its words at each stage; none unless the text of the documents was imported (`textNote`).',
      '本文',
    ),
  },
});

export const RelatedPlan: NodeType = entity({
  lookup: { name: '本庄市男女共同参画プラン' },
  staged: true,
  description: describe('Another plan of the city that policy items relate to.', '関連計画'),
  example: 'honjo:related-plan:本庄市男女共同参画プラン',
  fields: {
    period: value(FiscalPeriod, 'text', 'The years it covers.', '期間', { perStage: true }),
    policyItems: connection('PolicyItem', into('RELATES_TO'), 'Policy items that relate to it.', '施策大項目'),
  },
});

export const Project: NodeType = entity({
  lookup: { name: '自治会運営への支援' },
  staged: true,
  description: describe(
    'A project of the administration, or one that a policy item names among its main projects.',
    '事業（事務事業、施策の主な事業）',
  ),
  example: 'honjo:project:5-1-1',
  fields: {
    code: text('Its code, such as 0101; null where its document gives none.', '事業コード', {
      nullable: true,
      designation: true,
      orderBy: 'sortKey',
    }),
    number: integer(
      'The circled number in the list of its policy item; of a project of a workbook, its place there.',
      '番号',
    ),
    expenditureFunction: choice(
      ExpenditureFunction,
      'The title (款) of the budget under which it is paid for; null where that is not known.',
      '款',
      { nullable: true, seldomTold: true },
    ),
    policyItem: one(
      'PolicyItem',
      out('PROJECT_OF'),
      'The policy item, be it that of its measure; null of a project outside of the plan.',
      '施策大項目',
      { inseparable: true },
    ),
    measure: one(
      'Measure',
      out('PROJECT_OF_MEASURE'),
      'The measure that it carries out, where one is named.',
      '施策中項目',
    ),
    departments: connection('Department', out('RUN_BY'), 'Departments that run it.', '担当部署'),
    sdgs: connection('Sdg', out('PROJECT_TOUCHES'), 'Goals that it touches itself.', '関連するSDGs'),
    indicators: connection('Indicator', into('INDICATES_PROJECT'), 'Its own indicators.', '指標'),
    evaluations: list(
      'Evaluation',
      into('EVALUATES_PROJECT'),
      'How it was evaluated year by year, step by step.',
      '評価',
    ),
    costs: list('Cost', into('COST_OF'), 'What was budgeted and spent year by year, oldest first.', '事業費'),
  },
});

export const Cost: NodeType = record({
  description: describe('What was budgeted and spent on a project in one fiscal year.', '事業費'),
  example: 'aoba:cost:0101:2023',
  fields: {
    fiscalYear: integer('The fiscal year.', '年度'),
    era: eraOf('fiscalYear', 'The year in the Japanese era, such as R5.', '年度（和暦）'),
    budget: decimal('Budget of the year in yen; null where it is not told.', '予算額［円］', { nullable: true }),
    settled: decimal('Settled amount of the year in yen; null where it is not told.', '決算額［円］', {
      nullable: true,
    }),
    project: required('Project', out('COST_OF'), 'The project.', '事業'),
  },
});

export const SurveyResult: NodeType = record({
  description: describe(
    "The citizens' view of a policy item in one survey, from -2 (dissatisfied, unimportant) to 2.",
    '市民アンケート結果',
  ),
  example: 'honjo:survey-result:5-1:2021',
  fields: {
    question: text('What was asked.', '項目名'),
    year: integer('Year of the survey.', '調査年度'),
    era: eraOf('year', 'The year in the Japanese era, such as R3.', '調査年度（和暦）'),
    satisfaction: decimal('Satisfaction.', '満足度', { nullable: true }),
    importance: decimal('Importance.', '重要度', { nullable: true }),
    satisfactionRank: integer('Rank by satisfaction, where printed.', '満足度の順位', { nullable: true }),
    importanceRank: integer('Rank by importance, where printed.', '重要度の順位', { nullable: true }),
    rankOf: integer('Number of items ranked.', '順位の母数', { nullable: true }),
    latest: flag('It is the last survey of its policy item that is loaded.', '最新の調査かどうか', {
      derived: ['policyItem', 'year'],
    }),
    previousYear: integer('Year of the survey of the item before it; null for the first.', '前回の調査年度', {
      nullable: true,
      derived: ['policyItem', 'year'],
    }),
    previousEra: eraOf('previousYear', 'The same in the Japanese era.', '前回の調査年度（和暦）'),
    satisfactionChange: decimal('Satisfaction less that of the survey before.', '満足度の前回からの変化', {
      nullable: true,
      derived: ['policyItem', 'year', 'satisfaction'],
    }),
    importanceChange: decimal('Importance less that of the survey before.', '重要度の前回からの変化', {
      nullable: true,
      derived: ['policyItem', 'year', 'importance'],
    }),
    satisfactionRankLoaded: integer(
      'Rank by satisfaction, 1 the highest, among the items of the same survey that are loaded: not the printed rank.',
      '読み込み済みの項目の中での満足度の順位',
      { nullable: true, derived: ['year', 'satisfaction'] },
    ),
    importanceRankLoaded: integer(
      'Rank by importance, 1 the highest, among the items of the same survey that are loaded: not the printed rank.',
      '読み込み済みの項目の中での重要度の順位',
      { nullable: true, derived: ['year', 'importance'] },
    ),
    rankLoadedOf: integer('Number of items of the same survey that are loaded.', '読み込み済みの項目数', {
      derived: ['year'],
    }),
    quadrant: choice(
      SurveyQuadrant,
      'Where it stands to the means of its survey, among the items that are loaded.',
      '満足度と重要度の象限',
      { nullable: true, derived: ['year', 'satisfaction', 'importance'] },
    ),
    policyItem: required('PolicyItem', out('SURVEYS'), 'The policy item.', '施策大項目'),
  },
});

export const Municipality: NodeType = entity({
  joinsAll: true,
  lookup: { code: '112119' },
  numberWords: ['市区町村コード', '団体コード', '全国地方公共団体コード'],
  description: describe('A city whose documents are in the graph.', '市区町村'),
  example: 'honjo:municipality:112119',
  fields: {
    key: id('The prefix of all its ids.', '識別子の接頭辞'),
    code: text('Code of the local government with its check digit, six digits.', '全国地方公共団体コード', {
      coded: true,
    }),
    planName: text('Name of its plan.', '計画名', { nullable: true }),
    planPeriod: value(FiscalPeriod, 'text', 'The fiscal years that its plan covers.', '計画期間'),
    policyFieldLevel: value(LevelName, 'name', 'What it calls the level of policy fields.', '分野の呼称'),
    policyItemLevel: value(LevelName, 'name', 'What it calls the level of policy items.', '施策の呼称'),
    measureLevel: value(LevelName, 'name', 'What it calls the level of measures.', '取組の呼称'),
    projectLevel: value(LevelName, 'name', 'What it calls the level of projects.', '事務事業の呼称'),
    policyFields: connection('PolicyField', into('FIELD_OF'), 'Fields of its plan.', '分野'),
    departments: connection('Department', into('DIVISION_OF'), 'Its departments.', '部署', { long: true }),
    linkagePlans: connection('LinkagePlan', into('LINKAGE_PLAN_OF'), 'Its linkage plans.', '政策連携プラン'),
    scale: list('ScaleLevel', into('SCALE_OF'), 'The grades by which it evaluates.', '評価尺度'),
    reformFields: connection(
      'ReformField',
      into('REFORM_FIELD_OF'),
      'Fields of its administrative reform.',
      '改革分野',
    ),
  },
});
