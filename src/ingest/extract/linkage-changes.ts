/** What really differs between the linkage plans of two stages. */
import { type Lines, type Printed, spanOf } from '../documents/document.js';
import type { InitiativeRecord, LinkagePlanRecord } from '../documents/linkage-plans-draft/record.js';
import { Comparison, type Side, textVersion, type Version } from './comparison.js';
import { type Context, idOf } from './context.js';
import { planIndicatorId, sameIndicator, splitDefinition } from './linkage-indicators.js';
import type { StatedPlans } from './linkage-plans.js';

/** Compares every plan that one of two stages has; both have some. */
export function compareLinkagePlans(context: Context, earlier: StatedPlans, later: StatedPlans): void {
  for (const { number, before, after } of pairs(earlier.plans, later.plans)) {
    const comparing = (listedIn: (plan: LinkagePlanRecord) => Lines | null) =>
      new Comparison(context, sideOf(earlier, before && listedIn(before)), sideOf(later, after && listedIn(after)));
    comparePlans(
      comparing(() => null),
      idOf(context, 'linkage-plan', number),
      before,
      after,
    );
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
  lines: listed ?? spanOf(...plans.map(({ lines }) => lines)),
});

/** Dots and commas inside a name count here: 移住・定住促進 became 移住定住促進. */
const nameOf = ({ name: { value, lines } }: { readonly name: Printed<string> }): Version => ({
  key: value,
  shown: value,
  lines,
});

function comparePlans(
  plans: Comparison,
  id: string,
  before: LinkagePlanRecord | null,
  after: LinkagePlanRecord | null,
): void {
  plans.thing(id, before?.name ?? null, after?.name ?? null);
  if (!before || !after) return;
  plans.part(id, 'RENAMED', 'name', nameOf(before), nameOf(after));
  // A plan that gains or loses its subtitle is revised; a missing one is cited where the name stands.
  const subtitleOf = ({ name, subtitle }: LinkagePlanRecord): Version =>
    subtitle ? nameOf({ name: subtitle }) : { key: '', lines: name.lines };
  plans.part(id, 'REVISED', 'subtitle', subtitleOf(before), subtitleOf(after));
  plans.text(id, 'content', textVersion(before.introduction), textVersion(after.introduction));
}

function compareInitiatives(
  initiatives: Comparison,
  id: string,
  before: InitiativeRecord | null,
  after: InitiativeRecord | null,
): void {
  initiatives.thing(id, before?.name ?? null, after?.name ?? null);
  if (!before || !after) return;
  initiatives.part(id, 'RENAMED', 'name', nameOf(before), nameOf(after));
  initiatives.text(id, 'content', textVersion(before.content), textVersion(after.content));
  // An initiative that gains or loses a reference is revised.
  const referenceOf = ({ references, lines: whole }: InitiativeRecord, code: string): Version => {
    const reference = references.find(({ value }) => value.code === code);
    if (!reference) return { key: '', lines: whole };
    return { key: code, shown: `${code} ${reference.value.name}`, lines: reference.lines };
  };
  for (const code of new Set([...before.references, ...after.references].map(({ value }) => value.code)))
    initiatives.part(id, 'REVISED', `reference ${code}`, referenceOf(before, code), referenceOf(after, code));
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
  return lines ? names.map((name) => ({ key: name, shown: name, lines })) : [];
};

const indicatorList = ({ indicators }: LinkagePlanRecord): Lines | null =>
  indicators.length > 0 ? spanOf(...indicators.map(({ lines }) => lines)) : null;
