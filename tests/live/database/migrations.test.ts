import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { countPending, migrate } from '../../../src/database/migrations.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { freshDatabase, liveTarget } from '../neo4j.js';

jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();

const keys = `// Keys
CREATE CONSTRAINT measure_id IF NOT EXISTS FOR (measure:Measure) REQUIRE measure.id IS UNIQUE;
CREATE INDEX measure_code IF NOT EXISTS FOR (measure:Measure) ON (measure.code);
`;
const content = `CREATE (:Trace);
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (measure:Measure) ON EACH [measure.name];
`;

let connection: Connection;
let folder: string;

beforeEach(async () => {
  connection = await freshDatabase();
  folder = await temporaryFolder();
  await put('V001__Keys_of_the_model.cypher', keys);
  await put('V002__Content.cypher', content);
});

afterEach(() => connection.close());

const put = (file: string, text: string) => writeFile(join(folder, file), text);
const recorded = async () =>
  (await connection.read<{ version: number }>('MATCH (m:Migration) RETURN m.version AS version ORDER BY version')).map(
    ({ version }) => version,
  );
const traces = async () => (await connection.read('MATCH (trace:Trace) RETURN trace')).length;

test('migrations are applied in their order, recorded, and not applied again', async () => {
  expect(await countPending(connection, folder)).toBe(2);
  expect(await migrate(connection, folder)).toEqual([1, 2]);
  expect(await recorded()).toEqual([1, 2]);
  expect(await countPending(connection, folder)).toBe(0);
  expect(await migrate(connection, folder)).toEqual([]);
  expect(await traces()).toBe(1);
  const { rows } = await connection.run("SHOW CONSTRAINTS YIELD name WHERE name = 'measure_id' RETURN name");
  expect(rows).toHaveLength(1);
});

test('a later migration is applied to a graph that has the earlier ones', async () => {
  await migrate(connection, folder);
  await put('V003__More.cypher', 'CREATE (:Trace);');
  expect(await migrate(connection, folder)).toEqual([3]);
  expect(await traces()).toBe(2);
});

describe('a graph that does not fit the folder is refused and left alone', () => {
  beforeEach(async () => void (await migrate(connection, folder)));
  afterEach(async () => expect(await recorded()).toEqual([1, 2]));

  test('when a file was edited', async () => {
    await put('V001__Keys_of_the_model.cypher', `${keys}// and more\n`);
    await put('V003__More.cypher', 'CREATE (:Trace);');
    await expect(migrate(connection, folder)).rejects.toMatchObject({
      message: expect.stringContaining('V001__Keys_of_the_model.cypher was edited after it had been applied'),
      messageJa: expect.stringContaining('変更されています'),
    });
    expect(await traces()).toBe(1);
  });

  test('but not when only its line ends differ', async () => {
    await put('V001__Keys_of_the_model.cypher', keys.replaceAll('\n', '\r\n'));
    expect(await migrate(connection, folder)).toEqual([]);
  });

  test('when the graph is newer than the program', async () => {
    await rm(join(folder, 'V002__Content.cypher'));
    await expect(migrate(connection, folder)).rejects.toThrow(
      'The database has migration 2 "Content", which this program does not have',
    );
  });
});

test('of several processes at once one migrates and the others find it done', async () => {
  const others = Array.from({ length: 4 }, () => connect(liveTarget()));
  try {
    const applied = await Promise.all([connection, ...others].map((each) => migrate(each, folder)));
    expect(applied.filter((versions) => versions.length > 0)).toEqual([[1, 2]]);
    expect(await traces()).toBe(1);
    expect(await recorded()).toEqual([1, 2]);
  } finally {
    await Promise.all(others.map((other) => other.close()));
  }
});

test('a process that is gone does not keep the lock', async () => {
  await migrate(connection, folder);
  await put('V003__More.cypher', 'CREATE (:Trace);');
  const gone = connect(liveTarget());
  let locked = () => {};
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const holding = gone.write(async ({ run }) => {
    await run('CREATE INDEX held FOR (lock:MigrationLock) ON (lock.holder)');
    locked();
    await new Promise(() => {});
  });
  holding.catch(() => {});
  await isLocked;

  const said: string[] = [];
  const progress = { say: (line: string) => void said.push(line), begin: () => ({ reach: () => {}, end: () => {} }) };
  const migrating = migrate(connection, folder, {
    progress: {
      ...progress,
      say: (line) => {
        progress.say(line);
        if (line.includes('waiting')) void gone.close();
      },
    },
  });
  expect(await migrating).toEqual([3]);
  expect(said[0]).toContain('Another process is migrating');
});

describe('dirty data before a uniqueness constraint', () => {
  test('is named, and nothing is recorded; cleaned up, the migration goes on', async () => {
    await connection.run(`UNWIND ['a', 'a', 'b', 'c', 'c', 'c'] AS id CREATE (:Measure {id: id})`);
    await expect(migrate(connection, folder)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^V001__Keys_of_the_model\.cypher:2: .*\n {2}Measure \{id: "c"\} × 3\n {2}Measure \{id: "a"\} × 2$/,
      ),
      messageJa: expect.stringContaining('重複'),
    });
    expect(await recorded()).toEqual([]);
    await connection.run('MATCH (measure:Measure) DELETE measure');
    expect(await migrate(connection, folder)).toEqual([1, 2]);
  });

  test('of a key of several properties too', async () => {
    await put(
      'V001__Keys_of_the_model.cypher',
      'CREATE CONSTRAINT k IF NOT EXISTS FOR (g:`Annual Goal`) REQUIRE (g.sheet, g.`fiscal year`) IS UNIQUE;',
    );
    await connection.run("UNWIND range(1, 2) AS n CREATE (:`Annual Goal` {sheet: '1-9', `fiscal year`: 2024})");
    await expect(migrate(connection, folder)).rejects.toThrow('`Annual Goal` {sheet: "1-9", `fiscal year`: 2024} × 2');
  });
});

test('a statement that fails is named with its line; what came before it stays recorded and is not done again', async () => {
  await put('V003__More.cypher', 'CREATE (:Trace);');
  await put('V004__Broken.cypher', '\nMATCH (m:Measure) SETT m.x = 1;');
  await expect(migrate(connection, folder)).rejects.toThrow(/^V004__Broken\.cypher:2: .*\n.*Invalid input 'SETT'/);
  expect(await recorded()).toEqual([1, 2, 3]);
  await put('V004__Broken.cypher', 'MATCH (m:Measure) SET m.x = 1;');
  expect(await migrate(connection, folder)).toEqual([4]);
  expect(await traces()).toBe(2);
});

test('a dropped constraint that duplicates keep from being created anew is told with them', async () => {
  await migrate(connection, folder);
  await connection.run('DROP CONSTRAINT measure_id');
  await connection.run("CREATE (:Measure {id: 'twice'}), (:Measure {id: 'twice'})");
  await expect(migrate(connection, folder)).rejects.toThrow(
    /^CONSTRAINT measure_id: the constraint cannot be created, .*\n {2}Measure \{id: "twice"\} × 2$/,
  );
  await connection.run('MATCH (n:Measure) DELETE n');
  expect(await migrate(connection, folder)).toEqual([]);
  const { rows } = await connection.run("SHOW CONSTRAINTS YIELD name WHERE name = 'measure_id' RETURN name");
  expect(rows).toHaveLength(1);
});
