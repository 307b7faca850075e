import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import type { Collaboration } from './collaborations.js';

// Both are CommonJS that exports a function, declared as if it exported a default.
const betweenness = betweennessModule as unknown as typeof betweennessModule.default;
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** A department among those it works with. */
export interface Member {
  readonly department: number;
  /** How many departments it shares something with. */
  readonly degree: number;
  /** How many measures and sheets it shares, counted once for each partner. */
  readonly weightedDegree: number;
  /** Share of the shortest ways between all other two departments that lead through it, from 0 to 1. */
  readonly betweenness: number;
  /** Number of its group. */
  readonly group: number;
}

/** Departments that share more with one another than with the rest. */
export interface Group {
  /** From 1; the largest first. */
  readonly number: number;
  /** Those that share most within the group first. */
  readonly departments: readonly number[];
  /** What its departments share with one another, and with departments of other groups. */
  readonly weightInside: number;
  readonly weightOutside: number;
}

export interface DepartmentNetwork {
  /** The most central first. */
  readonly members: readonly Member[];
  readonly groups: readonly Group[];
  /** How far the groups stand apart: 0 no more than by chance, towards 1 clearly. */
  readonly modularity: number;
}

type Weighted = Pick<Collaboration, 'department' | 'partner' | 'shared'>;

/** Who is central in a network of departments, and which groups it falls into. The same network has the same answer. */
export function departmentNetwork(pairs: readonly Weighted[]): DepartmentNetwork {
  const graph = new UndirectedGraph<object, { weight: number }>();
  const places = new Set(pairs.flatMap(({ department, partner }) => [department, partner]));
  for (const place of [...places].sort((a, b) => a - b)) graph.addNode(place);
  const ordered = [...pairs].sort((a, b) => a.department - b.department || a.partner - b.partner);
  for (const { department, partner, shared } of ordered) graph.addEdge(department, partner, { weight: shared.length });
  if (graph.size === 0) return { members: [], groups: [], modularity: 0 };

  // Without chance: places are visited in their order.
  const found = louvain.detailed(graph, { getEdgeWeight: 'weight', randomWalk: false, rng: () => 0 });
  const weights = weightsOf(graph, found.communities);
  const groups = groupsOf(graph, found.communities, weights);
  const groupNumbers = new Map(groups.flatMap(({ number, departments }) => departments.map((each) => [each, number])));
  // Each shared thing joins two departments directly, however many there are: weights are no distances.
  const between = betweenness(graph, { getEdgeWeight: null });
  const members = graph.mapNodes((node): Member => {
    const department = Number(node);
    const { inside, outside } = weights(node);
    return {
      department,
      degree: graph.degree(node),
      weightedDegree: inside + outside,
      betweenness: rounded(between[node] ?? 0),
      group: groupNumbers.get(department) ?? 0,
    };
  });
  members.sort(
    (a, b) =>
      b.betweenness - a.betweenness ||
      b.degree - a.degree ||
      b.weightedDegree - a.weightedDegree ||
      a.department - b.department,
  );
  return { members, groups, modularity: rounded(found.modularity) };
}

type Network = UndirectedGraph<object, { weight: number }>;

/** Sums of fractions differ in their last digits by the order in which they were added. */
const rounded = (value: number): number => Number(value.toFixed(9));

/** What a department shares with those of its own group, and with all others. */
interface Weights {
  inside: number;
  outside: number;
}

function weightsOf(graph: Network, communities: Readonly<Record<string, number>>): (node: string) => Readonly<Weights> {
  const weights = new Map(graph.mapNodes((node): [string, Weights] => [node, { inside: 0, outside: 0 }]));
  graph.forEachEdge((_edge, { weight }, source, target) => {
    const side = communities[source] === communities[target] ? 'inside' : 'outside';
    for (const end of [source, target]) (weights.get(end) as Weights)[side] += weight;
  });
  return (node) => weights.get(node) as Weights;
}

function groupsOf(
  graph: Network,
  communities: Readonly<Record<string, number>>,
  weights: (node: string) => Readonly<Weights>,
): readonly Group[] {
  const byCommunity = new Map<number, string[]>();
  graph.forEachNode((node) => {
    const community = communities[node] ?? 0;
    byCommunity.set(community, [...(byCommunity.get(community) ?? []), node]);
  });
  const first = (nodes: readonly string[]) => Math.min(...nodes.map(Number));
  return [...byCommunity.values()]
    .sort((a, b) => b.length - a.length || first(a) - first(b))
    .map((nodes, index): Group => {
      const total = (side: keyof Weights) => nodes.reduce((sum, node) => sum + weights(node)[side], 0);
      return {
        number: index + 1,
        departments: [...nodes]
          .sort((a, b) => weights(b).inside - weights(a).inside || Number(a) - Number(b))
          .map(Number),
        // Each pair inside was counted at both of its ends.
        weightInside: total('inside') / 2,
        weightOutside: total('outside'),
      };
    });
}
