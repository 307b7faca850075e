import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { checkBackup } from '../../../src/backup/backup-file.js';
import { finishRestore, writeRestoredFolders } from '../../../src/backup/restored-folders.js';
import { backupCommand } from '../../../src/commands/backup.js';
import { keptFolders } from '../../../src/commands/data-folders.js';
import { restoreCommand } from '../../../src/commands/restore.js';
import type { Connection } from '../../../src/database/connection.js';
import { DatabaseError } from '../../../src/database/database-error.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { CommitInDoubt } from '../../../src/ingest/load/transaction.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { greenCity } from '../../fixtures/green-city.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { datasetOf, loadDataset, migratedDatabase, ofCity, olderThan } from '../load/datasets.js';
import { dump } from '../load/graph-dump.js';

jest.setTimeout(120_000);

const temporaryFolder = temporaryFolders();
let connection: Connection;
let city: Dataset;
let dataDir: string;
let file: string;

beforeAll(async () => {
  city = await datasetOf(greenCity.dataset);
});

beforeEach(async () => {
  await connection?.close();
  connection = await migratedDatabase();
  await loadDataset(connection, city);
  dataDir = await temporaryFolder();
  file = join(dataDir, 'graph.backup');
});

afterAll(() => connection.close());

const backup = () => backupCommand(connection, dataDir, file, silentProgress);
const restore = (allowRemovals = false) => restoreCommand(connection, dataDir, file, silentProgress, { allowRemovals });
const revision = async () =>
  (await connection.read<{ value: string }>('MATCH (r:GraphRevision) RETURN r.value AS value'))[0]?.value;

/** What people or later versions may add: other labels, values of every type, links without ids. */
const additions = `CREATE (a:Note:Entry {whole: 2, decimal: 2.0, large: 9007199254740993, yes: true, none: [], words: ['a', 'b'],
  numbers: [1, 2], shares: [1.0, 0.1], day: date('2026-11-25'), at: datetime('2026-11-25T10:00:00+09:00[Asia/Tokyo]'),
  days: [date('2026-04-01')], local: localdatetime('2026-11-25T10:00:00.123'), lasts: duration('P1DT2H'), text: '「改行」
  "quoted" \\\\ ✓'})-[:ABOUT {weight: 1}]->(b:Note {text: ''}), (a)-[:ABOUT {weight: 1.5}]->(b)`;
const added = `MATCH (n:Note) OPTIONAL MATCH (n)-[r]->()
  RETURN labels(n) AS labels, [k IN keys(n) | [k, valueType(n[k]), toStringOrNull(n[k]), CASE WHEN valueType(n[k]) STARTS WITH 'LIST' THEN [x IN n[k] | valueType(x) + toString(x)] END]] AS values,
  type(r) AS type, valueType(r.weight) AS weight, n.large = 9007199254740993 AS exact ORDER BY n.text, r.weight`;
const sorted = (rows: readonly object[]) =>
  rows.map((row) =>
    JSON.stringify(row, (key, value) => (key === 'values' || key === 'labels' ? [...value].sort() : value)),
  );

test('a restored database holds what was backed up, whatever was there meanwhile, under a new revision', async () => {
  await connection.run(additions);
  const [graph, more] = [await dump(connection), sorted(await connection.read(added))];
  expect(more).toHaveLength(3);
  await backup();
  await loadDataset(connection, olderThan(city));
  await connection.run('MATCH (n:Note) DETACH DELETE n');
  const before = await revision();
  await restore();
  expect(await dump(connection)).toEqual(graph);
  expect(sorted(await connection.read(added))).toEqual(more);
  expect(await revision()).not.toBe(before);
  expect((await readdir(dataDir)).sort()).toEqual(['graph.backup']);
});

