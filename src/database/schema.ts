import type { Connection } from './connection.js';
import type { Migration } from './migration-files.js';

/** A constraint or an index that migrations have created, with the statement that creates it. */
export interface SchemaObject {
  readonly name: string;
  readonly kind: 'CONSTRAINT' | 'INDEX';
  readonly cypher: string;
}

const created =
  /^CREATE\s+(?<type>\w+\s+)?(?<kind>CONSTRAINT|INDEX)\s+`?(?<name>\w+)`?.*?FOR\s+\(\w+:(?<label>\w+)\)/is;
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
    const { type = '', kind, name, label } = created.exec(cypher)?.groups ?? {};
    if (!kind || !name || !label) continue;
    objects.set(name, { name, kind: kind.toUpperCase() as SchemaObject['kind'], cypher, label, type });
  }
  const all = [...objects.values()];
  const shared = new Set(all.filter(({ kind }) => kind === 'CONSTRAINT').map(({ label }) => label));
  return all.filter(({ label, type }) => shared.has(label) || type !== '');
}

/** The names of the constraints and indexes that a migration creates. */
export const createdNames = ({ statements }: Migration): readonly string[] =>
  statements.flatMap(({ cypher }) => created.exec(cypher)?.groups?.name ?? []);

/** Those of the objects that the database lacks, as somebody has dropped them, or as their index has failed. */
export async function missingObjects(
  connection: Pick<Connection, 'read'>,
  objects: readonly SchemaObject[],
  timeout?: number,
): Promise<readonly SchemaObject[]> {
  const options = timeout === undefined ? {} : { timeout };
  const names = async (statement: string) => {
    const rows = await connection.read<{ name: string }>(statement, {}, options);
    return new Set(rows.map(({ name }) => name));
  };
  const [constraints, indexes] = await Promise.all([
    names('SHOW CONSTRAINTS YIELD name RETURN name'),
    names("SHOW INDEXES YIELD name, state WHERE state <> 'FAILED' RETURN name"),
  ]);
  return objects.filter(({ name, kind }) => !indexes.has(name) || (kind === 'CONSTRAINT' && !constraints.has(name)));
}
