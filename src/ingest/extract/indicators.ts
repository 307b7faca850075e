import { type Stage, stages } from '../../model/enums.js';
import type { Lines, SourceText } from '../documents/document.js';
import type { Quantity } from '../documents/quantity.js';
import type { IndicatorProposal } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import { at, type Context, decision, idOf, slug } from './context.js';
import { addIndicatorChanges } from './indicator-changes.js';
import { type Cluster, emptyCluster, latestName, looseKey, put } from './indicator-cluster.js';
import { isDropped, type PlanItem } from './plan-item.js';

/** 同上 at the start of a name stands for the name of the row above. */
const resolveDitto = (name: string, above: string | null): string => (above ? name.replace(/^同上/, above) : name);

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
    const found = findDraft(context, item, clusters, indicator.name) ?? emptyCluster();
    if (!clusters.includes(found)) clusters.push(found);
    put(found, 'ADOPTED', { ...indicator, roles: ['OUTCOME'], number: index + 1 });
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
    for (const stage of stages) {
      const dropped = stage === 'ADOPTED' && isDropped(item);
      if (dropped || clusters.some(({ roles }) => roles[stage]?.includes(role)))
        context.builder.speaks(scopeOf(itemId, role), stage);
    }
}

/** The one or two indicators that a row of the review speaks of: two where it replaces one by another. */
function clustersOfRow(context: Context, item: PlanItem, row: IndicatorProposal, number: number): readonly Cluster[] {
  const stated = (stage: Stage, name: string, entry = emptyCluster()) => put(entry, stage, { ...row, name, number });
  const { currentName, draftName } = row;
  if (currentName === null) return draftName === null ? [] : [stated('DRAFT', draftName)];
  const first = stated('CURRENT', currentName);
  if (draftName === null || nameKey(draftName) === nameKey(currentName))
    return [stated('DRAFT', draftName ?? currentName, first)];
  const same = decide(context, item, currentName, draftName, row.lines);
  return same ? [stated('DRAFT', draftName, first)] : [first, stated('DRAFT', draftName)];
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
  const id = idOf(context, 'indicator', item.code, slug(latestName(entry) ?? ''));
  for (const stage of stages) {
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