test('an empty database and an empty data folder get the graph and the dataset that lay in the folder', async () => {
  await cp(projectFile('seed'), join(dataDir, 'dataset'), { recursive: true });
  const graph = await dump(connection);
  await backup();
  const names = (await readdir(join(dataDir, 'dataset'))).sort();
  await connection.close();
  connection = await migratedDatabase();
  const other = await temporaryFolder();
  await mkdir(join(other, 'dataset'));
  await writeFile(join(other, 'dataset', 'own.txt'), 'kept');
  await restoreCommand(connection, other, file, silentProgress, { allowRemovals: false });
  expect(await dump(connection)).toEqual(graph);
  expect((await readdir(join(other, 'dataset'))).sort()).toEqual(names);
  const [kept = ''] = (await readdir(other)).filter((name) => name.startsWith('dataset.before-'));
  expect(await readFile(join(other, kept, 'own.txt'), 'utf8')).toBe('kept');
});

test('datasets of imported cities come back too, without what an import only gathered; others are moved aside', async () => {
  const aoba = join(dataDir, 'cities', 'aoba');
  await cp(projectFile('seed'), aoba, { recursive: true });
  await mkdir(join(aoba, '.incoming'));
  await writeFile(join(aoba, '.incoming', 'measures.csv'), 'refused');
  await backup();
  const other = await temporaryFolder();
  await mkdir(join(other, 'cities', 'aonami'), { recursive: true });
  await restoreCommand(connection, other, file, silentProgress, { allowRemovals: false });
  expect(await readdir(join(other, 'cities'))).toEqual(['aoba']);
  const names = (await readdir(aoba)).filter((name) => name !== '.incoming');
  expect((await readdir(join(other, 'cities', 'aoba'))).sort()).toEqual(names.sort());
  const [kept = ''] = (await readdir(other)).filter((name) => name.startsWith('cities.before-'));
  expect(await readdir(join(other, kept))).toEqual(['aonami']);
});

const placings = [
  ['the first folder is moved aside', ['dataset']],
  ['the first folder is in its place', ['dataset', 'restore.draft/dataset']],
  ['all of them are moved', ['dataset', 'restore.draft/dataset', 'cities']],
] as const;

test.each(placings)(
  'a restore that was killed after its commit, when %s, is finished by the next program',
  async (_, moved) => {
    await cp(projectFile('seed'), join(dataDir, 'dataset'), { recursive: true });
    await backup();
    const other = await temporaryFolder();
    for (const [folder, file] of [
      ['dataset', 'own.txt'],
      ['cities', 'aonami.txt'],
    ] as const) {
      await mkdir(join(other, folder));
      await writeFile(join(other, folder, file), 'kept');
    }
    const { files } = await checkBackup(file);
    const draft = await writeRestoredFolders(other, keptFolders, files, (await revision()) ?? '');
    // As another process, which is dead, would have left them.
    const left = join(other, `restore.${2 ** 22 + 1}-00000000.draft`);
    await rename(draft, left);
    for (const path of moved) {
      const from = join(other, path.replace('restore.draft', basename(left)));
      await rename(from, path.includes('/') ? join(other, 'dataset') : `${from}.before-kill`);
    }
    await finishRestore(connection, other, silentProgress);
    await finishRestore(connection, other, silentProgress);
    expect((await readdir(join(other, 'dataset'))).sort()).toEqual((await readdir(projectFile('seed'))).sort());
    const names = await readdir(other);
    expect(names.filter((name) => name === 'cities' || name.endsWith('.draft'))).toEqual([]);
    const kept = names.filter((name) => name.includes('.before-'));
    const lists = await Promise.all(kept.map((name) => readdir(join(other, name))));
    expect(lists.flat().sort()).toEqual(['aonami.txt', 'own.txt']);
  },
);

/** Lets a draft of this process be that of one which has died. */
async function abandonDraft(folder: string): Promise<void> {
  const [draft = ''] = (await readdir(folder)).filter((name) => name.endsWith('.draft'));
  await rename(join(folder, draft), join(folder, `restore.${2 ** 22 + 1}-00000000.draft`));
}

