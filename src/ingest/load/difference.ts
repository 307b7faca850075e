/** What a load would change: the rows that differ between a dataset and the graph, counted by table with examples. */

import { derivedEdges, edges, nodes } from '../../model/model.js';
import { fileOf } from '../dataset/table.js';
import type { GraphNode } from './graph-row.js';
import type { GraphRows } from './graph-rows.js';
import type { Held } from './held.js';
import { contentDigest, contentHash, type EdgeEnds, rowLines } from './row-content.js';

/** What changes in the rows of one table, each row told as a person knows it. */
export interface TableDifference {
  readonly file: string;
  /** How many rows of it the graph holds of the city. */
  readonly held: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What differs between a dataset and the graph. */
export type Difference = ReturnType<typeof compare>;

export const edgeKey = ({ from, type, to }: EdgeEnds) => `${from} ${type} ${to}`;

/** An id without the city and the word of its type: "5-2-3" of "honjo:measure:5-2-3"; "?" where somebody took it away. */
const localId = (id: string | null) => id?.replace(/^[^:]+:[^:]+:(?=.)/, '') ?? '?';

export function nodeLabel(id: string | null, name: unknown): string {
  const local = localId(id);
  return typeof name === 'string' && name !== local ? `${local} ${name}` : local;
}

export const edgeLabel = ({ from, to }: EdgeEnds) => `${localId(from)} → ${localId(to)}`;

const nodeFiles = new Map<string, string>(nodes.map((node) => [node.name, fileOf(node)]));
const edgeFiles = new Map<string, string>(edges.map((edge) => [edge.type, fileOf(edge)]));
const derivedTables = new Map<string, string>(derivedEdges.map(({ type, table }) => [type, table]));

/** What follows from rows is none itself. */
const isRow = ({ type }: EdgeEnds) => !derivedTables.has(type);

/** The table of a node by its labels, of an edge by its type; the label or type itself where the model has none. */
export const fileOfNode = (labels: readonly string[]) =>
  labels.map((label) => nodeFiles.get(label)).find((file) => file !== undefined) ?? labels.join(':');
export const fileOfEdge = (type: string) => edgeFiles.get(type) ?? derivedTables.get(type) ?? type;

/**
 * Compares what the graph holds with what it shall hold, property by property, so that also what somebody changed by
 * hand is written again: all but the label and the properties that it is found by (`Node`, `municipality`).
 */
export function compare(rows: GraphRows, found: Held) {
  const nodesHeld = found.nodes.map((node) => ({ ...node, hash: contentHash(node) }));
  const edgesHeld = found.edges.map((edge) => ({ ...edge, hash: contentHash(edge) }));
  const knownNodes = new Map(nodesHeld.map(({ id, hash }) => [id, hash]));
  // Null where an edge is there more than once, which only somebody's hand can have done.
  const knownEdges = new Map<string, (typeof edgesHeld)[number] | null>();
  for (const edge of edgesHeld) knownEdges.set(edgeKey(edge), knownEdges.has(edgeKey(edge)) ? null : edge);
  const own = nodesHeld.filter((node) => !node.shared);
  const wantedNodes = new Set(rows.nodes.map(({ id }) => id));
  const wantedEdges = new Set(rows.edges.map(edgeKey));
  // What the graph does not have at all differs whatever it consists of, which is worked out later, while the database writes.
  const changedNodes = rows.nodes.filter((node) => {
    const known = knownNodes.get(node.id);
    return known === undefined || known !== node.hash;
  });
  const changedEdges = rows.edges.filter((edge) => {
    const known = knownEdges.get(edgeKey(edge));
    return !known || known.hash !== edge.hash;
  });
  const removedNodes = own.filter(({ id }) => id === null || !wantedNodes.has(id));
  const removedEdges = edgesHeld.filter((edge) => !wantedEdges.has(edgeKey(edge)));

  const tables = new TableDifferences();
  for (const node of own) tables.of(fileOfNode(node.labels)).held += 1;
  for (const edge of edgesHeld.filter(isRow)) tables.of(fileOfEdge(edge.type)).held += 1;
  for (const { id, labels, name } of changedNodes)
    tables.of(fileOfNode(labels))[knownNodes.has(id) ? 'changed' : 'added'].push(nodeLabel(id, name));
  for (const edge of changedEdges.filter(isRow))
    tables.of(fileOfEdge(edge.type))[knownEdges.has(edgeKey(edge)) ? 'changed' : 'added'].push(edgeLabel(edge));
  for (const { id, labels, properties } of removedNodes)
    tables.of(fileOfNode(labels)).removed.push(nodeLabel(id, properties.name));
  for (const edge of removedEdges.filter(isRow)) tables.of(fileOfEdge(edge.type)).removed.push(edgeLabel(edge));

  /** What all cities share, another load can be writing too. */
  const isToCreate = ({ id, shared }: GraphNode) => !shared && !knownNodes.has(id) && !found.taken.has(id);

  return {
    nodes: changedNodes,
    /** Which of them the graph does not have, nor anything else of their ids. */
    isToCreate,
    edges: changedEdges,
    /** The database's own id of one of them; null where there is none, or more than one. */
    elementOf: (edge: EdgeEnds) => knownEdges.get(edgeKey(edge))?.element ?? null,
    removedNodes,
    /** With those that are there more than once: they are removed and written again. */
    removedEdges: edgesHeld.filter((edge) => !wantedEdges.has(edgeKey(edge)) || knownEdges.get(edgeKey(edge)) === null),
    /** In the order of the model. */
    tables: tables.inOrder(),
    /** Of what the graph holds of the municipality. */
    content: contentDigest(rowLines(own, edgesHeld)),
    held: { nodes: own, edges: edgesHeld },
  };
}

class TableDifferences {
  readonly #tables = new Map(
    [...nodeFiles.values(), ...edgeFiles.values()].map((file) => [file, TableDifferences.empty(file)]),
  );

  static empty(file: string) {
    return { file, held: 0, added: [] as string[], changed: [] as string[], removed: [] as string[] };
  }

  of(file: string) {
    const table = this.#tables.get(file) ?? TableDifferences.empty(file);
    this.#tables.set(file, table);
    return table;
  }

  inOrder(): readonly TableDifference[] {
    return [...this.#tables.values()];
  }
}
