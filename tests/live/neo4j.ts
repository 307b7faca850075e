import { type Connection, connect, type Target } from '../../src/database/connection.js';

/** The databases of a run; see global-setup.mjs. */
function targets(): readonly Target[] {
  const { LIVE_NEO4J } = process.env;
  if (!LIVE_NEO4J)
    throw new Error('Expected LIVE_NEO4J: a test that needs a database must lie in tests/live or tests/seeded');
  return JSON.parse(LIVE_NEO4J);
}

/** The database that holds the committed dataset while seeded tests run. */
export const seededTarget = (): Target => targets()[0] as Target;

/** The database that this test has to itself: the one of the worker that runs it. */
export function liveTarget(): Target {
  const own = targets();
  return own[(Number(process.env.JEST_WORKER_ID ?? 1) - 1) % own.length] as Target;
}

/** A connection to the test's own database after emptying it; the caller closes it. */
export async function freshDatabase(): Promise<Connection> {
  const connection = connect(liveTarget());
  await emptyDatabase(connection);
  return connection;
}

/** Deletes everything: nodes, relationships, constraints, indexes. */
export async function emptyDatabase(connection: Connection): Promise<void> {
  await connection.run('MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS');
  for (const name of await names(connection, 'SHOW CONSTRAINTS YIELD name')) {
    await connection.run(`DROP CONSTRAINT ${name} IF EXISTS`);
  }
  for (const name of await names(connection, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
    await connection.run(`DROP INDEX ${name} IF EXISTS`);
  }
}

async function names(connection: Connection, statement: string): Promise<readonly string[]> {
  const { rows } = await connection.run<{ name: string }>(statement);
  return rows.map(({ name }) => `\`${name.replaceAll('`', '``')}\``);
}
