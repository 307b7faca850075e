/** Everything that a database holds, whatever its labels and types; only `GraphRevision` is apart. */
import { integer, type Transaction } from '../database/connection.js';

/** A value as text with its Cypher type, since JSON does not tell 2 from 2.0, nor a date from a text. */
export type StoredValue = readonly [key: string, type: string, value: string | readonly string[]];

/** A node under the number that relationships name it by. */
export type StoredNode = readonly [number: number, labels: readonly string[], values: readonly StoredValue[]];

export type StoredRelationship = readonly [type: string, from: number, to: number, values: readonly StoredValue[]];

/** A node or a relationship. */
export type StoredItem = { readonly node: StoredNode } | { readonly relationship: StoredRelationship };

/** How many a database or a file holds, by label and by type. */
export interface GraphCounts {
  readonly nodes: Readonly<Record<string, number>>;
  readonly relationships: Readonly<Record<string, number>>;
}

/** Reads the rows of a statement over one batch. */
export type Ask = <Row extends object>(
  cypher: string,
  parameters?: Readonly<Record<string, unknown>>,
) => Promise<readonly Row[]>;

/** Nodes or relationships per statement. */
const batchSize = 2_000;

/** A property as `StoredValue`. Lists are of one type in Neo4j. */
const valuesOf = (variable: string) => `[key IN keys(${variable}) | [key, valueType(${variable}[key]),
  CASE WHEN valueType(${variable}[key]) STARTS WITH 'LIST' THEN [item IN ${variable}[key] | toStringOrNull(item)]
       ELSE toStringOrNull(${variable}[key]) END]]`;

/** Relationships are found by their numbers too: a statement over all of them would be sent as one answer. */
const pageOfNodes = `UNWIND range($first, $last) AS number MATCH (n) WHERE id(n) = number AND NOT n:GraphRevision
RETURN number, labels(n) AS labels, ${valuesOf('n')} AS values`;
const pageOfRelationships = `UNWIND range($first, $last) AS number MATCH (from)-[r]->(to) WHERE id(r) = number
  AND NOT from:GraphRevision AND NOT to:GraphRevision
RETURN type(r) AS type, id(from) AS from, id(to) AS to, ${valuesOf('r')} AS values`;

async function* pages<Row extends object>(ask: Ask, highest: string, page: string): AsyncGenerator<Row> {
  const [found] = await ask<{ highest: number | null }>(highest);
  for (let first = 0; first <= (found?.highest ?? -1); first += batchSize)
    yield* await ask<Row>(page, { first: integer(first), last: integer(first + batchSize - 1) });
}

/** Every node of the database but `GraphRevision`. */
export async function* storedNodes(ask: Ask): AsyncGenerator<StoredNode> {
  interface Row {
    readonly number: number;
    readonly labels: readonly string[];
    readonly values: readonly StoredValue[];
  }
  const rows = pages<Row>(ask, 'MATCH (n) RETURN max(id(n)) AS highest', pageOfNodes);
  for await (const { number, labels, values } of rows) yield [number, labels, values];
}

/** Every relationship of the database. */
export async function* storedRelationships(ask: Ask): AsyncGenerator<StoredRelationship> {
  interface Row {
    readonly type: string;
    readonly from: number;
    readonly to: number;
    readonly values: readonly StoredValue[];
  }
  const rows = pages<Row>(ask, 'MATCH ()-[r]->() RETURN max(id(r)) AS highest', pageOfRelationships);
  for await (const { type, from, to, values } of rows) yield [type, from, to, values];
}

const countNodes = `MATCH (n) WHERE NOT n:GraphRevision UNWIND labels(n) + '' AS name RETURN name, count(*) AS count`;
const countRelationships = `MATCH (from)-[r]->(to) WHERE NOT from:GraphRevision AND NOT to:GraphRevision UNWIND [type(r), ''] AS name RETURN name, count(*) AS count`;

/** What the database holds; the count of all stands under the empty name. */
export async function countStored(ask: Ask): Promise<GraphCounts> {
  const counted = async (cypher: string) => {
    const rows = await ask<{ name: string; count: number }>(cypher);
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  };
  return { nodes: await counted(countNodes), relationships: await counted(countRelationships) };
}

