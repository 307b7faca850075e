/** The two lists at the end of a review sheet: related plans (関連計画) and main projects (主な事業). */
import type { Passage } from '../documents/document.js';
import { parsePeriod } from '../documents/period.js';
import type { RelatedPlanColumn } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import { addChange, addStatedChange, type ChangeInput } from './changes.js';
import { addPassage, at, type Context, idOf, slug, textKey } from './context.js';
import type { PlanItem } from './plan-item.js';

/** True where two texts differ by more than blanks and punctuation. */
const differs = (before: Passage | null, after: Passage | null): boolean =>
  before !== null && after !== null && textKey(before.text) !== textKey(after.text);

function periodColumns(printed: string | null) {
  if (printed === null) return {};
  // Blanks inside a period are the printer's: R 5年度.
  const { text, startFiscalYear, endFiscalYear, revisedFiscalYear } = parsePeriod(printed.replace(/\s+/g, ''));
  return {
    period_text: text,
    period_start_fiscal_year: startFiscalYear,
    period_end_fiscal_year: endFiscalYear,
    period_revised_fiscal_year: revisedFiscalYear,
  };
}

export function extractRelatedPlans(context: Context, { code, review }: PlanItem): void {
  if (!review) return;
  const { builder } = context;
  const { source } = review;
  const itemId = idOf(context, 'policy-item', code);
  const scope = `related plans of ${itemId}`;
  for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(scope, stage);
  for (const row of review.sheet.relatedPlans) {
    const { current, draft, change } = row;
    const latest = draft ?? current;
    if (!latest) continue;
    const id = idOf(context, 'related-plan', slug(latest.name));
    for (const [stage, column] of [
      ['CURRENT', current],
      ['DRAFT', draft],
    ] as const) {
      if (!column) continue;
      const origin = at(source, stage, row.lines);
      builder.node('RelatedPlan', id, { name: column.name, ...periodColumns(column.period) }, origin, [scope]);
      builder.edge('RELATES_TO', itemId, id, origin, { scopes: [scope] });
      addPassage(context, id, 'OVERVIEW', source, stage, column.overview);
    }
    const origins = [at(source, 'DRAFT', row.lines)];
    const shown = current && draft ? columnChanges(current, draft) : [];
    // A stated revision is about the content only where the right column has any.
    if (change !== 'REVISED' || draft?.overview || shown.length === 0) addStatedChange(context, id, change, origins);
    for (const shownChange of shown)
      addChange(context, { subject: id, from: 'CURRENT', to: 'DRAFT', basis: 'STATED', origins, ...shownChange });
  }
}

/** What the two columns show beside the stated change: another name, another period. */
function columnChanges(
  current: RelatedPlanColumn,
  draft: RelatedPlanColumn,
): readonly Pick<ChangeInput, 'kind' | 'field' | 'before' | 'after'>[] {
  const renamed = nameKey(current.name) !== nameKey(draft.name);
  const moved = current.period && draft.period && nameKey(current.period) !== nameKey(draft.period);
  const unspaced = (period: string | null) => period?.replace(/\s+/g, '') ?? null;
  return [
    ...(renamed ? [{ kind: 'RENAMED' as const, field: 'name', before: current.name, after: draft.name }] : []),
    ...(moved
      ? [{ kind: 'REVISED' as const, field: 'period', before: unspaced(current.period), after: unspaced(draft.period) }]
      : []),
  ];
}

export function extractProjects(context: Context, { code, review }: PlanItem): void {
  if (!review) return;
  const { builder } = context;
  const { source } = review;
  const itemId = idOf(context, 'policy-item', code);
  const scope = `projects of ${itemId}`;
  for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(scope, stage);
  for (const { number, current, draft, change, pointsTo, lines } of review.sheet.projects) {
    const id = idOf(context, 'project', `${code}-${number}`);
    for (const [stage, column] of [
      ['CURRENT', current],
      ['DRAFT', draft],
    ] as const) {
      if (!column) continue;
      const origin = at(source, stage, lines);
      builder.node('Project', id, { number, name: column.name }, origin, [scope]);
      builder.edge('PROJECT_OF', id, itemId, origin, { scopes: [scope] });
      addPassage(context, id, 'OVERVIEW', source, stage, column.overview);
    }
    const origins = [at(source, 'DRAFT', lines)];
    const renamed = current && draft && nameKey(current.name) !== nameKey(draft.name);
    if (!renamed || differs(current.overview, draft.overview)) {
      const target = pointsTo && idOf(context, 'policy-item', pointsTo.code);
      addStatedChange(context, id, change, origins, { pointsTo: target });
    }
    if (renamed)
      addChange(context, {
        subject: id,
        from: 'CURRENT',
        to: 'DRAFT',
        basis: 'STATED',
        kind: 'RENAMED',
        field: 'name',
        before: current.name,
        after: draft.name,
        origins,
      });
  }
}
