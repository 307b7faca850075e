/** The two lists at the end of a review sheet: related plans (関連計画) and main projects (主な事業). */
import { parsePeriod } from '../documents/period.js';
import { nameKey } from '../documents/text.js';
import { addReviewChange } from './changes.js';
import { addPassage, at, type Context, idOf, slug, textKey } from './context.js';
import { columnsIn, type PlanItem, speakOfReview } from './plan-item.js';

/** 関連計画: one plan can relate to several policy items. */
export function extractRelatedPlans(context: Context, item: PlanItem): void {
  const { id: itemId, review } = item;
  const scope = `related plans of ${itemId}`;
  speakOfReview(context, item, scope);
  for (const row of review?.sheet.relatedPlans ?? []) {
    const { current, draft, change } = row;
    const latest = draft ?? current;
    if (!review || !latest) continue;
    const { source } = review;
    const id = idOf(context, 'related-plan', slug(latest.name));
    for (const { stage, column } of columnsIn(row)) {
      const origin = at(source, stage, row.lines);
      const values = { name: column.name, ...periodColumns(column.period) };
      context.builder.node('RelatedPlan', id, values, origin, [scope]);
      context.builder.edge('RELATES_TO', itemId, id, origin, { scopes: [scope] });
      addPassage(context, id, 'OVERVIEW', source, stage, column.overview);
    }
    const origins = [at(source, 'DRAFT', row.lines)];
    const renamed = renamingOf(current, draft);
    const [before, after] = [current, draft].map((column) => column?.period?.replace(/\s+/g, ''));
    const moved = before && after && nameKey(before) !== nameKey(after);
    // A stated revision is about the content only where the right column has any.
    if (change !== 'REVISED' || draft?.overview || !(renamed || moved)) addReviewChange(context, id, change, origins);
    if (renamed) addReviewChange(context, id, 'RENAMED', origins, renamed);
    if (moved) addReviewChange(context, id, 'REVISED', origins, { field: 'period', before, after });
  }
}

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

interface Named {
  readonly name: string;
}

/** Another name in the right column, as what a change shows; null where it has none. */
function renamingOf(current: Named | null, draft: Named | null) {
  if (!current || !draft || nameKey(current.name) === nameKey(draft.name)) return null;
  return { field: 'name', before: current.name, after: draft.name };
}

/** 主な事業. */
export function extractProjects(context: Context, item: PlanItem): void {
  const { code, id: itemId, review } = item;
  const scope = `projects of ${itemId}`;
  speakOfReview(context, item, scope);
  for (const row of review?.sheet.projects ?? []) {
    if (!review) continue;
    const { source } = review;
    const { number, current, draft, change, pointsTo, lines } = row;
    const id = idOf(context, 'project', `${code}-${number}`);
    for (const { stage, column } of columnsIn(row)) {
      const values = { number, name: column.name };
      const links = { PROJECT_OF: itemId };
      context.builder.linkedNode('Project', id, values, links, at(source, stage, lines), [scope]);
      addPassage(context, id, 'OVERVIEW', source, stage, column.overview);
    }
    const origins = [at(source, 'DRAFT', lines)];
    const renamed = renamingOf(current, draft);
    const [before, after] = [current?.overview, draft?.overview];
    // A stated revision that renames is about the content only where the overview is another, too.
    if (!renamed || (before && after && textKey(before.text) !== textKey(after.text))) {
      const target = pointsTo && idOf(context, 'policy-item', pointsTo.code);
      addReviewChange(context, id, change, origins, { pointsTo: target });
    }
    if (renamed) addReviewChange(context, id, 'RENAMED', origins, renamed);
  }
}
