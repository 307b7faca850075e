import { stages } from '../../model/enums.js';
import type { Lines, SourceText } from '../documents/document.js';
import type { Quantity } from '../documents/quantity.js';
import type { IndicatorProposal } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import { at, type Context, decision, idOf, slug } from './context.js';
import { addIndicatorChanges } from './indicator-changes.js';
import { type Cluster, latestName, looseKey } from './indicator-cluster.js';
import { isDropped, type PlanItem } from './plan-item.js';
import { remarks } from './remarks.js';

/** 同上 at the start of a name stands for the name of the row above. */
const resolveDitto = (name: string, above: string | null): string => (above ? name.replace(/^同上/, above) : name);

/** Indicators (成果指標・現状) of a policy item, the review of them, and what happened to them. */
export function extractIndicators(context: Context, item: PlanItem): void {
  const { builder } = context;
  const { review, adopted } = item;
  const clusters: Cluster[] = [];
  const proposals: { readonly id: string; readonly clusters: readonly Cluster[]; readonly lines: Lines }[] = [];
  let above: string | null = null;
  for (const [index, row] of (review?.sheet.indicators ?? []).entries()) {
    if (!review) break;
    const current: string | null = row.currentName === null ? null : resolveDitto(row.currentName, above);
    const touched = clustersOfRow(context, item, { ...row, currentName: current }, index + 1);
    clusters.push(...touched);
    const id = assertProposal(context, review.source, item, row, index + 1);
    proposals.push({ id, clusters: touched, lines: row.lines });
    above = current ?? row.draftName ?? above;
  }
  for (const [index, indicator] of (adopted?.item.indicators ?? []).entries()) {
    const found = findDraft(context, item, clusters, indicator.name) ?? {};
    if (!clusters.includes(found)) clusters.push(found);
    found.ADOPTED = { ...indicator, roles: ['OUTCOME'], number: index + 1 };
    found.adopted = indicator;
  }
  declareScopes(context, item, clusters);
  const ids = new Map(clusters.map((cluster) => [cluster, assertCluster(context, item, cluster)]));
  const replacements = new Map<Cluster, string>();
  for (const { id, clusters: touched, lines } of proposals) {
    for (const cluster of touched)
      if (review) builder.edge('PROPOSES', id, ids.get(cluster) ?? '', at(review.source, null, lines));
    const [first, second] = touched;
    if (first && second) replacements.set(first, ids.get(second) ?? '');
  }
  for (const [cluster, id] of ids) addIndicatorChanges(context, item, id, cluster, replacements.get(cluster) ?? null);
}

const scopeOf = (item: PlanItem, role: string) => `${role} indicators of ${item.id}`;

/** A role's last word is that of the latest stage that lists indicators of the role: charts of the adopted plan are lost. */
function declareScopes({ builder }: Context, item: PlanItem, clusters: readonly Cluster[]): void {
  for (const role of ['OUTCOME', 'STATUS'])
    for (const stage of stages) {
      const dropped = stage === 'ADOPTED' && isDropped(item);
      if (dropped || clusters.some((cluster) => cluster[stage]?.roles.includes(role)))
        builder.speaks(scopeOf(item, role), stage);
    }
}

/** The one or two indicators that a row of the review speaks of: two where it replaces one by another. */
function clustersOfRow(context: Context, item: PlanItem, row: IndicatorProposal, number: number): readonly Cluster[] {
  const { currentName, draftName, roles, lines } = row;
  const named = (name: string) => ({ name, roles, number, lines });
  if (currentName === null) return draftName === null ? [] : [{ DRAFT: named(draftName) }];
  const CURRENT = named(currentName);
  const DRAFT = named(draftName ?? currentName);
  const same =
    nameKey(DRAFT.name) === nameKey(currentName) || decide(context, item, currentName, DRAFT.name, row.lines);
  return same ? [{ CURRENT, DRAFT }] : [{ CURRENT }, { DRAFT }];
}

/** Whether a new name means the same indicator is a person's decision; without one the two stay apart. */
function decide(context: Context, { code, review }: PlanItem, earlier: string, later: string, lines: Lines): boolean {
  const decided = decision(context, `indicator ${code}`, earlier, later);
  if (decided === null) context.findings.add(remarks.undecidedRenaming, review?.source.id ?? '', lines, earlier, later);
  return decided ?? false;
}

function findDraft(
  context: Context,
  item: PlanItem,
  clusters: readonly Cluster[],
  adoptedName: string,
): Cluster | undefined {
  const open = clusters.filter(({ DRAFT, adopted }) => DRAFT && !adopted);
  const withName = (fits: (draftName: string) => boolean) => open.find(({ DRAFT }) => fits(DRAFT?.name ?? ''));
  return (
    withName((name) => nameKey(name) === nameKey(adoptedName)) ??
    withName((name) => looseKey(name) === looseKey(adoptedName)) ??
    withName((name) => decision(context, `indicator ${item.code}`, name, adoptedName) === true)
  );
}

function assertProposal(
  context: Context,
  source: SourceText,
  item: PlanItem,
  row: IndicatorProposal,
  number: number,
): string {
  const id = idOf(context, 'indicator-proposal', item.code, number);
  const values = {
    number,
    roles: row.roles,
    treatment: row.treatment,
    assessment: row.assessment,
    current_name: row.currentName,
    draft_name: row.draftName,
    remark: row.remark?.replace(/。$/, '') ?? null,
  };
  const origin = at(source, null, row.lines);
  context.builder.linkedNode('IndicatorProposal', id, values, { PROPOSES_FOR: item.id }, origin);
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

function assertCluster(context: Context, item: PlanItem, cluster: Cluster): string {
  const { builder } = context;
  const id = idOf(context, 'indicator', item.code, slug(latestName(cluster)));
  for (const stage of stages) {
    const stated = cluster[stage];
    const source = stage === 'ADOPTED' ? item.adopted?.source : item.review?.source;
    if (!stated || !source) continue;
    const { name, roles, number, lines } = stated;
    const scopes = roles.map((role) => scopeOf(item, role));
    const values = { name, roles, number };
    builder.linkedNode('Indicator', id, values, { INDICATES: item.id }, at(source, stage, lines), scopes);
  }
  if (cluster.adopted) {
    const { definition, baseline, target } = cluster.adopted;
    builder.settle('Indicator', id, {
      definition,
      unit: target.unit ?? baseline.unit,
      ...quantityColumns('baseline', baseline),
      ...quantityColumns('target', target),
      direction: directionOf(baseline, target),
      roles: ['OUTCOME', ...(cluster.DRAFT?.roles.includes('STATUS') ? ['STATUS'] : [])],
    });
  }
  return id;
}
