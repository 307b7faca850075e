import type { EdgeName, NodeName } from '../model/declaration.js';
import { type CityGraph, followed, type Link, otherEnd, typeAt } from './city-graph.js';
import { Heap } from './heap.js';

/** A way from one thing to another: the things in order, and the links between them, one less. */
export interface GraphPath {
  readonly things: readonly number[];
  readonly links: readonly Link[];
  /** One divided by the degrees of all things between the ends: the fewer others they lead to, the more a path says. */
  readonly specificity: number;
}

export interface PathOptions {
  readonly maxLength: number;
  readonly limit: number;
  /** Types of links to follow; null for all. */
  readonly through: ReadonlySet<EdgeName> | null;
  /** Types of things that a path does not lead through, though it can begin or end there. */
  readonly around?: ReadonlySet<NodeName>;
  /** Steps that may be tried before the search gives up. */
  readonly effort: number;
}

/** Why there may be more than what was found: the limit was reached, the effort was, or all are longer. */
export type Cut = 'LIMIT' | 'EFFORT' | 'LENGTH';

export interface PathResult {
  readonly paths: readonly GraphPath[];
  readonly cut: Cut | null;
  /** Length of the shortest path of any length; null where nothing joins the two. */
  readonly distance: number | null;
}

/** A path on its way: its last thing, and what came before. */
interface Step {
  readonly thing: number;
  readonly length: number;
  readonly cost: number;
  /** The least that the whole path can cost. */
  readonly least: number;
  readonly link: Link | null;
  readonly before: Step | null;
}

/**
 * The paths between two things that visit nothing twice: the shortest first, and among equals the most specific. For each
 * length the cheapest way on from everywhere is computed backwards first, so that the search goes straight ahead.
 */
export function shortestPaths(graph: CityGraph, from: number, to: number, options: PathOptions): PathResult {
  const { maxLength, limit } = options;
  if (from === to) return { paths: [{ things: [from], links: [], specificity: 1 }], cut: null, distance: 0 };
  const distance = distanceBetween(graph, from, to, options);
  if (distance === null) return { paths: [], cut: null, distance };
  if (distance > maxLength) return { paths: [], cut: 'LENGTH', distance };

  const costs = graph.degrees.map(costOfPassing);
  const onward = cheapestOnward(graph, to, costs, options);
  const paths: GraphPath[] = [];
  let effort = 0;
  for (let length = distance; length <= maxLength; length++) {
    const heap = new Heap<Step>(inOrder);
    const start = onward[length]?.[from] ?? Infinity;
    if (start < Infinity) heap.push({ thing: from, length: 0, cost: 0, least: start, link: null, before: null });
    for (let step = heap.pop(); step; step = heap.pop()) {
      if (step.thing === to) {
        if (paths.length === limit) return { paths, cut: 'LIMIT', distance };
        paths.push(pathTo(step, graph));
        continue;
      }
      if (++effort > options.effort) return { paths, cut: 'EFFORT', distance };
      for (const link of onwardFrom(graph, step.thing, from, options)) {
        const thing = otherEnd(link, step.thing);
        const rest = onward[length - step.length - 1]?.[thing] ?? Infinity;
        if (rest === Infinity || wasVisited(step, thing)) continue;
        const cost = step.cost + (thing === to ? 0 : (costs[thing] ?? 0));
        heap.push({ thing, length: step.length + 1, cost, least: cost + rest, link, before: step });
      }
    }
  }
  return { paths, cut: null, distance };
}

/** Whole numbers, so that sums do not depend on their order. */
const costOfPassing = (degree: number): number => Math.round(Math.log(Math.max(1, degree)) * 1e6);

/** Cheaper first, then those nearer to their end, then by natural order. */
const inOrder = (a: Step, b: Step): number => a.least - b.least || b.length - a.length || inNaturalOrder(a, b);

function inNaturalOrder(a: Step, b: Step): number {
  if (a === b || !a.before || !b.before) return 0;
  return inNaturalOrder(a.before, b.before) || a.thing - b.thing || byText(a.link?.type ?? '', b.link?.type ?? '');
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The links by which a path goes on from a thing: none where it would lead through what it must not. */
const onwardFrom = (graph: CityGraph, thing: number, from: number, { through, around }: PathOptions) =>
  thing !== from && around?.has(typeAt(graph, thing)) ? [] : followed(graph, thing, through);

/** How many links lie between two things at least; null where nothing joins them. */
function distanceBetween(graph: CityGraph, from: number, to: number, options: PathOptions): number | null {
  const seen = new Set([from]);
  let frontier = [from];
  for (let distance = 1; frontier.length > 0; distance++) {
    const next: number[] = [];
    for (const thing of frontier)
      for (const link of onwardFrom(graph, thing, from, options)) {
        const end = otherEnd(link, thing);
        if (end === to) return distance;
        if (!seen.has(end)) next.push(end);
        seen.add(end);
      }
    frontier = next;
  }
  return null;
}

/** By number of links and thing: what the cheapest way to the target costs, not counting the thing itself. */
function cheapestOnward(
  graph: CityGraph,
  to: number,
  costs: readonly number[],
  options: PathOptions,
): readonly (readonly number[])[] {
  const none = () => graph.ids.map(() => Infinity);
  const nearest = none();
  nearest[to] = 0;
  const table = [nearest];
  for (let length = 1; length <= options.maxLength; length++) {
    const shorter = table[length - 1] ?? [];
    const row = none();
    shorter.forEach((cost, thing) => {
      if (cost === Infinity) return;
      const whole = cost + (thing === to ? 0 : (costs[thing] ?? 0));
      // Backwards: the way begins at the target.
      for (const link of onwardFrom(graph, thing, to, options)) {
        const end = otherEnd(link, thing);
        if (end !== to && whole < (row[end] ?? 0)) row[end] = whole;
      }
    });
    table.push(row);
  }
  return table;
}

function wasVisited(step: Step, thing: number): boolean {
  for (let at: Step | null = step; at; at = at.before) if (at.thing === thing) return true;
  return false;
}

function pathTo(last: Step, { degrees }: CityGraph): GraphPath {
  const steps: Step[] = [];
  for (let step: Step | null = last; step; step = step.before) steps.unshift(step);
  const between = steps.slice(1, -1).map(({ thing }) => Math.max(1, degrees[thing] ?? 1));
  return {
    things: steps.map(({ thing }) => thing),
    links: steps.flatMap(({ link }) => link ?? []),
    specificity: 1 / between.reduce((product, degree) => product * degree, 1),
  };
}
