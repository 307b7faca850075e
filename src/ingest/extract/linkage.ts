import { adoptedPlan } from '../documents/adopted-plan/parse.js';
import { linkagePlansDraft } from '../documents/linkage-plans-draft/parse.js';
import type { LinkagePlansDraft } from '../documents/linkage-plans-draft/record.js';
import { nameKey } from '../documents/text.js';
import { at, type Context, idOf } from './context.js';
import { compareLinkagePlans } from './linkage-changes.js';
import { extractLinkageIndicators } from './linkage-indicators.js';
import { extractLinkagePlans, type StatedPlans } from './linkage-plans.js';
import type { Parsed, ParsedDocuments } from './parsed-documents.js';
import { assertPolicyField, assertReferencedItem } from './policy-items.js';

/** The linkage plans of the draft and of the adopted plan, with the draft's matrix and what changed between the two. */
export function extractLinkage(context: Context, documents: ParsedDocuments): void {
  const [draft, adopted] = [documents.one(linkagePlansDraft), documents.one(adoptedPlan)];
  if (draft) extractMatrix(context, draft);
  const all: readonly StatedPlans[] = [
    ...(draft ? [{ source: draft.source, stage: 'DRAFT' as const, plans: draft.record.plans }] : []),
    ...(adopted ? [{ source: adopted.source, stage: 'ADOPTED' as const, plans: adopted.record.linkagePlans }] : []),
  ];
  // A document without any plan says nothing of them.
  const stated = all.filter(({ plans }) => plans.length > 0);
  extractLinkagePlans(context, stated);
  extractLinkageIndicators(context, stated);
  const [earlier, later] = stated;
  if (earlier && later) compareLinkagePlans(context, earlier, later);
}

/** The matrix (政策連携プラン体系) names every policy item of the plan, also those whose sheets are not at hand. */
function extractMatrix(context: Context, { source, record }: Parsed<LinkagePlansDraft>): void {
  const { builder } = context;
  builder.speaks('matrix', 'DRAFT');
  for (const { fieldNumber, fieldName, code, name, plans, lines } of record.matrix.items) {
    const origin = at(source, 'DRAFT', lines);
    // The field's name stands only in the first row of its items.
    if (nameKey(source.lines[lines.first - 1] ?? '').includes(nameKey(fieldName)))
      assertPolicyField(context, fieldNumber, fieldName, origin);
    const { id, printedAs } = assertReferencedItem(context, { code, name }, origin);
    for (const plan of plans)
      builder.edge('MARKS', idOf(context, 'linkage-plan', plan), id, origin, { scopes: ['matrix'], printedAs });
  }
}
