/** Linkage plans (政策連携プラン) of the draft and of the adopted plan, and the draft's matrix. */
import { type Lines, type Passage, type SourceText, spanOf } from '../documents/document.js';
import type {
  InitiativeRecord,
  LinkagePlanRecord,
  LinkagePlansDraft,
} from '../documents/linkage-plans-draft/record.js';
import { nameKey } from '../documents/text.js';
import type { Stage } from '../model/enums.js';
import { addChange, type ChangeInput } from './changes.js';
import { addPassage, at, type Context, decision, idOf, slug } from './context.js';
import { differs } from './plan-item.js';
import { assertPolicyField, assertPolicyItem } from './policy-items.js';

/** The matrix (政策連携プラン体系) names every policy item of the plan, also those whose sheets are not at hand. */
export function extractMatrix(context: Context, source: SourceText, { matrix }: LinkagePlansDraft): void {
  const { builder } = context;
  builder.speaks('matrix', 'DRAFT');
  for (const { fieldNumber, fieldName, code, name, plans, lines } of matrix.items) {
    const origin = at(source, 'DRAFT', lines);
    // The field's name stands only in the first row of its items.
    if (nameKey(source.lines[lines.first - 1] ?? '').includes(nameKey(fieldName)))
      assertPolicyField(context, fieldNumber, fieldName, at(source, 'DRAFT', lines));
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
  readonly numbers: Partial<Record<Stage, number>>;
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
      for (const [index, { value, lines }] of (
        plans.find((plan) => plan.number === number)?.indicators ?? []
      ).entries()) {
        const { name, definition } = splitDefinition(value);
        const known = found.find(
          ({ names }) => names[stage] === undefined && sameIndicator(context, number, names, name),
        );
        const origin = at(source, stage, lines);
        if (known) {
          known.names[stage] = name;
          known.numbers[stage] = index + 1;
          known.origins.push(origin);
          known.definition ??= definition;
        } else found.push({ names: { [stage]: name }, numbers: { [stage]: index + 1 }, origins: [origin], definition });
      }
    for (const { stage } of stated) context.builder.speaks(`indicators of plan ${number}`, stage);
    for (const indicator of found) assertPlanIndicator(context, number, indicator);
  }
}

const sameIndicator = (context: Context, plan: number, names: PlanIndicator['names'], later: string): boolean =>
  Object.values(names).some(
    (name) => nameKey(name) === nameKey(later) || decision(context, `indicator plan-${plan}`, name, later) === true,
  );

function assertPlanIndicator(
  context: Context,
  plan: number,
  { names, numbers, origins, definition }: PlanIndicator,
): void {
  const { builder } = context;
  const planId = idOf(context, 'linkage-plan', plan);
  const id = idOf(context, 'indicator', `plan-${plan}`, slug(names.ADOPTED ?? names.DRAFT ?? ''));
  const scopes = [`indicators of plan ${plan}`];
  for (const origin of origins) {
    const [name, number] = origin.stage ? [names[origin.stage], numbers[origin.stage]] : [];
    builder.node('Indicator', id, { name, number, roles: ['OUTCOME'], definition }, origin, scopes);
    builder.edge('INDICATES_PLAN', id, planId, origin, { scopes });
  }
}

/** The linkage plans of one stage and where they stand. */
export interface StatedPlans {
  readonly source: SourceText;
  readonly plans: readonly LinkagePlanRecord[];
}

/** What really differs between the linkage plans of the draft and those adopted. */
export function compareLinkagePlans(context: Context, draft: StatedPlans, adopted: StatedPlans): void {
  for (const after of adopted.plans) {
    const before = draft.plans.find(({ number }) => number === after.number);
    if (before) new PlanComparison(context, draft.source, adopted.source).compare(before, after);
  }
}

/** The comparison of one linkage plan; every change cites both sides where both have it. */
class PlanComparison {
  private readonly context: Context;
  private readonly draft: SourceText;
  private readonly adopted: SourceText;

  constructor(context: Context, draft: SourceText, adopted: SourceText) {
    this.context = context;
    this.draft = draft;
    this.adopted = adopted;
  }

  compare(before: LinkagePlanRecord, after: LinkagePlanRecord): void {
    const id = idOf(this.context, 'linkage-plan', after.number);
    this.compareNames(id, before.name, after.name);
    if (after.subtitle && !before.subtitle)
      this.add(
        id,
        { kind: 'REVISED', field: 'subtitle', after: after.subtitle.value },
        before.name.lines,
        after.subtitle.lines,
      );
    this.compareContents(id, before.introduction, after.introduction);
    for (const initiative of after.initiatives) {
      const earlier = before.initiatives.find(({ number }) => number === initiative.number);
      const initiativeId = idOf(this.context, 'initiative', `${after.number}-${initiative.number}`);
      if (!earlier) this.add(initiativeId, { kind: 'ADDED' }, null, initiative.name.lines);
      else this.compareInitiatives(initiativeId, earlier, initiative);
    }
    for (const { subject, ...change } of compareIndicatorNames(this.context, after.number, before, after))
      this.add(subject, change, rangeOf(before.indicators), rangeOf(after.indicators));
  }

  private compareInitiatives(id: string, before: InitiativeRecord, after: InitiativeRecord): void {
    this.compareNames(id, before.name, after.name);
    this.compareContents(id, before.content, after.content);
    const codes = (initiative: InitiativeRecord) => initiative.references.map(({ value }) => value.code);
    for (const { value, lines } of after.references)
      if (!codes(before).includes(value.code))
        this.add(
          id,
          { kind: 'REVISED', field: `reference ${value.code}`, after: `${value.code} ${value.name}` },
          before.lines,
          lines,
        );
    for (const { value, lines } of before.references)
      if (!codes(after).includes(value.code))
        this.add(
          id,
          { kind: 'REVISED', field: `reference ${value.code}`, before: `${value.code} ${value.name}` },
          lines,
          after.lines,
        );
  }

  /** Dots and commas inside a name count here: 移住・定住促進 became 移住定住促進. */
  private compareNames(id: string, before: LinkagePlanRecord['name'], after: LinkagePlanRecord['name']): void {
    if (before.value !== after.value)
      this.add(
        id,
        { kind: 'RENAMED', field: 'name', before: before.value, after: after.value },
        before.lines,
        after.lines,
      );
  }

  private compareContents(id: string, before: Passage | null, after: Passage | null): void {
    if (before && after && differs(before, after))
      this.add(id, { kind: 'REVISED', field: 'content' }, before.lines, after.lines);
  }

  private add(
    subject: string,
    change: Pick<ChangeInput, 'kind' | 'field' | 'before' | 'after'>,
    draftLines: Lines | null,
    adoptedLines: Lines | null,
  ): void {
    const origins = [
      ...(draftLines ? [at(this.draft, 'DRAFT', draftLines)] : []),
      ...(adoptedLines ? [at(this.adopted, 'ADOPTED', adoptedLines)] : []),
    ];
    addChange(this.context, { subject, from: 'DRAFT', to: 'ADOPTED', basis: 'COMPARED', origins, ...change });
  }
}

const rangeOf = (indicators: LinkagePlanRecord['indicators']): Lines | null =>
  indicators.length > 0 ? spanOf(...indicators.map(({ lines }) => lines)) : null;

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
