import { type Connection, connect, type Target } from '../../src/database/connection.js';

/** The database that all live tests of a run share; see global-setup.mjs. */
export function liveTarget(): Target {
  const target = process.env.LIVE_NEO4J;
  if (!target)
    throw new Error('Expected LIVE_NEO4J: a test that needs a database must lie in tests/live or tests/seeded');
  return JSON.parse(target) as Target;
}

/** A connection to the shared database after emptying it; the caller closes it. */
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
