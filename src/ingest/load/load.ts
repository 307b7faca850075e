import { type Connection, integer, type Transaction } from '../../database/connection.js';
import type { Progress } from '../../progress.js';
import type { Dataset } from '../dataset/dataset.js';
import { type Content, contentHash, type GraphEdge, type GraphNode, type GraphRows, graphRows } from './graph-rows.js';
import type { LoadStatements } from './statements.js';

/** Rows per statement: large enough to be quick, small enough to show progress and to stay within a transaction's memory. */
const batchSize = 500;
/** A city is a few thousand rows; this is for slow disks. */
const timeout = 10 * 60_000;

export interface LoadResult {
  readonly revision: string;
  /** How many nodes and edges were written or removed; all zero where the graph held this dataset already. */
  readonly written: number;
  readonly removed: number;
}

/** What differs between a dataset and the graph. */
interface Difference {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** By the database's own ids. */
  readonly removedNodes: readonly string[];
  readonly removedEdges: readonly EdgeEnds[];
}

/**
 * Makes the graph hold exactly this dataset of its municipality; other municipalities stay untouched. Only what differs
 * is written. Everything happens in one transaction, batch by batch, the revision last, so a load that ends early leaves
 * the graph as it was. A statement that runs while Neo4j makes the commit visible can see parts of both graphs; who must
 * know compares the revision before and after.
 */
export async function load(
  connection: Connection,
  dataset: Dataset,
  statements: LoadStatements,
  progress: Progress,
): Promise<LoadResult> {
  const rows = graphRows(dataset, integer);
  return connection.write(
    async (transaction) => {
      const { municipality, revision } = rows;
      const locked = await transaction.run<{ revision: string | null }>(statements.lock, { municipality });
      const difference = await compare(transaction, statements, rows);
      const removed = difference.removedNodes.length + difference.removedEdges.length;
      const written = difference.nodes.length + difference.edges.length;
      if (written + removed > 0) await apply(transaction, statements, difference, progress);
      // Also where only what was lost had to be written again: the graph is another one then.
      if (written + removed > 0 || locked.rows[0]?.revision !== revision)
        await transaction.run(statements.revision, { municipality, revision, loadedAt: new Date().toISOString() });
      return { revision, written, removed };
    },
    { timeout },
  );
}

type EdgeEnds = Pick<GraphEdge, 'from' | 'type' | 'to'>;
const edgeKey = ({ from, type, to }: EdgeEnds) => `${from} ${type} ${to}`;

/**
 * Compares what the graph holds with what it shall hold, property by property, so that also what somebody changed by
 * hand is written again: all but the label and the properties that it is found by (`Node`, `municipality`).
 */
async function compare({ run }: Transaction, statements: LoadStatements, rows: GraphRows): Promise<Difference> {
  const { municipality } = rows;
  const shared = rows.nodes.filter((node) => node.shared).map(({ id }) => id);
  const nodesFound = await run<Content & { element: string; id: string | null; shared: boolean }>(
    statements.knownNodes,
    {
      municipality,
      shared,
    },
  );
  const knownNodes = new Map(nodesFound.rows.map((node) => [node.id, contentHash(node)]));
  const edgesFound = await run<Content & EdgeEnds>(statements.knownEdges, { municipality });
  // Null where an edge is there more than once, which only somebody's hand can have done.
  const knownEdges = new Map<string, string | null>();
  for (const edge of edgesFound.rows)
    knownEdges.set(edgeKey(edge), knownEdges.has(edgeKey(edge)) ? null : contentHash(edge));
  const wantedNodes = new Set(rows.nodes.map(({ id }) => id));
  const wantedEdges = new Set(rows.edges.map(edgeKey));
  return {
    nodes: rows.nodes.filter(({ id, hash }) => knownNodes.get(id) !== hash),
    edges: rows.edges.filter((edge) => knownEdges.get(edgeKey(edge)) !== edge.hash),
    removedNodes: nodesFound.rows
      .filter(({ id, shared }) => !shared && (id === null || !wantedNodes.has(id)))
      .map(({ element }) => element),
    removedEdges: edgesFound.rows.filter(
      (edge) => !wantedEdges.has(edgeKey(edge)) || knownEdges.get(edgeKey(edge)) === null,
    ),
  };
}

async function apply(
  { run }: Transaction,
  statements: LoadStatements,
  difference: Difference,
  progress: Progress,
): Promise<void> {
  const { nodes, edges, removedNodes, removedEdges } = difference;
  const bar = progress.begin('load', nodes.length + edges.length + removedNodes.length + removedEdges.length);
  let done = 0;
  const inBatches = async <Row>(
    rows: readonly Row[],
    statement: string,
    parameters: (batch: readonly Row[]) => Record<string, unknown>,
  ) => {
    for (let start = 0; start < rows.length; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      await run(statement, parameters(batch));
      done += batch.length;
      bar.reach(done);
    }
  };
  try {
    await inBatches(removedEdges, statements.removeEdges, (batch) => ({
      rows: batch.map(({ from, type, to }) => ({ from, type, to })),
    }));
    await inBatches(removedNodes, statements.removeNodes, (elements) => ({ elements }));
    await inBatches(nodes, statements.nodes, (batch) => ({
      rows: batch.map(({ id, labels, properties, search }) => ({
        id,
        labels,
        properties,
        search: search ? [search] : [],
      })),
    }));
    await inBatches(edges, statements.edges, (batch) => ({
      rows: batch.map(({ from, type, to, properties }) => ({ from, type, to, properties })),
    }));
  } finally {
    bar.end();
  }
}
