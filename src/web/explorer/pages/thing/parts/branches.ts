import type { ThingNeighborhoodQuery } from '../../../graphql/graphql.js';

type Subgraph = Pick<ThingNeighborhoodQuery['neighborhood'], 'nodes' | 'edges'>;

/** The things that are linked with one thing by one relationship in one direction. */
export interface Branch {
  readonly key: string;
  readonly title: string;
  readonly things: readonly { readonly id: string; readonly name: string }[];
}

/** How types, relationships and things are called. */
export interface Naming {
  readonly type: (type: string) => string;
  readonly relationship: (type: string) => string;
  readonly thing: (node: Subgraph['nodes'][number]) => string;
}

/**
 * The neighbours of a thing by relationship, in the order of the subgraph. A branch is called by the type at its end;
 * where several lead to one type, as to the departments that lead a sheet and those that support it, by the relationship too.
 */
export function branchesOf({ nodes, edges }: Subgraph, id: string, naming: Naming): readonly Branch[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const branches = new Map<string, { relationship: string; type: string; nodes: Set<Subgraph['nodes'][number]> }>();
  for (const { type: relationship, from, to } of edges) {
    const node = byId.get(from === id ? to : from);
    if ((from !== id && to !== id) || !node) continue;
    const key = `${relationship} ${from === id ? 'to' : 'from'} ${node.type}`;
    const branch = branches.get(key) ?? { relationship, type: node.type, nodes: new Set() };
    branch.nodes.add(node);
    branches.set(key, branch);
  }
  const all = [...branches];
  return all.map(([key, { relationship, type, nodes: found }]) => {
    const several = all.filter(([, other]) => other.type === type).length > 1;
    return {
      key,
      title: several ? `${naming.type(type)} (${naming.relationship(relationship)})` : naming.type(type),
      things: [...found].map((node) => ({ id: node.id, name: naming.thing(node) })),
    };
  });
}
