import { stringify } from 'csv-stringify/sync';
import { edges, nodes } from '../../model/model.js';
import { formatCell, formatList, formatSource } from './cell.js';
import { describeDataset, packageFile } from './datapackage.js';
import type { Dataset, Provenance } from './dataset.js';
import { byNaturalOrder } from './natural-order.js';
import { columnsOf, edgeHeaders, fileOf, nodeHeaders, textFileOf } from './table.js';

const csv = (headers: readonly string[], rows: readonly (readonly string[])[]) =>
  stringify([[...headers], ...rows.map((row) => [...row])], { record_delimiter: 'unix' });

const provenance = ({ stages, effective, sources }: Provenance) => [
  formatList(stages),
  String(effective),
  formatList(sources.map(formatSource)),
];

/**
 * The files of a dataset by name, with their whole contents: one CSV per non-empty table, the documents' text where it is
 * carried along, and `datapackage.json`.
 */
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
    files.set(fileOf(node), csv(nodeHeaders(node), cells));
  }
  for (const edge of edges) {
    const rows = [...(dataset.edges.get(edge.type) ?? [])].sort(
      (a, b) => byNaturalOrder(a.from, b.from) || byNaturalOrder(a.to, b.to),
    );
    if (rows.length === 0) continue;
    const cells = rows.map((row) => [row.from, row.to, row.printedAs ?? '', ...provenance(row)]);
    files.set(fileOf(edge), csv(edgeHeaders, cells));
  }
  for (const [id, lines] of dataset.texts ?? []) files.set(textFileOf(id), lines.join('\n'));
  files.set(packageFile, `${JSON.stringify(describeDataset([...files.keys()]), null, 2)}\n`);
  return files;
}
