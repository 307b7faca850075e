import { rm } from 'node:fs/promises';

export default async function tearDown() {
  if (!globalThis.liveNeo4j) return;
  const { server, dataDir } = globalThis.liveNeo4j;
  await server.stop();
  await rm(dataDir, { recursive: true });
}
