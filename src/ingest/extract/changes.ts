import type { Stage } from '../../model/enums.js';
import type { Origin } from './builder.js';
import { type Context, idOf, localPart } from './context.js';

/** What happened to a thing. */
export type ChangeKindName = 'ADDED' | 'REMOVED' | 'RENAMED' | 'REVISED' | 'REORDERED' | 'MOVED' | 'UNCHANGED';

/** What a change shows beside its kind. */
export interface ChangeDetails {
  /** The part of the subject that is concerned. */
  readonly field?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly note?: string | null;
  /** The id of what the document names instead. */
  readonly pointsTo?: string | null;
  /** Stated by a document, unless it follows from comparing two. */
  readonly basis?: 'STATED' | 'COMPARED';
}

/** Adds a change of a thing between two stages, with all lines that it rests on: what it was, what it is, where it is stated. */
export function addChange(
  context: Context,
  subject: string,
  kind: ChangeKindName,
  [from, to]: readonly [Stage, Stage],
  origins: readonly Origin[],
  { field = null, before = null, after = null, note = null, pointsTo = null, basis = 'STATED' }: ChangeDetails = {},
): void {
  const part = `${kind.toLowerCase()}${field ? `-${field.replace(/ /g, '-')}` : ''}`;
  const id = idOf(context, 'change', localPart(subject), `${from}-${to}`, part);
  const values = { kind, basis, field, before, after, from_stage: from, to_stage: to, note };
  for (const { document, lines } of origins) {
    // A change lies between stages and belongs to none.
    const origin = { document, lines, stage: null };
    context.builder.linkedNode('Change', id, values, { CHANGES: subject }, origin);
    if (pointsTo) context.builder.edge('POINTS_TO', id, pointsTo, origin);
  }
}

/**
 * What the review sheet says about a thing (CURRENT → DRAFT); null where it says nothing. Adding, removing and leaving alone
 * concern the whole thing, revising its content unless another field is named.
 */
export function addReviewChange(
  context: Context,
  subject: string,
  kind: ChangeKindName | null,
  origins: readonly Origin[],
  details: ChangeDetails = {},
): void {
  if (!kind) return;
  const field = details.field ?? (kind === 'REVISED' ? 'content' : null);
  addChange(context, subject, kind, ['CURRENT', 'DRAFT'], origins, { ...details, field });
}
