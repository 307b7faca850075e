import type { Connection } from './connection.js';
import { type LockOptions, whileSchemaLocked } from './schema-lock.js';

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

const existingIndexes = `SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint, state
WHERE type = 'RANGE' AND entityType = 'NODE' AND owningConstraint IS NULL AND size(labelsOrTypes) = 1
RETURN name, labelsOrTypes[0] AS label, properties, state = 'FAILED' AS failed ORDER BY name`;

interface ExistingIndex extends Index {
  /** Neo4j could not fill it, or not open its files: it is of no use and stays so. */
  readonly failed: boolean;
}

const covers = (index: Index, label: string, properties: readonly string[]) =>
  index.label === label && index.properties.join() === properties.join();

const lackingOf = (indexes: readonly Index[], existing: readonly ExistingIndex[]) =>
  indexes.filter(({ label, properties }) => !existing.some((each) => !each.failed && covers(each, label, properties)));

/** The indexes that the database lacks, whatever it calls those that it has. */
export async function lackingIndexes(
  connection: Pick<Connection, 'read'>,
  indexes: readonly Index[],
  milliseconds: number,
): Promise<readonly Index[]> {
  return lackingOf(indexes, await connection.read<ExistingIndex>(existingIndexes, {}, { timeout: milliseconds }));
}

/** What is to be done for the database to have the indexes that are wanted, and none of types that are gone. */
interface IndexChanges {
  readonly lacking: readonly Index[];
  /** Those that are lacking because they have failed. */
  readonly failed: readonly Index[];
  readonly obsolete: readonly Index[];
}

async function changesOf(
  connection: Pick<Connection, 'read'>,
  { indexes, labels, orderProperties }: WantedIndexes,
): Promise<IndexChanges> {
  const existing = await connection.read<ExistingIndex>(existingIndexes);
  const lacking = lackingOf(indexes, existing);
  const gone = existing.filter((each) => !labels.has(each.label) && covers(each, each.label, orderProperties));
  return {
    lacking,
    failed: existing.filter(
      (each) => each.failed && lacking.some((index) => covers(index, each.label, each.properties)),
    ),
    obsolete: existing.filter(({ label }) => gone.some((each) => each.label === label)),
  };
}

/**
 * Creates the indexes that are wanted and lacking or failed, and drops those of node types that are not declared any more; indexes
 * of other programs stay. Each statement can be repeated, so the next start completes what an interrupted one began.
 */
export async function ensureIndexes(
  connection: Connection,
  wanted: WantedIndexes,
  options: LockOptions = {},
): Promise<{ readonly created: readonly string[]; readonly dropped: readonly string[] }> {
  const { lacking, obsolete } = await changesOf(connection, wanted);
  if (lacking.length + obsolete.length === 0) return { created: [], dropped: [] };
  return whileSchemaLocked(connection, options, async () => {
    // Another process may have done some or all of it meanwhile.
    const { lacking, failed, obsolete } = await changesOf(connection, wanted);
    for (const { name } of failed) await connection.run(`DROP INDEX \`${name}\` IF EXISTS`, {}, { timeout });
    for (const { name, label, properties } of lacking) {
      // Somebody may have given its name to an index of something else.
      await connection.run(`DROP INDEX \`${name}\` IF EXISTS`, {}, { timeout });
      const keys = properties.map((property) => `n.${property}`).join(', ');
      await connection.run(`CREATE INDEX \`${name}\` IF NOT EXISTS FOR (n:${label}) ON (${keys})`, {}, { timeout });
    }
    for (const { name } of obsolete) await connection.run(`DROP INDEX \`${name}\` IF EXISTS`, {}, { timeout });
    const created = lacking.map(({ name }) => name);
    await untilOnline(connection, created);
    return { created, dropped: obsolete.map(({ name }) => name) };
  });
}

/** Waits until the indexes are filled, those of them that are there; Neo4j's own wait for all fails by any that has failed. */
export async function untilOnline(connection: Pick<Connection, 'run'>, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const { rows } = await connection.run<{ name: string }>(
    'SHOW INDEXES YIELD name WHERE name IN $names RETURN name',
    { names },
    { timeout },
  );
  await connection.run(
    'UNWIND $names AS name CALL db.awaitIndex(name, 300) RETURN count(*) AS count',
    { names: rows.map(({ name }) => name) },
    { timeout },
  );
}
