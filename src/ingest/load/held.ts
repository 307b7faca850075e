/** What the graph holds where a dataset is to be loaded. */
import type { GraphRows } from './graph-rows.js';
import type { EdgeContent, EdgeEnds, NodeContent } from './row-content.js';
import type { LoadStatements } from './statements.js';

/** A node as the graph holds it; the id is null where somebody took it away. */
export interface FoundNode extends NodeContent {
  readonly element: string;
  readonly id: string | null;
  readonly shared: boolean;
}

/** An edge as the graph holds it. */
export interface FoundEdge extends EdgeContent, EdgeEnds {
  readonly element: string;
}

/** What the graph holds of a city, and of what all cities share of its dataset. */
export interface Held {
  readonly nodes: readonly FoundNode[];
  /** Ids that the dataset has and none of these nodes, but something else in the graph. */
  readonly taken: ReadonlySet<string>;
  readonly edges: readonly FoundEdge[];
}

export type HeldStatement = 'known-nodes' | 'taken-ids' | 'known-edges';

/** Reads what the graph holds of the city of these rows; `read` runs a statement of a load. */
export async function heldOf(
  { municipality, nodes: wanted }: GraphRows,
  statements: Pick<LoadStatements, HeldStatement>,
  read: <Row extends object>(statement: string, parameters: Record<string, unknown>) => Promise<readonly Row[]>,
): Promise<Held> {
  const shared = wanted.filter((node) => node.shared).map(({ id }) => id);
  const nodes = await read<FoundNode>(statements['known-nodes'], { municipality, shared });
  const known = new Set(nodes.map(({ id }) => id));
  const ids = wanted.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const taken = (await read<{ id: string }>(statements['taken-ids'], { ids })).map(({ id }) => id);
  const edges = await read<FoundEdge>(statements['known-edges'], { municipality, taken });
  return { nodes, taken: new Set(taken), edges };
}
