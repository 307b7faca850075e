import type { ChangeKind, EntityType, PlanStage } from '../../graphql/graphql.js';

export const kinds: readonly ChangeKind[] = [
  'ADDED',
  'REMOVED',
  'RENAMED',
  'REVISED',
  'REORDERED',
  'MOVED',
  'UNCHANGED',
];

/** The types whose changes are recorded, in the order of the plan, with what the argument of `changes` calls them. */
const entityTypes = {
  PolicyItem: 'POLICY_ITEM',
  Measure: 'MEASURE',
  Indicator: 'INDICATOR',
  Project: 'PROJECT',
  RelatedPlan: 'RELATED_PLAN',
  LinkagePlan: 'LINKAGE_PLAN',
  Initiative: 'INITIATIVE',
} as const satisfies Readonly<Record<string, EntityType>>;

export type ChangedType = keyof typeof entityTypes;
export const changedTypes = Object.keys(entityTypes) as readonly ChangedType[];
export const entityType = (type: ChangedType): EntityType => entityTypes[type];

/** The steps of the planning cycle. */
export const steps: readonly { readonly from: PlanStage; readonly to: PlanStage }[] = [
  { from: 'CURRENT', to: 'DRAFT' },
  { from: 'DRAFT', to: 'ADOPTED' },
];
