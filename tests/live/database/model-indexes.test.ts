import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { ensureIndexes } from '../../../src/database/indexes.js';
import { migrate } from '../../../src/database/migrations.js';
import { modelIndexes } from '../../../src/model/indexes.js';
import { nodes } from '../../../src/model/model.js';
import { projectFile } from '../../../src/project-files.js';
import { freshDatabase, liveTarget } from '../neo4j.js';

// Building the indexes of every migration takes its time on a busy machine.
jest.setTimeout(300_000);

let connection: Connection;

beforeAll(async () => {
  connection = await freshDatabase();
  await migrate(connection, projectFile('cypher/migrations'));
});
afterAll(() => connection.close());

async function indexed(): Promise<readonly string[]> {
  const rows = await connection.read<{ label: string; properties: readonly string[] }>(
    `SHOW INDEXES YIELD type, entityType, labelsOrTypes, properties WHERE type = 'RANGE' AND entityType = 'NODE'
     RETURN labelsOrTypes[0] AS label, properties`,
  );
  return rows.map(({ label, properties }) => `${label}(${properties.join(', ')})`);
}

test('each listed type has the index of its lists, and each property of a look-up has one', async () => {
  await ensureIndexes(connection, modelIndexes);
  const known = await indexed();
  for (const { name, listed, global, lookup } of nodes) {
    if (listed && !global) expect(known).toContain(`${name}(municipality, sortKey)`);
    for (const key of Object.keys(lookup ?? {})) expect(known).toContain(`${name}(${key})`);
  }
});

test('what lacks is created, what a type that is gone had is dropped, all else stays, and the next time nothing is to be done', async () => {
  await ensureIndexes(connection, modelIndexes);
  const before = await indexed();
  await connection.run('DROP INDEX measure_order');
  await connection.run('CREATE INDEX bridge_order FOR (n:Bridge) ON (n.municipality, n.sortKey)');
  await connection.run('CREATE INDEX bridge_name FOR (n:Bridge) ON (n.name)');
  await connection.run('CREATE INDEX of_another_program FOR (n:Person) ON (n.name)');

  expect(await ensureIndexes(connection, modelIndexes)).toEqual({
    created: ['measure_order'],
    dropped: ['bridge_name', 'bridge_order'],
  });
  expect([...(await indexed())].sort()).toEqual([...before, 'Person(name)'].sort());
  expect(await ensureIndexes(connection, modelIndexes)).toEqual({ created: [], dropped: [] });
});

test('of processes that create the same indexes at once none fails, and together they create each once', async () => {
  for (let round = 0; round < 5; round++) {
    for (const { name } of modelIndexes.indexes) await connection.run(`DROP INDEX \`${name}\` IF EXISTS`);
    const others = Array.from({ length: 4 }, () => connect(liveTarget()));
    const results = await Promise.all([connection, ...others].map((each) => ensureIndexes(each, modelIndexes)));
    await Promise.all(others.map((each) => each.close()));
    const created = results.flatMap((result) => result.created);
    expect(created.sort()).toEqual(modelIndexes.indexes.map(({ name }) => name).sort());
  }
});
