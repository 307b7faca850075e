/** The two lists at the end of a review sheet: related plans (関連計画) and main projects (主な事業). */
import { parsePeriod } from '../documents/period.js';
import type { RelatedPlanColumn } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import { addChange, addStatedChange } from './changes.js';
import { addPassage, at, type Context, idOf, slug } from './context.js';
import type { PlanItem } from './plan-item.js';

function periodColumns(printed: string | null) {
  if (printed === null) return {};
  const { text, startFiscalYear, endFiscalYear, revisedFiscalYear } = parsePeriod(printed);
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
    const origin = at(source, 'DRAFT', row.lines);
    addStatedChange(context, id, change, origin);
    if (current && draft) addColumnChanges(context, id, current, draft, origin);
  }
}

/** What the two columns show beside the stated change: another name, another period. */
function addColumnChanges(
  context: Context,
  id: string,
  current: RelatedPlanColumn,
  draft: RelatedPlanColumn,
  origin: ReturnType<typeof at>,
): void {
  const between = { subject: id, from: 'CURRENT', to: 'DRAFT', basis: 'STATED', origin } as const;
  if (nameKey(current.name) !== nameKey(draft.name))
    addChange(context, { ...between, kind: 'RENAMED', field: 'name', before: current.name, after: draft.name });
  if (current.period && draft.period && nameKey(current.period) !== nameKey(draft.period))
    addChange(context, { ...between, kind: 'REVISED', field: 'period', before: current.period, after: draft.period });
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
    const origin = at(source, 'DRAFT', lines);
    addStatedChange(context, id, change, origin, { pointsTo: pointsTo && idOf(context, 'policy-item', pointsTo.code) });
    if (current && draft && nameKey(current.name) !== nameKey(draft.name))
      addChange(context, {
        subject: id,
        from: 'CURRENT',
        to: 'DRAFT',
        basis: 'STATED',
        kind: 'RENAMED',
        field: 'name',
        before: current.name,
        after: draft.name,
        origin,
      });
  }
}
