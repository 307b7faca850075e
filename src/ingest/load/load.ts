import { type Connection, integer, type Transaction } from '../../database/connection.js';
import type { Progress } from '../../progress.js';
import type { Dataset } from '../dataset/dataset.js';
import { type Content, contentDigest, contentHash, type GraphEdge, type GraphRows, graphRows } from './graph-rows.js';
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
  /** Why a load that gives way left the graph as it is; null where it did not. */
  readonly kept: NewerData | null;
}

/** What may be in the graph that is newer than the default dataset. */
export type NewerData = 'another dataset' | 'an edited graph';

/** Which dataset is loaded: the one that a start of the service takes, or one whose folder somebody named. */
export type Origin = 'default' | 'named';

export interface LoadOptions {
  readonly origin: Origin;
  /**
   * Leaves the graph as it is where it holds this revision already, a dataset that somebody named, or data that was
   * changed after it had been loaded.
   */
  readonly giveWay: boolean;
}

/** What the graph says of the dataset that it holds. */
interface Loaded {
  readonly revision: string | null;
  /** Null in a graph that was loaded before origins were noted. */
  readonly origin: Origin | null;
  /** The `contentDigest` of what was loaded; null also after a migration that changed data. */
  readonly content: string | null;
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
  { origin, giveWay }: LoadOptions = { origin: 'named', giveWay: false },
): Promise<LoadResult> {
  const rows = graphRows(dataset, integer);
  return connection.write(
    async (transaction) => {
      const { municipality, revision, content } = rows;
      const [loaded] = (await transaction.run<Loaded>(statements.lock, { municipality })).rows;
      const left = (kept: NewerData | null) => ({ revision, written: 0, removed: 0, kept });
      if (giveWay && loaded?.revision === revision) return left(null);
      if (giveWay && loaded?.origin === 'named') return left('another dataset');
      const difference = await compare(transaction, statements, rows);
      if (giveWay && loaded?.content && loaded.content !== difference.content) return left('an edited graph');
      const removed = difference.removedNodes.length + difference.removedEdges.length;
      const written = difference.nodes.length + difference.edges.length;
      if (written + removed > 0) await apply(transaction, statements, difference, progress);
      // Also where only what was lost had to be written again: the graph is another one then.
      if (written + removed > 0 || loaded?.revision !== revision)
        await transaction.run(statements.revision, {
          municipality,
          revision,
          loadedAt: new Date().toISOString(),
          origin,
          content,
        });
      return { revision, written, removed, kept: null };
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
async function compare({ run }: Transaction, statements: LoadStatements, rows: GraphRows) {
  const { municipality } = rows;
  const shared = rows.nodes.filter((node) => node.shared).map(({ id }) => id);
  const found = async <Found extends Content>(statement: string, parameters: Record<string, unknown>) =>
    (await run<Found>(statement, parameters)).rows.map((row) => ({ ...row, hash: contentHash(row) }));
  const nodesFound = await found<Content & { element: string; id: string | null; shared: boolean }>(
    statements['known-nodes'],
    { municipality, shared },
  );
  const edgesFound = await found<Content & EdgeEnds>(statements['known-edges'], { municipality });
  const knownNodes = new Map(nodesFound.map(({ id, hash }) => [id, hash]));
  // Null where an edge is there more than once, which only somebody's hand can have done.
  const knownEdges = new Map<string, string | null>();
  for (const edge of edgesFound) knownEdges.set(edgeKey(edge), knownEdges.has(edgeKey(edge)) ? null : edge.hash);
  const own = nodesFound.filter((node) => !node.shared);
  const wantedNodes = new Set(rows.nodes.map(({ id }) => id));
  const wantedEdges = new Set(rows.edges.map(edgeKey));
  return {
    nodes: rows.nodes.filter(({ id, hash }) => knownNodes.get(id) !== hash),
    edges: rows.edges.filter((edge) => knownEdges.get(edgeKey(edge)) !== edge.hash),
    // By the database's own ids.
    removedNodes: own.filter(({ id }) => id === null || !wantedNodes.has(id)).map(({ element }) => element),
    removedEdges: edgesFound.filter(
      (edge) => !wantedEdges.has(edgeKey(edge)) || knownEdges.get(edgeKey(edge)) === null,
    ),
    // Of what the graph holds of the municipality.
    content: contentDigest(own, edgesFound),
  };
}

/** What differs between a dataset and the graph. */
type Difference = Awaited<ReturnType<typeof compare>>;

async function apply(
  { run }: Transaction,
  statements: LoadStatements,
  difference: Difference,
  progress: Progress,
): Promise<void> {
  const { nodes, edges, removedNodes, removedEdges } = difference;
  const steps = [
    [statements['remove-edges'], 'rows', removedEdges.map(({ from, type, to }) => ({ from, type, to }))],
    [statements['remove-nodes'], 'elements', removedNodes],
    [
      statements.nodes,
      'rows',
      nodes.map(({ id, labels, properties, search }) => ({ id, labels, properties, search: search ? [search] : [] })),
    ],
    [statements.edges, 'rows', edges.map(({ from, type, to, properties }) => ({ from, type, to, properties }))],
  ] as const;
  const bar = progress.begin('load', nodes.length + edges.length + removedNodes.length + removedEdges.length);
  let done = 0;
  try {
    for (const [statement, parameter, rows] of steps)
      for (let start = 0; start < rows.length; start += batchSize) {
        const batch = rows.slice(start, start + batchSize);
        await run(statement, { [parameter]: batch });
        done += batch.length;
        bar.reach(done);
      }
  } finally {
    bar.end();
  }
}
