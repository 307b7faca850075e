/** A disk that is full or cannot be written, and too few files that may be open: it ends with one sentence, or heals. */
import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { connect as connectTo, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { connect } from '../../../src/database/connection.js';
import { DatabaseError } from '../../../src/database/database-error.js';
import { installServer } from '../../../src/database/server/install.js';
import { silentProgress } from '../../../src/progress.js';
import { dataFolder, remote, startEmbedded, untilReady } from '../../chaos/place.js';
import { embeddedNeo4j, endOf, killed, type Program, processesOf, ready } from '../../chaos/program.js';
import { makeStates, type States, stateOf, withConnection } from '../../chaos/states.js';
import { compile } from '../../compile.js';
import { sendTo } from '../../http/service.js';
import { inTurn } from '../../in-turn.js';
import { retried } from '../../retried.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { testServerSettings } from '../server-settings.js';

jest.setTimeout(600_000);

const mounted: string[] = [];
// Before the folders in which they lie are removed.
afterAll(() => {
  for (const disk of mounted) execFileSync('umount', ['--lazy', disk]);
});

const temporaryFolder = temporaryFolders();
let folder: string;
let program: string;
let jars: string;
let states: States;
const started: Program[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  program = await compile(join(folder, 'program'));
  jars = dirname(await installServer({ jarsDir: testServerSettings(folder).jarsDir, progress: silentProgress }));
  states = await makeStates(folder);
});

afterEach(async () => {
  for (const { kill } of started.splice(0)) kill('SIGKILL');
  for (const { pid } of await processesOf(join(folder, 'disk'))) killed(pid, 'SIGKILL');
});

/** A data folder on a disk of so many megabytes; null, and a reason is said, where this user may not mount one. */
async function onDisk(megabytes: number): Promise<{ readonly disk: string; readonly dataDir: string } | null> {
  const disk = await mkdtemp(join(folder, `disk-${megabytes}-`));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk], { stdio: 'pipe' });
  } catch (error) {
    process.stderr.write(`not tried with a full disk, as none can be mounted: ${(error as Error).message}\n`);
    return null;
  }
  mounted.push(disk);
  return { disk, dataDir: await dataFolder({ folder: disk, jars }, 'data') };
}

/** Takes all that is free on a disk. */
async function fill(disk: string): Promise<void> {
  const file = await open(join(disk, 'filler'), 'w');
  try {
    for (;;) await file.write(Buffer.alloc(2 ** 20));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
}

const free = (disk: string) => rm(join(disk, 'filler'));

function start(dataDir: string): Program {
  const service = startEmbedded({ program }, dataDir);
  started.push(service);
  return service;
}

/** It ends with code 1 and a sentence, without a stack (`endOf`). */
async function endsWith(service: Program, sentence: RegExp): Promise<void> {
  const how = await endOf(service, 180_000);
  expect({ how, said: service.said.join('\n') }).toEqual({ how: 1, said: expect.stringMatching(sentence) });
}

const holdsAll = (dataDir: string) =>
  embeddedNeo4j(dataDir).then(({ target }) =>
    withConnection(target, async (connection) => (await stateOf(connection, states))?.name),
  );

test('on a disk that is full from the beginning a start ends with what is needed', async () => {
  const small = await onDisk(100);
  if (small) await endsWith(start(small.dataDir), /has too little free space: 600 MB are needed/);
});

const testInTurn = inTurn(2);

testInTurn(
  'a disk that fills while Neo4j starts, or while it serves, costs nothing that was there, and with room it goes on',
  async () => {
    const place = await onDisk(660);
    if (!place) return;
    const { disk, dataDir } = place;
    const first = start(dataDir);
    await first.says(/Starting Neo4j/, 60_000);
    await fill(disk);
    // On a busy machine the disk is full before the start looks for room.
    await endsWith(first, /is full: free some space and start again\.|has too little free space/);
    await free(disk);

    const service = start(dataDir);
    const url = await ready(service);
    expect(await holdsAll(dataDir)).toBe('after');
    const { target } = await embeddedNeo4j(dataDir);
    await fill(disk);
    const connection = connect(target);
    const write = () =>
      connection.run('UNWIND range(1, 10000) AS i CREATE (:Junk {text: $text + i})', { text: 'x'.repeat(99) });
    const writes = (async () => {
      for (let count = 0; count < 200; count++) await write();
    })();
    await expect(writes).rejects.toBeInstanceOf(DatabaseError);
    await connection.close();
    await service.says(/The database has failed and cannot go on/, 60_000);
    await service.says(/Neo4j could not be started: .* is full: free some space/, 180_000);
    expect((await sendTo(url, { method: 'GET', path: '/healthz' })).status).toBe(200);
    expect((await sendTo(url, { method: 'GET', path: '/readyz' })).status).toBe(503);
    await free(disk);
    await untilReady(url, service);
    expect(await holdsAll(dataDir)).toBe('after');
    service.kill('SIGTERM');
    expect(await endOf(service)).toBe(0);

    // Whatever the service started may take a moment more to let go of its files.
    await retried(async () => execFileSync('mount', ['-o', 'remount,ro', disk], { stdio: 'pipe' }), { within: 10_000 });
    await endsWith(start(dataDir), /cannot be written \(EROFS/);
  },
);

/** Runs the program where so many files may be open at once. */
function limited(files: number, environment: Readonly<Record<string, string>>) {
  const child = execFile('/bin/sh', ['-c', `ulimit -n ${files}; exec "$0" "$@"`, process.execPath, program, 'start'], {
    env: { ...process.env, NODE_OPTIONS: '', WARM_UP: 'off', LOG_LEVEL: 'silent', PORT: '0', ...environment },
  });
  const said = text(child.stderr as NodeJS.ReadableStream);
  return { child, said, ended: once(child, 'exit') };
}

testInTurn(
  'with too few files that may be open a start says so, and a service lives on, beside more clients than it can take',
  async () => {
    const dataDir = await dataFolder({ folder, jars }, 'disk');
    const own = limited(230, { DATA_DIR: dataDir, NEO4J_URI: '' });
    expect(await own.ended).toEqual([1, null]);
    expect(await own.said).toContain('Too few files may be open');
    expect(await own.said).not.toMatch(/^\s+at /m);

    await ready(start(dataDir));
    const { target } = await embeddedNeo4j(dataDir);
    const beside = limited(230, { ...remote(target), DATA_DIR: join(folder, 'beside') });
    let address = '';
    beside.child.stderr?.on('data', (chunk: string) => {
      address ||= /^Ready: (\S+)\/graphql/m.exec(chunk)?.[1] ?? '';
    });
    while (!address) await delay(100);
    const { hostname, port } = new URL(address);
    const sockets: Socket[] = [];
    for (let count = 0; count < 400; count++) sockets.push(connectTo(Number(port), hostname).on('error', () => {}));
    await delay(2_000);
    for (const socket of sockets) socket.destroy();
    const status = () => sendTo(address, { method: 'GET', path: '/readyz' }).then((reply) => reply.status);
    await retried(async () => expect(await status()).toBe(200), { within: 120_000 });
    beside.child.kill('SIGTERM');
    expect(await beside.ended).toEqual([0, null]);
    expect(await beside.said).not.toMatch(/^\s+at /m);
  },
);
