import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import { groupBy } from '../group-by.js';
import type { Collaboration } from './collaborations.js';

// Both are CommonJS that exports a function, declared as if it exported a default.
const betweenness = betweennessModule as unknown as typeof betweennessModule.default;
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Who is central in a network of departments, and which groups it falls into. */
export type DepartmentNetwork = ReturnType<typeof departmentNetwork>;

/** The network of some departments. The same collaborations have the same answer, in whatever order they are given. */
export function departmentNetwork(pairs: readonly Pick<Collaboration, 'department' | 'partner' | 'shared'>[]) {
  const graph = new UndirectedGraph<object, { weight: number }>();
  const indexes = new Set(pairs.flatMap(({ department, partner }) => [department, partner]));
  for (const index of [...indexes].sort((a, b) => a - b)) graph.addNode(index);
  const ordered = [...pairs].sort((a, b) => a.department - b.department || a.partner - b.partner);
  for (const { department, partner, shared } of ordered) graph.addEdge(department, partner, { weight: shared.length });
  if (graph.size === 0) return { members: [], groups: [], modularity: 0 };

  // Without chance: departments are visited in their order.
  const options = { getEdgeWeight: 'weight', randomWalk: false, rng: () => 0 } as const;
  const { communities, modularity } = louvain.detailed(graph, options);
  /** What a department shares with those of its own group, or with all others. */
  const weight = (node: string, isInside: boolean) =>
    graph.reduceEdges(
      node,
      (sum, _edge, edge, source, target) =>
        (communities[source] === communities[target]) === isInside ? sum + edge.weight : sum,
      0,
    );
  const groups = [...groupBy(graph.nodes(), (node) => communities[node]).values()]
    .sort((a, b) => b.length - a.length || Number(a[0]) - Number(b[0]))
    .map((nodes, index) => {
      const total = (isInside: boolean) => nodes.reduce((sum, node) => sum + weight(node, isInside), 0);
      return {
        number: index + 1,
        departments: [...nodes].sort((a, b) => weight(b, true) - weight(a, true) || Number(a) - Number(b)).map(Number),
        // Each pair inside was counted at both of its ends.
        weightInside: total(true) / 2,
        weightOutside: total(false),
      };
    });
  // Each shared thing joins two departments directly, however many there are: weights are no distances.
  const between = betweenness(graph, { getEdgeWeight: null });
  const members = graph.mapNodes((node) => ({
    department: Number(node),
    /** How many departments it shares something with, and what it shares, counted once for each of them. */
    degree: graph.degree(node),
    weightedDegree: weight(node, true) + weight(node, false),
    /** Share of the shortest ways between all other two departments that lead through it, from 0 to 1. */
    betweenness: rounded(between[node] ?? 0),
    group: groups.find(({ departments }) => departments.includes(Number(node)))?.number ?? 0,
  }));
  members.sort(
    (a, b) =>
      b.betweenness - a.betweenness ||
      b.degree - a.degree ||
      b.weightedDegree - a.weightedDegree ||
      a.department - b.department,
  );
  return { members, groups, modularity: rounded(modularity) };
}

/** Sums of fractions differ in their last digits by the order in which they were added. */
const rounded = (value: number): number => Number(value.toFixed(9));
