import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from '../../src/database/connection.js';
import { type RunningServer, startServer } from '../../src/http/server.js';
import { serviceLog } from '../../src/http/service-log.js';
import { silentProgress } from '../../src/progress.js';
import { readSettings } from '../../src/settings.js';
import { fuzz } from '../fuzz/fuzz.js';
import { readSeed } from '../graph/oracle/cities.js';
import { seed } from '../graph/oracle/runs.js';
import { World } from '../graph/oracle/world.js';
import { patience, seededDatabase } from './seeded.js';

let connection: Connection;
let server: RunningServer;

beforeAll(async () => {
  connection = await seededDatabase();
  // A statement that Neo4j has not planned yet takes seconds on a busy machine.
  const settings = { ...readSettings({}).http, deadline: patience };
  server = await startServer({ connection, host: '127.0.0.1', port: 0, settings, log: serviceLog('silent') });
}, patience);

afterAll(async () => {
  await server.stop();
  await connection.close();
});

test('random operations are answered as the oracle says, and hostile requests are refused, as in npm run fuzz', async () => {
  const { tallies, failures } = await fuzz({
    url: server.url,
    world: new World([await readSeed()]),
    operations: 25,
    requests: 250,
    seed,
    progress: silentProgress,
  });
  expect(failures).toEqual([]);
  expect([...tallies.values()].filter(({ tried, refused }) => refused > tried / 2)).toEqual([]);
});
