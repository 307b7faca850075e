import type { AdoptedMeasure } from '../documents/adopted-plan/record.js';
import { pairUp, type SourceText } from '../documents/document.js';
import type { MeasureReview } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addReviewChange, shownVersion, textVersion } from './changes.js';
import { addPassage, at, type Context, idOf, printedAt } from './context.js';
import { linkDepartment } from './departments.js';
import { adoptionOf, columnsIn, type PlanItem, speakOfReview } from './plan-item.js';
import { renamingOf } from './review-lists.js';
import { scopeOf } from './scope.js';

interface MatchedMeasure {
  readonly review: MeasureReview | null;
  readonly adopted: AdoptedMeasure | null;
}

/**
 * Pairs the rows of the review with the measures of the adopted plan: by name, then, for what is left on both sides,
 * by number where one name holds the other (a name that was extended).
 */
export function matchMeasures(
  reviews: readonly MeasureReview[],
  adopted: readonly AdoptedMeasure[],
): readonly MatchedMeasure[] {
  const { pairs, left } = pairUp<MeasureReview, AdoptedMeasure>(reviews, adopted, [
    ({ draft }, { name }) => draft !== null && nameKey(name) === nameKey(draft.name),
    ({ draft }, { number, name }) => {
      const [before, after] = [nameKey(draft?.name ?? ''), nameKey(name)];
      return number === draft?.number && (after.includes(before) || before.includes(after));
    },
  ]);
  const matched = reviews.map((review) => ({ review, adopted: pairs.get(review) ?? null }));
  return [...matched, ...[...left].map((measure) => ({ review: null, adopted: measure }))];
}

/** An adopted item always has measures: where none was read, the section is lost, and that was reported. */
const speaksOfMeasures = ({ adopted, listed }: PlanItem): boolean =>
  listed.adopted !== null && adopted?.item.measures.length !== 0;

/** The identity of a measure: its code at the latest stage; one that was dropped keeps its last code, marked with the stage. */
function measureId(context: Context, item: PlanItem, { review, adopted }: MatchedMeasure): string {
  if (adopted) return idOf(context, 'measure', `${item.code}-${adopted.number}`);
  const [stage, column] = review?.draft ? ['draft', review.draft] : ['current', review?.current];
  const code = `${item.code}-${column?.number}`;
  const dropped = stage === 'current' || speaksOfMeasures(item);
  return dropped ? idOf(context, 'measure', code, stage) : idOf(context, 'measure', code);
}

/** Measures (施策中項目), their departments and what happened to them. */
export function extractMeasures(context: Context, item: PlanItem): void {
  const { id: itemId, review, adopted } = item;
  const scope = scopeOf(itemId, 'measures');
  if (review) speakOfReview(context, scope, review);
  const side = item.listed.adopted;
  if (side && speaksOfMeasures(item)) context.builder.speaks(scope, at(side.source, 'ADOPTED', side.lines));
  for (const matched of matchMeasures(review?.sheet.measures ?? [], adopted?.item.measures ?? [])) {
    const id = measureId(context, item, matched);
    const assert = ({ number, name, content }: AdoptedMeasure, origins: readonly Origin[]) => {
      const values = { name, code: `${item.code}-${number}`, number, nameOnly: false };
      for (const origin of origins) {
        context.builder.node('Measure', id, values, origin, [scope], { PART_OF: itemId });
        addPassage(context, id, 'CONTENT', origin, content);
      }
    };
    if (review && matched.review) {
      const origins = originsOf(review.source, matched.review);
      for (const { stage, column } of columnsIn(matched.review)) assert(column, origins[stage]);
      assertOwners(context, id, review.source, matched.review);
      addReviewChanges(context, id, review.source, matched.review, [...origins.CURRENT, ...origins.changed]);
    }
    if (adopted && matched.adopted) assert(matched.adopted, [at(adopted.source, 'ADOPTED', matched.adopted.lines)]);
    if (speaksOfMeasures(item)) compareMeasures(context, id, item, matched);
  }
}

/**
 * The lines of a row: its left column, what the right column adds, and both for the draft, whose name and departments
 * often stand on the left only. An unchanged measure's right column is its status.
 */
function originsOf(source: SourceText, { current, draft, lines }: MeasureReview) {
  const own = draft && (!current || draft.lines.first !== current.lines.first) ? draft.lines : null;
  const status = current && lines.last > current.lines.last ? { first: lines.last, last: lines.last } : null;
  const right = own ?? status;
  const changed = right ? [at(source, 'DRAFT', right)] : [];
  return {
    CURRENT: current ? [at(source, 'CURRENT', current.lines)] : [],
    changed,
    DRAFT: [...(current ? [at(source, 'DRAFT', current.lines)] : []), ...changed],
  };
}

/** 評価回答部署: printed once for both columns, or again on the right where the draft has others. */
function assertOwners(context: Context, id: string, source: SourceText, review: MeasureReview): void {
  const scope = scopeOf(id, 'departments');
  for (const { stage, column } of columnsIn(review)) {
    const restated = stage === 'DRAFT' && (review.departmentsRestated || !review.current);
    const { lines } = restated ? column : (review.current ?? column);
    context.builder.speaks(scope, at(source, stage, lines));
    for (const name of column.departments)
      linkDepartment(context, 'OWNED_BY', id, name, at(source, stage, printedAt(source, lines, name)), [scope]);
  }
}

/** What the review sheet states about a measure, and the renumbering and departments that its columns show. */
function addReviewChanges(
  context: Context,
  id: string,
  source: SourceText,
  review: MeasureReview,
  origins: readonly Origin[],
): void {
  const { current, draft, change, pointsTo } = review;
  const target = pointsTo && idOf(context, 'policy-item', pointsTo.code);
  addReviewChange(context, id, change, origins, { pointsTo: target });
  if (!current || !draft) return;
  if (review.reordered || current.number !== draft.number) {
    const [before, after] = [String(current.number), String(draft.number)];
    addReviewChange(context, id, 'REORDERED', origins, { field: 'number', before, after });
  }
  const renamed = renamingOf(current, draft);
  if (renamed) addReviewChange(context, id, 'RENAMED', origins, renamed);
  const [before, after] = [current.departments.join('、'), draft.departments.join('、')];
  if (review.departmentsRestated && before !== after) {
    const printed = columnsIn(review).map(({ stage, column: { lines, departments } }) =>
      at(source, stage, printedAt(source, lines, departments.join('、'))),
    );
    addReviewChange(context, id, 'REVISED', printed, { field: 'departments', before, after });
  }
}

/** What really differs between the draft and the adopted plan. */
function compareMeasures(context: Context, id: string, item: PlanItem, { review, adopted }: MatchedMeasure): void {
  adoptionOf(context, item)?.compare<AdoptedMeasure>(id, review?.draft ?? null, adopted, {
    name: ({ name, lines }) => shownVersion(name, lines, nameKey(name)),
    number: ({ number, lines }) => shownVersion(String(number), lines),
    content: ({ content, lines }) => textVersion(content, lines),
  });
}
