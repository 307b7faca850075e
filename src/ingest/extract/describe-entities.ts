import { stages } from '../../model/enums.js';
import { findNode, nodes } from '../../model/model.js';
import { nameKey } from '../documents/text.js';
import type { Context } from './context.js';

/**
 * Gives every named thing its reviewed English name, summary and aliases; former names of other stages become aliases.
 * Reviewed rows that no longer fit anything, and things without an English name, are reported.
 */
export function describeEntities(context: Context): void {
  const { builder, reviewed, findings } = context;
  const remark = (rule: string, severity: 'warning' | 'note', file: string, message: string, messageJa: string) =>
    findings.add({ rule, severity, document: file, lines: null, message, messageJa });
  const described = new Set<string>();
  for (const { name: type, entity } of nodes) {
    if (!entity) continue;
    for (const id of builder.ids(type)) {
      described.add(id);
      const text = reviewed.texts.get(id);
      const name = String(builder.valueOf(type, id, 'name') ?? '');
      if (text) builder.settle(type, id, { name_en: text.nameEn, summary: text.summary, summary_en: text.summaryEn });
      else if (type !== 'Municipality' && type !== 'Sdg')
        remark(
          'entity-has-an-english-name',
          'warning',
          'seed/reviewed/text',
          `No English name for ${id}`,
          `英語名がありません：${id}`,
        );
      if (text && nameKey(text.name) !== nameKey(name))
        remark(
          'reviewed-name-is-current',
          'warning',
          `seed/reviewed/text/${text.file}`,
          `The reviewed name of ${id} is "${text.name}", the documents say "${name}"`,
          `確認済みの名称と文書の名称が異なります：${id}`,
        );
      if (text && name !== text.name && nameKey(text.name) === nameKey(name))
        builder.settle(type, id, { name: text.name });
      builder.settle(type, id, { aliases: aliasesOf(context, type, id, text?.name ?? name) });
    }
  }
  for (const [id, { file }] of reviewed.texts)
    if (!described.has(id))
      remark(
        'reviewed-text-is-used',
        'warning',
        `seed/reviewed/text/${file}`,
        `Nothing in the documents has the id ${id}`,
        `該当する項目が文書にありません：${id}`,
      );
  for (const id of reviewed.aliases.keys())
    if (!described.has(id))
      remark(
        'reviewed-alias-is-used',
        'warning',
        'seed/reviewed/aliases.csv',
        `Nothing in the documents has the id ${id}`,
        `該当する項目が文書にありません：${id}`,
      );
}

/** Names of other stages and reviewed aliases, each once, without the effective name. */
function aliasesOf({ builder, reviewed }: Context, type: string, id: string, name: string): readonly string[] {
  const former = findNode(type)?.staged ? stages.map((stage) => builder.valueAt(type, id, 'name', stage)) : [];
  const all = [...former, ...(reviewed.aliases.get(id) ?? [])].filter((alias) => typeof alias === 'string');
  const seen = new Set([name.normalize('NFKC')]);
  return all.filter((alias) => {
    const folded = alias.normalize('NFKC');
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}
