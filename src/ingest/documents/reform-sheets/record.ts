import type { Located, Passage, Printed } from '../document.js';
import type { Quantity } from '../quantity.js';

/** What one year's implementation sheets of the administrative-reform outline say (行政改革大綱 実施計画シート). */
export interface ReformSheets {
  /** The year of the edition: 令和6年度 → 2024. */
  readonly fiscalYear: number;
  readonly planPeriod: { readonly start: number; readonly end: number };
  /** 改革テーマ, which every sheet repeats. */
  readonly theme: Printed<string> | null;
  readonly fields: readonly Printed<{ readonly number: number; readonly name: string }>[];
  readonly index: readonly IndexEntry[];
  readonly sheets: readonly SheetRecord[];
}

/** A row of the table of contents, whose numbers restart in each reform field. */
export interface IndexEntry extends Located {
  readonly field: number;
  readonly number: number;
  readonly name: string;
  readonly leads: readonly string[];
  readonly startFiscalYear: number | null;
  readonly page: number | null;
}

/** One implementation sheet. */
export interface SheetRecord extends Located {
  readonly field: { readonly number: number; readonly name: string };
  /** Position among the sheets of its field, from 1; equals the index number when index and sheets agree. */
  readonly order: number;
  readonly name: Printed<string>;
  /** 実行課. */
  readonly leads: Printed<readonly string[]>;
  /** 連携課 as printed: departments and scopes (全庁, 関係各課, …) alike, without the closing など. */
  readonly supports: Printed<readonly string[]>;
  /** The list of 連携課 closes with など. */
  readonly supportsOpenEnded: boolean;
  readonly startFiscalYear: Printed<number>;
  readonly targetFiscalYear: Printed<number>;
  /** 改革の視点. */
  readonly perspectives: Printed<readonly string[]>;
  /** 後期基本計画施策中項目 as printed: names of measures or, in places, of a chapter. */
  readonly citations: Printed<readonly string[]>;
  readonly goals: readonly GoalRecord[];
  /** 年度末評価, one per column that holds a grade; the year is that of the column, not of the row label. */
  readonly evaluations: readonly (Located & { readonly fiscalYear: number; readonly grade: 'A' | 'B' | 'C' })[];
  /** Fiscal years whose ‹令和6年度計画変更› mark stands in the sheet. */
  readonly planChanges: readonly Printed<number>[];
  /** 現状と課題, 取組内容, 取組の効果, 備考 where they hold text. */
  readonly situation: Passage | null;
  readonly activities: Passage | null;
  readonly effects: Passage | null;
  readonly remarks: Passage | null;
}

/** 各年度達成目標: the cell of one year; years whose cell is empty have no record. */
export interface GoalRecord extends Located {
  readonly fiscalYear: number;
  /** The phrases of the cell (its bullets), cleaned. */
  readonly phrases: readonly string[];
  /** `text` joins the phrases; a number only where the cell holds exactly one that is a goal. */
  readonly quantity: Quantity;
}
