import type { Lines, Located, Passage, Printed } from '../document.js';

/** A linkage plan (政策連携プラン) as the draft or the adopted plan prints it. */
export interface LinkagePlanRecord extends Located {
  readonly number: number;
  readonly name: Printed<string>;
  /** ～…～ of the adopted plan, without the waves. */
  readonly subtitle: Printed<string> | null;
  readonly introduction: Passage | null;
  readonly initiatives: readonly InitiativeRecord[];
  /** 数値目標案 (draft) or 総合戦略における数値目標の設定項目 (adopted). */
  readonly indicators: readonly Printed<string>[];
}

/** A policy item (施策大項目) as an initiative or the matrix names it. */
export type Reference = Printed<{ readonly code: string; readonly name: string }>;

/** 推進のための取組. */
export interface InitiativeRecord extends Located {
  /** Order within the plan, from 1. */
  readonly number: number;
  readonly name: Printed<string>;
  readonly content: Passage | null;
  readonly references: readonly Reference[];
}

/** What the draft of the linkage plans says, with its matrix of all policy items. */
export interface LinkagePlansDraft {
  readonly plans: readonly LinkagePlanRecord[];
  readonly matrix: {
    /** Column heads as printed, in order. */
    readonly planNames: readonly string[];
    /** The row of the column heads. */
    readonly head: Lines | null;
    readonly items: readonly MatrixRow[];
  };
}

/** A policy item's row of the matrix. */
export interface MatrixRow extends Located {
  readonly fieldNumber: number;
  readonly fieldName: string;
  readonly code: string;
  readonly name: string;
  /** Numbers of the plans that are marked ○. */
  readonly plans: readonly number[];
}
