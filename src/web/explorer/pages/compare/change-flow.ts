import type { ChangeFlowQuery, ChangeKind, PlanStage } from '../../graphql/graphql.js';

type Change = ChangeFlowQuery['changes']['nodes'][number];
type Thing = Change['subject'];

/** The steps of the planning cycle. */
export const steps: readonly { readonly from: PlanStage; readonly to: PlanStage }[] = [
  { from: 'CURRENT', to: 'DRAFT' },
  { from: 'DRAFT', to: 'ADOPTED' },
];

/** What happened to a thing on a step: of several changes, the first of these. */
const order = ['REMOVED', 'ADDED', 'MOVED', 'RENAMED', 'REVISED', 'REORDERED', 'UNCHANGED'] as const;

/** From top to bottom, as they are drawn: what stays, then what goes and comes. */
export const flowOrder = ['UNCHANGED', 'REORDERED', 'REVISED', 'RENAMED', 'MOVED', 'REMOVED', 'ADDED'] as const;

/** A thing, and what happened to it on a step. */
export interface Flowing {
  readonly thing: Thing;
  readonly from: PlanStage;
  readonly kind: ChangeKind;
  /** All that the documents tell of it on the step. */
  readonly changes: readonly Change[];
}

/** What is added to a thing or taken from it revises it. */
const kindOf = ({ kind, field }: Change): ChangeKind =>
  field !== null && (kind === 'ADDED' || kind === 'REMOVED') ? 'REVISED' : kind;

/** Each thing once for each step on which something is told of it. */
export function flowing(changes: readonly Change[]): readonly Flowing[] {
  const byThing = new Map<string, readonly Change[]>();
  for (const change of changes) {
    const key = `${change.fromStage} ${change.subject.id}`;
    byThing.set(key, [...(byThing.get(key) ?? []), change]);
  }
  return [...byThing.values()].flatMap((ofThing) => {
    const [first] = ofThing;
    const kinds = new Set(ofThing.map(kindOf));
    const kind = order.find((each) => kinds.has(each));
    return first && kind ? [{ thing: first.subject, from: first.fromStage, kind, changes: ofThing }] : [];
  });
}

/** How many things had each kind of change on the step that leads away from a stage. */
export const countsOf = (things: readonly Flowing[], from: PlanStage): ReadonlyMap<ChangeKind, number> =>
  new Map(
    flowOrder.map((kind) => [kind, things.filter((each) => each.from === from && each.kind === kind).length] as const),
  );
