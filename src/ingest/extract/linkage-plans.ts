/** Linkage plans (政策連携プラン) of the draft and of the adopted plan, and their indicators, which are named only. */
import type { Stage } from '../../model/enums.js';
import { linesOf, type SourceText } from '../documents/document.js';
import type { InitiativeRecord, LinkagePlanRecord } from '../documents/linkage-plans-draft/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addPassage, at, type Context, cityOf, decision, idOf, slug } from './context.js';
import { assertReferencedItem } from './policy-items.js';
import { scopeOf } from './scope.js';

/** The linkage plans of one stage and where they stand. */
export interface StatedPlans {
  readonly source: SourceText;
  readonly stage: Stage;
  readonly plans: readonly LinkagePlanRecord[];
}

/** The plans of all stages with all that hangs on them. A stage that lists plans speaks for every one of them. */
export function extractLinkagePlans(context: Context, stated: readonly StatedPlans[]): void {
  const numbers = [...new Set(stated.flatMap(({ plans }) => plans.map(({ number }) => number)))];
  for (const { source, stage, plans } of stated) {
    const origin = (lines: Origin['lines']) => at(source, stage, lines);
    const whole = origin(linesOf(plans));
    context.builder.speaks(plansOf(context), whole);
    for (const number of numbers) {
      const plan = plans.find((each) => each.number === number);
      const listed = plan ? origin(plan.lines) : whole;
      context.builder.speaks(initiativesOf(context, number), listed);
      context.builder.speaks(scopeOf(planId(context, number), 'indicators'), listed);
    }
    for (const plan of plans) {
      extractLinkagePlan(context, plan, origin);
      for (const initiative of plan.initiatives) extractInitiative(context, plan.number, initiative, origin);
    }
  }
  for (const number of numbers) extractIndicators(context, number, stated);
}

const planId = (context: Context, number: number) => idOf(context, 'linkage-plan', number);

const plansOf = (context: Context) => scopeOf(cityOf(context), 'linkagePlans');

const initiativesOf = (context: Context, plan: number) => scopeOf(planId(context, plan), 'initiatives');

/** What lines of the document at hand are as an origin. */
type OriginOf = (lines: Origin['lines']) => Origin & { readonly stage: Stage };

function extractLinkagePlan(context: Context, plan: LinkagePlanRecord, originOf: OriginOf): void {
  const { number, name, subtitle } = plan;
  const id = planId(context, number);
  const origin = originOf(linesOf([name, subtitle]));
  const values = { number, name: name.value, subtitle: subtitle?.value ?? null };
  context.builder.node('LinkagePlan', id, values, origin, [plansOf(context)]);
  context.builder.edge('LINKAGE_PLAN_OF', id, cityOf(context), origin);
  addPassage(context, id, 'OVERVIEW', origin, plan.introduction);
}

function extractInitiative(
  context: Context,
  plan: number,
  { number, name, content, references }: InitiativeRecord,
  originOf: OriginOf,
): void {
  const { builder } = context;
  const id = idOf(context, 'initiative', `${plan}-${number}`);
  const origin = originOf(name.lines);
  const links = { INITIATIVE_OF: planId(context, plan) };
  builder.node('Initiative', id, { number, name: name.value }, origin, [initiativesOf(context, plan)], links);
  addPassage(context, id, 'CONTENT', origin, content);
  const scope = scopeOf(id, 'policyItems');
  builder.speaks(scope, origin);
  for (const { value, lines } of references) {
    const { id: itemId, printedAs } = assertReferencedItem(context, value, originOf(lines));
    builder.edge('REFERENCES', id, itemId, originOf(lines), { scopes: [scope], printedAs });
  }
}

/** Asserts the indicators of a plan, matched between the stages by name or by decision. */
function extractIndicators(context: Context, plan: number, stated: readonly StatedPlans[]): void {
  const scope = scopeOf(planId(context, plan), 'indicators');
  const links = { INDICATES_PLAN: planId(context, plan) };
  for (const { definition, stated: all } of indicatorsOf(context, plan, stated)) {
    const id = planIndicatorId(context, plan, all.at(-1)?.name ?? '');
    for (const { name, number, origin } of all) {
      const values = { name, number, roles: ['OUTCOME'], definition };
      context.builder.node('Indicator', id, values, origin, [scope], links);
    }
  }
}

/** One indicator of a plan under the names and numbers that the stages give it, in their order. */
interface PlanIndicator {
  definition: string | null;
  readonly stated: { readonly name: string; readonly number: number; readonly origin: Origin }[];
}

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
