/** The comprehensive plan (総合振興計画): fields, policy items, measures and what hangs on them. */
import { into, out } from '../edges.js';
import {
  ChangeKind,
  IndicatorDirection,
  IndicatorRole,
  PlanStage,
  ProposalAssessment,
  ProposalTreatment,
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
import { eraOf, FiscalPeriod, Quantity } from '../values.js';

export const PolicyField = entity({
  name: 'PolicyField',
  plural: 'policyFields',
  table: 'policy-fields',
  idWord: 'policy-field',
  lookup: { number: 5 },
  description: describe('A field of policy, which is a chapter of the plan.', '分野（章）'),
  example: 'honjo:policy-field:5',
  fields: {
    number: integer(describe('Number of the chapter.', '章番号')),
    vision: text(describe("The field's vision, the title of its chapter in the adopted plan.", '分野のめざす姿'), {
      nullable: true,
    }),
    municipality: required('Municipality', out('FIELD_OF'), describe('The city whose plan it belongs to.', '市区町村')),
    policyItems: connection('PolicyItem', into('IN_FIELD'), describe('Policy items of the field.', '施策大項目')),
    measures: connection(
      'Measure',
      [into('IN_FIELD'), into('PART_OF')],
      describe('Measures of its policy items.', '施策中項目'),
    ),
    citingSheets: connection(
      'ReformSheet',
      into('CITES_FIELD'),
      describe('Reform sheets that name the field in place of a measure.', '分野を挙げる実施計画シート'),
    ),
  },
});

export const PolicyItem = entity({
  name: 'PolicyItem',
  plural: 'policyItems',
  table: 'policy-items',
  idWord: 'policy-item',
  staged: true,
  lookup: { code: '5-1' },
  description: describe('A policy item, the unit of the plan that has indicators, SDGs and measures.', '施策大項目'),
  example: 'honjo:policy-item:5-1',
  fields: {
    code: text(describe('Field and number, such as 5-1.', '施策大項目番号'), { orderBy: 'sortKey', designation: true }),
    number: integer(describe('Number within the field.', '番号')),
    satisfaction: decimal(
      describe('Share of satisfied citizens printed in the adopted plan, in percent.', '市民満足度（％）'),
      { nullable: true },
    ),
    satisfactionQuestion: text(describe('What the citizens were asked.', '満足度の設問'), { nullable: true }),
    collaborationStages: choice(
      PlanStage,
      describe('Stages whose text has a section on collaboration with citizens.', '協働による取組の記載がある段階'),
      { list: true },
    ),
    field: required('PolicyField', out('IN_FIELD'), describe('The field it belongs to.', '分野')),
    measures: connection('Measure', into('PART_OF'), describe('Its numbered parts.', '施策中項目')),
    sdgs: connection(
      'Sdg',
      out('TOUCHES'),
      describe('Goals it touches, by the answers of the divisions.', '関連するSDGs'),
    ),
    indicators: connection('Indicator', into('INDICATES'), describe('Its indicators.', '成果指標・現状')),
    indicatorProposals: list(
      'IndicatorProposal',
      into('PROPOSES_FOR'),
      describe('The review of its indicators, row by row.', '項目案'),
    ),
    visions: list(
      'Vision',
      into('VISION_OF'),
      describe(
        'Statements of the state aimed at, with what happened to each; their text, where it was imported, is among the passages.',
        'めざす姿',
      ),
    ),
    departments: connection(
      'Department',
      [into('PART_OF'), out('OWNED_BY')],
      describe('Departments that own its measures.', '評価回答部署'),
    ),
    initiatives: connection(
      'Initiative',
      into('REFERENCES'),
      describe('Initiatives of linkage plans that reference it.', '推進のための取組'),
    ),
    linkagePlans: connection(
      'LinkagePlan',
      [into('REFERENCES'), out('INITIATIVE_OF')],
      describe('Linkage plans whose initiatives reference it.', '政策連携プラン'),
    ),
    matrixPlans: connection(
      'LinkagePlan',
      into('MARKS'),
      describe("Linkage plans that the draft's matrix marks for it.", '政策連携プラン体系（案）'),
    ),
    reformSheets: connection(
      'ReformSheet',
      [into('PART_OF'), into('IMPLEMENTS')],
      describe('Reform sheets that carry out its measures.', '実施計画シート'),
    ),
    relatedPlans: connection(
      'RelatedPlan',
      out('RELATES_TO'),
      describe('Plans of the city that it relates to.', '関連計画'),
    ),
    projects: connection('Project', into('PROJECT_OF'), describe('Its main projects.', '主な事業')),
    surveyResults: list(
      'SurveyResult',
      into('SURVEYS'),
      describe('What the citizens answered, oldest first.', '市民アンケート結果'),
    ),
  },
});

export const Measure = entity({
  name: 'Measure',
  plural: 'measures',
  table: 'measures',
  idWord: 'measure',
  staged: true,
  lookup: { code: '5-1-1' },
  description: describe(
    'A measure, the numbered part of a policy item; some are known by name only, from a reform sheet that cites them.',
    '施策中項目',
  ),
  example: 'honjo:measure:5-1-1',
  fields: {
    code: text(describe('Policy item and number, such as 5-1-1; null while known by name only.', '施策中項目番号'), {
      nullable: true,
      perStage: true,
      orderBy: 'sortKey',
      designation: true,
    }),
    number: integer(describe('Number within the policy item.', '番号'), { nullable: true, perStage: true }),
    nameOnly: flag(describe('Known from a citation only.', '名称のみ判明')),
    policyItem: one(
      'PolicyItem',
      out('PART_OF'),
      describe('The policy item it is part of; null while known by name only.', '施策大項目'),
    ),
    departments: connection('Department', out('OWNED_BY'), describe('Departments that answer for it.', '評価回答部署')),
    reformSheets: connection(
      'ReformSheet',
      into('IMPLEMENTS'),
      describe('Reform sheets that carry it out.', '実施計画シート'),
    ),
    sdgs: connection(
      'Sdg',
      [out('PART_OF'), out('TOUCHES')],
      describe('Goals that its policy item touches.', '関連するSDGs'),
    ),
    linkagePlans: connection(
      'LinkagePlan',
      [out('PART_OF'), into('REFERENCES'), out('INITIATIVE_OF')],
      describe('Linkage plans that reference its policy item.', '政策連携プラン'),
    ),
  },
});

export const Indicator = entity({
  name: 'Indicator',
  plural: 'indicators',
  table: 'indicators',
  idWord: 'indicator',
  lookup: { name: '自治会の加入率' },
  numberedBy: 'number',
  staged: true,
  description: describe('An indicator of a policy item or of a linkage plan.', '成果指標・数値目標'),
  example: 'honjo:indicator:5-1:自治会の加入率',
  fields: {
    number: integer(describe('Place in the table of the latest stage that has it.', '順番'), { perStage: true }),
    roles: choice(IndicatorRole, describe('What it is used for.', '区分'), { list: true, perStage: true }),
    definition: text(describe('What is counted, where the plan explains it.', '定義'), { nullable: true }),
    unit: text(describe('Unit of its figures.', '単位'), { nullable: true }),
    baseline: value(Quantity, 'text', describe('Value at the start.', '現状値')),
    target: value(Quantity, 'text', describe('Value aimed at.', '目標値')),
    direction: choice(IndicatorDirection, describe('Which way it should move; null without two numbers.', '方向'), {
      nullable: true,
    }),
    policyItem: one('PolicyItem', out('INDICATES'), describe('The policy item it measures.', '施策大項目')),
    linkagePlan: one('LinkagePlan', out('INDICATES_PLAN'), describe('The linkage plan it measures.', '政策連携プラン')),
    proposals: list('IndicatorProposal', into('PROPOSES'), describe('Rows of the review about it.', '項目案')),
  },
});

export const IndicatorProposal = record({
  name: 'IndicatorProposal',
  plural: 'indicatorProposals',
  table: 'indicator-proposals',
  idWord: 'indicator-proposal',
  listed: false,
  description: describe(
    "A row of the review's table of indicators: what the current plan has, how the divisions assess it, what they propose.",
    '「成果指標」「現状」の項目案',
  ),
  example: 'honjo:indicator-proposal:5-1:1',
  fields: {
    number: integer(describe('Place in the table.', '順番')),
    roles: choice(IndicatorRole, describe('What the indicator is used for.', '区分'), { list: true }),
    treatment: choice(ProposalTreatment, describe('What is printed before the name.', '扱い'), { nullable: true }),
    assessment: choice(ProposalAssessment, describe("The divisions' assessment.", '評価')),
    currentName: text(describe('Name in the current plan; null for a new proposal.', '現行の名称'), { nullable: true }),
    draftName: text(describe('Name proposed, where the sheet gives one.', '案の名称'), { nullable: true }),
    remark: text(describe('What the row adds, such as figures or a new target.', '備考'), { nullable: true }),
    policyItem: required('PolicyItem', out('PROPOSES_FOR'), describe('The policy item under review.', '施策大項目')),
    indicators: list('Indicator', out('PROPOSES'), describe('The indicators it speaks of.', '指標')),
  },
});

export const Vision = record({
  name: 'Vision',
  plural: 'visions',
  table: 'visions',
  idWord: 'vision',
  staged: true,
  listed: false,
  description: describe('A statement of the state that a policy item aims at.', 'めざす姿'),
  example: 'honjo:vision:5-1-1',
  fields: {
    number: integer(describe('Place among the statements of the policy item.', '順番')),
    change: choice(ChangeKind, describe('What the review says happens to it on the way to the draft.', '変更有無'), {
      nullable: true,
    }),
    policyItem: required('PolicyItem', out('VISION_OF'), describe('The policy item.', '施策大項目')),
  },
});

export const RelatedPlan = entity({
  name: 'RelatedPlan',
  plural: 'relatedPlans',
  table: 'related-plans',
  idWord: 'related-plan',
  lookup: { name: '本庄市男女共同参画プラン' },
  staged: true,
  description: describe('Another plan of the city that policy items relate to.', '関連計画'),
  example: 'honjo:related-plan:本庄市男女共同参画プラン',
  fields: {
    period: value(FiscalPeriod, 'text', describe('The years it covers.', '期間'), { perStage: true }),
    policyItems: connection(
      'PolicyItem',
      into('RELATES_TO'),
      describe('Policy items that relate to it.', '施策大項目'),
    ),
  },
});

export const Project = entity({
  name: 'Project',
  plural: 'projects',
  table: 'projects',
  idWord: 'project',
  lookup: { name: '自治会運営への支援' },
  staged: true,
  description: describe('A main project of a policy item.', '主な事業'),
  example: 'honjo:project:5-1-1',
  fields: {
    number: integer(describe('The circled number in the list.', '番号')),
    policyItem: required('PolicyItem', out('PROJECT_OF'), describe('The policy item.', '施策大項目')),
  },
});

export const SurveyResult = record({
  name: 'SurveyResult',
  plural: 'surveyResults',
  table: 'survey-results',
  idWord: 'survey-result',
  description: describe(
    "The citizens' view of a policy item in one survey, from -2 (dissatisfied, unimportant) to 2.",
    '市民アンケート結果',
  ),
  example: 'honjo:survey-result:5-1:2021',
  fields: {
    question: text(describe('What was asked.', '項目名')),
    year: integer(describe('Year of the survey.', '調査年度')),
    era: eraOf('year', describe('The year in the Japanese era, such as R3.', '調査年度（和暦）')),
    satisfaction: decimal(describe('Satisfaction.', '満足度'), { nullable: true }),
    importance: decimal(describe('Importance.', '重要度'), { nullable: true }),
    satisfactionRank: integer(describe('Rank by satisfaction, where printed.', '満足度の順位'), { nullable: true }),
    importanceRank: integer(describe('Rank by importance, where printed.', '重要度の順位'), { nullable: true }),
    rankOf: integer(describe('Number of items ranked.', '順位の母数'), { nullable: true }),
    policyItem: required('PolicyItem', out('SURVEYS'), describe('The policy item.', '施策大項目')),
  },
});

export const Municipality = entity({
  name: 'Municipality',
  plural: 'municipalities',
  table: 'municipalities',
  idWord: 'municipality',
  lookup: { code: '112119' },
  description: describe('A city whose documents are in the graph.', '市区町村'),
  example: 'honjo:municipality:112119',
  fields: {
    key: id(describe('The prefix of all its ids.', '識別子の接頭辞')),
    code: text(describe('Code of the local government with its check digit, six digits.', '全国地方公共団体コード')),
    policyFields: connection('PolicyField', into('FIELD_OF'), describe('Fields of its plan.', '分野')),
    departments: connection('Department', into('DIVISION_OF'), describe('Its departments.', '部署'), { long: true }),
    linkagePlans: connection('LinkagePlan', into('LINKAGE_PLAN_OF'), describe('Its linkage plans.', '政策連携プラン')),
    reformFields: connection(
      'ReformField',
      into('REFORM_FIELD_OF'),
      describe('Fields of its administrative reform.', '改革分野'),
    ),
  },
});
