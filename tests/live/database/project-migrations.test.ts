import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { ensureIndexes } from '../../../src/database/indexes.js';
import { migrate } from '../../../src/database/migrations.js';
import { readinessOf } from '../../../src/http/readiness.js';
import { modelIndexes } from '../../../src/model/indexes.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { retried } from '../../retried.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { emptyDatabase, freshDatabase, liveTarget } from '../neo4j.js';
import { proxyTo } from '../proxy.js';

jest.setTimeout(300_000);

const temporaryFolder = temporaryFolders();
const folder = projectFile('cypher/migrations');
let connection: Connection;

beforeEach(async () => {
  connection = await freshDatabase();
});
afterEach(() => connection.close());

/** Brings the graph to where programs of before had it. */
async function migrateTo(version: number): Promise<void> {
  const before = await temporaryFolder();
  for (const file of (await readdir(folder)).sort().slice(0, version))
    await copyFile(join(folder, file), join(before, file));
  await migrate(connection, before);
}

const revision = () => connection.read('MATCH (r:GraphRevision) RETURN r.value AS value');

test('sources in four lists, as graphs had them, become one list that says the same, and the revision changes', async () => {
  await migrateTo(4);
  await connection.run(
    `CREATE (a:Node {id: 'a', sourceDocuments: ['plan', 'review'], sourceStages: ['ADOPTED', ''],
       sourceFirstLines: [3, 12], sourceLastLines: [5, 12]})
     CREATE (b:Node {id: 'b', sourceDocuments: [], sourceStages: [], sourceFirstLines: [], sourceLastLines: []})
     CREATE (:Other {sourceDocuments: ['kept']})
     CREATE (a)-[:TOUCHES {sourceDocuments: ['plan'], sourceStages: ['DRAFT'], sourceFirstLines: [7], sourceLastLines: [8],
       printedAs: 'b'}]->(b)`,
  );
  const before = await revision();

  expect(await migrate(connection, folder)).toContain(5);

  expect(await connection.read('MATCH (n:Node) RETURN properties(n) AS it ORDER BY n.id')).toEqual([
    { it: { id: 'a', sources: ['plan 3 5 ADOPTED', 'review 12 12'] } },
    { it: { id: 'b', sources: [] } },
  ]);
  expect(await connection.read('MATCH ()-[r]->() RETURN properties(r) AS it')).toEqual([
    { it: { printedAs: 'b', sources: ['plan 7 8 DRAFT'] } },
  ]);
  expect(await connection.read('MATCH (n:Other) RETURN properties(n) AS it')).toEqual([
    { it: { sourceDocuments: ['kept'] } },
  ]);
  expect(await revision()).not.toEqual(before);
});

test('what search looks in moves beside the things that it was a part of, and is found there', async () => {
  await migrateTo(5);
  await connection.run(
    `CREATE (:Node:Entity:Measure {id: 'm', name: '里山の保全', searchText: '里山ノ保全', searchFields: 'NAME',
       searchName: '里山ノ保全', searchCharacters: '里 山 ノ 保 全', searchScope: 'midorino', printedNames: ['里山保全']})
     CREATE (:Node {id: 'b', name: '名のないもの'})`,
  );
  const before = await revision();

  expect(await migrate(connection, folder)).toContain(6);

  expect(await connection.read('MATCH (n:Node) RETURN properties(n) AS it ORDER BY n.id')).toEqual([
    { it: { id: 'b', name: '名のないもの' } },
    { it: { id: 'm', name: '里山の保全' } },
  ]);
  expect(
    await connection.read(
      `CALL db.index.fulltext.queryNodes('search_entry_text', 'searchText:"里山" AND searchScope:midorino') YIELD node
       RETURN properties(node) AS it`,
    ),
  ).toEqual([
    {
      it: {
        id: 'm',
        searchText: '里山ノ保全',
        searchFields: 'NAME',
        searchName: '里山ノ保全',
        searchCharacters: '里 山 ノ 保 全',
        searchScope: 'midorino',
        printedNames: ['里山保全'],
      },
    },
  ]);
  expect(await revision()).not.toEqual(before);
  const { rows } = await connection.run("SHOW INDEXES YIELD name WHERE name STARTS WITH 'entity_search' RETURN name");
  expect(rows).toEqual([]);
});

/** The statement that each migration ends with. */
const awaiting = 'UNWIND $names AS name CALL db.awaitIndex(name, 300) RETURN count(*) AS count';

/** The names of all indexes and constraints, with what owns an index. */
const schema = () =>
  connection.read(
    `SHOW INDEXES YIELD name, type, owningConstraint, state WHERE type <> 'LOOKUP'
     RETURN name, type, owningConstraint, state ORDER BY name`,
  );

