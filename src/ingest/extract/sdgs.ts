import { nameKey } from '../documents/text.js';
import { at, type Context, otherName } from './context.js';
import type { PlanItem } from './plan-item.js';
import { remarks } from './remarks.js';

/**
 * 関連するSDGs: the answers of the divisions (各課回答より) are given for the next plan, so the links belong to the draft.
 * A goal is known by its number; another name than the official one is reported and kept on the link.
 */
export function extractSdgs({ builder, reviewed, findings }: Context, { id: itemId, review }: PlanItem): void {
  if (!review) return;
  const { source, sheet } = review;
  const scope = `sdgs of ${itemId}`;
  builder.speaks(scope, 'DRAFT');
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
    const printedAs = otherName(name, official.name);
    builder.edge('TOUCHES', itemId, id, at(source, 'DRAFT', lines), { scopes: [scope], printedAs });
  }
}
