import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { DatabaseError } from '../../../src/database/database-error.js';
import { migrate } from '../../../src/database/migrations.js';
import { isRunning } from '../../../src/database/server/process-identity.js';
import { type EmbeddedServer, startServer } from '../../../src/database/server/start.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { retried } from '../../retried.js';
import { sampled } from '../../sampled.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { testServerSettings } from '../server-settings.js';

jest.setTimeout(300_000);

const temporaryFolder = temporaryFolders();
let dataDir: string;
let server: EmbeddedServer;
let connection: Connection;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  server = await startServer(testServerSettings(dataDir), { progress: silentProgress });
  connection = connect(server);
});

afterAll(async () => {
  await connection.close();
  await server.stop();
});

const indexFolders = () =>
  readdirSync(join(dataDir, 'neo4j', 'data', 'databases', 'neo4j', 'schema', 'index', 'range-1.0')).length;

/** The constraints of the migrations, the first of them 1. */
const aimedAt = sampled([1, 2, 3, 4, 5], 2);

/** What the call gives, as soon as the database is there again. */
const onceThere = <Result>(call: () => Promise<Result>) =>
  retried(call, { pause: 200, mayPass: (error) => error instanceof DatabaseError });

test('a database that is killed between the index of a constraint and the constraint, some in turn, is migrated all the same', async () => {
  // The first index makes the folder.
  await connection.run('CREATE INDEX first IF NOT EXISTS FOR (n:First) ON (n.id)');
  await connection.run('CALL db.awaitIndexes(60)');
  const killed = new Set<string>();
  const created = new Set<string>();
  const left: unknown[] = [];
  const aimed: Connection = {
    ...connection,
    run: async (cypher, ...limits) => {
      const name = /^CREATE CONSTRAINT (\w+)/.exec(cypher)?.[1];
      if (!name || created.has(name)) return connection.run(cypher, ...limits);
      created.add(name);
      if (!aimedAt.includes(created.size)) return connection.run(cypher, ...limits);
      killed.add(name);
      // One that was started again answers a moment before this process has taken note of it.
      await retried(async () => expect(await isRunning(server.process())).toBe(true));
      const before = indexFolders();
      const running = connection.run(cypher, ...limits);
      running.catch(() => {});
      while (indexFolders() === before) await turn();
      process.kill(server.process().pid, 'SIGKILL');
      await expect(running).rejects.toBeInstanceOf(DatabaseError);
      left.push(
        ...(await onceThere(() =>
          connection.read('SHOW INDEXES YIELD name, owningConstraint WHERE name = $name AND owningConstraint IS NULL', {
            name,
          }),
        )),
      );
      throw new Error('killed here');
    },
  };
  await retried(() => migrate(aimed, projectFile('cypher/migrations')), {
    pause: 200,
    within: 240_000,
    mayPass: (error) => error instanceof DatabaseError || (error as Error).message === 'killed here',
  });
  process.stderr.write(`killed ${killed.size} times, ${left.length} times with an index left\n`);
  expect(created.size).toBe(5);
  expect(killed.size).toBe(aimedAt.length);
  expect(left.length).toBeGreaterThan(0);
  const constraints = await connection.read<{ name: string }>('SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name');
  expect(constraints.map(({ name }) => name)).toEqual([...created].sort());
});
