import type { AdoptedIndicator } from '../documents/adopted-plan/record.js';
import type { Lines, Passage, SourceText } from '../documents/document.js';
import type { Quantity } from '../documents/quantity.js';
import type { IndicatorProposal } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Stage } from '../model/enums.js';
import { addChange } from './changes.js';
import { at, type Context, decision, idOf, slug } from './context.js';
import type { PlanItem } from './plan-item.js';

/** One indicator under the names that the stages give it. */
interface Cluster {
  readonly names: Partial<Record<Stage, string>>;
  readonly roles: Partial<Record<Stage, readonly string[]>>;
  readonly numbers: Partial<Record<Stage, number>>;
  readonly lines: Partial<Record<Stage, Lines>>;
  adopted: AdoptedIndicator | null;
}

const cluster = (): Cluster => ({ names: {}, roles: {}, numbers: {}, lines: {}, adopted: null });

/** Names that differ only in a closing remark in brackets, such as (年間) or (普通会計), name the same indicator. */
const looseKey = (name: string): string => nameKey(name.normalize('NFKC').replace(/\([^()]*\)$/, ''));

/** 同上 at the start of a name stands for the name of the row above. */
const resolveDitto = (name: string, above: string | null): string => (above ? name.replace(/^同上/, above) : name);

const order: readonly Stage[] = ['CURRENT', 'DRAFT', 'ADOPTED'];
const latestOf = <T>(byStage: Partial<Record<Stage, T>>): T | undefined =>
  order
    .map((stage) => byStage[stage])
    .filter((value) => value !== undefined)
    .at(-1);

/** Indicators (成果指標・現状) of a policy item, the review of them, and what happened to them. */
export function extractIndicators(context: Context, item: PlanItem): void {
  const itemId = idOf(context, 'policy-item', item.code);
  const clusters: Cluster[] = [];
  const proposals: { readonly id: string; readonly clusters: readonly Cluster[]; readonly lines: Lines }[] = [];
  if (item.review) {
    let above: string | null = null;
    for (const [index, row] of item.review.sheet.indicators.entries()) {
      const current: string | null = row.currentName === null ? null : resolveDitto(row.currentName, above);
      const touched = clustersOfRow(context, item, { ...row, currentName: current }, index + 1);
      clusters.push(...touched);
      proposals.push({
        id: assertProposal(context, item.review.source, item.code, itemId, row, index + 1),
        clusters: touched,
        lines: row.lines,
      });
      above = current ?? row.draftName ?? above;
    }
  }
  for (const [index, indicator] of (item.adopted?.item.indicators ?? []).entries()) {
    const found = findDraft(context, item, clusters, indicator.name) ?? cluster();
    if (!clusters.includes(found)) clusters.push(found);
    Object.assign(found.names, { ADOPTED: indicator.name });
    Object.assign(found.roles, { ADOPTED: ['OUTCOME'] });
    Object.assign(found.numbers, { ADOPTED: index + 1 });
    Object.assign(found.lines, { ADOPTED: indicator.lines });
    found.adopted = indicator;
  }
  declareScopes(context, item, itemId, clusters);
  const ids = new Map(clusters.map((entry) => [entry, assertCluster(context, item, itemId, entry)]));
  const replacements = new Map<Cluster, string>();
  for (const { id, clusters: touched, lines } of proposals) {
    for (const entry of touched)
      if (item.review) context.builder.edge('PROPOSES', id, ids.get(entry) ?? '', at(item.review.source, null, lines));
    const [first, second] = touched;
    if (first && second) replacements.set(first, ids.get(second) ?? '');
  }
  for (const [entry, id] of ids) addIndicatorChanges(context, item, id, entry, replacements.get(entry) ?? null);
}

const scopeOf = (itemId: string, role: string) => `${role} indicators of ${itemId}`;

/** A role's last word is that of the latest stage that lists indicators of the role: charts of the adopted plan are lost. */
function declareScopes(context: Context, item: PlanItem, itemId: string, clusters: readonly Cluster[]): void {
  for (const role of ['OUTCOME', 'STATUS'])
    for (const stage of order) {
      const listed = stage === 'ADOPTED' ? item.adopted !== null && role === 'OUTCOME' : item.review !== null;
      if (listed && clusters.some(({ roles }) => roles[stage]?.includes(role)))
        context.builder.speaks(scopeOf(itemId, role), stage);
    }
}

