/** What nodes and edges consist of, as a dataset has it or as the graph holds it, and how that is told apart. */
import { hash as hashOf } from 'node:crypto';

export type Properties = Readonly<Record<string, unknown>>;

/** What a node consists of; numbers as JavaScript has them. */
export interface NodeContent {
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly search: Properties | null;
}

/** What an edge is known by. */
export interface EdgeEnds {
  readonly from: string;
  readonly type: string;
  readonly to: string;
}

/** What an edge consists of beside its ends. */
export interface EdgeContent {
  readonly properties: Properties;
}

const digest = (content: unknown) => hashOf('sha256', JSON.stringify(content)).slice(0, 24);

/** The same for two things that consist of the same, in whatever order their labels and properties come. */
export function contentHash(content: NodeContent | EdgeContent): string {
  const sorted = (properties: Properties) => Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
  const properties = sorted(content.properties);
  if (!('labels' in content)) return digest(properties);
  return digest([[...content.labels].sort(), properties, content.search && sorted(content.search)]);
}

/** A line for each node and edge: what it is known by, and its digest. */
export function rowLines(
  ofNodes: readonly { readonly id: string | null; readonly hash: string }[],
  ofEdges: readonly (EdgeEnds & { readonly hash: string })[],
): readonly string[] {
  return [
    ...ofNodes.map(({ id, hash }) => `${id} ${hash}`),
    ...ofEdges.map(({ from, type, to, hash }) => `${from} ${type} ${to} ${hash}`),
  ];
}

/** The same for two graphs of the same nodes and edges, in whatever order their lines come. */
export const contentDigest = (lines: readonly string[]): string => digest([...lines].sort());
