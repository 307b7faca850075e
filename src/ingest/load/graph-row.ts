/** A row of a dataset as the node or edge that stands for it in the graph. */
import type { NodeDeclaration, NodeName } from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { atStage } from '../../model/graph-properties.js';
import { foldedKey } from '../../model/indexes.js';
import { propertiesOf as modelProperties, nodes } from '../../model/model.js';
import { writeSource } from '../../model/stored-sources.js';
import type { Cell, EdgeRow, NodeRow, Provenance } from '../dataset/dataset.js';
import { sortKeyOf } from '../dataset/natural-order.js';
import { type Column, columnsOf, headerOf } from '../dataset/table.js';
import { contentHash, type Properties } from './row-content.js';
import { searchProperties } from './search-properties.js';

/** How the graph wants whole numbers; the driver would send a JavaScript number as a float. */
export type Integer = (value: number) => unknown;

/** What follows for a thing from other rows of its dataset. */
export interface Known {
  readonly properties: Properties;
  /** How documents name it elsewhere. */
  readonly printed: readonly string[];
  /** The lines of a document; undefined for all else. */
  readonly text: readonly string[] | undefined;
}

/** Tells what follows for a thing. */
export type KnownOf = (node: NodeDeclaration, row: NodeRow) => Known;

/** What the rows of a type have in common: the columns, and the properties that are whole numbers, derived ones too. */
interface Shape {
  readonly columns: readonly Column[];
  readonly integers: readonly string[];
  readonly labels: readonly string[];
}

const shapes = new Map<NodeName, Shape>(
  nodes.map((node) => {
    const columns = columnsOf(node);
    const derived = modelProperties(node).filter(([, declaration]) => declaration.derived);
    const typed = [...columns, ...derived.map(([property, { type }]) => ({ property, type }))];
    const integers = typed.filter(({ type }) => type === 'Int').map(({ property }) => property);
    const labels = [node.name, ...(node.entity ? ['Entity'] : []), 'Node'];
    return [node.name, { columns, integers, labels }];
  }),
);

/** What the rows of a dataset have in common. */
export interface City {
  readonly municipality: string;
  readonly integer: Integer;
  readonly knownOf: KnownOf;
}

/** A row of a node table as a node. */
export class GraphNode {
  readonly id: string;
  readonly labels: readonly string[];
  /** Whether all municipalities have it. */
  readonly shared: boolean;
  private readonly node: NodeDeclaration;
  private readonly row: NodeRow;
  private readonly city: City;
  private digest: string | null = null;

  constructor(node: NodeDeclaration, row: NodeRow, city: City) {
    this.id = row.id;
    this.labels = shapes.get(node.name)?.labels ?? [];
    this.shared = node.global;
    this.node = node;
    this.row = row;
    this.city = city;
  }

  /** As the dataset has it. */
  get name(): Cell | undefined {
    return this.row.values.name;
  }

  /** The `contentHash` of what it consists of. */
  get hash(): string {
    this.digest ??= this.hashOf(this.workOut());
    return this.digest;
  }

  /**
   * What it consists of: properties as the database is told them and, `stored`, as it tells them, and what search looks in,
   * which stands in a node of its own beside it, null for what has no name. It is not kept, as there is much of it; its hash
   * is.
   */
  content() {
    const content = this.workOut();
    this.digest ??= this.hashOf(content);
    return content;
  }

  private workOut() {
    const { node, row, city } = this;
    const { columns = [], integers = [] } = shapes.get(node.name) ?? {};
    const known = city.knownOf(node, row);
    const stored: Record<string, unknown> = {
      id: row.id,
      ...(node.global ? {} : { municipality: city.municipality }),
      ...sortKeys(node, row),
      ...propertiesOf(columns, row.values),
      ...foldedKeys(node, row),
      ...known.properties,
      ...(known.text ? { content: known.text } : {}),
      ...provenance(row, city.municipality),
    };
    const properties = { ...stored };
    for (const property of integers) {
      const value = stored[property];
      if (value === undefined) continue;
      properties[property] = Array.isArray(value) ? value.map(city.integer) : city.integer(Number(value));
    }
    return { stored, properties, search: searchProperties(node, row, city.municipality, known.printed) };
  }

  private hashOf({ stored, search }: { readonly stored: Properties; readonly search: Properties | null }): string {
    return contentHash({ labels: this.labels, properties: stored, search });
  }
}

/** A row of an edge table as an edge. */
export class GraphEdge {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  private readonly row: EdgeRow;
  private readonly municipality: string;
  private digest: string | null = null;

  constructor(type: string, row: EdgeRow, municipality: string) {
    this.from = row.from;
    this.type = type;
    this.to = row.to;
    this.row = row;
    this.municipality = municipality;
  }

  /** The `contentHash` of what it consists of. */
  get hash(): string {
    this.digest ??= contentHash(this.workOut());
    return this.digest;
  }

  /** What it consists of beside its ends; not kept, as of a node. */
  content() {
    const content = this.workOut();
    this.digest ??= contentHash(content);
    return content;
  }

  private workOut() {
    const { row, municipality } = this;
    const printedAs = row.printedAs === null ? {} : { printedAs: row.printedAs };
    return { properties: { ...printedAs, ...provenance(row, municipality) } };
  }
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
