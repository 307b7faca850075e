import type { Connection } from './connection.js';
import type { Migration } from './migration-files.js';

/** A constraint or an index that migrations have created, with the statement that creates it. */
export interface SchemaObject {
  readonly name: string;
  readonly kind: 'CONSTRAINT' | 'INDEX';
  readonly cypher: string;
  /** Its index: the type, the label and the properties. */
  readonly covers: string;
}

const created =
  /^CREATE\s+(?<type>\w+\s+)?(?<kind>CONSTRAINT|INDEX)\s+`?(?<name>\w+)`?.*?FOR\s+\(\w+:(?<label>\w+)\)(?<on>.*?)(?:OPTIONS|$)/is;
const dropped = /^DROP\s+(CONSTRAINT|INDEX)\s+`?(?<name>\w+)/i;

/**
 * What migrations have created and not dropped, but for the indexes of single node types: those follow from the model
 * (`ensureIndexes`), which may have lost a type since. What all types share stands on labels with a constraint.
 */
export function lastingObjects(migrations: readonly Migration[]): readonly SchemaObject[] {
  const objects = new Map<string, SchemaObject & { readonly label: string; readonly type: string }>();
  for (const { cypher } of migrations.flatMap(({ statements }) => statements)) {
    const gone = dropped.exec(cypher)?.groups?.name;
    if (gone) objects.delete(gone);
    const { type = '', kind, name, label, on = '' } = created.exec(cypher)?.groups ?? {};
    if (!kind || !name || !label) continue;
    const properties = [...on.matchAll(/\w\.`?(\w+)/g)].map(([, property = '']) => property);
    const covers = coverOf({ type: type.trim().toUpperCase() || 'RANGE', labels: [label], properties });
    objects.set(name, { name, kind: kind.toUpperCase() as SchemaObject['kind'], cypher, covers, label, type });
  }
  const all = [...objects.values()];
  const shared = new Set(all.filter(({ kind }) => kind === 'CONSTRAINT').map(({ label }) => label));
  return all.filter(({ label, type }) => shared.has(label) || type !== '');
}

/** The names of the constraints and indexes that a migration creates. */
export const createdNames = ({ statements }: Migration): readonly string[] =>
  statements.flatMap(({ cypher }) => created.exec(cypher)?.groups?.name ?? []);

interface Covering {
  readonly type: string;
  readonly labels: readonly string[];
  readonly properties: readonly string[];
}

const coverOf = ({ type, labels, properties }: Covering) => `${type} ${labels.join('|')}(${properties.join(', ')})`;

const constraintsThere = `SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties
WHERE entityType = 'NODE' AND (type CONTAINS 'UNIQUE' OR type CONTAINS 'KEY')
RETURN name, 'RANGE' AS type, labelsOrTypes AS labels, properties`;
const indexesThere = `SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, state
WHERE entityType = 'NODE' AND type <> 'LOOKUP' AND state <> 'FAILED'
RETURN name, type, labelsOrTypes AS labels, properties`;

/**
 * Those of the objects that the database lacks, as somebody has dropped them, or as their index has failed. What the others
 * are called does not matter, but for full-text indexes, which statements ask by their name; what they cover does.
 */
export async function missingObjects(
  connection: Pick<Connection, 'read'>,
  objects: readonly SchemaObject[],
  timeout?: number,
): Promise<readonly SchemaObject[]> {
  const options = timeout === undefined ? {} : { timeout };
  const there = async (statement: string) => {
    const rows = await connection.read<Covering & { readonly name: string }>(statement, {}, options);
    return new Set(rows.flatMap((row) => [coverOf(row), `${coverOf(row)} ${row.name}`]));
  };
  const [constraints, indexes] = await Promise.all([there(constraintsThere), there(indexesThere)]);
  return objects.filter(({ name, kind, covers }) => {
    const key = covers.startsWith('FULLTEXT') ? `${covers} ${name}` : covers;
    return !indexes.has(key) || (kind === 'CONSTRAINT' && !constraints.has(key));
  });
}