/** The one or two indicators that a row of the review speaks of: two where it replaces one by another. */
function clustersOfRow(context: Context, item: PlanItem, row: IndicatorProposal, number: number): readonly Cluster[] {
  const put = (entry: Cluster, stage: Stage, name: string) => {
    entry.names[stage] = name;
    entry.roles[stage] = row.roles;
    entry.numbers[stage] = number;
    entry.lines[stage] = row.lines;
    return entry;
  };
  const { currentName, draftName } = row;
  if (currentName === null) return draftName === null ? [] : [put(cluster(), 'DRAFT', draftName)];
  const first = put(cluster(), 'CURRENT', currentName);
  if (draftName === null || nameKey(draftName) === nameKey(currentName))
    return [put(first, 'DRAFT', draftName ?? currentName)];
  const same = decide(context, item, currentName, draftName, row.lines);
  return same ? [put(first, 'DRAFT', draftName)] : [first, put(cluster(), 'DRAFT', draftName)];
}

/** Whether a new name means the same indicator is a person's decision; without one the two stay apart. */
function decide(context: Context, { code, review }: PlanItem, earlier: string, later: string, lines: Lines): boolean {
  const decided = decision(context, `indicator ${code}`, earlier, later);
  if (decided === null)
    context.findings.add({
      rule: 'renaming-is-decided',
      severity: 'warning',
      document: review?.source.id ?? '',
      lines,
      message:
        'The row gives a new name, and seed/reviewed/identities.csv does not say whether it is the same indicator; kept apart.',
      messageJa:
        '名称が変わっていますが、同じ指標かどうかの判断が seed/reviewed/identities.csv にないため、別の指標として扱いました。',
      expected: earlier,
      actual: later,
    });
  return decided ?? false;
}

function findDraft(
  context: Context,
  item: PlanItem,
  clusters: readonly Cluster[],
  adoptedName: string,
): Cluster | undefined {
  const open = clusters.filter(({ names, adopted }) => names.DRAFT !== undefined && !adopted);
  return (
    open.find(({ names }) => nameKey(names.DRAFT ?? '') === nameKey(adoptedName)) ??
    open.find(({ names }) => looseKey(names.DRAFT ?? '') === looseKey(adoptedName)) ??
    open.find(({ names }) => decision(context, `indicator ${item.code}`, names.DRAFT ?? '', adoptedName) === true)
  );
}

function assertProposal(
  context: Context,
  source: SourceText,
  code: string,
  itemId: string,
  row: IndicatorProposal,
  number: number,
): string {
  const id = idOf(context, 'indicator-proposal', code, number);
  const origin = at(source, null, row.lines);
  context.builder.node(
    'IndicatorProposal',
    id,
    {
      number,
      roles: row.roles,
      treatment: row.treatment,
      assessment: row.assessment,
      current_name: row.currentName,
      draft_name: row.draftName,
      remark: row.remark?.replace(/。$/, '') ?? null,
    },
    origin,
  );
  context.builder.edge('PROPOSES_FOR', id, itemId, origin);
  return id;
}

const quantityColumns = (prefix: string, { text, value, unit, comparator }: Quantity) => ({
  [`${prefix}_text`]: text,
  [`${prefix}_value`]: value,
  [`${prefix}_unit`]: unit,
  [`${prefix}_comparator`]: comparator,
});

/** Which way an indicator should move, by its two figures alone. */
export function directionOf(baseline: Quantity, target: Quantity): string | null {
  if (target.comparator === 'AT_MOST') return 'AT_MOST';
  if (baseline.value === null || target.value === null) return null;
  if (target.value === baseline.value) return 'MAINTAIN';
  return target.value > baseline.value ? 'INCREASE' : 'DECREASE';
}

function assertCluster(context: Context, item: PlanItem, itemId: string, entry: Cluster): string {
  const { builder } = context;
  const id = idOf(context, 'indicator', item.code, slug(latestOf(entry.names) ?? ''));
  for (const stage of order) {
    const [name, lines, roles] = [entry.names[stage], entry.lines[stage], entry.roles[stage]];
    const source = stage === 'ADOPTED' ? item.adopted?.source : item.review?.source;
    if (name === undefined || !lines || !roles || !source) continue;
    const origin = at(source, stage, lines);
    const scopes = roles.map((role) => scopeOf(itemId, role));
    builder.node('Indicator', id, { name, roles, number: entry.numbers[stage] ?? null }, origin, scopes);
    builder.edge('INDICATES', id, itemId, origin, { scopes });
  }
  if (entry.adopted) {
    const { definition, baseline, target } = entry.adopted;
    builder.settle('Indicator', id, {
      definition,
      unit: target.unit ?? baseline.unit,
      ...quantityColumns('baseline', baseline),
      ...quantityColumns('target', target),
      direction: directionOf(baseline, target),
      roles: ['OUTCOME', ...(entry.roles.DRAFT?.includes('STATUS') ? ['STATUS'] : [])],
    });
  }
  return id;
}

