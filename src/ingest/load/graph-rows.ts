/** A dataset as what stands for it in the graph. */
import { derivedEdges, edges, nodes } from '../../model/model.js';
import { once } from '../../once.js';
import type { Dataset } from '../dataset/dataset.js';
import { derivedEdgesOf } from './derived-edges.js';
import { derivedProperties } from './derived-properties.js';
import { GraphEdge, GraphNode, type Integer, type KnownOf } from './graph-row.js';
import { presenceIn } from './presence.js';
import { contentDigest, rowLines } from './row-content.js';
import { printedNames } from './search-properties.js';

export type GraphRows = ReturnType<typeof graphRows>;

/**
 * A dataset as the nodes and edges that stand for it in the graph, with a digest of them, the `revision`, which two datasets
 * of the same content share, one of what belongs to the municipality alone, the `content`, and the lines that this is of.
 * What a row consists of is worked out when it is asked for, which a load does while the database writes the rows before.
 */
export function graphRows(dataset: Dataset, integer: Integer) {
  const municipality = String(dataset.nodes.get('Municipality')?.[0]?.values.key ?? '');
  const city = { municipality, integer, knownOf: knownIn(dataset) };
  const graphNodes = nodes.flatMap((node) =>
    (dataset.nodes.get(node.name) ?? []).map((row) => new GraphNode(node, row, city)),
  );
  const rowsOfEdges = new Map([...dataset.edges, ...derivedEdgesOf(dataset)]);
  const graphEdges = [...edges, ...derivedEdges].flatMap(({ type }) =>
    (rowsOfEdges.get(type) ?? []).map((row) => new GraphEdge(type, row, municipality)),
  );
  const own = graphNodes.filter(({ shared }) => !shared);
  const lines = once(() => rowLines(own, graphEdges));
  const revision = once(() => contentDigest(rowLines(graphNodes, graphEdges)));
  const content = once(() => contentDigest(lines()));
  return { municipality, nodes: graphNodes, edges: graphEdges, revision, content, lines };
}

function knownIn(dataset: Dataset): KnownOf {
  const names = once(() => printedNames(dataset));
  const presenceOf = once(() => presenceIn(dataset));
  const derived = once(() => derivedProperties(dataset));
  return (node, row) => ({
    properties: { ...presenceOf()(node, row), ...derived().get(row.id) },
    printed: names().get(row.id) ?? [],
    text: node.name === 'SourceDocument' ? dataset.texts?.get(row.id) : undefined,
  });
}
