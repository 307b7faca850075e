import type { Lines, Located, Passage, Printed, StatedChange } from '../document.js';

/**
 * What the review sheets of one chapter say (総合振興計画後期基本計画（素案）について): for each policy item the
 * current plan (現行計画, left column) beside the draft of the next one (素案, right column).
 */
export interface ReviewSheets {
  /** The field's number and its name without 分野; null where the heading is missing, which is an error. */
  readonly field: Printed<{ readonly number: number; readonly name: string }> | null;
  readonly sheets: readonly ReviewSheet[];
}

/** What is stated about an element; null where the sheet's statuses cannot be told apart, which is a finding. */
export type Stated = StatedChange | null;

/** An element in both columns; `lines` state the change. */
export interface Review<Column> extends Located {
  readonly change: Stated;
  readonly current: Column | null;
  /** As the draft has it: what the right column restates, else what it leaves as it was. */
  readonly draft: Column | null;
}

/** What the sheet of one policy item (施策大項目) says. */
export interface ReviewSheet extends Located {
  /** Number of the policy item within its field. */
  readonly number: number;
  readonly name: Printed<string>;
  /** 大項目名の変更必要性: the draft's name where the sheet says あり. */
  readonly renamedTo: Printed<string> | null;
  readonly survey: Survey | null;
  readonly sdgs: readonly Printed<{ readonly number: number; readonly name: string }>[];
  readonly indicators: readonly IndicatorProposal[];
  /** Remarks under the indicator table (↓各課意見 and the like). */
  readonly indicatorRemarks: readonly Passage[];
  /** 現況と課題. */
  readonly situation: { readonly current: Passage | null; readonly draft: Passage | null };
  readonly visions: readonly VisionReview[];
  readonly measures: readonly MeasureReview[];
  readonly collaboration: CollaborationReview;
  readonly relatedPlans: readonly RelatedPlanReview[];
  readonly projects: readonly ProjectReview[];
}

/** 市民アンケート結果: one question, three years, the ranks of the last one. */
export interface Survey {
  readonly question: Printed<string>;
  readonly results: readonly {
    readonly year: number;
    readonly satisfaction: number | null;
    readonly importance: number | null;
    readonly satisfactionRank: number | null;
    readonly importanceRank: number | null;
    readonly rankOf: number | null;
    readonly lines: Lines;
  }[];
}

/** A row of 「成果指標」「現状」の項目案. */
export interface IndicatorProposal extends Located {
  /** OUTCOME 成果指標, STATUS 現状; both for 成果指標/現状. */
  readonly roles: readonly ('OUTCOME' | 'STATUS')[];
  /** 現行通り, 変更, 新規 as printed in the second column; null where it is blank. */
  readonly treatment: 'AS_IS' | 'CHANGED' | 'NEW' | null;
  readonly currentName: string | null;
  /** ←問題なし, ←要変更, ←新規案. */
  readonly assessment: 'NO_PROBLEM' | 'NEEDS_CHANGE' | 'NEW_PROPOSAL';
  /** The name in the right column, where it is a name and not a remark. */
  readonly draftName: string | null;
  /** What the right column says when it is not a name, or what it adds to it ("目標値100%"). */
  readonly remark: string | null;
}

/** One statement of めざす姿, numbered in the order of the current plan; new ones follow. */
export interface VisionReview extends Review<Passage> {
  readonly number: number;
}

/** The policy item that the reason of a deletion names: (6-2「…」に記載されているため). */
export interface PolicyItemPointer {
  readonly code: string;
  readonly name: string;
}

/** 施策中項目 in one column. */
export interface MeasureColumn extends Located {
  readonly number: number;
  readonly name: string;
  readonly departments: readonly string[];
  /** 内容; null where the cell is empty. */
  readonly content: Passage | null;
}

/** 施策中項目 in both columns. */
export interface MeasureReview extends Review<MeasureColumn> {
  /** The right column prints 評価回答部署 of its own. */
  readonly departmentsRestated: boolean;
  /** 【順番の入替】 is printed. */
  readonly reordered: boolean;
  readonly pointsTo: PolicyItemPointer | null;
}

/**
 * 協働による取組: whether there is such a text and what happens to it. Two differing texts side by side are a revision.
 * `change` is null where neither plan has one, and where the sheet does not say (a finding).
 */
export type CollaborationReview = Omit<Review<Passage>, 'lines'> & { readonly lines: Lines | null };

/** 関連計画 in one column. */
export interface RelatedPlanColumn {
  readonly name: string;
  /** As printed: "平成30～34年度", "令和3年3月～", "H19年度-(H29改定)"; null where blank. */
  readonly period: string | null;
  readonly overview: Passage | null;
}

/**
 * A row of 関連計画. A blank name in the right column of a changed row means the same name, while a blank period or overview
 * stays null: nothing is printed there.
 */
export type RelatedPlanReview = Review<RelatedPlanColumn>;

/** A project in one column. */
export interface ProjectColumn {
  readonly name: string;
  readonly overview: Passage | null;
}

/** A row of 主な事業一覧; the draft's names come with renames that are only given inside the text (事業名の変更：「…」). */
export interface ProjectReview extends Review<ProjectColumn> {
  /** The circled number. */
  readonly number: number;
  readonly pointsTo: PolicyItemPointer | null;
}
