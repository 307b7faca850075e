/** What happened to an indicator: what its row of the review says, and what differs in the adopted plan. */
import type { Lines, Passage } from '../documents/document.js';
import type { IndicatorProposal } from '../documents/review-sheets/record.js';
import { addChange } from './changes.js';
import { at, type Context } from './context.js';
import { type Cluster, looseKey } from './indicator-cluster.js';
import { adoptionOf, isDropped, type PlanItem } from './plan-item.js';

/** Adds the changes of one indicator; `replacedBy` is the one that the same row of the review puts in its place. */
export function addIndicatorChanges(
  context: Context,
  item: PlanItem,
  id: string,
  entry: Cluster,
  replacedBy: string | null,
): void {
  if (item.review) addReviewChange(context, item.review, id, entry, replacedBy);
  compareWithAdopted(context, item, id, entry);
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
    const note = '見直しの同じ行にある別の指標に置き換え';
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

/** What really differs between the draft and the adopted plan. */
function compareWithAdopted(context: Context, item: PlanItem, id: string, { names, lines, roles }: Cluster): void {
  const { DRAFT: draft = null, ADOPTED: adopted = null } = lines;
  const wasOutcome = roles.DRAFT?.includes('OUTCOME') ?? false;
  // Charts of the adopted plan are lost, so nothing can be said of indicators that only describe the state.
  if (!adopted && !wasOutcome && !isDropped(item)) return;
  // An adopted item always has outcome indicators: where none was read, the section is lost, and that was reported.
  if (item.adopted?.item.indicators.length === 0) return;
  const comparison = adoptionOf(context, item);
  if (!comparison?.thing(id, draft, adopted) || !draft || !adopted) return;
  const name = (shown = '') => ({ key: looseKey(shown), shown });
  comparison.part(
    id,
    'RENAMED',
    'name',
    { ...name(names.DRAFT), lines: draft },
    { ...name(names.ADOPTED), lines: adopted },
  );
  const role = (shown: string) => ({ key: shown, shown });
  comparison.part(
    id,
    'REVISED',
    'role',
    { ...role(wasOutcome ? 'OUTCOME' : 'STATUS'), lines: draft },
    { ...role('OUTCOME'), lines: adopted },
  );
}
