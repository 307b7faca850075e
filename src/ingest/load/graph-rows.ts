import { hash as hashOf } from 'node:crypto';
import type { NodeDeclaration, NodeName } from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { atStage } from '../../model/graph-properties.js';
import { foldedKey } from '../../model/indexes.js';
import { derivedEdges, edges, propertiesOf as modelProperties, nodes } from '../../model/model.js';
import { writeSource } from '../../model/stored-sources.js';
import type { Cell, Dataset, EdgeRow, NodeRow, Provenance } from '../dataset/dataset.js';
import { sortKeyOf } from '../dataset/natural-order.js';
import { type Column, columnsOf, headerOf } from '../dataset/table.js';
import { derivedEdgesOf } from './derived-edges.js';
import { derivedProperties } from './derived-properties.js';
import { presenceIn } from './presence.js';
import { printedNames, searchProperties } from './search-properties.js';

export type Properties = Readonly<Record<string, unknown>>;

export type GraphRows = ReturnType<typeof graphRows>;
export type GraphNode = ReturnType<typeof graphNode>;
export type GraphEdge = ReturnType<typeof graphEdge>;

/** How the graph wants whole numbers; the driver would send a JavaScript number as a float. */
export type Integer = (value: number) => unknown;

/** What a node consists of, as a dataset has it or as the graph holds it; numbers as JavaScript has them. */
export interface NodeContent {
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly search: Properties | null;
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

/** What the rows of a type have in common: the columns, and the properties that are whole numbers, derived ones too. */
const shapes = new Map<NodeName, { readonly columns: readonly Column[]; readonly integers: readonly string[] }>(
  nodes.map((node) => {
    const columns = columnsOf(node);
    const derived = modelProperties(node).filter(([, declaration]) => declaration.derived);
    const typed = [...columns, ...derived.map(([property, { type }]) => ({ property, type }))];
    const integers = typed.filter(({ type }) => type === 'Int').map(({ property }) => property);
    return [node.name, { columns, integers }];
  }),
);

/**
 * A dataset as the nodes and edges that stand for it in the graph, with a digest of them, the `revision`, which two datasets
 * of the same content share, one of what belongs to the municipality alone, the `content`, and the lines that this is of.
 */
export function graphRows(dataset: Dataset, integer: Integer) {
  const municipality = String(dataset.nodes.get('Municipality')?.[0]?.values.key ?? '');
  const printed = printedNames(dataset);
  const presenceOf = presenceIn(dataset);
  const derived = derivedProperties(dataset);
  const graphNodes = nodes.flatMap((node) =>
    (dataset.nodes.get(node.name) ?? []).map((row) => {
      const search = searchProperties(node, row, municipality, printed.get(row.id) ?? []);
      const content = node.name === 'SourceDocument' ? dataset.texts?.get(row.id) : undefined;
      const known = { ...presenceOf(node, row), ...derived.get(row.id) };
      return graphNode(node, row, municipality, known, search, content, integer);
    }),
  );
  const rowsOfEdges = new Map([...dataset.edges, ...derivedEdgesOf(dataset)]);
  const graphEdges = [...edges, ...derivedEdges].flatMap(({ type }) =>
    (rowsOfEdges.get(type) ?? []).map((row) => graphEdge(type, row, municipality)),
  );
  const own = graphNodes.filter(({ shared }) => !shared);
  const lines = rowLines(own, graphEdges);
  return {
    municipality,
    nodes: graphNodes,
    edges: graphEdges,
    revision: contentDigest(rowLines(graphNodes, graphEdges)),
    content: contentDigest(lines),
    lines,
  };
}

/** A line for each node and edge: what it is known by, and its digest. */
export function rowLines(
  ofNodes: readonly { readonly id: string | null; readonly hash: string }[],
  ofEdges: readonly Pick<GraphEdge, 'from' | 'type' | 'to' | 'hash'>[],
): readonly string[] {
  return [
    ...ofNodes.map(({ id, hash }) => `${id} ${hash}`),
    ...ofEdges.map(({ from, type, to, hash }) => `${from} ${type} ${to} ${hash}`),
  ];
}

/** The same for two graphs of the same nodes and edges, in whatever order their lines come. */
export const contentDigest = (lines: readonly string[]): string => digest([...lines].sort());

/** `search` is what search looks in, which stands in a node of its own beside it; null for what has no name. */
function graphNode(
  node: NodeDeclaration,
  row: NodeRow,
  municipality: string,
  known: Properties,
  search: Properties | null,
  content: readonly string[] | undefined,
  integer: Integer,
) {
  const { columns = [], integers = [] } = shapes.get(node.name) ?? {};
  const plain: Record<string, unknown> = {
    id: row.id,
    ...(node.global ? {} : { municipality }),
    ...sortKeys(node, row),
    ...propertiesOf(columns, row.values),
    ...foldedKeys(node, row),
    ...known,
    ...(content ? { content } : {}),
    ...provenance(row, municipality),
  };
  const labels = [node.name, ...(node.entity ? ['Entity'] : []), 'Node'];
  const properties = { ...plain };
  for (const property of integers) {
    const value = plain[property];
    if (value !== undefined) properties[property] = Array.isArray(value) ? value.map(integer) : integer(Number(value));
  }
  const hash = contentHash({ labels, properties: plain, search });
  return { id: row.id, labels, search, shared: node.global, properties, stored: plain, hash };
}

function graphEdge(type: string, row: EdgeRow, municipality: string) {
  const printedAs = row.printedAs === null ? {} : { printedAs: row.printedAs };
  const properties = { ...printedAs, ...provenance(row, municipality) };
  return { from: row.from, type, to: row.to, properties, hash: contentHash({ properties }) };
}

/**
 * Where a thing stands in the natural order of its type: by its id, or, where the id ends in a name, by the number that
 * its document gives it, else by how the name is read. No two things of a type have the same key. A stage that gives a thing another code has an order
 * of its own, in which two can have the same.
 */
function sortKeys({ numberedBy, readBy, staged }: NodeDeclaration, { id, values }: NodeRow): Record<string, string> {
  const above = id.replace(/:(?:current|draft)$/, '').replace(/[^:]*$/, '');
  const number = numberedBy ? values[numberedBy] : null;
  const numbered = typeof number === 'number';
  const own = (numbered ? number : readBy && values[headerOf(readBy)]) ?? null;
  const place = sortKeyOf(own === null ? id : `${above}${own}`);
  // Of what has a number or a reading, the key lacks the name; and of all, it lacks what padding and NFKC take away.
  const lacks = isTold(id) ? (own === null ? '' : ` ${id.slice(above.length)}`) : ` ${id}`;
  const keys: Record<string, string> = { sortKey: `${place}${lacks}` };
  for (const stage of staged ? stages : []) {
    const code = values[atStage(numberedBy ?? 'code', stage)];
    if (code === undefined || code === null) continue;
    // In its stage's order, too, what is numbered alike stands as its ids do.
    keys[atStage('sortKey', stage)] = `${sortKeyOf(`${above}${code}`)}${numbered ? lacks : ''}`;
  }
  return keys;
}

/** Whether a sort key tells which text it was made of: numbers that begin with a zero are padded like those without. */
const isTold = (text: string): boolean => text === text.normalize('NFKC') && !/(?<!\d)0\d/.test(text);

/** What is compared whatever width is typed: ids, codes and names of kinds are kept so, printed texts are as they are. */
function folded(cell: Cell): Cell {
  if (typeof cell === 'string') return cell.normalize('NFKC');
  return Array.isArray(cell) ? (cell.map(folded) as string[]) : cell;
}

function propertiesOf(columns: readonly Column[], values: Readonly<Record<string, Cell>>): Record<string, Cell> {
  const properties: Record<string, Cell> = {};
  for (const { header, property, list, printed } of columns) {
    const cell = values[header] ?? null;
    const value = printed ? cell : folded(cell);
    // A property without a value does not exist; an empty list does, so that it can be searched without a check.
    if (value !== null) properties[property] = value;
    else if (list && !header.includes('@')) properties[property] = [];
  }
  return properties;
}

/** The names by which an index finds things, where they are printed otherwise than they are compared. */
function foldedKeys(node: NodeDeclaration, { values }: NodeRow): Record<string, Cell> {
  const keys = Object.keys(node.lookup ?? {}).flatMap((key) => {
    const printed = values[key] ?? null;
    return foldedKey(node, key).flatMap((property) =>
      printed === folded(printed) ? [] : [[property, folded(printed)] as const],
    );
  });
  return Object.fromEntries(keys);
}

const provenance = ({ stages: asserted, effective, sources }: Provenance, municipality: string) => ({
  stages: [...asserted],
  effective,
  sources: sources.map((source) =>
    writeSource({ ...source, document: `${municipality}:source-document:${source.document}` }),
  ),
});