test('a restore that was told to stop while its commit was under way is finished by the next program', async () => {
  await cp(projectFile('seed'), join(dataDir, 'dataset'), { recursive: true });
  await backup();
  await loadDataset(connection, olderThan(city));
  const other = await temporaryFolder();
  await mkdir(join(other, 'dataset'));
  await writeFile(join(other, 'dataset', 'own.txt'), 'kept');
  const stopping = new AbortController();
  const write: Connection['write'] = async (work, options) => {
    const result = await connection.write(work, options);
    if (stopping.signal.aborted) return result;
    stopping.abort(new Error('told'));
    throw new DatabaseError('unavailable', 'The reply was lost.', { retryable: true });
  };
  const losing = new Proxy(connection, { get: (target, key) => (key === 'write' ? write : Reflect.get(target, key)) });
  const options = { allowRemovals: true, signal: stopping.signal };
  await expect(restoreCommand(losing, other, file, silentProgress, options)).rejects.toBeInstanceOf(CommitInDoubt);
  expect(await readdir(join(other, 'dataset'))).toEqual(['own.txt']);
  await abandonDraft(other);
  await finishRestore(connection, other, silentProgress);
  expect((await readdir(join(other, 'dataset'))).sort()).toEqual((await readdir(projectFile('seed'))).sort());
  expect((await readdir(other)).filter((name) => name.endsWith('.draft'))).toEqual([]);
});

test('a restore whose folders cannot be put in place says so, and the next program does it', async () => {
  await cp(projectFile('seed'), join(dataDir, 'dataset'), { recursive: true });
  await backup();
  const other = await temporaryFolder();
  await symlink('nowhere', join(other, 'dataset'));
  const say = (text: string) => {
    if (text.includes('was moved to')) throw Object.assign(new Error('the disk broke'), { code: 'EIO' });
  };
  await expect(
    restoreCommand(connection, other, file, { ...silentProgress, say }, { allowRemovals: false }),
  ).rejects.toThrow(/^The graph was restored, but the datasets in \S+ could not be put in place \(EIO\)/);
  await abandonDraft(other);
  await finishRestore(connection, other, silentProgress);
  expect((await readdir(join(other, 'dataset'))).sort()).toEqual((await readdir(projectFile('seed'))).sort());
});

test.each(['{', 'null', '{"revision": "R"}', '{"revision": "R", "folders": [5]}'])(
  'a draft of a restore that says %s of itself is removed',
  async (text) => {
    const draft = join(dataDir, `restore.${2 ** 22 + 1}-00000000.draft`);
    await mkdir(draft);
    await writeFile(join(draft, 'restore.json'), text.replace('R', (await revision()) ?? ''));
    await finishRestore(connection, dataDir, silentProgress);
    expect(await readdir(dataDir)).toEqual([]);
  },
);

test('what a restore wrote that was killed before its commit is removed, and the data folder stays as it is', async () => {
  const files = new Map([['dataset/datapackage.json', Buffer.from('{}')]]);
  const draft = await writeRestoredFolders(dataDir, keptFolders, files, 'of a graph that never came');
  await rename(draft, join(dataDir, `restore.${2 ** 22 + 1}-00000000.draft`));
  await mkdir(join(dataDir, 'dataset'));
  await writeFile(join(dataDir, 'dataset', 'own.txt'), 'kept');
  await finishRestore(connection, dataDir, silentProgress);
  expect(await readdir(dataDir)).toEqual(['dataset']);
  expect(await readdir(join(dataDir, 'dataset'))).toEqual(['own.txt']);
});

test('a backup of the first format, whose files are those of the dataset, is restored as it was meant', async () => {
  await cp(projectFile('seed'), join(dataDir, 'dataset'), { recursive: true });
  await backup();
  const first = await resealed((lines) =>
    lines.map((line) =>
      line.replace('"formatVersion":3', '"formatVersion":1').replace('{"file":["dataset/', '{"file":["'),
    ),
  );
  await writeFile(file, first);
  const other = await temporaryFolder();
  await restoreCommand(connection, other, file, silentProgress, { allowRemovals: false });
  expect((await readdir(join(other, 'dataset'))).sort()).toEqual((await readdir(projectFile('seed'))).sort());
});

