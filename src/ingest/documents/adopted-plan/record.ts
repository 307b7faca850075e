import type { Located, Passage, Printed } from '../document.js';
import type { LinkagePlanRecord } from '../linkage-plans-draft/record.js';
import type { Quantity } from '../quantity.js';

/** What the adopted plan says: chapters of policy fields, and the chapter of linkage plans. */
export interface AdoptedPlan {
  readonly chapters: readonly AdoptedChapter[];
  readonly linkagePlans: readonly LinkagePlanRecord[];
}

/** A chapter on a policy field. */
export interface AdoptedChapter extends Located {
  readonly number: number;
  /** "市民生活" without 分野. */
  readonly name: string;
  /** The field's vision, which is also the chapter's title: 市民だれもが活躍し、… */
  readonly vision: Printed<string>;
  readonly items: readonly AdoptedItem[];
}

/** A policy item (施策大項目). */
export interface AdoptedItem extends Located {
  readonly number: number;
  /** From the chapter's list of items; `lines` also covers the heading where it is text and not a picture. */
  readonly name: Printed<string>;
  readonly visions: readonly { readonly number: number; readonly text: Passage }[];
  readonly indicators: readonly AdoptedIndicator[];
  readonly satisfaction: Printed<{ readonly question: string; readonly percent: number }> | null;
  readonly situation: Passage | null;
  readonly measures: readonly AdoptedMeasure[];
  readonly collaboration: Passage | null;
}

/** 施策中項目. */
export interface AdoptedMeasure extends Located {
  readonly number: number;
  readonly name: string;
  readonly content: Passage | null;
}

/** 成果指標. */
export interface AdoptedIndicator extends Located {
  readonly name: string;
  /** The explanation in square brackets. */
  readonly definition: string | null;
  /** 現状値. */
  readonly baseline: Quantity;
  /** 目標値. */
  readonly target: Quantity;
}
