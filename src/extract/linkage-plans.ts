/** Linkage plans (政策連携プラン) of the draft and of the adopted plan, and the draft's matrix. */
import { type SourceText, spanOf } from '../documents/document.js';
import type {
  InitiativeRecord,
  LinkagePlanRecord,
  LinkagePlansDraft,
} from '../documents/linkage-plans-draft/record.js';
import { nameKey } from '../documents/text.js';
import type { Stage } from '../model/enums.js';
import { addChange, type ChangeInput } from './changes.js';
import { addPassage, at, type Context, decision, idOf, slug } from './context.js';
import { assertPolicyField, assertPolicyItem } from './policy-items.js';

/** The matrix (政策連携プラン体系) names every policy item of the plan, also those whose sheets are not at hand. */
export function extractMatrix(context: Context, source: SourceText, { matrix }: LinkagePlansDraft): void {
  const { builder } = context;
  builder.speaks('matrix', 'DRAFT');
  for (const { fieldNumber, fieldName, code, name, plans, lines } of matrix.items) {
    const origin = at(source, 'DRAFT', lines);
    assertPolicyField(context, fieldNumber, fieldName, at(source, null, lines));
    const itemId = assertPolicyItem(context, code, knownName(context, code) === undefined ? name : undefined, origin);
    reportOtherName(context, source, code, name, lines);
    for (const plan of plans)
      builder.edge('MARKS', idOf(context, 'linkage-plan', plan), itemId, origin, { scopes: ['matrix'] });
  }
}

const knownName = ({ builder, ...context }: Context, code: string) =>
  builder.valueOf('PolicyItem', idOf({ builder, ...context }, 'policy-item', code), 'name');

/** A reference whose name does not belong to its code: the code is followed, the name reported. */
function reportOtherName(
  context: Context,
  source: SourceText,
  code: string,
  printed: string,
  lines: InitiativeRecord['lines'],
): boolean {
  const known = knownName(context, code);
  const aliases = context.reviewed.aliases.get(idOf(context, 'policy-item', code)) ?? [];
  if (typeof known !== 'string' || [known, ...aliases].some((name) => nameKey(name) === nameKey(printed))) return false;
  context.findings.add({
    rule: 'referenced-name-matches-code',
    severity: 'warning',
    document: source.id,
    lines,
    message: `The name printed for policy item ${code} differs from its own; the code was followed.`,
    messageJa: `施策大項目${code}の名称が異なるため、番号を優先しました。`,
    expected: known,
    actual: printed,
  });
  return true;
}

/** The plans of one stage with their initiatives, references and indicators. */
export function extractLinkagePlans(
  context: Context,
  source: SourceText,
  stage: Stage,
  plans: readonly LinkagePlanRecord[],
): void {
  const { builder } = context;
  builder.speaks('linkage plans', stage);
  for (const plan of plans) {
    const id = idOf(context, 'linkage-plan', plan.number);
    const origin = at(source, stage, plan.subtitle ? spanOf(plan.name.lines, plan.subtitle.lines) : plan.name.lines);
    builder.node(
      'LinkagePlan',
      id,
      { number: plan.number, name: plan.name.value, ...(plan.subtitle ? { subtitle: plan.subtitle.value } : {}) },
      origin,
      ['linkage plans'],
    );
    builder.edge('LINKAGE_PLAN_OF', id, idOf(context, 'municipality', context.reviewed.municipality.code), origin);
    addPassage(context, id, 'OVERVIEW', source, stage, plan.introduction);
    builder.speaks(`initiatives of ${id}`, stage);
    for (const initiative of plan.initiatives) extractInitiative(context, source, stage, plan.number, initiative);
  }
}

