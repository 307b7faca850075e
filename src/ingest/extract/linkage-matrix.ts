import type { SourceText } from '../documents/document.js';
import type { LinkagePlansDraft } from '../documents/linkage-plans-draft/record.js';
import { nameKey } from '../documents/text.js';
import { at, type Context, idOf } from './context.js';
import { assertPolicyField } from './policy-items.js';
import { assertReferencedItem } from './referenced-item.js';

/** The matrix (政策連携プラン体系) names every policy item of the plan, also those whose sheets are not at hand. */
export function extractMatrix(context: Context, source: SourceText, { matrix }: LinkagePlansDraft): void {
  const { builder } = context;
  builder.speaks('matrix', 'DRAFT');
  for (const { fieldNumber, fieldName, code, name, plans, lines } of matrix.items) {
    const origin = at(source, 'DRAFT', lines);
    // The field's name stands only in the first row of its items.
    if (nameKey(source.lines[lines.first - 1] ?? '').includes(nameKey(fieldName)))
      assertPolicyField(context, fieldNumber, fieldName, origin);
    const { id, printedAs } = assertReferencedItem(context, { code, name }, origin);
    for (const plan of plans)
      builder.edge('MARKS', idOf(context, 'linkage-plan', plan), id, origin, { scopes: ['matrix'], printedAs });
  }
}
