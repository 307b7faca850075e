import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { RevisionReader } from '../../../src/graph/revision.js';
import { freshDatabase } from '../neo4j.js';

let connection: Connection;

beforeAll(async () => {
  connection = await freshDatabase();
  await connection.run("CREATE (:GraphRevision {name: 'graph', value: '0'})");
  await connection.run('UNWIND range(1, 20000) AS n CREATE (:Thing {version: 0})');
});

afterAll(() => connection.close());

const readerOf = () => new RevisionReader((cypher, parameters) => connection.read(cypher, parameters));

async function write(version: number): Promise<void> {
  await connection.write(async ({ run }) => {
    await run('MATCH (t:Thing) SET t.version = $version', { version });
    await run('MATCH (r:GraphRevision) SET r.value = $version', { version: String(version) });
  });
}

/** Neo4j makes a commit visible record by record, the revision first: for a while it stands beside things of before. */
test('whoever is told a revision sees all of it', async () => {
  const versions = new Map<string | null, number>();
  const seen: { readonly revision: string | null; readonly oldest: number }[] = [];
  let writing = true;
  const readers = Array.from({ length: 3 }, async () => {
    const reader = readerOf();
    while (writing) {
      const revision = await reader.fresh();
      const [row] = await connection.read<{ oldest: number }>('MATCH (t:Thing) RETURN min(t.version) AS oldest');
      seen.push({ revision, oldest: Number(row?.oldest) });
    }
  });
  for (let version = 1; version <= 15; version++) {
    await write(version);
    versions.set(await readerOf().fresh(), version);
  }
  writing = false;
  await Promise.all(readers);
  const torn = seen.filter(({ revision, oldest }) => revision !== null && oldest < (versions.get(revision) ?? 0));
  expect(torn).toEqual([]);
  expect(seen.length).toBeGreaterThan(15);
});
