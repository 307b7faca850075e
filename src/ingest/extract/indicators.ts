import { type Stage, stages } from '../../model/enums.js';
import type { AdoptedIndicator } from '../documents/adopted-plan/record.js';
import type { Lines, Located, Passage, SourceText } from '../documents/document.js';
import type { Quantity } from '../documents/quantity.js';
import type { IndicatorProposal } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addReviewChange, type ChangeDetails, type ChangeKindName, shownVersion } from './changes.js';
import { at, type Context, decision, idOf, slug } from './context.js';
import { adoptionOf, isDropped, type PlanItem } from './plan-item.js';
import { remarks } from './remarks.js';
import { scopeOf } from './scope.js';

/** 同上 at the start of a name stands for the name of the row above. */
const resolveDitto = (name: string, above: string | null): string => (above ? name.replace(/^同上/, above) : name);

/** Indicators (成果指標・現状) of a policy item, the review of them, and what happened to them. */
export function extractIndicators(context: Context, item: PlanItem): void {
  const { review, adopted } = item;
  const clusters: Cluster[] = [];
  let above: string | null = null;
  for (const [index, row] of (review?.sheet.indicators ?? []).entries()) {
    if (!review) break;
    const current: string | null = row.currentName === null ? null : resolveDitto(row.currentName, above);
    const touched = clustersOfRow(context, item, { ...row, currentName: current }, index + 1);
    const proposal = assertProposal(context, review.source, item, row, index + 1);
    const [, replacedBy] = touched;
    for (const cluster of touched)
      clusters.push(Object.assign(cluster, { proposal, ...(cluster === replacedBy ? {} : { replacedBy }) }));
    above = current ?? row.draftName ?? above;
  }
  for (const [index, indicator] of (adopted?.item.indicators ?? []).entries()) {
    const found = findDraft(context, item, clusters, indicator.name) ?? {};
    if (!clusters.includes(found)) clusters.push(found);
    found.ADOPTED = { ...indicator, roles: ['OUTCOME'], number: index + 1 };
    found.adopted = indicator;
  }
  declareScopes(context, item, clusters);
  if (review) {
    const origin = at(review.source, null, review.sheet.lines);
    context.builder.covers(scopeOf(item.id, 'indicatorProposals'), origin);
  }
  const ids = new Map(clusters.map((cluster) => [cluster, assertCluster(context, item, cluster)]));
  for (const [cluster, id] of ids) {
    const { proposal, replacedBy } = cluster;
    if (proposal) context.builder.edge('PROPOSES', proposal.id, id, proposal.origin);
    addIndicatorChanges(context, item, id, cluster, (replacedBy && ids.get(replacedBy)) ?? null);
  }
}

const indicatorsOf = (item: PlanItem, role: string) => scopeOf(item.id, 'indicators', role);

/** A role's last word is that of the latest stage that lists indicators of the role: charts of the adopted plan are lost. */
function declareScopes({ builder }: Context, item: PlanItem, clusters: readonly Cluster[]): void {
  for (const role of ['OUTCOME', 'STATUS'])
    for (const stage of stages) {
      const dropped = stage === 'ADOPTED' && isDropped(item);
      const side = stage === 'ADOPTED' ? item.listed.adopted : item.listed.draft;
      if (side && (dropped || clusters.some((cluster) => cluster[stage]?.roles.includes(role))))
        builder.speaks(indicatorsOf(item, role), at(side.source, stage, side.lines));
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

function assertProposal(context: Context, source: SourceText, item: PlanItem, row: IndicatorProposal, number: number) {
  const id = idOf(context, 'indicator-proposal', item.code, number);
  const { lines, ...columns } = row;
  const origin = at(source, null, lines);
  const values = { ...columns, number, remark: row.remark?.replace(/。$/, '') ?? null };
  context.builder.node('IndicatorProposal', id, values, origin, [], { PROPOSES_FOR: item.id });
  return { id, origin };
}

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
    const scopes = roles.map((role) => indicatorsOf(item, role));
    const origin = at(source, stage, lines);
    builder.node('Indicator', id, { name, roles, number }, origin, scopes, { INDICATES: item.id });
  }
  if (cluster.adopted) {
    const { definition, baseline, target } = cluster.adopted;
    builder.settle('Indicator', id, {
      definition,
      unit: target.unit ?? baseline.unit,
      baseline,
      target,
      direction: directionOf(baseline, target),
      roles: ['OUTCOME', ...(cluster.DRAFT?.roles.includes('STATUS') ? ['STATUS'] : [])],
    });
  }
  return id;
}

