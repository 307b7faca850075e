import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { edges, nodes } from '../model/model.js';
import { formatCell, formatList, formatSource } from './cell.js';
import { describeDataset } from './datapackage.js';
import type { Dataset, Provenance } from './dataset.js';
import { byNaturalOrder } from './natural-order.js';
import { columnsOf, edgeHeaders, nodeHeaders } from './table.js';

const csv = (headers: readonly string[], rows: readonly (readonly string[])[]) =>
  stringify([[...headers], ...rows.map((row) => [...row])], { record_delimiter: 'unix' });

const provenance = ({ stages, effective, sources }: Provenance) => [
  formatList(stages),
  String(effective),
  formatList(sources.map(formatSource)),
];

/** The files of a dataset by name, with their whole contents: one CSV per non-empty table and `datapackage.json`. */
export function formatDataset(dataset: Dataset): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const node of nodes) {
    const rows = [...(dataset.nodes.get(node.name) ?? [])].sort((a, b) => byNaturalOrder(a.id, b.id));
    if (rows.length === 0) continue;
    const columns = columnsOf(node);
    const cells = rows.map((row) => [
      row.id,
      ...columns.map(({ header }) => formatCell(row.values[header])),
      ...provenance(row),
    ]);
    files.set(`${node.table}.csv`, csv(nodeHeaders(node), cells));
  }
  for (const edge of edges) {
    const rows = [...(dataset.edges.get(edge.type) ?? [])].sort(
      (a, b) => byNaturalOrder(a.from, b.from) || byNaturalOrder(a.to, b.to),
    );
    if (rows.length === 0) continue;
    const cells = rows.map((row) => [row.from, row.to, row.printedAs ?? '', ...provenance(row)]);
    files.set(`${edge.table}.csv`, csv(edgeHeaders(edge), cells));
  }
  files.set('datapackage.json', `${JSON.stringify(describeDataset([...files.keys()]), null, 2)}\n`);
  return files;
}

/**
 * Writes the files of a dataset into a folder and removes tables that are no longer part of it. Each file is written
 * beside its place and renamed, so that a reader never sees half a table. Folders and other files stay untouched.
 */
export async function writeDataset(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, contents] of files) await writeFile(join(folder, `.${name}.new`), contents);
  for (const name of files.keys()) await rename(join(folder, `.${name}.new`), join(folder, name));
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isFile() && entry.name.endsWith('.csv') && !files.has(entry.name)) await rm(join(folder, entry.name));
}
