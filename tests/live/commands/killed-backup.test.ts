import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { backupCommand } from '../../../src/commands/backup.js';
import type { Connection } from '../../../src/database/connection.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { silentProgress } from '../../../src/progress.js';
import { remote } from '../../chaos/place.js';
import { endOf } from '../../chaos/program.js';
import { compile } from '../../compile.js';
import { greenCity } from '../../fixtures/green-city.js';
import { retried } from '../../retried.js';
import { sampled } from '../../sampled.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { datasetOf, loadDataset, migratedDatabase, olderThan } from '../load/datasets.js';
import { dump } from '../load/graph-dump.js';
import { liveTarget } from '../neo4j.js';
import { commit, type Passage, proxyTo } from '../proxy.js';
import { programs } from '../struck-programs.js';

jest.setTimeout(120_000);

const temporaryFolder = temporaryFolders();
const { start, endAt } = programs();
let connection: Connection;
let proxy: Passage;
let program: string;
let city: Dataset;
let dataDir: string;
let file: string;

beforeAll(async () => {
  connection = await migratedDatabase();
  proxy = await proxyTo(liveTarget());
  program = await compile(join(await temporaryFolder(), 'program'));
  city = await datasetOf(greenCity.dataset);
});

beforeEach(async () => {
  await loadDataset(connection, city);
  dataDir = await temporaryFolder();
  file = join(dataDir, 'graph.backup');
});

afterAll(async () => {
  await proxy?.close();
  await connection?.close();
});

const run = (...command: readonly string[]) => start(program, command, { ...remote(proxy.target), DATA_DIR: dataDir });

const signals = ['SIGKILL', 'SIGTERM'] as const;

const each = <Message>(...cases: readonly (readonly [string, Message])[]) =>
  cases.flatMap(([when, message]) => signals.map((signal) => [signal, when, message] as const));

describe('ended at any moment', () => {
  test.each(
    sampled(
      each(
        ['before there is a draft', 'MATCH (m:Migration)'],
        ['while its draft is written', 'RETURN type(r) AS type'],
        ['when its draft is whole', 'UNWIND labels(n)'],
      ),
      1,
    ),
  )('by %s a backup leaves the former file as it was %s, and the next one works', async (signal, _, message) => {
    await backupCommand(connection, dataDir, file, silentProgress);
    const former = await readFile(file);
    await loadDataset(connection, olderThan(city));

    const { how, said } = await endAt(proxy, message, signal, () => run('backup', file));
    expect(how).toBe(signal === 'SIGTERM' ? 1 : signal);
    if (signal === 'SIGTERM') expect(said).toContain('The backup was interrupted. What was there is unchanged.');
    expect(await readFile(file)).toEqual(former);
    const left = (await readdir(dataDir)).filter((name) => name !== 'graph.backup');
    if (signal === 'SIGTERM') expect(left).toEqual([]);

    expect(await endOf(run('backup', file))).toBe(0);
    expect(await readFile(file)).not.toEqual(former);
    expect(await readdir(dataDir)).toEqual(['graph.backup']);
  });

  test.each(
    sampled(
      each<string | typeof commit>(
        ['while it removes', 'DETACH DELETE n'],
        ['while it creates nodes', 'CREATE (n) SET n:$'],
        ['when it writes the revision', "MERGE (r:GraphRevision {name: 'graph'}) SET r.value = $value"],
        ['when it commits', commit],
      ),
      3,
    ),
  )(
    'by %s a restore leaves the graph before or the graph after %s, and the next one works',
    async (signal, _, message) => {
      const after = await dump(connection);
      await mkdir(join(dataDir, 'dataset'));
      await writeFile(join(dataDir, 'dataset', 'datapackage.json'), '{"resources": []}');
      await backupCommand(connection, dataDir, file, silentProgress);
      await writeFile(join(dataDir, 'dataset', 'own.txt'), 'kept');
      await loadDataset(connection, olderThan(city));
      const before = await dump(connection);

      const restore = () => run('restore', file, '--allow-removals');
      const { how, said } = await endAt(proxy, message, signal, restore);
      const graph = await retried(async () => {
        const now = await dump(connection);
        expect([before, after]).toContainEqual(now);
        return now;
      });
      if (message !== commit) expect(graph).toEqual(before);
      if (signal === 'SIGTERM') {
        expect([0, 1]).toContain(how);
        expect(said).toMatch(/^Restored from|The restore was interrupted|There was no reply to the commit/m);
        if (said.includes('Restored from')) expect(graph).toEqual(after);
      } else expect(how).toBe(signal);

      const next = restore();
      expect({ how: await endOf(next), said: next.said.join('\n') }).toMatchObject({ how: 0 });
      expect(await dump(connection)).toEqual(after);
      const names = await readdir(dataDir);
      expect(names.filter((name) => name.endsWith('.draft'))).toEqual([]);
      expect(await readdir(join(dataDir, 'dataset'))).toEqual(['datapackage.json']);
      const kept = names.filter((name) => name.startsWith('dataset.before-'));
      const lists = await Promise.all(kept.map((name) => readdir(join(dataDir, name))));
      expect(lists.flat()).toContain('own.txt');
    },
  );
});
