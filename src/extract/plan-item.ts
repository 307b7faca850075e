import type { AdoptedItem } from '../documents/adopted-plan/record.js';
import type { SourceText } from '../documents/document.js';
import type { ReviewSheet } from '../documents/review-sheets/record.js';
import { textKey } from './context.js';

/** One policy item with what the review sheets and the adopted plan say about it; either can be missing. */
export interface PlanItem {
  readonly code: string;
  readonly review: { readonly source: SourceText; readonly sheet: ReviewSheet } | null;
  readonly adopted: { readonly source: SourceText; readonly item: AdoptedItem } | null;
}

/** True where two versions of a running text differ by more than blanks and punctuation. */
export const differs = (before: { readonly text: string } | null, after: { readonly text: string } | null): boolean =>
  before !== null && after !== null && textKey(before.text) !== textKey(after.text);
