import type { EdgeName, NodeName } from '../model/declaration.js';
import { type CityGraph, followed, type Link, otherEnd, typeAt } from './city-graph.js';

export interface NeighborhoodOptions {
  readonly depth: number;
  /** How many things are kept, those it starts from among them. */
  readonly limit: number;
  /** Types of links to follow; null for all. */
  readonly through: ReadonlySet<EdgeName> | null;
  /** Types of things to go to; null for all. */
  readonly types: ReadonlySet<NodeName> | null;
}

/** A thing near those that were asked about. */
export interface Neighbour {
  readonly place: number;
  /** Links between it and the nearest thing that was asked about, at least. */
  readonly distance: number;
}

export interface Neighborhood {
  /** The most relevant first. */
  readonly neighbours: readonly Neighbour[];
  /** All links among them that the question follows. */
  readonly links: readonly Link[];
  /** What the limit left out: how many things of each type, most first. */
  readonly leftOut: readonly { readonly type: NodeName; readonly count: number }[];
}

/**
 * The things around some others. Nearer ones come first, and what has a name before what has none. Then relevance
 * decides: what was asked about has a share of one, which each thing divides among all its links, so that one of a few
 * comes before one of the crowd around a hub, and what several ways lead to before what one does.
 */
export function neighborhood(
  graph: CityGraph,
  starts: readonly number[],
  { depth, limit, through, types }: NeighborhoodOptions,
): Neighborhood {
  const found: Neighbour[] = [];
  const seen = new Set<number>();
  let nearest = new Map(starts.map((place) => [place, 1]));
  for (let distance = 0; distance <= depth && nearest.size > 0; distance++) {
    // Those that were asked about stay in the order in which they were.
    const ordered = distance === 0 ? [...nearest.keys()] : mostRelevantFirst(graph, nearest);
    found.push(...ordered.map((place) => ({ place, distance })));
    for (const place of nearest.keys()) seen.add(place);
    const next = new Map<number, number>();
    for (const [place, share] of nearest)
      for (const link of followed(graph, place, through)) {
        const end = otherEnd(link, place);
        if (seen.has(end) || (types && !types.has(typeAt(graph, end)))) continue;
        next.set(end, (next.get(end) ?? 0) + share / (graph.linksAt[place]?.length ?? 1));
      }
    nearest = next;
  }
  const neighbours = found.slice(0, limit);
  return {
    neighbours,
    links: linksAmong(graph, neighbours, through),
    leftOut: countByType(graph, found.slice(limit)),
  };
}

/** Shares are compared in single precision, so that the order in which they were added up does not show. */
function mostRelevantFirst({ degrees, named }: CityGraph, shares: ReadonlyMap<number, number>): readonly number[] {
  return Array.from(shares, ([place, share]) => ({ place, share: Math.fround(share) }))
    .sort(
      (a, b) =>
        Number(named[b.place]) - Number(named[a.place]) ||
        b.share - a.share ||
        (degrees[a.place] ?? 0) - (degrees[b.place] ?? 0) ||
        a.place - b.place,
    )
    .map(({ place }) => place);
}

function linksAmong(graph: CityGraph, neighbours: readonly Neighbour[], through: ReadonlySet<EdgeName> | null) {
  const kept = new Set(neighbours.map(({ place }) => place));
  return neighbours.flatMap(({ place }) =>
    followed(graph, place, through).filter(({ from, to }) => from === place && kept.has(to)),
  );
}

function countByType(graph: CityGraph, left: readonly Neighbour[]): Neighborhood['leftOut'] {
  const counts = new Map<NodeName, number>();
  for (const { place } of left) {
    const type = typeAt(graph, place);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count);
}
