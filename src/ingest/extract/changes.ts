import type { Stage } from '../../model/enums.js';
import type { StatedChange } from '../documents/document.js';
import type { Origin } from './builder.js';
import { type Context, idOf, localPart } from './context.js';

export type ChangeKindName = 'ADDED' | 'REMOVED' | 'RENAMED' | 'REVISED' | 'REORDERED' | 'MOVED' | 'UNCHANGED';

export interface ChangeInput {
  readonly subject: string;
  readonly kind: ChangeKindName;
  readonly from: Stage;
  readonly to: Stage;
  readonly basis: 'STATED' | 'COMPARED';
  readonly field?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly note?: string | null;
  readonly pointsTo?: string | null;
  /** Every place that the change rests on: what it was, what it is, where it is stated. */
  readonly origins: readonly Origin[];
}

/** Adds a change of a thing between two stages. */
export function addChange(context: Context, change: ChangeInput): void {
  const { subject, kind, from, to, field = null, pointsTo = null } = change;
  const part = `${kind.toLowerCase()}${field ? `-${field.replace(/ /g, '-')}` : ''}`;
  const id = idOf(context, 'change', localPart(subject), `${from}-${to}`, part);
  const values = {
    kind,
    basis: change.basis,
    field,
    before: change.before ?? null,
    after: change.after ?? null,
    from_stage: from,
    to_stage: to,
    note: change.note ?? null,
  };
  for (const origin of change.origins) {
    // A change lies between stages and belongs to none.
    const unstaged: Origin = { ...origin, stage: null };
    context.builder.node('Change', id, values, unstaged);
    context.builder.edge('CHANGES', id, subject, unstaged);
    if (pointsTo) context.builder.edge('POINTS_TO', id, pointsTo, unstaged);
  }
}

/** What the review sheet states (CURRENT → DRAFT). Adding, removing and leaving alone concern the whole thing, revising its content; null where it states nothing. */
export function addStatedChange(
  context: Context,
  subject: string,
  stated: StatedChange | null,
  origins: readonly Origin[],
  details: { readonly field?: string; readonly pointsTo?: string | null; readonly note?: string | null } = {},
): void {
  if (!stated) return;
  const field = details.field ?? (stated === 'REVISED' ? 'content' : null);
  addChange(context, {
    subject,
    kind: stated,
    from: 'CURRENT',
    to: 'DRAFT',
    basis: 'STATED',
    field,
    origins,
    ...(details.pointsTo ? { pointsTo: details.pointsTo } : {}),
    ...(details.note ? { note: details.note } : {}),
  });
}
