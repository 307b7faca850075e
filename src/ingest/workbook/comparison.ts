/** What an import changes of what was imported before: how many things of each sheet are new, changed, unchanged and removed. */
import { type Description, describe } from '../../model/declaration.js';
import type { Dataset } from '../dataset/dataset.js';
import { type SheetTables, tablesOf } from './sheet-tables.js';
import { type SheetKey, template } from './template.js';

interface SheetChanges {
  readonly sheet: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** What the things of a sheet say, by their ids: values and links, not in which row they stand. */
function contentsOf({ nodes, edges }: Dataset, tables: SheetTables): ReadonlyMap<string, string> {
  const values = new Map(tables.nodes.flatMap((type) => nodes.get(type) ?? []).map((row) => [row.id, row.values]));
  const links = new Map<string, string[]>([...values.keys()].map((id) => [id, []]));
  for (const type of tables.edges)
    for (const { from, to } of edges.get(type) ?? []) {
      links.get(from)?.push(`${type} ${to}`);
      links.get(to)?.push(`${type} ${from}`);
    }
  return new Map(
    [...values].map(([id, own]) => {
      const filled = Object.entries(own).filter(([, value]) => value !== null && value !== undefined);
      return [id, JSON.stringify([filled.sort(([a], [b]) => (a < b ? -1 : 1)), links.get(id)?.sort()])];
    }),
  );
}

export function compareDatasets(before: Dataset, after: Dataset): readonly SheetChanges[] {
  return (Object.entries(tablesOf) as [SheetKey, SheetTables][]).flatMap(([key, tables]) => {
    const [old, now] = [contentsOf(before, tables), contentsOf(after, tables)];
    if (old.size + now.size === 0) return [];
    const kept = [...now.keys()].filter((id) => old.has(id));
    const unchanged = kept.filter((id) => old.get(id) === now.get(id)).length;
    return {
      sheet: template[key].name,
      added: now.size - kept.length,
      changed: kept.length - unchanged,
      unchanged,
      removed: old.size - kept.length,
    };
  });
}

/** Said where the dataset of the last import is not as it was written. */
export const incomparable = (folder: string): Description =>
  describe(
    `cannot be compared: the dataset in ${folder} has problems (npm run load -- ${folder} --check lists them)`,
    `比較できません。${folder} のデータセットに誤りがあります（npm run load -- ${folder} --check で確認できます）`,
  );

/** The counts of a sheet in words. */
export const formatChanges = ({ sheet, added, changed, unchanged, removed }: SheetChanges): Description =>
  describe(
    `${sheet}: ${added} new, ${changed} changed, ${unchanged} unchanged, ${removed} removed`,
    `${sheet}: 新規 ${added}、変更 ${changed}、変更なし ${unchanged}、削除 ${removed}`,
  );
