import type { Dataset, EdgeRow, NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { compare, edgeKey } from '../../../src/ingest/load/difference.js';
import { graphRows } from '../../../src/ingest/load/graph-rows.js';
import type { Held } from '../../../src/ingest/load/held.js';

/** A dataset of the folder. */
export const datasetOf = async (folder: string): Promise<Dataset> => withoutPlaces((await readDataset(folder)).dataset);

/** What a graph that holds a dataset answers to the loader. */
export function contentsOf(dataset: Dataset): Held {
  const { nodes, edges } = graphRows(dataset, (value) => value);
  return {
    nodes: nodes.map((node) => {
      const { id, labels, shared } = node;
      const { stored, search } = node.content();
      return { element: id, id, labels, shared, properties: stored, search };
    }),
    taken: new Set(),
    edges: edges.map((edge) => {
      const { from, type, to } = edge;
      return { element: edgeKey(edge), from, type, to, ...edge.content() };
    }),
  };
}

/** What loading a dataset changes in a graph that holds another. */
export const differenceFrom = (before: Dataset, after: Dataset) =>
  compare(
    graphRows(after, (value) => value),
    contentsOf(before),
  );

/** The dataset with other rows in some of its tables, named by node or edge type; null for a table that is not there. */
export function withTables(
  dataset: Dataset,
  change: (type: string, rows: readonly (NodeRow | EdgeRow)[]) => readonly (NodeRow | EdgeRow)[] | null,
): Dataset {
  const changed = <Type extends string, Row extends NodeRow | EdgeRow>(tables: ReadonlyMap<Type, readonly Row[]>) =>
    new Map(
      [...tables].flatMap(([type, rows]) => {
        const others = change(type, rows) as readonly Row[] | null;
        return others ? [[type, others] as const] : [];
      }),
    );
  return { nodes: changed(dataset.nodes), edges: changed(dataset.edges) };
}
