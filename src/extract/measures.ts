import type { AdoptedItem } from '../documents/adopted-plan/record.js';
import { spanOf } from '../documents/document.js';
import type { MeasureReview } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Stage } from '../model/enums.js';
import { addChange, addStatedChange } from './changes.js';
import { addPassage, at, type Context, idOf } from './context.js';
import { assertDepartment } from './departments.js';
import { differs, type PlanItem } from './plan-item.js';

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

/** The identity of a measure: its code at the latest stage; one that was dropped keeps its last code, marked with the stage. */
function measureId(context: Context, item: PlanItem, { review, adopted }: MatchedMeasure): string {
  if (adopted) return idOf(context, 'measure', `${item.code}-${adopted.number}`);
  const [stage, column] = review?.draft ? ['draft', review.draft] : ['current', review?.current];
  const code = `${item.code}-${column?.number}`;
  const dropped = stage === 'current' || item.adopted !== null;
  return dropped ? idOf(context, 'measure', code, stage) : idOf(context, 'measure', code);
}

/** Measures (施策中項目), their departments and what happened to them. */
export function extractMeasures(context: Context, item: PlanItem): void {
  const { builder } = context;
  const itemId = idOf(context, 'policy-item', item.code);
  const scope = `measures of ${itemId}`;
  if (item.review) for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(scope, stage);
  if (item.adopted) builder.speaks(scope, 'ADOPTED');
  for (const matched of matchMeasures(item.review?.sheet.measures ?? [], item.adopted?.item.measures ?? [])) {
    const id = measureId(context, item, matched);
    if (item.review && matched.review) {
      const { source } = item.review;
      for (const [stage, column] of [
        ['CURRENT', matched.review.current],
        ['DRAFT', matched.review.draft],
      ] as const) {
        if (!column) continue;
        const origin = at(source, stage, column.lines);
        builder.node(
          'Measure',
          id,
          { name: column.name, code: `${item.code}-${column.number}`, number: column.number, name_only: false },
          origin,
          [scope],
        );
        builder.edge('PART_OF', id, itemId, origin, { scopes: [scope] });
        builder.speaks(`departments of ${id}`, stage);
        for (const department of column.departments)
          builder.edge('OWNED_BY', id, assertDepartment(context, department, origin), origin, {
            scopes: [`departments of ${id}`],
          });
        addPassage(context, id, 'CONTENT', source, stage, column.content);
      }
      addReviewChanges(context, id, source, matched.review);
    }
    if (item.adopted && matched.adopted) {
      const { number, name, content, lines } = matched.adopted;
      const origin = at(item.adopted.source, 'ADOPTED', lines);
      builder.node('Measure', id, { name, code: `${item.code}-${number}`, number, name_only: false }, origin, [scope]);
      builder.edge('PART_OF', id, itemId, origin, { scopes: [scope] });
      addPassage(context, id, 'CONTENT', item.adopted.source, 'ADOPTED', content);
    }
    if (item.review && item.adopted) addAdoptionChanges(context, id, item as Required<PlanItem>, matched);
  }
}

/** What the review sheet states about a measure, and the renumbering and departments that its columns show. */
function addReviewChanges(context: Context, id: string, source: Parameters<typeof at>[0], review: MeasureReview): void {
  const { current, draft, change, pointsTo } = review;
  const origin = at(source, 'DRAFT', review.lines);
  addStatedChange(context, id, change, origin, { pointsTo: pointsTo && idOf(context, 'policy-item', pointsTo.code) });
  if (!current || !draft) return;
  const between = { subject: id, from: 'CURRENT', to: 'DRAFT', basis: 'STATED', origin } as const;
  if (review.reordered || current.number !== draft.number)
    addChange(context, {
      ...between,
      kind: 'REORDERED',
      field: 'number',
      before: String(current.number),
      after: String(draft.number),
    });
  if (nameKey(current.name) !== nameKey(draft.name))
    addChange(context, { ...between, kind: 'RENAMED', field: 'name', before: current.name, after: draft.name });
  if (review.departmentsRestated && current.departments.join() !== draft.departments.join())
    addChange(context, {
      ...between,
      kind: 'REVISED',
      field: 'departments',
      before: current.departments.join('、'),
      after: draft.departments.join('、'),
    });
}

/** What really differs between the draft and the adopted plan. */
function addAdoptionChanges(context: Context, id: string, item: PlanItem, { review, adopted }: MatchedMeasure): void {
  const draft = review?.draft ?? null;
  if (!item.review || !item.adopted || (!draft && !adopted)) return;
  const between = { subject: id, from: 'DRAFT' as Stage, to: 'ADOPTED' as Stage, basis: 'COMPARED' as const };
  const origin = adopted
    ? at(item.adopted.source, 'ADOPTED', adopted.lines)
    : at(item.adopted.source, 'ADOPTED', spanOf(item.adopted.item.lines));
  if (!draft || !adopted) {
    addChange(context, { ...between, kind: adopted ? 'ADDED' : 'REMOVED', origin });
    return;
  }
  if (nameKey(draft.name) !== nameKey(adopted.name))
    addChange(context, { ...between, kind: 'RENAMED', field: 'name', before: draft.name, after: adopted.name, origin });
  if (draft.number !== adopted.number)
    addChange(context, {
      ...between,
      kind: 'REORDERED',
      field: 'number',
      before: String(draft.number),
      after: String(adopted.number),
      origin,
    });
  if (differs(draft.content, adopted.content))
    addChange(context, { ...between, kind: 'REVISED', field: 'content', origin });
}
