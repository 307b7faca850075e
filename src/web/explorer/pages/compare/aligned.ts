import type { ChangeKind, ChangeStepFragment, PlanStage } from '../../graphql/graphql.js';
import { stages } from '../../site/stages.js';

/** What happened on a step of the planning cycle. */
export type Step = Pick<ChangeStepFragment, 'kind' | 'toStage' | 'field' | 'fieldLabel' | 'fieldLabelEn'>;

/** A thing, or the link to one, as a stage prints it. */
export interface Compared {
  readonly id: string;
  /** The latest stage that speaks of it keeps it. */
  readonly effective: boolean;
  readonly changes: readonly Step[];
}

/** One thing at each stage that has it. */
export interface AlignedRow<Thing> {
  readonly id: string;
  readonly at: Readonly<Partial<Record<PlanStage, Thing>>>;
  /** The thing as the last stage that has it prints it. */
  readonly latest: Thing;
}

/**
 * The things of the three stages by their identity, whatever they are called at each; in the order of the last stage,
 * those that it no longer has behind them.
 */
export function aligned<Thing extends Compared>(
  at: Readonly<Record<PlanStage, readonly Thing[]>>,
): readonly AlignedRow<Thing>[] {
  const ids = new Set(stages.toReversed().flatMap((stage) => at[stage].map(({ id }) => id)));
  return [...ids].flatMap((id) => {
    const found = stages.flatMap((stage) => {
      const thing = at[stage].find((each) => each.id === id);
      return thing ? [[stage, thing] as const] : [];
    });
    const latest = found.at(-1)?.[1];
    return latest ? [{ id, at: Object.fromEntries(found), latest }] : [];
  });
}

/**
 * How a thing stands at a stage:
 * - HERE: the stage has it; `steps` is what happened to it on the way from the stage before
 * - NOT_YET: a later stage adds it
 * - REMOVED: the stage before has it, and this one drops it
 * - GONE: dropped before
 * - NOT_PRINTED: the documents of the stage do not speak of it
 */
export type Standing =
  | { readonly kind: 'HERE'; readonly steps: readonly Step[] }
  | { readonly kind: 'NOT_YET' | 'REMOVED' | 'GONE' | 'NOT_PRINTED' };

export function standingOf({ at, latest }: AlignedRow<Compared>, stage: PlanStage): Standing {
  const here = at[stage];
  if (here) {
    return {
      kind: 'HERE',
      steps: here.changes.filter(({ toStage, kind }) => toStage === stage && kind !== 'UNCHANGED'),
    };
  }
  const index = stages.indexOf(stage);
  const isBefore = stages.slice(index + 1).some((later) => at[later]);
  if (isBefore) {
    const added = latest.changes.some(
      ({ kind, field, toStage }) => isWhole(kind, 'ADDED', field) && stages.indexOf(toStage) > index,
    );
    return { kind: added ? 'NOT_YET' : 'NOT_PRINTED' };
  }
  // What is still in force is only not spoken of.
  if (latest.effective) return { kind: 'NOT_PRINTED' };
  const before = stages[index - 1];
  return { kind: before && at[before] ? 'REMOVED' : 'GONE' };
}

/** Whether a thing came, went or became another on the way through the stages. */
export const isChanged = (row: AlignedRow<Compared>): boolean =>
  stages.some((stage) => {
    const standing = standingOf(row, stage);
    return standing.kind === 'HERE' ? standing.steps.length > 0 : ['NOT_YET', 'REMOVED'].includes(standing.kind);
  });

/** Whether a change adds or removes the thing itself, or a numbered statement that stands for it. */
const isWhole = (kind: ChangeKind, wanted: ChangeKind, field: string | null) =>
  kind === wanted && (field === null || field.startsWith('vision'));