function extractInitiative(
  context: Context,
  source: SourceText,
  stage: Stage,
  plan: number,
  initiative: InitiativeRecord,
): void {
  const { builder } = context;
  const planId = idOf(context, 'linkage-plan', plan);
  const id = idOf(context, 'initiative', `${plan}-${initiative.number}`);
  const origin = at(source, stage, initiative.name.lines);
  const scopes = [`initiatives of ${planId}`];
  builder.node('Initiative', id, { number: initiative.number, name: initiative.name.value }, origin, scopes);
  builder.edge('INITIATIVE_OF', id, planId, origin, { scopes });
  addPassage(context, id, 'CONTENT', source, stage, initiative.content);
  const scope = `references of ${id}`;
  builder.speaks(scope, stage);
  for (const { value, lines } of initiative.references) {
    const known = knownName(context, value.code) !== undefined;
    const referenceOrigin = at(source, stage, lines);
    const itemId = assertPolicyItem(context, value.code, known ? undefined : value.name, referenceOrigin);
    const other = reportOtherName(context, source, value.code, value.name, lines);
    builder.edge('REFERENCES', id, itemId, referenceOrigin, { scopes: [scope], printedAs: other ? value.name : null });
  }
}

/** "労働力人口【…】": a name and, in brackets, its definition. */
function splitDefinition(printed: string): { readonly name: string; readonly definition: string | null } {
  const match = /^(.+?)【(.+)】$/.exec(printed);
  return match?.[1] && match[2] ? { name: match[1], definition: match[2] } : { name: printed, definition: null };
}

const indicatorNames = ({ indicators }: LinkagePlanRecord) =>
  indicators.map(({ value }) => splitDefinition(value).name);

interface PlanIndicator {
  definition: string | null;
  readonly names: Partial<Record<Stage, string>>;
  readonly origins: ReturnType<typeof at>[];
}

/** Indicators of the linkage plans: named only, without figures; matched between the stages by name or by decision. */
export function extractLinkageIndicators(
  context: Context,
  stated: readonly {
    readonly source: SourceText;
    readonly stage: Stage;
    readonly plans: readonly LinkagePlanRecord[];
  }[],
): void {
  const numbers = [...new Set(stated.flatMap(({ plans }) => plans.map(({ number }) => number)))];
  for (const number of numbers) {
    const found: PlanIndicator[] = [];
    for (const { source, stage, plans } of stated)
      for (const { value, lines } of plans.find((plan) => plan.number === number)?.indicators ?? []) {
        const { name, definition } = splitDefinition(value);
        const known = found.find(
          ({ names }) => names[stage] === undefined && sameIndicator(context, number, names, name),
        );
        const origin = at(source, stage, lines);
        if (known) {
          known.names[stage] = name;
          known.origins.push(origin);
          known.definition ??= definition;
        } else found.push({ names: { [stage]: name }, origins: [origin], definition });
      }
    for (const { stage } of stated) context.builder.speaks(`indicators of plan ${number}`, stage);
    for (const [index, indicator] of found.entries()) assertPlanIndicator(context, number, index + 1, indicator);
  }
}

const sameIndicator = (context: Context, plan: number, names: PlanIndicator['names'], later: string): boolean =>
  Object.values(names).some(
    (name) => nameKey(name) === nameKey(later) || decision(context, `indicator plan-${plan}`, name, later) === true,
  );

function assertPlanIndicator(
  context: Context,
  plan: number,
  order: number,
  { names, origins, definition }: PlanIndicator,
): void {
  const { builder } = context;
  const planId = idOf(context, 'linkage-plan', plan);
  const id = idOf(context, 'indicator', `plan-${plan}`, slug(names.ADOPTED ?? names.DRAFT ?? ''));
  const scopes = [`indicators of plan ${plan}`];
  for (const origin of origins) {
    const name = origin.stage ? names[origin.stage] : undefined;
    builder.node('Indicator', id, { name, number: order, roles: ['OUTCOME'], definition }, origin, scopes);
    builder.edge('INDICATES_PLAN', id, planId, origin, { scopes });
  }
}