test('a restore that would remove another city asks first, and changes nothing', async () => {
  await backup();
  await loadDataset(connection, ofCity(city, 'aonami'));
  const graph = await dump(connection);
  await expect(restore()).rejects.toThrow('--allow-removals');
  await expect(restore()).rejects.toMatchObject({ messageJa: expect.stringMatching(/aonami: (\d+) 件中 \1 件/) });
  expect(await dump(connection)).toEqual(graph);
  await restore(true);
  expect((await dump(connection)).length).toBeLessThan(graph.length);
});

test('a file that was cut, changed, or is of a newer version or something else is refused before anything is written', async () => {
  await backup();
  const graph = await dump(connection);
  const whole = gunzipSync(await readFile(file)).toString();
  const variants: readonly (readonly [Buffer, RegExp])[] = [
    [(await readFile(file)).subarray(0, -40), /not whole, or damaged/],
    [gzipSync(whole.replace(/.*\n$/, '')), /its end is missing/],
    [gzipSync(whole.replace('みどり', 'あおば')), /its counts or its checksum/],
    [gzipSync(whole.replace('"formatVersion":3', '"formatVersion":4')), /newer version of the program \(format 4/],
    [Buffer.from('plain text'), /not whole, or damaged/],
    [gzipSync('{"header":{"format":"else"}}\n'), /no backup of this service/],
  ];
  for (const [content, message] of variants) {
    await writeFile(file, content);
    await expect(restore()).rejects.toThrow(message);
  }
  file = join(dataDir, 'no-such.backup');
  await expect(restore()).rejects.toThrow(/cannot be read \(ENOENT\)/);
  expect(await dump(connection)).toEqual(graph);
});

/** The file of a backup whose lines were changed as a program could do it: its counts and its checksum are right. */
async function resealed(change: (lines: readonly string[]) => readonly string[]): Promise<Buffer> {
  const lines = change(
    gunzipSync(await readFile(file))
      .toString()
      .trim()
      .split('\n')
      .slice(0, -1),
  );
  const counts: Record<'nodes' | 'relationships', Record<string, number>> = {
    nodes: { '': 0 },
    relationships: { '': 0 },
  };
  for (const line of lines.map((text) => JSON.parse(text))) {
    const kind = 'node' in line ? 'nodes' : 'relationships';
    const names = 'node' in line ? line.node[1] : 'relationship' in line ? [line.relationship[0]] : null;
    if (names) for (const name of [...names, '']) counts[kind][name] = (counts[kind][name] ?? 0) + 1;
  }
  const files = lines.filter((line) => 'file' in JSON.parse(line)).length;
  const sha256 = createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
  return gzipSync(`${lines.join('\n')}\n${JSON.stringify({ end: { counts, files, sha256 } })}\n`);
}

test('a file that becomes another sound one between its check and its end is noticed, and nothing is changed', async () => {
  await backup();
  const other = await resealed((lines) => lines.map((line) => line.replace('みどり', 'あおば')));
  await loadDataset(connection, olderThan(city));
  const graph = await dump(connection);
  const exchanging = {
    ...silentProgress,
    begin: () => {
      writeFileSync(file, other);
      return { reach: () => {}, end: () => {} };
    },
  };
  await expect(restoreCommand(connection, dataDir, file, exchanging, { allowRemovals: true })).rejects.toThrow(
    /it was changed while it was read/,
  );
  expect(await dump(connection)).toEqual(graph);
  await restore(true);
  expect(await dump(connection)).not.toEqual(graph);
});

test('a restore that would remove all relationships of a type asks first', async () => {
  await backup();
  await writeFile(file, await resealed((lines) => lines.filter((line) => !line.startsWith('{"relationship"'))));
  await expect(restore()).rejects.toMatchObject({ messageJa: expect.stringMatching(/OWNED_BY: (\d+) 件中 \1 件/) });
});

test('two backups to one file at once do not write one draft', async () => {
  await Promise.all([backup(), backup()]);
  expect(await readdir(dataDir)).toEqual(['graph.backup']);
  const graph = await dump(connection);
  await restore();
  expect(await dump(connection)).toEqual(graph);
});

test('a backup that cannot be made or written says why, and leaves the former one', async () => {
  await backup();
  const former = await readFile(file);
  await connection.run('CREATE (:Note {place: point({latitude: 36.2, longitude: 139.2})})');
  await expect(backup()).rejects.toThrow(/The property place of Note has a type that a backup cannot keep: POINT/);
  expect(await readFile(file)).toEqual(former);
  expect(await readdir(dataDir)).toEqual(['graph.backup']);
  await connection.run('MATCH (n:Note) DELETE n');
  file = join(dataDir, 'no', 'folder.backup');
  await expect(backup()).rejects.toThrow(/cannot be written \(ENOENT\)/);
});

test('a backup beside loads is of the state before one or of that after it', async () => {
  const older = olderThan(city);
  await loadDataset(connection, city);
  const states = [await dump(connection)];
  await loadDataset(connection, older);
  states.push(await dump(connection));
  let loading = true;
  const loads = (async () => {
    for (let round = 0; round < 3; round++) await loadDataset(connection, round % 2 ? older : city);
  })().finally(() => {
    loading = false;
  });
  const files: string[] = [];
  try {
    while (loading) {
      file = join(dataDir, `${files.length}.backup`);
      await backup();
      files.push(file);
    }
  } finally {
    await loads;
  }
  for (const each of files) {
    file = each;
    await restore(true);
    expect(states).toContainEqual(await dump(connection));
  }
});

test('a backup that an import crosses has the graph and the files of after it', async () => {
  const dataset = join(dataDir, 'dataset');
  await mkdir(dataset);
  await writeFile(join(dataset, 'datapackage.json'), '{}');
  await writeFile(join(dataset, 'state.txt'), 'before');
  let isCrossed = false;
  const read: Connection['read'] = async (cypher, ...more) => {
    if (!isCrossed && cypher.includes('max(id(r))')) {
      isCrossed = true;
      await loadDataset(connection, olderThan(city));
      await writeFile(join(dataset, 'state.txt'), 'after');
    }
    return connection.read(cypher, ...more);
  };
  const crossed = new Proxy(connection, { get: (target, key) => (key === 'read' ? read : Reflect.get(target, key)) });
  await backupCommand(crossed, dataDir, file, silentProgress);
  expect(isCrossed).toBe(true);
  expect(String((await checkBackup(file)).files.get('dataset/state.txt'))).toBe('after');
});

test('files that are no text come back byte for byte', async () => {
  const dataset = join(dataDir, 'dataset');
  await mkdir(dataset);
  await writeFile(join(dataset, 'datapackage.json'), '\ufeff{}');
  await writeFile(join(dataset, 'plan.xlsx'), Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00, 0xc3]));
  const kept = await Promise.all(['datapackage.json', 'plan.xlsx'].map((name) => readFile(join(dataset, name))));
  await backup();
  const other = await temporaryFolder();
  await restoreCommand(connection, other, file, silentProgress, { allowRemovals: false });
  const restored = ['datapackage.json', 'plan.xlsx'].map((name) => readFile(join(other, 'dataset', name)));
  expect(await Promise.all(restored)).toEqual(kept);
});

test('a restore that is aborted has changed nothing', async () => {
  await backup();
  await loadDataset(connection, olderThan(city));
  const graph = await dump(connection);
  const stopping = new AbortController();
  const bar = { reach: () => stopping.abort(new Error('told')), end: () => {} };
  const progress = { ...silentProgress, begin: () => bar };
  await expect(
    restoreCommand(connection, dataDir, file, progress, { allowRemovals: true, signal: stopping.signal }),
  ).rejects.toThrow('told');
  expect(await dump(connection)).toEqual(graph);
});
