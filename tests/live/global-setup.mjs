/**
 * Starts the Neo4j servers of a test run, each in a data folder of its own that the run throws away, with the jars of the
 * project's data folder: one that the seeded tests read, and one for each lane of the live ones, which delete all
 * they find. With TEST_NEO4J_URI (and TEST_NEO4J_USERNAME, TEST_NEO4J_PASSWORD, TEST_NEO4J_DATABASE) all use
 * that one instead. NEO4J_URI is ignored on purpose.
 */
import '../typescript.mjs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default ({ maxWorkers }) => provide(process.env.TEST_NEO4J_URI ? 1 : Math.min(lanes, maxWorkers));

/** Live tests run in so many lanes at most, each with a server of its own. */
const lanes = 2;

/** Sees to it that there are so many servers; those that another project needs already count. */
export async function provide(servers) {
  const targets = JSON.parse(process.env.LIVE_NEO4J ?? '[]');
  const missing = Array.from({ length: Math.max(0, servers - targets.length) }, () =>
    process.env.TEST_NEO4J_URI ? given() : started(),
  );
  process.env.LIVE_NEO4J = JSON.stringify([...targets, ...(await Promise.all(missing))]);
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
  // Unlike others, these plan some thousand statements in a run: with the second compiler each takes half the time.
  const dataDir = await mkdtemp(join(tmpdir(), 'policy-graph-live-'));
  const settings = { ...testServerSettings(dataDir), javaOptions: [] };
  const server = await startServer(settings, { progress: streamProgress(process.stderr) });
  globalThis.liveNeo4j ??= [];
  globalThis.liveNeo4j.push({ server, dataDir });
  const { uri, username, password, database } = server;
  return { uri, username, password, database };
}
