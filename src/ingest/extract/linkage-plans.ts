/** Linkage plans (政策連携プラン) of the draft and of the adopted plan. */
import type { Stage } from '../../model/enums.js';
import { type SourceText, spanOf } from '../documents/document.js';
import type { InitiativeRecord, LinkagePlanRecord } from '../documents/linkage-plans-draft/record.js';
import { addPassage, at, type Context, cityOf, idOf } from './context.js';
import { assertReferencedItem } from './policy-items.js';

/** The linkage plans of one stage and where they stand. */
export interface StatedPlans {
  readonly source: SourceText;
  readonly stage: Stage;
  readonly plans: readonly LinkagePlanRecord[];
}

/** The numbers of all plans that any stage has. */
export const planNumbers = (stated: readonly StatedPlans[]): readonly number[] => [
  ...new Set(stated.flatMap(({ plans }) => plans.map(({ number }) => number))),
];

/** The plans of all stages with their initiatives and references. A stage that lists plans speaks for every one of them. */
export function extractLinkagePlans(context: Context, stated: readonly StatedPlans[]): void {
  for (const { source, stage, plans } of stated) {
    context.builder.speaks('linkage plans', stage);
    for (const number of planNumbers(stated)) context.builder.speaks(initiativesOf(context, number), stage);
    for (const plan of plans) {
      extractLinkagePlan(context, source, stage, plan);
      for (const initiative of plan.initiatives) extractInitiative(context, source, stage, plan.number, initiative);
    }
  }
}

const initiativesOf = (context: Context, plan: number) => `initiatives of ${idOf(context, 'linkage-plan', plan)}`;

function extractLinkagePlan(context: Context, source: SourceText, stage: Stage, plan: LinkagePlanRecord): void {
  const { number, name, subtitle } = plan;
  const id = idOf(context, 'linkage-plan', number);
  const origin = at(source, stage, subtitle ? spanOf(name.lines, subtitle.lines) : name.lines);
  const values = { number, name: name.value, subtitle: subtitle?.value ?? null };
  context.builder.node('LinkagePlan', id, values, origin, ['linkage plans']);
  context.builder.edge('LINKAGE_PLAN_OF', id, cityOf(context), origin);
  addPassage(context, id, 'OVERVIEW', source, stage, plan.introduction);
}

function extractInitiative(
  context: Context,
  source: SourceText,
  stage: Stage,
  plan: number,
  { number, name, content, references }: InitiativeRecord,
): void {
  const { builder } = context;
  const id = idOf(context, 'initiative', `${plan}-${number}`);
  const links = { INITIATIVE_OF: idOf(context, 'linkage-plan', plan) };
  const scopes = [initiativesOf(context, plan)];
  builder.linkedNode('Initiative', id, { number, name: name.value }, links, at(source, stage, name.lines), scopes);
  addPassage(context, id, 'CONTENT', source, stage, content);
  const scope = `references of ${id}`;
  builder.speaks(scope, stage);
  for (const { value, lines } of references) {
    const origin = at(source, stage, lines);
    const { id: itemId, printedAs } = assertReferencedItem(context, value, origin);
    builder.edge('REFERENCES', id, itemId, origin, { scopes: [scope], printedAs });
  }
}
