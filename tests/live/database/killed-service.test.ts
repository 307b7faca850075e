import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { ensureIndexes } from '../../../src/database/indexes.js';
import { readMigrations } from '../../../src/database/migration-files.js';
import { migrate } from '../../../src/database/migrations.js';
import { createdNames } from '../../../src/database/schema.js';
import { modelIndexes } from '../../../src/model/indexes.js';
import { projectFile } from '../../../src/project-files.js';
import { remote } from '../../chaos/place.js';
import { endOf, ready } from '../../chaos/program.js';
import { compile } from '../../compile.js';
import { sendTo } from '../../http/service.js';
import { sampled } from '../../sampled.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { emptyDatabase, freshDatabase, liveTarget } from '../neo4j.js';
import { type Passage, proxyTo } from '../proxy.js';
import { programs } from '../struck-programs.js';

/** A second a start on an idle machine, and there are sixty statements for each signal, of which some are tried each day. */
jest.setTimeout(900_000);

const temporaryFolder = temporaryFolders();
const { start, endAt } = programs();
let connection: Connection;
let proxy: Passage;
let folder: string;
/** The service, and as much of it as comes before it serves, which starts in a fifth of the time. */
let program: string;
let beginning: string;
/** The constraints and indexes of a start that nothing has hit. */
let clean: unknown;

beforeAll(async () => {
  connection = await freshDatabase();
  proxy = await proxyTo(liveTarget());
  folder = await temporaryFolder();
  program = await compile(join(folder, 'program'));
  beginning = join(dirname(program), 'beginning.mjs');
  await writeFile(beginning, begin);
  await migrate(connection, projectFile('cypher/migrations'));
  await ensureIndexes(connection, modelIndexes);
  clean = await schema();
});

afterAll(async () => {
  await proxy?.close();
  await connection?.close();
});

const begin = `
import { start } from './commands/start.js';
import { streamProgress } from './progress.js';
import { readSettings } from './settings.js';
await start(readSettings(process.env), streamProgress(process.stderr), async () => {}, { waits: true });
process.exit();
`;

const schema = () =>
  connection.read(
    `SHOW INDEXES YIELD name, type, owningConstraint, state WHERE type <> 'LOOKUP'
     RETURN name, type, owningConstraint, state ORDER BY name`,
  );

/** What a start sends to an empty database until the migrations are done, in its order. */
async function statements(): Promise<readonly string[]> {
  const migrations = await readMigrations(projectFile('cypher/migrations'));
  return [
    'CREATE INDEX migration_lock',
    'DROP INDEX migration_lock',
    'CREATE CONSTRAINT migration_version',
    ...migrations.flatMap((migration) => [
      ...migration.statements.map(({ cypher }) => cypher),
      ...(createdNames(migration).length > 0 ? ['CALL db.awaitIndex('] : []),
      'MERGE (migration:Migration',
    ]),
  ];
}

const run = (file: string) =>
  start(file, ['start'], { ...remote(proxy.target), DATA_DIR: join(folder, 'data'), PORT: '0' });

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'ended by %s while the database executes statements of the migrations, one after the other, the service is ready in the end',
  async (signal) => {
    await emptyDatabase(connection);
    const all = await statements();
    expect(all.length).toBeGreaterThan(50);
    for (const statement of sampled(all, 4)) {
      const { how } = await endAt(proxy, statement, signal, () => run(beginning));
      expect({ statement, how }).toEqual({ statement, how: signal === 'SIGTERM' ? 0 : signal });
    }

    const last = run(program);
    const url = await ready(last);
    expect((await sendTo(url, { method: 'GET', path: '/readyz' })).json()).toMatchObject({ status: 'ready' });
    expect(await schema()).toEqual(clean);
    last.kill('SIGTERM');
    expect(await endOf(last)).toBe(0);
  },
);
