/** What a load writes, statement by statement. */
import type { Parameters } from '../../database/connection.js';
import { groupBy } from '../../group-by.js';
import type { Difference } from './difference.js';
import type { GraphEdge, GraphNode } from './graph-row.js';
import type { LoadStatements } from './statements.js';

/** Rows that one statement writes, batch by batch. */
export interface Step {
  readonly statement: string;
  /** How many rows there are. */
  readonly count: number;
  /** What the statement is given for the rows from one on and before another, worked out when it is asked for. */
  readonly parameters: (start: number, end: number) => Parameters;
}

/** The steps that make the graph hold what the dataset says, in their order. */
export function stepsOf(
  { nodes, isToCreate, edges, elementOf, removedNodes, removedEdges }: Difference,
  statements: LoadStatements,
): readonly Step[] {
  const [created, merged] = parted(nodes, isToCreate);
  const [named, unnamed] = parted(created, ({ labels }) => labels.includes('Entity'));
  const [changedEdges, createdEdges] = parted(edges, (edge) => elementOf(edge) !== null);
  // By the database's own ids: somebody may have taken the id of a node away.
  const elements = (rows: readonly { readonly element: string }[]) => ({ elements: rows.map((row) => row.element) });
  const changes = (rows: readonly GraphEdge[]) => ({
    rows: rows.map((edge) => ({ element: elementOf(edge), ...edge.content() })),
  });
  return [
    stepOf(statements['remove-edges'], removedEdges, elements),
    stepOf(statements['remove-nodes'], removedNodes, elements),
    // What has a name takes longest to work out: meanwhile the database writes what has none.
    stepOf(statements['create-nodes'], [...unnamed, ...named], nodesToCreate),
    stepOf(statements['merge-nodes'], merged, nodesToMerge),
    stepOf(statements['create-edges'], createdEdges, edgesToCreate),
    stepOf(statements['change-edges'], changedEdges, changes),
  ];
}

const stepOf = <Row>(
  statement: string,
  rows: readonly Row[],
  parametersOf: (batch: readonly Row[]) => Parameters,
): Step => ({
  statement,
  count: rows.length,
  parameters: (start, end) => parametersOf(rows.slice(start, end)),
});

function nodesToCreate(nodes: readonly GraphNode[]): Parameters {
  const contents = nodes.map((node) => ({ labels: node.labels, ...node.content() }));
  const groups = [...groupBy(contents, ({ labels }) => labels)];
  return {
    groups: groups.map(([labels, group]) => ({ labels, nodes: group.map(({ properties }) => properties) })),
    entries: contents.flatMap(({ search }) => (search ? [search] : [])),
  };
}

const nodesToMerge = (nodes: readonly GraphNode[]): Parameters => ({
  rows: nodes.map((node) => {
    const { properties, search } = node.content();
    return { id: node.id, labels: node.labels, properties, search: search ? [search] : [] };
  }),
});

const edgesToCreate = (edges: readonly GraphEdge[]): Parameters => ({
  rows: edges.map((edge) => ({ from: edge.from, type: edge.type, to: edge.to, ...edge.content() })),
});

/** Those of which something is true, and the others. */
function parted<Row>(rows: readonly Row[], isFirst: (row: Row) => boolean): readonly [Row[], Row[]] {
  const parts: [Row[], Row[]] = [[], []];
  for (const row of rows) parts[isFirst(row) ? 0 : 1].push(row);
  return parts;
}