function addIndicatorChanges(
  context: Context,
  item: PlanItem,
  id: string,
  entry: Cluster,
  replacedBy: string | null,
): void {
  if (item.review) addReviewChange(context, item.review, id, entry, replacedBy);
  if (item.review && item.adopted) addAdoptionChanges(context, item.review.source, item.adopted, id, entry);
}

function addReviewChange(
  context: Context,
  { source, sheet }: NonNullable<PlanItem['review']>,
  id: string,
  { names, lines }: Cluster,
  replacedBy: string | null,
): void {
  const place = lines.DRAFT ?? lines.CURRENT;
  if (!place) return;
  const origins = [at(source, 'DRAFT', place)];
  const between = { subject: id, from: 'CURRENT', to: 'DRAFT', basis: 'STATED', origins } as const;
  if (!lines.DRAFT) {
    const note = 'Replaced by another indicator on the same row of the review.';
    addChange(context, { ...between, kind: 'REMOVED', note, pointsTo: replacedBy });
    return;
  }
  if (names.CURRENT === undefined) {
    addChange(context, { ...between, kind: 'ADDED' });
    return;
  }
  if (looseKey(names.CURRENT) !== looseKey(names.DRAFT ?? '')) {
    addChange(context, {
      ...between,
      kind: 'RENAMED',
      field: 'name',
      before: names.CURRENT,
      after: names.DRAFT ?? null,
    });
    return;
  }
  const row = sheet.indicators.find(({ lines: rowLines }) => rowLines === lines.DRAFT);
  if (row?.assessment !== 'NEEDS_CHANGE') {
    addChange(context, { ...between, kind: 'UNCHANGED' });
    return;
  }
  const { text, place: remarkPlace } = remarkOf(row, sheet.indicatorRemarks);
  const field = /目標値/.test(text) ? 'target' : 'wording';
  const all = remarkPlace ? [...origins, at(source, 'DRAFT', remarkPlace)] : origins;
  addChange(context, { ...between, kind: 'REVISED', field, ...figuresOf(text), origins: all });
}

/** What a row remarks; 以下のとおり ("as follows") points to the remark below the table that names figures. */
function remarkOf({ remark }: IndicatorProposal, below: readonly Passage[]): { text: string; place: Lines | null } {
  const own = remark?.normalize('NFKC') ?? '';
  const pointed = own.includes('以下のとおり')
    ? below.find(({ text }) => figuresOf(text).before !== undefined)
    : undefined;
  return pointed ? { text: pointed.text, place: pointed.lines } : { text: own, place: null };
}

/** 目標値を8%から10%に修正 → before 8%, after 10%. */
function figuresOf(text: string): { before?: string; after?: string } {
  const match = /目標値を?([\d.,]+\S*?)から([\d.,]+\S*?)に/.exec(text.normalize('NFKC'));
  return match?.[1] && match[2] ? { before: match[1], after: match[2] } : {};
}

function addAdoptionChanges(
  context: Context,
  draftSource: SourceText,
  adopted: NonNullable<PlanItem['adopted']>,
  id: string,
  { names, lines, roles }: Cluster,
): void {
  const origins = [
    ...(lines.DRAFT ? [at(draftSource, 'DRAFT', lines.DRAFT)] : []),
    at(adopted.source, 'ADOPTED', lines.ADOPTED ?? adopted.item.lines),
  ];
  const between = { subject: id, from: 'DRAFT', to: 'ADOPTED', basis: 'COMPARED', origins } as const;
  if (!lines.ADOPTED) {
    // Charts of the adopted plan are lost, so nothing can be said of indicators that only describe the state.
    if (names.DRAFT !== undefined && roles.DRAFT?.includes('OUTCOME'))
      addChange(context, { ...between, kind: 'REMOVED' });
    return;
  }
  if (names.DRAFT === undefined) {
    addChange(context, { ...between, kind: 'ADDED' });
    return;
  }
  if (looseKey(names.DRAFT) !== looseKey(names.ADOPTED ?? ''))
    addChange(context, {
      ...between,
      kind: 'RENAMED',
      field: 'name',
      before: names.DRAFT,
      after: names.ADOPTED ?? null,
    });
  if (!roles.DRAFT?.includes('OUTCOME'))
    addChange(context, { ...between, kind: 'REVISED', field: 'role', before: 'STATUS', after: 'OUTCOME' });
}
