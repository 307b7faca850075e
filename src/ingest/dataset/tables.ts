/** The tables of a dataset with their declarations, and what is known of them while they are checked. */
import { edges, nodes } from '../../model/model.js';
import type { SharedThings } from './dataset.js';
import type { LocatedDataset } from './located-dataset.js';
import type { Problems } from './problems.js';
import { fileOf } from './table.js';

/** Tables with their rows, and how what is wrong with a row is noted. */
export type Tables = ReturnType<typeof tablesIn>;

export function tablesIn(dataset: LocatedDataset, shared: SharedThings, problems: Problems) {
  return {
    dataset,
    shared,
    problems,
    ofNodes: nodes.map((node) => {
      const file = fileOf(node);
      return { node, file, rows: dataset.nodes.get(node.name) ?? [], report: problems.in(file) };
    }),
    ofEdges: edges.map((edge) => {
      const file = fileOf(edge);
      return { edge, file, rows: dataset.edges.get(edge.type) ?? [], report: problems.in(file) };
    }),
    /** Tables that are not in the dataset, which is no problem before somebody refers to them. */
    missing: new Set([
      ...nodes.filter(({ name }) => !dataset.nodes.has(name) && !shared.has(name)).map(fileOf),
      ...edges.filter(({ type }) => !dataset.edges.has(type)).map(fileOf),
    ]),
    unreadable: dataset.unreadable ?? new Set<string>(),
  };
}
