/** Edges that follow from others of the dataset (`derivedEdgeTypes` in the model), worked out when it is loaded. */
import type { EdgeName, NodeName, RepeatedEdgeType } from '../../model/declaration.js';
import { derivedEdges, nodeNamed } from '../../model/model.js';
import type { Dataset, EdgeRow } from '../dataset/dataset.js';
import { type Ends, endsBy } from './link-ends.js';
import { linksOfYears } from './links-of-years.js';

/** They have no sources: those of the edges from which they follow say where it was read. */
const unstated = { printedAs: null, stages: [], effective: true, sources: [] };

/** The derived edges of a dataset, by type. */
export const derivedEdgesOf = (dataset: Dataset): ReadonlyMap<EdgeName, readonly EdgeRow[]> =>
  new Map(
    derivedEdges.flatMap(({ type, from, derivation }) => {
      if (!derivation) return [];
      const links =
        derivation.kind === 'repeated'
          ? repeatedLinks(dataset, nodeNamed(from).name, derivation)
          : linksOfYears(dataset, derivation);
      return [[type, links.map(([start, end]): EdgeRow => ({ from: start, to: end, ...unstated }))] as const];
    }),
  );

function repeatedLinks(
  dataset: Dataset,
  type: NodeName,
  { of, directions, itself }: RepeatedEdgeType,
): readonly (readonly [from: string, to: string])[] {
  const rows = dataset.edges.get(of) ?? [];
  const steps = directions.map((direction) => endsBy(rows, direction));
  return (dataset.nodes.get(type) ?? []).flatMap(({ id }) => {
    const reached = new Set(steps.flatMap((next) => [...reachedFrom(id, next)]));
    if (itself) reached.add(id);
    else reached.delete(id);
    return [...reached].map((to) => [id, to] as const);
  });
}

/** All that lies one step or more from a thing. */
function reachedFrom(start: string, next: Ends): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const end of next.get(id) ?? [])
      if (!reached.has(end)) {
        reached.add(end);
        open.push(end);
      }
  return reached;
}
