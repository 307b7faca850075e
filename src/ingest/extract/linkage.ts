import { adoptedPlan } from '../documents/adopted-plan/parse.js';
import { type Lines, linesOf, type Printed } from '../documents/document.js';
import { linkagePlansDraft } from '../documents/linkage-plans-draft/parse.js';
import type {
  InitiativeRecord,
  LinkagePlanRecord,
  LinkagePlansDraft,
} from '../documents/linkage-plans-draft/record.js';
import { nameKey } from '../documents/text.js';
import { Comparison, type Side, shownVersion, textVersion, type Version } from './changes.js';
import { at, type Context, cityOf, idOf } from './context.js';
import {
  extractLinkagePlans,
  planIndicatorId,
  type StatedPlans,
  sameIndicator,
  splitDefinition,
} from './linkage-plans.js';
import type { Parsed, ParsedDocuments } from './parsed-documents.js';
import { assertPolicyField, assertReferencedItem, coverItems } from './policy-items.js';
import { scopeOf } from './scope.js';

/** The linkage plans of the draft and of the adopted plan, with the draft's matrix and what changed between the two. */
export function extractLinkage(context: Context, documents: ParsedDocuments): void {
  const [draft, adopted] = [documents.one(linkagePlansDraft), documents.one(adoptedPlan)];
  if (draft) extractMatrix(context, draft);
  const all: readonly StatedPlans[] = [
    ...(draft ? [{ source: draft.source, stage: 'DRAFT' as const, plans: draft.record.plans }] : []),
    ...(adopted ? [{ source: adopted.source, stage: 'ADOPTED' as const, plans: adopted.record.linkagePlans }] : []),
  ];
  // A document without any plan says nothing of them.
  const stated = all.filter(({ plans }) => plans.length > 0);
  extractLinkagePlans(context, stated);
  const [earlier, later] = stated;
  if (earlier && later) compareLinkagePlans(context, earlier, later);
}

/** The matrix (政策連携プラン体系) names every policy item of the plan, also those whose sheets are not at hand. */
function extractMatrix(context: Context, { source, record }: Parsed<LinkagePlansDraft>): void {
  const { builder } = context;
  for (const { fieldNumber, fieldName, code, name, plans, lines } of record.matrix.items) {
    const origin = at(source, 'DRAFT', lines);
    // The field's name stands only in the first row of its items.
    if (nameKey(source.lines[lines.first - 1] ?? '').includes(nameKey(fieldName)))
      assertPolicyField(context, fieldNumber, fieldName, origin);
    const { id, printedAs } = assertReferencedItem(context, { code, name }, origin);
    const scope = scopeOf(id, 'matrixPlans');
    builder.speaks(scope, origin);
    for (const plan of plans)
      builder.edge('MARKS', idOf(context, 'linkage-plan', plan), id, origin, { scopes: [scope], printedAs });
  }
  if (record.matrix.items.length === 0) return;
  builder.covers(scopeOf(cityOf(context), 'policyFields'), at(source, 'DRAFT', linesOf(record.matrix.items)));
  for (const field of new Set(record.matrix.items.map(({ fieldNumber }) => fieldNumber))) {
    const rows = record.matrix.items.filter(({ fieldNumber }) => fieldNumber === field);
    coverItems(context, field, at(source, 'DRAFT', linesOf(rows)));
  }
}

/** Compares every plan that one of two stages has; both have some. */
export function compareLinkagePlans(context: Context, earlier: StatedPlans, later: StatedPlans): void {
  for (const { number, before, after } of pairs(earlier.plans, later.plans)) {
    const comparing = (listedIn: (plan: LinkagePlanRecord) => Lines | null) =>
      new Comparison(context, sideOf(earlier, before && listedIn(before)), sideOf(later, after && listedIn(after)));
    const id = idOf(context, 'linkage-plan', number);
    comparing(() => null).compare(id, before, after, planParts, ({ name }) => name);
    const initiatives = comparing(({ name }) => name.lines);
    for (const pair of pairs(before?.initiatives ?? [], after?.initiatives ?? []))
      compareInitiatives(initiatives, idOf(context, 'initiative', `${number}-${pair.number}`), pair.before, pair.after);
    compareIndicators(context, comparing(indicatorList), number, before, after);
  }
}

/** Pairs things by their numbers. */
function pairs<T extends { readonly number: number }>(before: readonly T[], after: readonly T[]) {
  const withNumber = (things: readonly T[], number: number) => things.find((thing) => thing.number === number) ?? null;
  return [...new Set([...before, ...after].map(({ number }) => number))].map((number) => ({
    number,
    before: withNumber(before, number),
    after: withNumber(after, number),
  }));
}

/** A side that lists things there, or among all of its plans. */
const sideOf = ({ stage, source, plans }: StatedPlans, listed: Lines | null): Side => ({
  stage,
  source,
  lines: listed ?? linesOf(plans),
});

/** Dots and commas inside a name count here: 移住・定住促進 became 移住定住促進. */
const nameOf = ({ name: { value, lines } }: { readonly name: Printed<string> }) => shownVersion(value, lines);

const planParts = {
  name: nameOf,
  // A plan that gains or loses its subtitle is revised; a missing one is cited where the name stands.
  subtitle: ({ name, subtitle }: LinkagePlanRecord): Version =>
    subtitle ? nameOf({ name: subtitle }) : { key: '', lines: name.lines },
  content: ({ introduction }: LinkagePlanRecord) => textVersion(introduction),
};

function compareInitiatives(
  initiatives: Comparison,
  id: string,
  before: InitiativeRecord | null,
  after: InitiativeRecord | null,
): void {
  // An initiative that gains or loses a reference is revised.
  const referenceTo =
    (code: string) =>
    ({ references, lines }: InitiativeRecord): Version => {
      const reference = references.find(({ value }) => value.code === code);
      return reference ? shownVersion(`${code} ${reference.value.name}`, reference.lines, code) : { key: '', lines };
    };
  const references = [...(before?.references ?? []), ...(after?.references ?? [])];
  const parts = {
    name: nameOf,
    content: ({ content }: InitiativeRecord) => textVersion(content),
    ...Object.fromEntries(references.map(({ value: { code } }) => [`reference ${code}`, referenceTo(code)])),
  };
  initiatives.compare(id, before, after, parts, ({ name }) => name);
}

/** Indicators are matched by name or by decision. */
function compareIndicators(
  context: Context,
  indicators: Comparison,
  plan: number,
  before: LinkagePlanRecord | null,
  after: LinkagePlanRecord | null,
): void {
  const [earlier, later] = [namesOf(before), namesOf(after)];
  const kept = new Set<Version>();
  for (const name of later) {
    const id = planIndicatorId(context, plan, name.key);
    const former = earlier.find(({ key }) => sameIndicator(context, plan, key, name.key)) ?? null;
    indicators.thing(id, former, name);
    if (!former) continue;
    kept.add(former);
    indicators.part(id, 'RENAMED', 'name', former, name);
  }
  for (const name of earlier)
    if (!kept.has(name)) indicators.thing(planIndicatorId(context, plan, name.key), name, null);
}

/** Indicators are printed as one list, often over several lines, so that each is cited by the list. */
const namesOf = (plan: LinkagePlanRecord | null): readonly Version[] => {
  const lines = plan && indicatorList(plan);
  const names = (plan?.indicators ?? []).map(({ value }) => splitDefinition(value).name);
  return lines ? names.map((name) => shownVersion(name, lines)) : [];
};

const indicatorList = ({ indicators }: LinkagePlanRecord): Lines | null =>
  indicators.length > 0 ? linesOf(indicators) : null;
