import { describe, enumeration } from './language.js';

export const PlanStage = enumeration('PlanStage', 'Where in the planning cycle a fact is asserted.', '計画段階', {
  CURRENT: describe('The plan in force when the review sheets were written.', '現行計画'),
  DRAFT: describe('The draft of the next plan.', '素案'),
  ADOPTED: describe('The plan as adopted.', '確定計画'),
});

export const Presence = enumeration(
  'Presence',
  'What is known of a thing at a stage, or in all where none is asked for.',
  '把握の程度',
  {
    STATED: describe('A document that was read speaks of it.', '記載あり'),
    NAME_ONLY: describe(
      'Documents that were read name it, but none that was read says what it consists of.',
      '名称のみ',
    ),
    NOT_READ: describe('No document that was read speaks of this part of the plan at the stage.', '未読'),
    NOT_LISTED: describe('The documents list this part of the plan at the stage, and do not name it.', '記載なし'),
  },
);

export const CoverageState = enumeration(
  'CoverageState',
  'How far the documents that were read can answer: whether what an answer lacks is none, or was not looked for.',
  '網羅の状態',
  {
    COMPLETE: describe('The documents list all of it: what is not there is none.', '網羅'),
    PARTIAL: describe('The documents list a part of it: there may be more.', '一部のみ'),
    NOT_READ: describe('No document that was read speaks of it: nothing is known, not that there is none.', '未読'),
  },
);

export type CoverageStateValue = keyof typeof CoverageState.values;

export type PresenceValue = keyof typeof Presence.values;

export type Stage = keyof typeof PlanStage.values;

/** The stages in the order of the planning cycle. */
export const stages = Object.keys(PlanStage.values) as readonly Stage[];

export const StageMatch = enumeration('StageMatch', 'What it means to name several stages.', '複数の計画段階の扱い', {
  ANY: describe('There at one of them at least.', 'いずれかの段階にあるもの'),
  ALL: describe('There at all of them.', 'すべての段階にあるもの'),
});

export const ChangeKind = enumeration('ChangeKind', 'What happened to a thing between two stages.', '変更の種類', {
  ADDED: describe('New in the later stage.', '新規'),
  REMOVED: describe('No longer in the later stage.', '削除'),
  RENAMED: describe('Kept under another name.', '名称変更'),
  REVISED: describe('Kept with another content or figure.', '変更あり'),
  REORDERED: describe('Kept at another place in the order.', '順番の入替'),
  MOVED: describe('Kept under another parent.', '移動'),
  UNCHANGED: describe('Stated to be unchanged.', '変更なし'),
});

export const ChangeBasis = enumeration('ChangeBasis', 'How a change is known.', '変更の根拠', {
  STATED: describe('A document states it.', '文書の記載'),
  COMPARED: describe('Found by comparing what the two stages print.', '比較による判定'),
});

export const TargetSide = enumeration(
  'TargetSide',
  'On which side of the baseline the target, or the bound that it sets, lies.',
  '現状値に対する目標値の位置',
  {
    ABOVE: describe('Above the baseline.', '現状値より上'),
    EQUAL: describe('At the baseline.', '現状値と同じ'),
    BELOW: describe('Below the baseline.', '現状値より下'),
  },
);

export const SurveyQuadrant = enumeration(
  'SurveyQuadrant',
  'Where a result stands to the means of satisfaction and importance in its survey, among the items that are loaded.',
  '満足度と重要度の象限（読み込み済みの項目の平均を境とする）',
  {
    IMPORTANT_UNSATISFYING: describe('Important, but satisfaction is below the mean.', '重要度が高く満足度が低い'),
    IMPORTANT_SATISFYING: describe('Important and satisfying.', '重要度も満足度も高い'),
    LESS_IMPORTANT_UNSATISFYING: describe('Less important, and not satisfying.', '重要度も満足度も低い'),
    LESS_IMPORTANT_SATISFYING: describe('Less important, but satisfying.', '重要度が低く満足度が高い'),
  },
);

export const IndicatorRole = enumeration('IndicatorRole', 'What an indicator is used for in the plan.', '指標の区分', {
  OUTCOME: describe('Measures the outcome and has a target.', '成果指標'),
  STATUS: describe('Describes the present state and has no target.', '現状'),
});

export const IndicatorDirection = enumeration(
  'IndicatorDirection',
  'Which way an indicator should move from its baseline.',
  '指標の目指す方向',
  {
    INCREASE: describe('The target lies above the baseline.', '増加'),
    DECREASE: describe('The target lies below the baseline.', '減少'),
    MAINTAIN: describe('The target equals the baseline.', '維持'),
    AT_MOST: describe('The target is an upper bound.', '上限以内'),
  },
);

export const Comparator = enumeration('Comparator', 'How a quantity binds; null means exactly.', '数値の条件', {
  AT_LEAST: describe('This or more.', '以上'),
  AT_MOST: describe('This or less.', '以内・以下'),
  ABOUT: describe('About this.', '程度・約'),
});

