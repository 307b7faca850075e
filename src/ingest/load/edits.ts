/** What somebody changed by hand since the last load, as far as a load replaces it. */

import { type Difference, edgeKey, edgeLabel, fileOfEdge, fileOfNode, nodeLabel } from './difference.js';
import { type Properties, rowLines } from './row-content.js';

/** How many edits are named before the rest is only counted. */
const shown = 20;
/** The most characters of a value that are repeated. */
const quoted = 40;

/** What stood in the graph and is replaced, one line each; `loaded` are the lines of the rows of the last load. */
export function editsByHand(
  { nodes, edges, removedNodes, removedEdges, held }: Difference,
  loaded: readonly string[],
): readonly string[] {
  // Of a graph that was loaded before lines were kept, nobody knows.
  if (loaded.length === 0) return [];
  const lines = new Set(loaded);
  // A line is what a row is known by, and its digest.
  const known = new Set(loaded.map((line) => line.replace(/ \S+$/, '')));
  const isEdited = (line: string | undefined) => line !== undefined && !lines.has(line);
  const nodesById = new Map(held.nodes.map((node) => [node.id, node]));
  const edgesByKey = new Map(held.edges.map((edge) => [edgeKey(edge), edge]));
  const edits: string[] = [];
  for (const node of nodes) {
    const { id, labels } = node;
    const now = nodesById.get(id);
    if (now ? !isEdited(rowLines([now], [])[0]) : !known.has(id)) continue;
    const { stored, search } = node.content();
    const name = `${fileOfNode(labels)} ${nodeLabel(id, now?.properties.name ?? stored.name)}`;
    const isSameSearch = JSON.stringify(sorted(now?.search ?? null)) === JSON.stringify(sorted(search));
    const other = isSameSearch ? 'label' : 'search';
    const changes = now ? changesBetween(now.properties, stored).join(', ') || other : deleted;
    edits.push(`${name}: ${changes}`);
  }
  for (const edge of edges) {
    const now = edgesByKey.get(edgeKey(edge));
    if (now ? !isEdited(rowLines([], [now])[0]) : !known.has(edgeKey(edge))) continue;
    const changes = now ? changesBetween(now.properties, edge.content().properties).join(', ') : deleted;
    edits.push(`${fileOfEdge(edge.type)} ${edgeLabel(edge)}: ${changes}`);
  }
  for (const node of removedNodes)
    if (isEdited(rowLines([node], [])[0]))
      edits.push(`${fileOfNode(node.labels)} ${nodeLabel(node.id, node.properties.name)}: ${added}`);
  for (const edge of removedEdges)
    if (isEdited(rowLines([], [edge])[0])) edits.push(`${fileOfEdge(edge.type)} ${edgeLabel(edge)}: ${added}`);
  return edits;
}

const deleted = '手で削除 deleted by hand';
const added = '手で追加または変更 added or changed by hand';

/** Edits as a person reads them, a line each, below a heading. */
export function describeEdits(heading: string, edits: readonly string[]): readonly string[] {
  const more = edits.length > shown ? [`  … ${edits.length - shown}`] : [];
  return edits.length === 0 ? [] : [heading, ...edits.slice(0, shown).map((edit) => `  ${edit}`), ...more];
}

const sorted = (properties: Properties | null) => Object.entries(properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

/** `name 手で直した名称 → 里山の手入れ` for each property that differs. */
function changesBetween(before: Properties, after: Properties): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${name} ${shortened(before[name])} → ${shortened(after[name])}`);
}

function shortened(value: unknown): string {
  const text = value === undefined ? '―' : Array.isArray(value) ? value.join('|') : String(value);
  return text.length > quoted ? `${text.slice(0, quoted)}…` : text;
}
