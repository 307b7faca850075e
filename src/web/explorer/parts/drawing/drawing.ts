/** What is drawn of a graph, whatever it was asked with. */
export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  /** Name of its type in the schema, such as Measure: its shape. */
  readonly type: string;
  /** How much it stands out: 1 usual, up to 3. */
  readonly size?: number;
  /** Its own colour, such as the official one of a goal; else that of all. */
  readonly color?: string | undefined;
  /** The group that it belongs to, from 0 on, whose colour it has in place of that of its type. */
  readonly group?: number;
  /** True for what the drawing starts from. */
  readonly start?: boolean;
}

export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Name of the relationship in the schema, such as OWNED_BY. */
  readonly type: string;
  /** The edge as a sentence. */
  readonly sentence: string;
  /** How strong it is: 1 usual, up to 4. */
  readonly width?: number;
  /** False where it holds both ways. */
  readonly directed?: boolean;
}

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** The part of a drawing with these types and relationships; an edge stays where both its ends do. */
export function partOf(
  { nodes, edges }: Drawing,
  hidden: { readonly types: ReadonlySet<string>; readonly relationships: ReadonlySet<string> },
): Drawing {
  const shown = nodes.filter(({ type, start }) => start || !hidden.types.has(type));
  const ids = new Set(shown.map(({ id }) => id));
  return {
    nodes: shown,
    edges: edges.filter(({ from, to, type }) => !hidden.relationships.has(type) && ids.has(from) && ids.has(to)),
  };
}

/** How many of each kind there are, most first. */
export function countsOf(kinds: readonly string[]): readonly (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
