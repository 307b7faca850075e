import { OperatorError } from '../operator-error.js';
import type { Connection } from './connection.js';
import { DatabaseError } from './database-error.js';
import { findDuplicates } from './duplicates.js';
import { untilOnline } from './indexes.js';
import { type Migration, readMigrations } from './migration-files.js';
import { createdNames, lastingObjects, missingObjects } from './schema.js';
import { type LockOptions, whileSchemaLocked } from './schema-lock.js';

/** What the graph says about a migration that was applied to it. */
interface Recorded {
  readonly version: number;
  readonly description: string;
  readonly checksum: string;
}

/** How long one statement may take: an index over a large graph is not built in seconds. */
const statementTimeout = 10 * 60_000;

/** What the migrations need themselves: no version is recorded twice. */
const foundation =
  'CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (migration:Migration) REQUIRE migration.version IS UNIQUE';

/**
 * Brings the graph to the last migration of the folder, and creates anew which constraints and indexes of earlier ones
 * somebody has dropped; the versions that were applied for it.
 */
export async function migrate(
  connection: Connection,
  folder: string,
  options: LockOptions = {},
): Promise<readonly number[]> {
  const migrations = await readMigrations(folder);
  const objects = lastingObjects(migrations);
  const isComplete =
    (await pending(connection, migrations)).length === 0 && (await missingObjects(connection, objects)).length === 0;
  if (isComplete) return [];

  return whileSchemaLocked(connection, options, async () => {
    await execute(connection, foundation);
    const applied: number[] = [];
    // Another process may have done some or all of it meanwhile.
    for (const migration of await pending(connection, migrations)) {
      options.progress?.say(`  ${migration.file}`);
      await apply(connection, migration);
      applied.push(migration.version);
    }
    for (const { kind, name, cypher } of await missingObjects(connection, objects)) {
      options.progress?.say(`  ${kind} ${name}: missing, created anew`);
      try {
        // It may be there and of no use.
        await connection.run(`DROP ${kind} \`${name}\` IF EXISTS`);
        await execute(connection, cypher);
      } catch (error) {
        throw await explain(connection, `${kind} ${name}`, cypher, error);
      }
      await untilOnline(connection, [name]);
    }
    return applied;
  });
}

/** How many migrations of the folder the graph still lacks; refuses a graph that does not fit the folder. */
export async function countPending(connection: Pick<Connection, 'read'>, folder: string): Promise<number> {
  return (await pending(connection, await readMigrations(folder))).length;
}

async function pending(
  connection: Pick<Connection, 'read'>,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const recorded = await connection.read<Recorded>(
    `MATCH (migration:Migration)
     RETURN migration.version AS version, migration.description AS description, migration.checksum AS checksum
     ORDER BY version`,
  );
  for (const [index, record] of recorded.entries()) {
    const migration = migrations[index];
    if (migration === undefined) throw newerGraph(record, migrations.length);
    if (migration.version !== record.version) throw missingRecord(migration, record);
    if (migration.checksum !== record.checksum) throw edited(migration, record);
  }
  return migrations.slice(recorded.length);
}

function newerGraph(record: Recorded, known: number): OperatorError {
  return new OperatorError(
    `データベースには、このプログラムにないマイグレーション ${record.version}「${record.description}」が適用されています（既知は ${known} まで）。新しい版のプログラムを使ってください。`,
    `The database has migration ${record.version} "${record.description}", which this program does not have (it knows ${known}). Use a newer version of the program.`,
  );
}

function missingRecord(migration: Migration, record: Recorded): OperatorError {
  return new OperatorError(
    `データベースには、マイグレーション ${migration.version} がないのに ${record.version} が記録されています。別のデータベースを使うか、バックアップから戻してください。`,
    `The database has a record of migration ${record.version}, but none of ${migration.version} before it. Use another database, or restore a backup.`,
  );
}

function edited(migration: Migration, record: Recorded): OperatorError {
  const [now, then] = [migration.checksum.slice(0, 12), record.checksum.slice(0, 12)];
  return new OperatorError(
    `適用済みのマイグレーション ${migration.file} が変更されています（適用時 ${then}、現在 ${now}）。元に戻し、変更は新しいマイグレーションに書いてください。`,
    `${migration.file} was edited after it had been applied (checksum then ${then}, now ${now}). Restore it, and put the change into a new migration.`,
  );
}

/** Executes a statement that may have been executed before, wholly or in part. */
async function execute(connection: Connection, cypher: string): Promise<void> {
  const index = /^CREATE\s+CONSTRAINT\s+`?(\w+)/i.exec(cypher)?.[1];
  if (index) await dropOrphan(connection, index);
  await connection.run(cypher, {}, { timeout: statementTimeout });
}

/**
 * Neo4j commits the index of a constraint before the constraint: an index without one is what a start left that ended in
 * between, and keeps the constraint from being created.
 */
async function dropOrphan(connection: Connection, index: string): Promise<void> {
  const { rows } = await connection.run(
    'SHOW INDEXES YIELD name, owningConstraint WHERE name = $index AND owningConstraint IS NULL RETURN name',
    { index },
  );
  if (rows.length > 0) await connection.run(`DROP INDEX \`${index}\` IF EXISTS`, {}, { timeout: statementTimeout });
}

async function apply(connection: Connection, migration: Migration): Promise<void> {
  for (const statement of migration.statements) {
    try {
      await execute(connection, statement.cypher);
    } catch (error) {
      throw await explain(connection, `${migration.file}:${statement.line}`, statement.cypher, error);
    }
  }
  await untilOnline(connection, createdNames(migration));
  const { version, description, checksum } = migration;
  await connection.write(({ run }) =>
    run(
      `MERGE (migration:Migration {version: toInteger($version)})
       ON CREATE SET migration.description = $description, migration.checksum = $checksum, migration.at = datetime()`,
      { version, description, checksum },
    ),
  );
}

async function explain(connection: Connection, location: string, cypher: string, error: unknown) {
  if (!(error instanceof DatabaseError) || error.kind !== 'rejected') return error;
  const duplicates = await findDuplicates(connection, cypher);
  if (duplicates.length > 0) {
    const list = duplicates.map((duplicate) => `  ${duplicate}`).join('\n');
    return new OperatorError(
      `${location}: 一意であるべき値が重複しているため、制約を作れません。重複を解消してから再実行してください。\n${list}`,
      `${location}: the constraint cannot be created, as values that must be unique occur more than once. Remove the duplicates and run again.\n${list}`,
      { cause: error },
    );
  }
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return new OperatorError(
    `${location}: マイグレーションを適用できませんでした。\n${reason}`,
    `${location}: the migration could not be applied.\n${reason}`,
    { cause: error },
  );
}