/** What one stage says of an indicator. */
interface StatedIndicator extends Located {
  readonly name: string;
  readonly roles: readonly string[];
  readonly number: number;
}

/** One indicator under the names that the stages give it. */
interface Cluster extends Partial<Record<Stage, StatedIndicator>> {
  /** Its row in the adopted plan. */
  adopted?: AdoptedIndicator;
  /** Its row in the review, and the indicator that the same row names instead. */
  readonly proposal?: { readonly id: string; readonly origin: Origin };
  readonly replacedBy?: Cluster | undefined;
}

/** The name by the latest stage that gives one. */
const latestName = (cluster: Cluster): string => stages.reduce((latest, stage) => cluster[stage]?.name ?? latest, '');

/** Names that differ only in a closing remark in brackets, such as (年間) or (普通会計), name the same indicator. */
const looseKey = (name: string): string => nameKey(name.normalize('NFKC').replace(/\([^()]*\)$/, ''));

/** Adds the changes of one indicator; `replacedBy` is the one that the same row of the review names instead. */
function addIndicatorChanges(
  context: Context,
  item: PlanItem,
  id: string,
  cluster: Cluster,
  replacedBy: string | null,
): void {
  if (item.review) addStatedChange(context, item.review, id, cluster, replacedBy);
  compareWithAdopted(context, item, id, cluster);
}

function addStatedChange(
  context: Context,
  { source, sheet }: NonNullable<PlanItem['review']>,
  id: string,
  { CURRENT: current, DRAFT: draft }: Cluster,
  replacedBy: string | null,
): void {
  const stated = draft ?? current;
  if (!stated) return;
  const origins = [at(source, 'DRAFT', stated.lines)];
  const add = (kind: ChangeKindName, details: ChangeDetails = {}, below: readonly Origin[] = []) =>
    addReviewChange(context, id, kind, [...origins, ...below], details);
  const row = sheet.indicators.find(({ lines }) => lines === draft?.lines);
  if (!draft) add('REMOVED', { note: '見直しの同じ行にある別の指標に置き換え', pointsTo: replacedBy });
  else if (!current) add('ADDED');
  else if (looseKey(current.name) !== looseKey(draft.name))
    add('RENAMED', { field: 'name', before: current.name, after: draft.name });
  else if (row?.assessment !== 'NEEDS_CHANGE') add('UNCHANGED');
  else {
    const { text, below } = remarkOf(row, sheet.indicatorRemarks);
    const field = /目標値/.test(text) ? 'target' : 'wording';
    add('REVISED', { field, ...figuresOf(text) }, below ? [at(source, 'DRAFT', below.lines)] : []);
  }
}

/** What a row remarks; 以下のとおり ("as follows") points to the remark below the table that names figures. */
function remarkOf({ remark }: IndicatorProposal, remarks: readonly Passage[]): { text: string; below?: Located } {
  const own = remark?.normalize('NFKC') ?? '';
  const below = own.includes('以下のとおり')
    ? remarks.find(({ text }) => figuresOf(text).before !== undefined)
    : undefined;
  return below ? { text: below.text, below } : { text: own };
}

/** 目標値を8%から10%に修正 → before 8%, after 10%. */
function figuresOf(text: string): { before?: string; after?: string } {
  const match = /目標値を?([\d.,]+\S*?)から([\d.,]+\S*?)に/.exec(text.normalize('NFKC'));
  return match?.[1] && match[2] ? { before: match[1], after: match[2] } : {};
}

/** What really differs between the draft and the adopted plan. */
function compareWithAdopted(context: Context, item: PlanItem, id: string, cluster: Cluster): void {
  const { DRAFT: draft = null, ADOPTED: adopted = null } = cluster;
  const wasOutcome = draft?.roles.includes('OUTCOME') ?? false;
  // Charts of the adopted plan are lost, so nothing can be said of indicators that only describe the state.
  if (!adopted && !wasOutcome && !isDropped(item)) return;
  // An adopted item always has outcome indicators: where none was read, the section is lost, and that was reported.
  if (item.adopted?.item.indicators.length === 0) return;
  adoptionOf(context, item)?.compare(id, draft, adopted, {
    name: ({ name, lines }) => shownVersion(name, lines, looseKey(name)),
    role: ({ roles, lines }) => shownVersion(roles.includes('OUTCOME') ? 'OUTCOME' : 'STATUS', lines),
  });
}
