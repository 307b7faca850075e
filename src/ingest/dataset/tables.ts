/** The tables of a dataset with their declarations, and what is known of them while they are checked. */
import { edges, nodes } from '../../model/model.js';
import type { SharedThings } from './dataset.js';
import type { LocatedDataset } from './located-dataset.js';
import type { Problems } from './problems.js';
import { fileOf } from './table.js';

/** Tables with their rows, and how what is wrong with a row is noted. */
export type Tables = ReturnType<typeof tablesIn>;

export function tablesIn(dataset: LocatedDataset, shared: SharedThings, problems: Problems) {
  const ofNodes = nodes.map((node) => {
    const file = fileOf(node);
    return { node, file, rows: dataset.nodes.get(node.name) ?? [], report: problems.in(file) };
  });
  const ofEdges = edges.map((edge) => {
    const file = fileOf(edge);
    return { edge, file, rows: dataset.edges.get(edge.type) ?? [], report: problems.in(file) };
  });
  return {
    dataset,
    shared,
    problems,
    ofNodes,
    ofEdges,
    /** Tables that have a header alone, which is no problem before somebody refers to them. */
    empty: new Set([
      ...ofNodes
        .filter(({ node, rows }) => dataset.nodes.has(node.name) && !shared.has(node.name) && rows.length === 0)
        .map(({ file }) => file),
      ...ofEdges.filter(({ edge, rows }) => dataset.edges.has(edge.type) && rows.length === 0).map(({ file }) => file),
    ]),
    /** Of tables, how many rows have an id that cannot be read or is that of another, so that nobody knows what refers to them. */
    lostIds: new Map(
      ofNodes.map(({ file, rows }) => {
        const known = new Set(rows.map(({ row }) => row.id).filter((id) => id !== ''));
        return [file, rows.length - known.size];
      }),
    ),
    /** Of tables of edges, how many rows have an end that is wrong, which was reported. */
    wrongLinks: new Map<string, number>(),
    /** Tables that are not in the dataset, which is no problem before somebody refers to them. */
    missing: new Set([
      ...nodes.filter(({ name }) => !dataset.nodes.has(name) && !shared.has(name)).map(fileOf),
      ...edges.filter(({ type }) => !dataset.edges.has(type)).map(fileOf),
    ]),
    unreadable: dataset.unreadable ?? new Set<string>(),
  };
}
