/**
 * Starts the one Neo4j that all tests of a run share, once for all projects that need it, in a data folder of its own that the run throws away, with the
 * jars of the project's data folder. With TEST_NEO4J_URI (and TEST_NEO4J_USERNAME, TEST_NEO4J_PASSWORD,
 * TEST_NEO4J_DATABASE) they use that one instead. NEO4J_URI is ignored on purpose: the tests delete all they find.
 */
import '../typescript.mjs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function setUp() {
  process.env.LIVE_NEO4J ??= JSON.stringify(process.env.TEST_NEO4J_URI ? given() : await started());
}

function given() {
  const { TEST_NEO4J_URI, TEST_NEO4J_USERNAME, TEST_NEO4J_PASSWORD, TEST_NEO4J_DATABASE } = process.env;
  return {
    uri: TEST_NEO4J_URI,
    username: TEST_NEO4J_USERNAME ?? 'neo4j',
    password: TEST_NEO4J_PASSWORD ?? '',
    database: TEST_NEO4J_DATABASE ?? null,
  };
}

async function started() {
  const { startServer } = await import('../../src/database/server/start.ts');
  const { streamProgress } = await import('../../src/progress.ts');
  const { testServerSettings } = await import('./server-settings.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'policy-graph-live-'));
  const server = await startServer(testServerSettings(dataDir), { progress: streamProgress(process.stderr) });
  globalThis.liveNeo4j = { server, dataDir };
  const { uri, username, password, database } = server;
  return { uri, username, password, database };
}
