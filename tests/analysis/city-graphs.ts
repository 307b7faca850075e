import fc from 'fast-check';
import { type CityGraph, cityGraph, otherEnd } from '../../src/analysis/city-graph.js';
import type { EdgeName, NodeName } from '../../src/model/declaration.js';

/** A link as a test writes it down: from, type, to. */
export type Written = readonly [from: string, type: EdgeName, to: string];

/** A graph of things written as "Type:name", in the order in which types and links mention them. */
export function graphOf(links: readonly Written[], alone: readonly string[] = []): CityGraph {
  const ids = [...new Set([...links.flatMap(([from, , to]) => [from, to]), ...alone])];
  const types = [...new Set(ids.map((id) => id.split(':')[0] as NodeName))];
  return cityGraph(
    types.map((type) => ({ type, ids: ids.filter((id) => id.startsWith(`${type}:`)) })),
    links.map(([from, type, to]) => ({ type, from: [from], to: [to] })),
  );
}

/** Where a thing that a test wrote down stands. */
export function placeIn(graph: CityGraph, id: string): number {
  const place = graph.indexOf(id);
  if (place === undefined) throw new Error(`expected ${id} in the graph`);
  return place;
}

const ids = ['Measure:a', 'Measure:b', 'ReformSheet:c', 'Department:d', 'Department:e', 'PolicyItem:f', 'Change:g'];
const link = fc.tuple(
  fc.constantFrom(...ids),
  fc.constantFrom<EdgeName[]>('OWNED_BY', 'LED_BY', 'PART_OF', 'CHANGES'),
  fc.constantFrom(...ids),
);

/** Any small graph, and two things of it. */
export const anyGraph = fc
  .array(link, { maxLength: 14 })
  .map((links) => links.filter(([from, , to]) => from !== to))
  .map((links) => graphOf([...new Map(links.map((each) => [each.join(), each])).values()], ids));

export const anyPlace = fc.nat(ids.length - 1);

/** The distance of everything from somewhere, worked out link by link. */
export function distancesFrom(graph: CityGraph, start: number): ReadonlyMap<number, number> {
  const distances = new Map([[start, 0]]);
  for (const [place, distance] of distances)
    for (const each of graph.linksAt[place] ?? []) {
      const end = otherEnd(each, place);
      if (!distances.has(end)) distances.set(end, distance + 1);
    }
  return distances;
}
