import type { NodeName } from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { nodeNamed, nodes } from '../../model/model.js';
import type { Remark } from '../documents/finding.js';
import { nameKey } from '../documents/text.js';
import { type Context, slipsOf } from './context.js';
import { remarks } from './remarks.js';

/**
 * Gives every named thing its reviewed English name, summary and aliases; former names of other stages become aliases.
 * Reviewed rows that no longer fit anything, and things without an English name, are reported.
 */
export function describeEntities(context: Context): void {
  const { builder, reviewed, findings } = context;
  const remark = (found: Remark, file: string) => findings.add(found, `seed/reviewed/${file}`, null);
  const described = new Set<string>();
  for (const { name: type, entity, readBy } of nodes) {
    if (!entity) continue;
    for (const id of builder.ids(type)) {
      described.add(id);
      const text = reviewed.texts.get(id);
      const name = String(builder.valueOf(type, id, 'name') ?? '');
      if (text) {
        const { nameEn, nameKana, summary, summaryEn } = text;
        builder.settle(type, id, { nameEn, summary, summaryEn, ...(readBy ? { [readBy]: nameKana } : {}) });
        if (nameKey(text.name) === nameKey(name)) builder.settle(type, id, { name: text.name });
        else remark(remarks.otherReviewedName(id, text.name, name), `text/${text.file}`);
      } else if (type !== 'Municipality' && type !== 'Sdg') remark(remarks.noEnglishName(id), 'text');
      const misspellings = slipsOf(reviewed, id).map(({ alias }) => alias);
      builder.settle(type, id, { aliases: aliasesOf(context, type, id, text?.name ?? name), misspellings });
    }
  }
  for (const [id, { file }] of reviewed.texts)
    if (!described.has(id)) remark(remarks.unusedReview('reviewed-text-is-used', id), `text/${file}`);
  for (const id of reviewed.aliases.keys())
    if (!described.has(id)) remark(remarks.unusedReview('reviewed-alias-is-used', id), 'aliases.csv');
}

/** Names of other stages and reviewed aliases, each once, without the effective name and slips. */
function aliasesOf({ builder, reviewed }: Context, type: NodeName, id: string, name: string): readonly string[] {
  const former = nodeNamed(type).staged ? stages.map((stage) => builder.valueAt(type, id, 'name', stage)) : [];
  const slips = slipsOf(reviewed, id).map(({ alias }) => alias);
  const seen = new Set([name, ...slips].map((known) => known.normalize('NFKC')));
  return [...former, ...(reviewed.aliases.get(id) ?? [])].filter((alias): alias is string => {
    if (typeof alias !== 'string' || seen.has(alias.normalize('NFKC'))) return false;
    seen.add(alias.normalize('NFKC'));
    return true;
  });
}
