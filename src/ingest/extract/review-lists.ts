/** The lists of a review sheet: SDGs, related plans (関連計画) and main projects (主な事業). */
import { parsePeriod } from '../documents/period.js';
import { nameKey } from '../documents/text.js';
import { addReviewChange } from './changes.js';
import { addPassage, at, type Context, idOf, otherName, slipOf, slug, textKey } from './context.js';
import { columnsIn, type PlanItem, speakOfReview } from './plan-item.js';
import { remarks } from './remarks.js';
import { scopeOf } from './scope.js';

/**
 * 関連するSDGs: the answers of the divisions (各課回答より) are given for the next plan, so the links belong to the draft.
 * A goal is known by its number; another name than the official one is reported and kept on the link.
 */
export function extractSdgs({ builder, reviewed, findings }: Context, { id: itemId, review }: PlanItem): void {
  if (!review) return;
  const { source, sheet } = review;
  const scope = scopeOf(itemId, 'sdgs');
  builder.speaks(scope, at(source, 'DRAFT', sheet.lines));
  for (const { value, lines } of sheet.sdgs) {
    const { number, name } = value;
    const official = reviewed.sdgs.find((sdg) => sdg.number === number);
    if (!official) {
      findings.add(remarks.unknownSdg, source.id, lines, '1–17', `${number} ${name}`);
      continue;
    }
    const id = `sdg:${number}`;
    const known = [official.name, ...(reviewed.aliases.get(id) ?? [])];
    if (!known.some((candidate) => nameKey(candidate) === nameKey(name)))
      findings.add(remarks.otherSdgName, source.id, lines, official.name, name);
    const slip = slipOf(reviewed, id, name);
    if (slip) findings.add(remarks.slip(slip), source.id, lines, official.name, name);
    const printedAs = slip ? null : otherName(name, official.name);
    builder.edge('TOUCHES', itemId, id, at(source, 'DRAFT', lines), { scopes: [scope], printedAs });
  }
}

/** 関連計画: one plan can relate to several policy items. */
export function extractRelatedPlans(context: Context, { id: itemId, review }: PlanItem): void {
  if (!review) return;
  const scope = scopeOf(itemId, 'relatedPlans');
  speakOfReview(context, scope, review);
  for (const row of review.sheet.relatedPlans) {
    const { current, draft, change, lines } = row;
    const latest = draft ?? current;
    if (!latest) continue;
    const id = idOf(context, 'related-plan', slug(latest.name));
    for (const { stage, column } of columnsIn(row)) {
      const origin = at(review.source, stage, lines);
      // Blanks inside a period are the printer's: R 5年度.
      const period = column.period === null ? undefined : parsePeriod(column.period.replace(/\s+/g, ''));
      context.builder.node('RelatedPlan', id, { name: column.name, period }, origin, [scope]);
      context.builder.edge('RELATES_TO', itemId, id, origin, { scopes: [scope] });
      addPassage(context, id, 'OVERVIEW', origin, column.overview);
    }
    const origins = [at(review.source, 'DRAFT', lines)];
    const renamed = renamingOf(current, draft);
    const [before, after] = [current, draft].map((column) => column?.period?.replace(/\s+/g, ''));
    const moved = before && after && nameKey(before) !== nameKey(after);
    // A stated revision is about the content only where the right column has any.
    if (change !== 'REVISED' || draft?.overview || !(renamed || moved)) addReviewChange(context, id, change, origins);
    if (renamed) addReviewChange(context, id, 'RENAMED', origins, renamed);
    if (moved) addReviewChange(context, id, 'REVISED', origins, { field: 'period', before, after });
  }
}

/** 主な事業. */
export function extractProjects(context: Context, { code, id: itemId, review }: PlanItem): void {
  if (!review) return;
  const scope = scopeOf(itemId, 'projects');
  speakOfReview(context, scope, review);
  for (const row of review.sheet.projects) {
    const { number, current, draft, change, pointsTo, lines } = row;
    const id = idOf(context, 'project', `${code}-${number}`);
    for (const { stage, column } of columnsIn(row)) {
      const origin = at(review.source, stage, lines);
      context.builder.node('Project', id, { number, name: column.name }, origin, [scope], { PROJECT_OF: itemId });
      addPassage(context, id, 'OVERVIEW', origin, column.overview);
    }
    const origins = [at(review.source, 'DRAFT', lines)];
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

interface Named {
  readonly name: string;
}

/** Another name in the right column, as what a change shows; null where it has none. */
export function renamingOf(current: Named | null, draft: Named | null) {
  if (!current || !draft || nameKey(current.name) === nameKey(draft.name)) return null;
  return { field: 'name', before: current.name, after: draft.name };
}