/** The Cypher that makes a value of its text, by the type that `valueType` names. */
const makers: Readonly<Record<string, string>> = {
  STRING: 'text',
  INTEGER: 'toInteger(text)',
  FLOAT: 'toFloat(text)',
  BOOLEAN: 'toBoolean(text)',
  DATE: 'date(text)',
  'LOCAL TIME': 'localtime(text)',
  'ZONED TIME': 'time(text)',
  'LOCAL DATETIME': 'localdatetime(text)',
  'ZONED DATETIME': 'datetime(text)',
  DURATION: 'duration(text)',
};

/** The type of a value, or of the items of a list: "INTEGER" of "LIST<INTEGER NOT NULL> NOT NULL"; null where it is unknown. */
export function typeOfValue(type: string): string | null {
  const name = type.replace(/^LIST<(.*)>( NOT NULL)?$/, '$1').replace(/ NOT NULL$/, '');
  // An empty list has items of no type.
  if (name === 'NOTHING') return 'STRING';
  return Object.hasOwn(makers, name) ? name : null;
}

/** A row's values as properties of a variable. */
const setValues = (variable: string) => `FOREACH (value IN row.values | SET ${variable}[value.key] =
  CASE value.type ${Object.entries(makers)
    .map(
      ([type, make]) =>
        `WHEN '${type}' THEN ${make.replace('text', 'value.text')} WHEN 'LIST ${type}' THEN [item IN value.items | ${make.replace('text', 'item')}]`,
    )
    .join(' ')} END)`;

const createNodes = `UNWIND $rows AS row CREATE (n) SET n:$(row.labels) ${setValues('n')}
RETURN row.number AS number, elementId(n) AS element`;
const createRelationships = `UNWIND $rows AS row MATCH (from) WHERE elementId(from) = row.from
MATCH (to) WHERE elementId(to) = row.to CREATE (from)-[r:$(row.type)]->(to) ${setValues('r')}`;

const valuesToSet = (values: readonly StoredValue[]) =>
  values.map(([key, type, value]) => {
    const name = typeOfValue(type);
    return typeof value === 'string'
      ? { key, type: name, text: value, items: [] }
      : { key, type: `LIST ${name}`, text: '', items: value };
  });

/** Waits for loads under way, and has others wait. */
const lockDatasets = 'MATCH (d:Dataset) SET d.loading = true REMOVE d.loading';

/** Removes everything but `GraphRevision`. */
const removeSome = 'MATCH (n) WHERE NOT n:GraphRevision WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS removed';

/** Makes a database hold exactly these nodes, then relationships, beside its `GraphRevision`, in one transaction. */
export async function replaceStored(
  { run }: Transaction,
  items: AsyncIterable<StoredItem>,
  reach: (done: number) => void,
): Promise<void> {
  await run(lockDatasets);
  for (let removed = 1; removed > 0; ) {
    const { rows } = await run<{ removed: number }>(removeSome, { limit: integer(batchSize) });
    removed = rows[0]?.removed ?? 0;
  }
  let done = 0;
  const elements = new Map<number, string>();
  for await (const { nodes, relationships } of batches(items)) {
    if (nodes.length > 0) {
      const rows = nodes.map(([number, labels, values]) => ({ number, labels, values: valuesToSet(values) }));
      const created = await run<{ number: number; element: string }>(createNodes, { rows });
      for (const { number, element } of created.rows) elements.set(number, element);
    }
    if (relationships.length > 0) {
      const rows = relationships.map(([type, from, to, values]) => ({
        type,
        from: elements.get(from) ?? null,
        to: elements.get(to) ?? null,
        values: valuesToSet(values),
      }));
      await run(createRelationships, { rows });
    }
    done += nodes.length + relationships.length;
    reach(done);
  }
}

/** What is written at once: nodes before the relationships that lead to them. */
interface Batch {
  readonly nodes: StoredNode[];
  readonly relationships: StoredRelationship[];
}

async function* batches(items: AsyncIterable<StoredItem>): AsyncGenerator<Batch> {
  let batch: Batch = { nodes: [], relationships: [] };
  let size = 0;
  for await (const item of items) {
    if ('node' in item) batch.nodes.push(item.node);
    else batch.relationships.push(item.relationship);
    if (++size < batchSize) continue;
    yield batch;
    batch = { nodes: [], relationships: [] };
    size = 0;
  }
  if (size > 0) yield batch;
}
