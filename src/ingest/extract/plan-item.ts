import type { AdoptedItem } from '../documents/adopted-plan/record.js';
import type { SourceText } from '../documents/document.js';
import type { ReviewSheet } from '../documents/review-sheets/record.js';
import { Comparison, type Side } from './changes.js';
import { at, type Context } from './context.js';
import type { Scope } from './scope.js';

/** One policy item with what the review sheets and the adopted plan say about it; either can be missing. */
export interface PlanItem {
  readonly code: string;
  /** The id of the policy item. */
  readonly id: string;
  readonly review: { readonly source: SourceText; readonly sheet: ReviewSheet } | null;
  readonly adopted: { readonly source: SourceText; readonly item: AdoptedItem } | null;
  /**
   * Where the draft and the adopted plan print the item or, where they lack it, the others of its field: they say then
   * that there is none. Null where no document at hand speaks of the field.
   */
  readonly listed: { readonly draft: Side | null; readonly adopted: Side | null };
}

/** The stages of a review sheet's two columns. */
export const reviewStages = ['CURRENT', 'DRAFT'] as const;

/** What a row of a review sheet has in its two columns, each with its stage; a column that is empty is left out. */
export const columnsIn = <Column>(row: { readonly current: Column | null; readonly draft: Column | null }) =>
  reviewStages.flatMap((stage) => {
    const column = stage === 'CURRENT' ? row.current : row.draft;
    return column === null ? [] : [{ stage, column }];
  });

/** Declares that both columns of a review sheet list everything of a scope. */
export function speakOfReview(
  { builder }: Context,
  scope: Scope,
  { source, sheet }: NonNullable<PlanItem['review']>,
): void {
  for (const stage of reviewStages) builder.speaks(scope, at(source, stage, sheet.lines));
}

/** True where the adopted plan lists the items of the field without this one. */
export const isDropped = ({ adopted, listed }: PlanItem): boolean => adopted === null && listed.adopted !== null;

/** The comparison of a policy item's draft with what was adopted; null where no document speaks for one of them. */
export const adoptionOf = (context: Context, { listed: { draft, adopted } }: PlanItem): Comparison | null =>
  draft && adopted ? new Comparison(context, draft, adopted) : null;