/** What really differs between the linkage plans of the draft and those adopted. */
export function compareLinkagePlans(
  context: Context,
  draft: readonly LinkagePlanRecord[],
  adopted: readonly LinkagePlanRecord[],
  source: SourceText,
): void {
  for (const plan of adopted) {
    const before = draft.find(({ number }) => number === plan.number);
    if (!before) continue;
    const between = { from: 'DRAFT', to: 'ADOPTED', basis: 'COMPARED' } as const;
    const planId = idOf(context, 'linkage-plan', plan.number);
    compareNames(context, planId, before.name, plan.name, source);
    if (plan.subtitle && !before.subtitle)
      addChange(context, {
        ...between,
        subject: planId,
        kind: 'REVISED',
        field: 'subtitle',
        after: plan.subtitle.value,
        origin: at(source, 'ADOPTED', plan.subtitle.lines),
      });
    for (const initiative of plan.initiatives) {
      const earlier = before.initiatives.find(({ number }) => number === initiative.number);
      const id = idOf(context, 'initiative', `${plan.number}-${initiative.number}`);
      if (!earlier) {
        addChange(context, {
          ...between,
          subject: id,
          kind: 'ADDED',
          origin: at(source, 'ADOPTED', initiative.name.lines),
        });
        continue;
      }
      compareNames(context, id, earlier.name, initiative.name, source);
      compareReferences(context, id, earlier, initiative, source);
    }
    for (const indicator of compareIndicatorNames(context, plan.number, before, plan))
      addChange(context, {
        ...between,
        ...indicator,
        origin: at(source, 'ADOPTED', plan.indicators[0]?.lines ?? plan.lines),
      });
  }
}

function compareNames(
  context: Context,
  subject: string,
  before: LinkagePlanRecord['name'],
  after: LinkagePlanRecord['name'],
  source: SourceText,
): void {
  // Dots and commas inside a name count here: 移住・定住促進 became 移住定住促進.
  if (before.value === after.value) return;
  addChange(context, {
    subject,
    kind: 'RENAMED',
    from: 'DRAFT',
    to: 'ADOPTED',
    basis: 'COMPARED',
    field: 'name',
    before: before.value,
    after: after.value,
    origin: at(source, 'ADOPTED', after.lines),
  });
}

function compareReferences(
  context: Context,
  subject: string,
  before: InitiativeRecord,
  after: InitiativeRecord,
  source: SourceText,
): void {
  const codes = (initiative: InitiativeRecord) => initiative.references.map(({ value }) => value.code);
  const added = after.references.filter(({ value }) => !codes(before).includes(value.code));
  const removed = before.references.filter(({ value }) => !codes(after).includes(value.code));
  const between = { subject, kind: 'REVISED', from: 'DRAFT', to: 'ADOPTED', basis: 'COMPARED' } as const;
  for (const { value, lines } of added)
    addChange(context, {
      ...between,
      field: `reference ${value.code}`,
      after: `${value.code} ${value.name}`,
      origin: at(source, 'ADOPTED', lines),
    });
  for (const { value } of removed)
    addChange(context, {
      ...between,
      field: `reference ${value.code}`,
      before: `${value.code} ${value.name}`,
      origin: at(source, 'ADOPTED', after.lines),
    });
}

type IndicatorChange = Pick<ChangeInput, 'subject' | 'kind' | 'field' | 'before' | 'after'>;

function compareIndicatorNames(
  context: Context,
  plan: number,
  before: LinkagePlanRecord,
  after: LinkagePlanRecord,
): readonly IndicatorChange[] {
  const idFor = (name: string) => idOf(context, 'indicator', `plan-${plan}`, slug(name));
  const earlierName = (name: string) =>
    indicatorNames(before).find((earlier) => sameIndicator(context, plan, { DRAFT: earlier }, name));
  const names = indicatorNames(after);
  const kept = new Set(names.map(earlierName));
  const changes: IndicatorChange[] = [];
  for (const name of names) {
    const earlier = earlierName(name);
    if (earlier === undefined) changes.push({ subject: idFor(name), kind: 'ADDED' });
    else if (earlier !== name)
      changes.push({ subject: idFor(name), kind: 'RENAMED', field: 'name', before: earlier, after: name });
  }
  for (const name of indicatorNames(before))
    if (!kept.has(name)) changes.push({ subject: idFor(name), kind: 'REMOVED' });
  return changes;
}
