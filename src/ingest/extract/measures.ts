import type { Stage } from '../../model/enums.js';
import type { AdoptedMeasure } from '../documents/adopted-plan/record.js';
import type { SourceText } from '../documents/document.js';
import type { MeasureColumn, MeasureReview } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addReviewChange } from './changes.js';
import { textVersion } from './comparison.js';
import { addPassage, at, type Context, idOf, printedAt } from './context.js';
import { linkDepartment } from './departments.js';
import { adoptionOf, columnsIn, type PlanItem, speakOfReview } from './plan-item.js';

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
  const left = new Set(adopted);
  const take = (fits: (measure: AdoptedMeasure) => boolean) => {
    const found = [...left].find(fits) ?? null;
    if (found) left.delete(found);
    return found;
  };
  const byName = new Map(
    reviews.map((review) => [
      review,
      review.draft && take(({ name }) => nameKey(name) === nameKey(review.draft?.name ?? '')),
    ]),
  );
  const matched = reviews.map((review) => {
    const { draft } = review;
    const found = byName.get(review) ?? null;
    if (found || !draft) return { review, adopted: found };
    const key = nameKey(draft.name);
    const extended = take(
      ({ number, name }) => number === draft.number && (nameKey(name).includes(key) || key.includes(nameKey(name))),
    );
    return { review, adopted: extended };
  });
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
  const { builder } = context;
  const { id: itemId, review, adopted } = item;
  const scope = `measures of ${itemId}`;
  speakOfReview(context, item, scope);
  if (speaksOfMeasures(item)) builder.speaks(scope, 'ADOPTED');
  for (const matched of matchMeasures(review?.sheet.measures ?? [], adopted?.item.measures ?? [])) {
    const id = measureId(context, item, matched);
    const assert = (
      stage: Stage,
      { number, name, content }: Stated,
      origins: readonly Origin[],
      source: SourceText,
    ) => {
      const values = { name, code: `${item.code}-${number}`, number, name_only: false };
      for (const origin of origins) builder.linkedNode('Measure', id, values, { PART_OF: itemId }, origin, [scope]);
      addPassage(context, id, 'CONTENT', source, stage, content);
    };
    if (review && matched.review) {
      const { source } = review;
      const origins = originsOf(source, matched.review);
      for (const { stage, column } of columnsIn(matched.review)) assert(stage, column, origins[stage], source);
      assertOwners(context, id, source, matched.review);
      addReviewChanges(context, id, source, matched.review, [...origins.CURRENT, ...origins.changed]);
    }
    if (adopted && matched.adopted) {
      const { source } = adopted;
      assert('ADOPTED', matched.adopted, [at(source, 'ADOPTED', matched.adopted.lines)], source);
    }
    if (speaksOfMeasures(item)) compareMeasures(context, id, item, matched);
  }
}

/** What a column or the adopted plan says of a measure. */
type Stated = Pick<MeasureColumn, 'number' | 'name' | 'content'>;

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
  const scope = `departments of ${id}`;
  for (const { stage, column } of columnsIn(review)) {
    context.builder.speaks(scope, stage);
    const restated = stage === 'DRAFT' && (review.departmentsRestated || !review.current);
    const { lines } = restated ? column : (review.current ?? column);
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
  if (nameKey(current.name) !== nameKey(draft.name))
    addReviewChange(context, id, 'RENAMED', origins, { field: 'name', before: current.name, after: draft.name });
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
  const comparison = adoptionOf(context, item);
  const draft = review?.draft ?? null;
  if (!comparison?.thing(id, draft, adopted) || !draft || !adopted) return;
  const name = ({ name: shown, lines }: AdoptedMeasure) => ({ key: nameKey(shown), shown, lines });
  const number = ({ number: position, lines }: AdoptedMeasure) => {
    const shown = String(position);
    return { key: shown, shown, lines };
  };
  comparison.part(id, 'RENAMED', 'name', name(draft), name(adopted));
  comparison.part(id, 'REORDERED', 'number', number(draft), number(adopted));
  comparison.text(id, 'content', textVersion(draft.content, draft.lines), textVersion(adopted.content, adopted.lines));
}
