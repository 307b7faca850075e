/** What happened to an indicator: what its row of the review says, and what differs in the adopted plan. */
import type { Located, Passage } from '../documents/document.js';
import type { IndicatorProposal } from '../documents/review-sheets/record.js';
import type { Origin } from './builder.js';
import { addReviewChange, type ChangeDetails, type ChangeKindName } from './changes.js';
import { at, type Context } from './context.js';
import { type Cluster, looseKey } from './indicator-cluster.js';
import { adoptionOf, isDropped, type PlanItem } from './plan-item.js';

/** Adds the changes of one indicator; `replacedBy` is the one that the same row of the review names instead. */
export function addIndicatorChanges(
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
  const comparison = adoptionOf(context, item);
  if (!comparison?.thing(id, draft, adopted) || !draft || !adopted) return;
  const name = ({ name: shown, lines }: typeof draft) => ({ key: looseKey(shown), shown, lines });
  comparison.part(id, 'RENAMED', 'name', name(draft), name(adopted));
  const role = (shown: string, { lines }: Located) => ({ key: shown, shown, lines });
  const before = role(wasOutcome ? 'OUTCOME' : 'STATUS', draft);
  comparison.part(id, 'REVISED', 'role', before, role('OUTCOME', adopted));
}
