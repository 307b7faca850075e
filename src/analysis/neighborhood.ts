import { groupBy } from '../group-by.js';
import type { EdgeName, NodeName } from '../model/declaration.js';
import { type CityGraph, followed, otherEnd, typeAt } from './city-graph.js';

export interface NeighborhoodOptions {
  readonly depth: number;
  /** The most things that are kept, those it starts from among them. */
  readonly limit: number;
  /** Types of links to follow; null for all. */
  readonly through: ReadonlySet<EdgeName> | null;
  /** Types of things to go to; null for all. */
  readonly types: ReadonlySet<NodeName> | null;
}

/** A thing near those that it starts from. */
export interface Neighbour {
  readonly index: number;
  /** The number of links between it and the nearest start. */
  readonly distance: number;
}

/**
 * The things around some others. Nearer ones come first, and what has a name before what has none. Then relevance
 * decides: each start has a share of one, which each thing divides among all its links, so that one of a few
 * comes before one of the crowd around a hub, and what several ways lead to before what one does.
 */
export function neighborhood(
  graph: CityGraph,
  starts: readonly number[],
  { depth, limit, through, types }: NeighborhoodOptions,
) {
  const all: Neighbour[] = [];
  const seen = new Set<number>();
  let nearest = new Map(starts.map((index) => [index, 1]));
  for (let distance = 0; distance <= depth && nearest.size > 0; distance++) {
    // The starts stay in the order in which they are given.
    const ordered = distance === 0 ? [...nearest.keys()] : mostRelevantFirst(graph, nearest);
    all.push(...ordered.map((index) => ({ index, distance })));
    for (const index of nearest.keys()) seen.add(index);
    const next = new Map<number, number>();
    for (const [index, share] of nearest)
      for (const link of followed(graph, index, through)) {
        const end = otherEnd(link, index);
        if (seen.has(end) || (types && !types.has(typeAt(graph, end)))) continue;
        next.set(end, (next.get(end) ?? 0) + share / (graph.linksAt[index]?.length ?? 1));
      }
    nearest = next;
  }
  const neighbours = all.slice(0, limit);
  return {
    neighbours,
    /** All links among them that the question follows. */
    links: linksAmong(graph, neighbours, through),
    /** What the limit left out: how many things of each type, most first. */
    leftOut: countByType(graph, all.slice(limit)),
  };
}

/** Shares are compared in single precision, so that the order in which they were added up does not show. */
function mostRelevantFirst({ degrees, named }: CityGraph, shares: ReadonlyMap<number, number>): readonly number[] {
  return Array.from(shares, ([index, share]) => ({ index, share: Math.fround(share) }))
    .sort(
      (a, b) =>
        Number(named[b.index]) - Number(named[a.index]) ||
        b.share - a.share ||
        (degrees[a.index] ?? 0) - (degrees[b.index] ?? 0) ||
        a.index - b.index,
    )
    .map(({ index }) => index);
}

function linksAmong(graph: CityGraph, neighbours: readonly Neighbour[], through: ReadonlySet<EdgeName> | null) {
  const kept = new Set(neighbours.map(({ index }) => index));
  return neighbours.flatMap(({ index }) =>
    followed(graph, index, through).filter(({ from, to }) => from === index && kept.has(to)),
  );
}

const countByType = (graph: CityGraph, left: readonly Neighbour[]) =>
  [...groupBy(left, ({ index }) => typeAt(graph, index))]
    .map(([type, { length: count }]) => ({ type, count }))
    .sort((a, b) => b.count - a.count);
