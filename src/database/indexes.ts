import type { Connection } from './connection.js';

/** An index of the nodes of a label. */
export interface Index {
  readonly name: string;
  readonly label: string;
  readonly properties: readonly string[];
}

/** The indexes of node types that the database should have. */
export interface WantedIndexes {
  readonly indexes: readonly Index[];
  /** The labels of all node types. */
  readonly labels: ReadonlySet<string>;
  /** What the lists of a type are ordered by: an index of these on another label is of a type that is gone. */
  readonly orderProperties: readonly string[];
}

/** An index over a large graph is not built in seconds. */
const timeout = 10 * 60_000;

const existingIndexes = `SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint
WHERE type = 'RANGE' AND entityType = 'NODE' AND owningConstraint IS NULL AND size(labelsOrTypes) = 1
RETURN name, labelsOrTypes[0] AS label, properties ORDER BY name`;

const covers = (index: Index, label: string, properties: readonly string[]) =>
  index.label === label && index.properties.join() === properties.join();

const lackingOf = (indexes: readonly Index[], existing: readonly Index[]) =>
  indexes.filter(({ label, properties }) => !existing.some((each) => covers(each, label, properties)));

/** The indexes that the database lacks, whatever it calls those that it has. */
export async function lackingIndexes(
  connection: Pick<Connection, 'read'>,
  indexes: readonly Index[],
  milliseconds: number,
): Promise<readonly Index[]> {
  return lackingOf(indexes, await connection.read<Index>(existingIndexes, {}, { timeout: milliseconds }));
}

/**
 * Creates the indexes that are wanted and lacking, and drops those of node types that are not declared any more; indexes
 * of other programs stay. Each statement can be repeated, so the next start completes what an interrupted one began.
 */
export async function ensureIndexes(
  connection: Connection,
  { indexes, labels, orderProperties }: WantedIndexes,
): Promise<{ readonly created: readonly string[]; readonly dropped: readonly string[] }> {
  const { rows: existing } = await connection.run<Index>(existingIndexes);
  const lacking = lackingOf(indexes, existing);
  const gone = existing.filter((each) => !labels.has(each.label) && covers(each, each.label, orderProperties));
  const obsolete = existing.filter(({ label }) => gone.some((each) => each.label === label));
  for (const { name, label, properties } of lacking) {
    const keys = properties.map((property) => `n.${property}`).join(', ');
    await connection.run(`CREATE INDEX \`${name}\` IF NOT EXISTS FOR (n:${label}) ON (${keys})`, {}, { timeout });
  }
  for (const { name } of obsolete) await connection.run(`DROP INDEX \`${name}\` IF EXISTS`, {}, { timeout });
  if (lacking.length > 0) await connection.run('CALL db.awaitIndexes(300)', {}, { timeout });
  return { created: lacking.map(({ name }) => name), dropped: obsolete.map(({ name }) => name) };
}
