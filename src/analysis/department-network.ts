import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
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
  for (const { department, partner, weight } of bothWaysTogether(pairs)) graph.addEdge(department, partner, { weight });
  if (graph.size === 0) return { members: [], groups: [], components: [], modularity: 0 };

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
  const components = componentsOf(graph);
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
    component: components.find(({ departments }) => departments.includes(Number(node)))?.number ?? 0,
  }));
  members.sort(
    (a, b) =>
      b.betweenness - a.betweenness ||
      b.degree - a.degree ||
      b.weightedDegree - a.weightedDegree ||
      a.department - b.department,
  );
  return { members, groups, components, modularity: rounded(modularity) };
}

/** Each two departments once, in natural order: a pair that is counted in both directions shares what it does in either. */
function bothWaysTogether(pairs: Parameters<typeof departmentNetwork>[0]) {
  const ends = ({ department, partner }: (typeof pairs)[number]) =>
    department < partner ? ([department, partner] as const) : ([partner, department] as const);
  return [...groupBy(pairs, (pair) => ends(pair).join(' ')).values()]
    .map((both) => {
      const [department, partner] = ends(both[0]);
      const works = new Set(both.flatMap(({ shared }) => shared.map(({ work }) => work)));
      return { department, partner, weight: works.size };
    })
    .sort((a, b) => a.department - b.department || a.partner - b.partner);
}

/** The parts of the network that nothing joins, the largest first; departments in natural order. */
const componentsOf = (graph: UndirectedGraph) =>
  connectedComponents(graph)
    .map((nodes) => nodes.map(Number).sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((departments, index) => ({ number: index + 1, departments }));

/** Sums of fractions differ in their last digits by the order in which they were added. */
const rounded = (value: number): number => Number(value.toFixed(9));
