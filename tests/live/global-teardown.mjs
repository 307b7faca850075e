import { rm } from 'node:fs/promises';

export default async function tearDown() {
  for (const { server, dataDir } of (globalThis.liveNeo4j ?? []).splice(0)) {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}
