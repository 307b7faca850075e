import type { Stage } from '../../model/enums.js';
import type { AdoptedItem } from '../documents/adopted-plan/record.js';
import type { SourceText } from '../documents/document.js';
import type { MeasureColumn, MeasureReview } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addChange, addStatedChange } from './changes.js';
import { textVersion } from './comparison.js';
import { addPassage, at, type Context, idOf, printedAt } from './context.js';
import { linkDepartment } from './departments.js';
import { adoptionOf, type PlanItem } from './plan-item.js';

type AdoptedMeasure = AdoptedItem['measures'][number];

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
  const itemId = idOf(context, 'policy-item', item.code);
  const scope = `measures of ${itemId}`;
  if (item.review) for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(scope, stage);
  if (speaksOfMeasures(item)) builder.speaks(scope, 'ADOPTED');
  for (const matched of matchMeasures(item.review?.sheet.measures ?? [], item.adopted?.item.measures ?? [])) {
    const id = measureId(context, item, matched);
    const assert = (
      stage: Stage,
      { number, name, content }: Stated,
      origins: readonly Origin[],
      source: SourceText,
    ) => {
      for (const origin of origins) {
        const values = { name, code: `${item.code}-${number}`, number, name_only: false };
        builder.node('Measure', id, values, origin, [scope]);
        builder.edge('PART_OF', id, itemId, origin, { scopes: [scope] });
      }
      addPassage(context, id, 'CONTENT', source, stage, content);
    };
    if (item.review && matched.review) {
      const { source } = item.review;
      const places = reviewPlaces(source, matched.review);
      if (matched.review.current) assert('CURRENT', matched.review.current, places.current, source);
      if (matched.review.draft) assert('DRAFT', matched.review.draft, places.draft, source);
      assertOwners(context, id, source, matched.review);
      addReviewChanges(context, id, source, matched.review, [...places.current, ...places.changed]);
    }
    if (item.adopted && matched.adopted) {
      const { source } = item.adopted;
      assert('ADOPTED', matched.adopted, [at(source, 'ADOPTED', matched.adopted.lines)], source);
    }
    if (speaksOfMeasures(item)) compareMeasures(context, id, item, matched);
  }
}

/** What a column or the adopted plan says of a measure. */
type Stated = Pick<MeasureColumn, 'number' | 'name' | 'content'>;

/**
 * The places of a row: its left column, what the right column adds, and both for the draft, whose name and departments
 * often stand on the left only. An unchanged measure's right column is its status.
 */
function reviewPlaces(source: SourceText, { current, draft, lines }: MeasureReview) {
  const own = draft && (!current || draft.lines.first !== current.lines.first) ? draft.lines : null;
  const status = current && lines.last > current.lines.last ? { first: lines.last, last: lines.last } : null;
  const right = own ?? status;
  const changed = right ? [at(source, 'DRAFT', right)] : [];
  return {
    current: current ? [at(source, 'CURRENT', current.lines)] : [],
    changed,
    draft: [...(current ? [at(source, 'DRAFT', current.lines)] : []), ...changed],
  };
}

/** 評価回答部署: printed once for both columns, or again on the right where the draft has others. */
function assertOwners(context: Context, id: string, source: SourceText, review: MeasureReview): void {
  const { builder } = context;
  const scope = `departments of ${id}`;
  for (const [stage, column] of [
    ['CURRENT', review.current],
    ['DRAFT', review.draft],
  ] as const) {
    if (!column) continue;
    builder.speaks(scope, stage);
    const restated = stage === 'DRAFT' && (review.departmentsRestated || !review.current);
    const place = restated ? column.lines : (review.current ?? column).lines;
    for (const name of column.departments) {
      const origin = at(source, stage, printedAt(source, place, name));
      linkDepartment(context, 'OWNED_BY', id, name, origin, [scope]);
    }
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
  addStatedChange(context, id, change, origins, { pointsTo: pointsTo && idOf(context, 'policy-item', pointsTo.code) });
  if (!current || !draft) return;
  const between = { subject: id, from: 'CURRENT', to: 'DRAFT', basis: 'STATED', origins } as const;
  if (review.reordered || current.number !== draft.number) {
    const [before, after] = [String(current.number), String(draft.number)];
    addChange(context, { ...between, kind: 'REORDERED', field: 'number', before, after });
  }
  if (nameKey(current.name) !== nameKey(draft.name))
    addChange(context, { ...between, kind: 'RENAMED', field: 'name', before: current.name, after: draft.name });
  if (review.departmentsRestated && current.departments.join() !== draft.departments.join()) {
    const [before, after] = [current.departments.join('、'), draft.departments.join('、')];
    const places = [current, draft].map(({ lines, departments }, index) =>
      at(source, index === 0 ? 'CURRENT' : 'DRAFT', printedAt(source, lines, departments.join('、'))),
    );
    addChange(context, { ...between, kind: 'REVISED', field: 'departments', before, after, origins: places });
  }
}

/** What really differs between the draft and the adopted plan. */
function compareMeasures(context: Context, id: string, item: PlanItem, { review, adopted }: MatchedMeasure): void {
  const comparison = adoptionOf(context, item);
  const draft = review?.draft ?? null;
  if (!comparison?.thing(id, draft?.lines ?? null, adopted?.lines ?? null) || !draft || !adopted) return;
  const name = ({ name: shown, lines }: AdoptedMeasure) => ({ key: nameKey(shown), shown, lines });
  const number = ({ number: place, lines }: AdoptedMeasure) => ({ key: String(place), shown: String(place), lines });
  comparison.part(id, 'RENAMED', 'name', name(draft), name(adopted));
  comparison.part(id, 'REORDERED', 'number', number(draft), number(adopted));
  comparison.text(id, 'content', textVersion(draft.content, draft.lines), textVersion(adopted.content, adopted.lines));
}
