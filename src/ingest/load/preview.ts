import type { TableDifference } from './difference.js';

/** How many rows are named of each kind of change. */
const examples = 3;

const kinds = [
  ['added', '追加 added'],
  ['changed', '変更 changed'],
  ['removed', '削除 removed'],
] as const;

/** What a load is about to change, by table and with examples, in both languages; empty where it changes nothing. */
export function preview(municipality: string, tables: readonly TableDifference[]): string {
  const differing = tables.filter((table) => kinds.some(([kind]) => table[kind].length > 0));
  if (differing.length === 0) return '';
  const added = differing.reduce((sum, table) => sum + table.added.length, 0);
  if (tables.every(({ held }) => held === 0))
    return [
      `${municipality} のデータはまだグラフにありません。${added} 行を追加します。`,
      `The graph holds nothing of ${municipality} yet: ${added} rows are added.`,
      ...describeDifference(tables),
    ].join('\n');
  const heading = `この読込で変わる ${municipality} の行 — Rows of ${municipality} that this load changes:`;
  return [heading, ...describeDifference(tables)].join('\n');
}

/** A line for each table that differs. */
export function describeDifference(tables: readonly TableDifference[]): readonly string[] {
  return tables.flatMap((table) => {
    const parts = kinds
      .filter(([kind]) => table[kind].length > 0)
      .map(([kind, label]) => `${label} ${counted(table[kind], table.held)}`);
    return parts.length === 0 ? [] : [`  ${table.file}: ${parts.join(' / ')}`];
  });
}

function counted(rows: readonly string[], held: number): string {
  const more = rows.length > examples ? ', …' : '';
  return `${rows.length}${held > 0 ? `/${held}` : ''} (${rows.slice(0, examples).join(', ')}${more})`;
}
