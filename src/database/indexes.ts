import type { Connection } from './connection.js';

/** The indexes of node types that the database should have. */
export interface WantedIndexes {
  readonly indexes: readonly {
    readonly name: string;
    readonly label: string;
    readonly properties: readonly string[];
  }[];
  /** The labels of all node types. */
  readonly labels: ReadonlySet<string>;
  /** What the lists of a type are ordered by: an index of these on another label is of a type that is gone. */
  readonly orderProperties: readonly string[];
}

interface ExistingIndex {
  readonly name: string;
  readonly label: string;
  readonly properties: readonly string[];
}

/** An index over a large graph is not built in seconds. */
const timeout = 10 * 60_000;

/**
 * Creates the indexes that are wanted and lacking, and drops those of node types that are not declared any more; indexes
 * of other programs stay. Each statement can be repeated, so the next start completes what an interrupted one began.
 */
export async function ensureIndexes(
  connection: Connection,
  { indexes, labels, orderProperties }: WantedIndexes,
): Promise<{ readonly created: readonly string[]; readonly dropped: readonly string[] }> {
  const { rows: existing } = await connection.run<ExistingIndex>(
    `SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint
     WHERE type = 'RANGE' AND entityType = 'NODE' AND owningConstraint IS NULL AND size(labelsOrTypes) = 1
     RETURN name, labelsOrTypes[0] AS label, properties ORDER BY name`,
  );
  const lacking = indexes.filter(
    ({ label, properties }) => !existing.some((index) => index.label === label && isSame(index.properties, properties)),
  );
  const gone = new Set(
    existing
      .filter(({ label, properties }) => !labels.has(label) && isSame(properties, orderProperties))
      .map(({ label }) => label),
  );
  const obsolete = existing.filter(({ label }) => gone.has(label));
  for (const { name, label, properties } of lacking)
    await connection.run(
      `CREATE INDEX \`${name}\` IF NOT EXISTS FOR (n:${label}) ON (${properties.map((property) => `n.${property}`).join(', ')})`,
      {},
      { timeout },
    );
  for (const { name } of obsolete) await connection.run(`DROP INDEX \`${name}\` IF EXISTS`, {}, { timeout });
  if (lacking.length > 0) await connection.run('CALL db.awaitIndexes(300)', {}, { timeout });
  return { created: lacking.map(({ name }) => name), dropped: obsolete.map(({ name }) => name) };
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((property, index) => property === other[index]);
