/** Indicators of the linkage plans: named only, without figures. */
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { at, type Context, decision, idOf, slug } from './context.js';
import { planNumbers, type StatedPlans } from './linkage-plans.js';

/** One indicator of a plan under the names and numbers that the stages give it, in their order. */
interface PlanIndicator {
  definition: string | null;
  readonly stated: { readonly name: string; readonly number: number; readonly origin: Origin }[];
}

/** Asserts the indicators of all plans, matched between the stages by name or by decision. */
export function extractLinkageIndicators(context: Context, stated: readonly StatedPlans[]): void {
  const { builder } = context;
  for (const plan of planNumbers(stated)) {
    const scope = `indicators of plan ${plan}`;
    for (const { stage } of stated) builder.speaks(scope, stage);
    for (const { definition, stated: all } of indicatorsOf(context, plan, stated)) {
      const id = planIndicatorId(context, plan, all.at(-1)?.name ?? '');
      const links = { INDICATES_PLAN: idOf(context, 'linkage-plan', plan) };
      for (const { name, number, origin } of all)
        builder.linkedNode('Indicator', id, { name, number, roles: ['OUTCOME'], definition }, links, origin, [scope]);
    }
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
  for (const { source, stage, plans } of stated)
    for (const [index, { value, lines }] of (plans.find(({ number }) => number === plan)?.indicators ?? []).entries()) {
      const { name, definition } = splitDefinition(value);
      const known = found.find(
        ({ stated: earlier }) =>
          !earlier.some(({ origin }) => origin.stage === stage) &&
          earlier.some((other) => sameIndicator(context, plan, other.name, name)),
      );
      const indicator = known ?? { definition: null, stated: [] };
      if (!known) found.push(indicator);
      indicator.stated.push({ name, number: index + 1, origin: at(source, stage, lines) });
      indicator.definition ??= definition;
    }
  return found;
}
