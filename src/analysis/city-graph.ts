import type { EdgeName, NodeName, Step } from '../model/declaration.js';
import { nodeNamed } from '../model/model.js';

/** A link of the graph; its ends are indexes in the lists of things. */
export interface Link {
  readonly from: number;
  readonly type: EdgeName;
  readonly to: number;
}

/** The thing at the other end of a link. */
export const otherEnd = ({ from, to }: Link, end: number): number => (from === end ? to : from);

/**
 * What is joined to what in one city or a few, without what is said of it: small enough to be kept in memory, so that
 * questions about connections need not go through the database step by step. Things are numbered in natural order.
 */
export interface CityGraph {
  readonly ids: readonly string[];
  /** Type of each thing. */
  readonly types: readonly NodeName[];
  readonly links: readonly Link[];
  /** The links at each thing, in both directions. */
  readonly linksAt: readonly (readonly Link[])[];
  /** Which things have a name: measures, departments, goals, but not changes or grades. */
  readonly named: readonly boolean[];
  /** How many links lead from each to a named thing. */
  readonly degrees: readonly number[];
  /** The index of a thing in the lists; undefined where the graph does not have it. */
  indexOf(id: string): number | undefined;
}

/** The ids of one type, in natural order. */
export interface ThingsOfType {
  readonly type: NodeName;
  readonly ids: readonly string[];
}

/** The ends of the links of one type, in parallel lists. */
export interface LinksOfType {
  readonly type: EdgeName;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Puts a graph together. A link with an end that is not there, because the view does not show it, is left out. */
export function cityGraph(things: readonly ThingsOfType[], linked: readonly LinksOfType[]): CityGraph {
  const ids = things.flatMap((group) => group.ids);
  const types = things.flatMap((group) => group.ids.map(() => group.type));
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const links = linked.flatMap(({ type, from, to }) =>
    from.flatMap((id, position): Link[] => {
      const [start, end] = [indexes.get(id), indexes.get(to[position] ?? '')];
      return start === undefined || end === undefined ? [] : [{ from: start, type, to: end }];
    }),
  );
  // The database gives links in any order; answers are to have one.
  links.sort((a, b) => a.from - b.from || a.to - b.to || (a.type < b.type ? -1 : 1));
  const linksAt = ids.map((): Link[] => []);
  for (const link of links) {
    linksAt[link.from]?.push(link);
    linksAt[link.to]?.push(link);
  }
  const named = types.map((type) => nodeNamed(type).entity);
  const degrees = linksAt.map((at, index) => at.filter((link) => named[otherEnd(link, index)]).length);
  return { ids, types, links, linksAt, named, degrees, indexOf: (id) => indexes.get(id) };
}

/** The type of a thing of the graph. */
export function typeAt({ types }: CityGraph, index: number): NodeName {
  const type = types[index];
  if (type === undefined) throw new Error(`expected the index of a thing of the graph, but got: ${index}`);
  return type;
}

/** The links at a thing that a question follows; all where it names no types. */
export function followed(graph: CityGraph, index: number, through: ReadonlySet<EdgeName> | null): readonly Link[] {
  const at = graph.linksAt[index] ?? [];
  return through ? at.filter(({ type }) => through.has(type)) : at;
}

/** Where a path leads from a thing, and the links on all the ways there. */
export function endsOf(graph: CityGraph, start: number, path: readonly Step[]): ReadonlyMap<number, readonly Link[]> {
  let reached = new Map<number, readonly Link[]>([[start, []]]);
  for (const { edge, direction } of path) {
    const next = new Map<number, readonly Link[]>();
    for (const [index, before] of reached)
      for (const link of followed(graph, index, new Set([edge]))) {
        if ((direction === 'out' ? link.from : link.to) !== index) continue;
        const end = otherEnd(link, index);
        next.set(end, [...new Set([...(next.get(end) ?? []), ...before, link])]);
      }
    reached = next;
  }
  return reached;
}

/** The way back along a path. */
export const backwards = (path: readonly Step[]): readonly Step[] =>
  path.toReversed().map(({ edge, direction }) => ({ edge, direction: direction === 'out' ? 'in' : 'out' }));
