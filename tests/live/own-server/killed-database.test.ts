import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { DatabaseError } from '../../../src/database/database-error.js';
import { migrate } from '../../../src/database/migrations.js';
import { type EmbeddedServer, startServer } from '../../../src/database/server/start.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { inTurn } from '../../in-turn.js';
import { retried } from '../../retried.js';
import { thorough } from '../../sampled.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { datasetOf, loadDataset, olderThan } from '../load/datasets.js';
import { dump, expectedSight, look } from '../load/graph-dump.js';
import { testServerSettings } from '../server-settings.js';

jest.setTimeout(300_000);

/** An ended server is started again five times within ten minutes. */
const kills = thorough ? 3 : 2;
const temporaryFolder = temporaryFolders();
let server: EmbeddedServer;
let connection: Connection;
let dataset: Dataset;

beforeAll(async () => {
  server = await startServer(testServerSettings(await temporaryFolder()), { progress: silentProgress });
  connection = connect(server);
  await migrate(connection, projectFile('cypher/migrations'));
  dataset = await datasetOf(projectFile('seed'));
});

afterAll(async () => {
  await connection.close();
  await server.stop();
});

/** What the call gives, as soon as the database is there again. */
const onceThere = <Result>(call: () => Promise<Result>) =>
  retried(call, { pause: 200, mayPass: (error) => error instanceof DatabaseError });

inTurn(2, 1)(
  'a database killed under a load comes back with the graph before or the graph after, and the next load ends in that of a clean run',
  async () => {
    const older = olderThan(dataset);
    const [before, after] = [expectedSight(older), expectedSight(dataset)];
    await loadDataset(connection, dataset);
    const clean = await dump(connection);
    await loadDataset(connection, older);
    const begin = Date.now();
    await loadDataset(connection, dataset);
    const duration = Date.now() - begin;

    const moments: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await loadDataset(connection, older);
      const { pid } = server.process();
      const moment = ((kill + Math.random()) / kills) * duration;
      const loading = loadDataset(connection, dataset).then(
        () => 'done by itself',
        (error: unknown) => {
          if (error instanceof DatabaseError) return error.kind;
          throw error;
        },
      );
      await delay(moment);
      process.kill(pid, 'SIGKILL');
      const outcome = await loading;

      const left = await onceThere(() => look(connection, 'honjo'));
      const which = [before, after].find(({ content }) => content === left.content);
      expect(which?.revision ?? 'another graph').toBe(left.revision);
      moments.push(`${Math.round(moment)} ms: ${outcome}, ${which === after ? 'after' : 'before'}`);

      await onceThere(() => loadDataset(connection, dataset));
      expect(await dump(connection)).toEqual(clean);
    }
    process.stderr.write(`killed after ${moments.join('; ')}\n`);
  },
);
