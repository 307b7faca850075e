import type { Connection } from '../../../src/database/connection.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { graphRows } from '../../../src/ingest/load/graph-rows.js';

/** Everything in the graph that a load writes, one line per node and edge, sorted; but for the time of the load. */
export async function dump(connection: Connection): Promise<readonly string[]> {
  const nodes = await connection.read<{ line: object }>(
    `MATCH (n) WHERE n:Node OR n:Dataset OR n:SearchEntry
     RETURN {labels: labels(n), properties: properties(n)} AS line`,
    {},
    { timeout: 60_000 },
  );
  const edges = await connection.read<{ line: object }>(
    `MATCH (from:Node)-[r]->(to:Node)
     RETURN {from: from.id, type: type(r), to: to.id, properties: properties(r)} AS line`,
    {},
    { timeout: 60_000 },
  );
  return [...nodes, ...edges].map(({ line }) => canonical(line)).sort();
}

/** JSON with sorted keys. Labels have no order, and the time of a load differs from one to the next. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part) => {
    if (key === 'loadedAt') return undefined;
    if (key === 'labels') return [...(part as string[])].sort();
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** What a reader sees: the revision that the graph claims to be of one city, and all that it holds. */
export interface Sight {
  readonly revision: string | null;
  readonly content: string;
}

/** One look at the graph in a single statement, as a query of the API would take it. */
export async function look(connection: Connection, municipality: string): Promise<Sight> {
  const [row] = await connection.read<{ revision: string | null; nodes: object[]; edges: object[] }>(
    `OPTIONAL MATCH (d:Dataset {municipality: $municipality})
     CALL () {
       MATCH (n:Node) OPTIONAL MATCH (entry:SearchEntry {id: n.id})
       RETURN collect({labels: labels(n), properties: properties(n), search: properties(entry)}) AS nodes
     }
     CALL () {
       MATCH (a:Node)-[r]->(b:Node)
       RETURN collect({from: a.id, type: type(r), to: b.id, properties: properties(r)}) AS edges
     }
     RETURN d.revision AS revision, nodes, edges`,
    { municipality },
    { timeout: 60_000 },
  );
  return sight(row?.revision ?? null, row?.nodes ?? [], row?.edges ?? []);
}

/** What `look` must see when exactly this dataset is in the graph. */
export function expectedSight(dataset: Dataset): Sight {
  const { nodes, edges, revision } = graphRows(dataset, (value) => value);
  return sight(
    revision(),
    nodes.map((node) => {
      const { properties, search } = node.content();
      return { labels: node.labels, properties, search };
    }),
    edges.map((edge) => ({ from: edge.from, type: edge.type, to: edge.to, ...edge.content() })),
  );
}

function sight(revision: string | null, nodes: readonly object[], edges: readonly object[]): Sight {
  return { revision, content: [...nodes, ...edges].map(canonical).sort().join('\n') };
}
