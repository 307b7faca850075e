import type { ReviewSheet } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { at, type Context, idOf } from './context.js';
import type { PlanItem } from './plan-item.js';

/** 関連するSDGs: the answers of the divisions (各課回答より) are given for the next plan, so the links belong to the draft. */
export function extractSdgs(context: Context, { code, review }: PlanItem): void {
  if (!review) return;
  const itemId = idOf(context, 'policy-item', code);
  context.builder.speaks(`sdgs of ${itemId}`, 'DRAFT');
  for (const { value, lines } of review.sheet.sdgs) linkSdg(context, itemId, value, at(review.source, 'DRAFT', lines));
}

/** The goal by its number; another name than the official one is reported and kept on the link. */
function linkSdg(
  context: Context,
  itemId: string,
  { number, name }: ReviewSheet['sdgs'][number]['value'],
  origin: Origin,
): void {
  const { document, lines } = origin;
  const official = context.reviewed.sdgs.find((sdg) => sdg.number === number);
  if (!official) {
    context.findings.add({
      rule: 'sdg-has-an-official-number',
      severity: 'warning',
      document,
      lines,
      message: 'A goal between 1 and 17 was expected.',
      messageJa: 'SDGsの番号は1から17までを想定しています。',
      expected: '1–17',
      actual: `${number} ${name}`,
    });
    return;
  }
  const id = `sdg:${number}`;
  const known = [official.name, ...(context.reviewed.aliases.get(id) ?? [])];
  if (!known.some((candidate) => nameKey(candidate) === nameKey(name)))
    context.findings.add({
      rule: 'sdg-name-matches-number',
      severity: 'warning',
      document,
      lines,
      message: 'The name differs from the official one; the number was followed.',
      messageJa: '名称が公式のものと異なるため、番号を優先しました。',
      expected: official.name,
      actual: name,
    });
  const printedAs = nameKey(official.name) === nameKey(name) ? null : name;
  context.builder.edge('TOUCHES', itemId, id, origin, { scopes: [`sdgs of ${itemId}`], printedAs });
}
