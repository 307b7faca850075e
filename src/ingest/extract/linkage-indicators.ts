/** Indicators of the linkage plans: named only, without figures. */

import type { Stage } from '../../model/enums.js';
import type { LinkagePlanRecord } from '../documents/linkage-plans-draft/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { at, type Context, decision, idOf, slug } from './context.js';
import { planNumbers, type StatedPlans } from './linkage-plans.js';

/** One indicator of a plan under the names and numbers that the stages give it. */
interface PlanIndicator {
  definition: string | null;
  readonly numbers: Partial<Record<Stage, number>>;
  readonly names: Partial<Record<Stage, string>>;
  readonly origins: Origin[];
}

/** Asserts the indicators of all plans, matched between the stages by name or by decision. */
export function extractLinkageIndicators(context: Context, stated: readonly StatedPlans[]): void {
  for (const plan of planNumbers(stated)) {
    for (const { stage } of stated) context.builder.speaks(`indicators of plan ${plan}`, stage);
    for (const indicator of indicatorsOf(context, plan, stated)) assertPlanIndicator(context, plan, indicator);
  }
}

/** "労働力人口【…】": a name and, in brackets, its definition. */
export function splitDefinition(printed: string): { readonly name: string; readonly definition: string | null } {
  const match = /^(.+?)【(.+)】$/.exec(printed);
  return match?.[1] && match[2] ? { name: match[1], definition: match[2] } : { name: printed, definition: null };
}

/** True where two names of different stages mean the same indicator of a plan. */
export const sameIndicator = (context: Context, plan: number, earlier: string, later: string): boolean =>
  nameKey(earlier) === nameKey(later) || decision(context, `indicator plan-${plan}`, earlier, later) === true;

/** The identity of a plan's indicator, by its latest name. */
export const planIndicatorId = (context: Context, plan: number, name: string): string =>
  idOf(context, 'indicator', `plan-${plan}`, slug(name));

function indicatorsOf(context: Context, plan: number, stated: readonly StatedPlans[]): readonly PlanIndicator[] {
  const found: PlanIndicator[] = [];
  for (const { source, stage, plans } of stated) {
    const printed: LinkagePlanRecord['indicators'] = plans.find(({ number }) => number === plan)?.indicators ?? [];
    for (const [index, { value, lines }] of printed.entries()) {
      const { name, definition } = splitDefinition(value);
      const known = found.find(
        ({ names }) =>
          names[stage] === undefined &&
          Object.values(names).some((earlier) => sameIndicator(context, plan, earlier, name)),
      );
      const indicator = known ?? { definition: null, numbers: {}, names: {}, origins: [] };
      if (!known) found.push(indicator);
      indicator.names[stage] = name;
      indicator.numbers[stage] = index + 1;
      indicator.origins.push(at(source, stage, lines));
      indicator.definition ??= definition;
    }
  }
  return found;
}

function assertPlanIndicator(
  context: Context,
  plan: number,
  { names, numbers, origins, definition }: PlanIndicator,
): void {
  const { builder } = context;
  const id = planIndicatorId(context, plan, names.ADOPTED ?? names.DRAFT ?? '');
  const scopes = [`indicators of plan ${plan}`];
  for (const origin of origins) {
    const [name, number] = origin.stage ? [names[origin.stage], numbers[origin.stage]] : [];
    builder.node('Indicator', id, { name, number, roles: ['OUTCOME'], definition }, origin, scopes);
    builder.edge('INDICATES_PLAN', id, idOf(context, 'linkage-plan', plan), origin, { scopes });
  }
}