export const ProposalAssessment = enumeration(
  'ProposalAssessment',
  "The divisions' assessment of an indicator in the review.",
  '項目案の評価',
  {
    NO_PROBLEM: describe('May stay as it is.', '問題なし'),
    NEEDS_CHANGE: describe('Has to change.', '要変更'),
    NEW_PROPOSAL: describe('Proposed as new.', '新規案'),
  },
);

export const ProposalTreatment = enumeration(
  'ProposalTreatment',
  'What the review printed about an indicator before the assessment.',
  '項目案の扱い',
  {
    AS_IS: describe('As in the current plan.', '現行通り'),
    CHANGED: describe('Changed.', '変更'),
    NEW: describe('New.', '新規'),
  },
);

export const Grade = enumeration('Grade', 'Year-end grade of a reform sheet, A being the best.', '年度末評価', {
  A: describe('Grade A.', '評価A'),
  B: describe('Grade B.', '評価B'),
  C: describe('Grade C.', '評価C'),
});

export const EvaluationStep = enumeration('EvaluationStep', 'Who evaluates, in the order of the steps.', '評価の段階', {
  SELF: describe('The division itself, which is the first step.', '一次・自己評価'),
  SECOND: describe('Others in the city hall, as the second step.', '二次評価'),
  EXTERNAL: describe('Others outside of the city hall.', '外部評価'),
  FINAL: describe('The city, when all have been heard.', '最終評価'),
});

export const EvaluationDirection = enumeration(
  'EvaluationDirection',
  'What an evaluation says should become of what it evaluates.',
  '今後の方向性',
  {
    EXPAND: describe('Expand it.', '拡充'),
    KEEP: describe('Keep it as it is.', '継続'),
    IMPROVE: describe('Keep it in another way.', '改善・見直し'),
    SHRINK: describe('Shrink it.', '縮小'),
    MERGE: describe('Merge it with others.', '統合'),
    SUSPEND: describe('Suspend it.', '休止'),
    END: describe('End it, be it that it is completed or given up.', '終了・廃止'),
  },
);

export const SuccessionKind = enumeration(
  'SuccessionKind',
  'How departments turned into others, by how many there were on both sides.',
  '組織改正の種類',
  {
    RENAMED: describe('One became one: it got another name or another place.', '改称・移管（1対1）'),
    MERGED: describe('Several became one.', '統合'),
    SPLIT: describe('One became several.', '分割'),
    REORGANISED: describe('Several became several.', '再編'),
  },
);

export type SuccessionKindValue = keyof typeof SuccessionKind.values;

export const ExpenditureFunction = enumeration(
  'ExpenditureFunction',
  'The function of an expenditure: the fourteen titles (款) of the budgets of cities, towns and villages, as the Ordinance for Enforcement of the Local Autonomy Act has them, in its order.',
  '款（地方自治法施行規則の目的別区分）',
  {
    ASSEMBLY: describe('Assembly.', '議会費'),
    GENERAL_AFFAIRS: describe('General affairs.', '総務費'),
    WELFARE: describe('Welfare.', '民生費'),
    SANITATION: describe('Health and sanitation.', '衛生費'),
    LABOR: describe('Labor.', '労働費'),
    AGRICULTURE_FORESTRY_AND_FISHERIES: describe('Agriculture, forestry and fisheries.', '農林水産業費'),
    COMMERCE_AND_INDUSTRY: describe('Commerce and industry.', '商工費'),
    PUBLIC_WORKS: describe('Public works.', '土木費'),
    FIRE_DEFENSE: describe('Fire defense.', '消防費'),
    EDUCATION: describe('Education.', '教育費'),
    DISASTER_RECOVERY: describe('Disaster recovery.', '災害復旧費'),
    DEBT_SERVICE: describe('Debt service.', '公債費'),
    OTHER: describe('Other expenditures.', '諸支出金'),
    RESERVE: describe('Reserves.', '予備費'),
  },
);

export const PassageKind = enumeration(
  'PassageKind',
  'The part of a document that a passage of its text belongs to.',
  '本文の種類',
  {
    CONTENT: describe('What a measure or an initiative does.', '内容'),
    VISION: describe('A statement of the state aimed at.', 'めざす姿'),
    SITUATION: describe('Present state and tasks.', '現況と課題'),
    COLLABORATION: describe('Work done together with citizens.', '協働による取組'),
    OVERVIEW: describe('Overview of a project, a related plan or a linkage plan.', '概要'),
    EFFECTS: describe('Effects of a reform sheet.', '取組の効果'),
    REMARKS: describe('Remarks.', '備考'),
  },
);

export const IssueSeverity = enumeration('IssueSeverity', 'How much a finding of the extraction matters.', '重要度', {
  ERROR: describe('The input could not be used.', 'エラー'),
  WARNING: describe("The fact was kept but needs a person's eye.", '要確認'),
  NOTE: describe('Something was noticed and dealt with.', '参考'),
});