test('a migration that ended after each of its statements was done, or half done, is completed', async () => {
  await migrate(connection, folder);
  const clean = await schema();
  await emptyDatabase(connection);

  const begun = new Set<string>();
  const ending: Connection = {
    ...connection,
    run: async (cypher, ...limits) => {
      if (/^(SHOW|DROP INDEX `)/.test(cypher) || begun.has(cypher)) return connection.run(cypher, ...limits);
      begun.add(cypher);
      // The last statement of each migration.
      if (cypher === awaiting) throw new Error('ended here');
      begun.delete(awaiting);
      // Neo4j commits the index of a constraint first.
      const half = cypher
        .replace(/^CREATE CONSTRAINT (\w+)/, 'CREATE INDEX $1')
        .replace(/REQUIRE (\S+) IS UNIQUE/, 'ON ($1)');
      return connection.run(half, ...limits);
    },
  };
  await retried(() => migrate(ending, folder), {
    pause: 0,
    mayPass: (error) => (error as Error).message === 'ended here',
  });
  expect(begun.size).toBeGreaterThan(40);
  expect(await schema()).toEqual(clean);
  expect(await migrate(connection, folder)).toEqual([]);
});

test('a service that is gone while the database executes a statement, each in turn, is completed by the next', async () => {
  await migrate(connection, folder);
  const clean = await schema();
  await emptyDatabase(connection);

  const proxy = await proxyTo(liveTarget());
  const begun = new Set<string>();
  const oneService = async () => {
    const own = connect(proxy.target);
    let gone = (_: Error) => {};
    const killed = new Promise<never>((_, reject) => {
      gone = reject;
    });
    const ending: Connection = {
      ...own,
      run: async (cypher, ...limits) => {
        if (/^(SHOW|DROP INDEX `)/.test(cypher) || begun.has(cypher)) return own.run(cypher, ...limits);
        begun.add(cypher);
        if (cypher !== awaiting) begun.delete(awaiting);
        const holding = proxy.hold(cypher);
        own.run(cypher, ...limits).catch(() => {});
        (await holding).pass();
        await setImmediate();
        await proxy.close();
        gone(new Error('gone here'));
        return killed;
      },
    };
    try {
      const migrating = migrate(ending, folder);
      migrating.catch(() => {});
      await Promise.race([migrating, killed]);
    } finally {
      await own.close();
    }
  };
  for (;;) {
    const error = await oneService().then(
      () => null,
      (reason: Error) => reason,
    );
    if (error === null) break;
    expect(error.message).toBe('gone here');
    await proxy.open();
  }
  await proxy.close();
  expect(begun.size).toBeGreaterThan(40);
  expect(await schema()).toEqual(clean);
  expect(await migrate(connection, folder)).toEqual([]);
});

test('an index that failed is created anew, of a migration and of the model', async () => {
  await migrate(connection, folder);
  await ensureIndexes(connection, modelIndexes);
  const ready = async () => (await readinessOf(connection, folder)(() => {})).has('indexes');
  const ofModel = modelIndexes.indexes[0];
  if (!ofModel) throw new Error('Expected the model to declare an index');
  const keys = ofModel.properties.map((property) => `n.${property}`).join(', ');
  await connection.run('DROP INDEX node_municipality');
  await connection.run(`DROP INDEX ${ofModel.name}`);
  // Longer than a key of an index may be.
  await connection.run(
    `CREATE (n:Node:${ofModel.label} {municipality: $long})
    SET n += {${ofModel.properties.map((property) => `${property}: $long`).join(', ')}}`,
    { long: 'x'.repeat(40_000) },
  );
  await connection.run('CREATE INDEX node_municipality FOR (n:Node) ON (n.municipality)');
  await connection.run(`CREATE INDEX ${ofModel.name} FOR (n:${ofModel.label}) ON (${keys})`);
  const failed = () =>
    connection.read("SHOW INDEXES YIELD name, state WHERE state = 'FAILED' RETURN name ORDER BY name");
  const names = ['node_municipality', ofModel.name].sort();
  await retried(async () => expect(await failed()).toEqual(names.map((name) => ({ name }))));
  await connection.run('MATCH (n) WHERE n.municipality IS NOT NULL DELETE n');
  expect(await ready()).toBe(false);

  expect(await migrate(connection, folder)).toEqual([]);
  expect((await ensureIndexes(connection, modelIndexes)).created).toEqual([ofModel.name]);
  expect(await failed()).toEqual([]);
  // On a busy machine an index takes a moment to be filled.
  await retried(async () => expect(await ready()).toBe(true));
});

test('a constraint or an index that somebody has dropped is created anew, and the next time nothing is to be done', async () => {
  await migrate(connection, folder);
  const names = async () =>
    (await connection.read<{ name: string }>('SHOW INDEXES YIELD name, type RETURN name ORDER BY name')).map(
      ({ name }) => name,
    );
  const before = await names();
  const ready = async () => (await readinessOf(connection, folder)(() => {})).has('indexes');
  await ensureIndexes(connection, modelIndexes);
  expect(await ready()).toBe(true);
  for (const statement of ['INDEX search_entry_text', 'INDEX node_municipality', 'CONSTRAINT node_id']) {
    await connection.run(`DROP ${statement}`);
    expect(await ready()).toBe(false);
  }
  expect(await migrate(connection, folder)).toEqual([]);
  expect(await names()).toEqual(expect.arrayContaining(before));
  expect(await ready()).toBe(true);
  const said: string[] = [];
  await migrate(connection, folder, { progress: { ...silentProgress, say: (line) => void said.push(line) } });
  expect(said).toEqual([]);
});
