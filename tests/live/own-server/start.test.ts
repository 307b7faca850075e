import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { lockDataDir } from '../../../src/database/server/lock.js';
import { hasEnded, identify, isRunning, type ProcessIdentity } from '../../../src/database/server/process-identity.js';
import { type EmbeddedServer, startServer } from '../../../src/database/server/start.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { retried } from '../../retried.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { testServerSettings } from '../server-settings.js';

jest.setTimeout(120_000);

const temporaryFolder = temporaryFolders();
/** One for all tests, as a server takes twice as long to start for the first time. */
let dataDir: string;
const opened: (() => Promise<void>)[] = [];

beforeAll(async () => {
  dataDir = await temporaryFolder();
});

interface Started {
  readonly server: EmbeddedServer;
  readonly connection: Connection;
}

async function start(): Promise<Started> {
  const server = await startServer(testServerSettings(dataDir), { progress: silentProgress });
  opened.push(server.stop);
  const connection = connect(server);
  opened.push(connection.close);
  return { server, connection };
}

async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

describe('while a server runs', () => {
  let started: Started | null = null;
  const running = async () => {
    started ??= await start();
    return started;
  };

  afterAll(closeAll);

  test('password and data survive a restart; meanwhile nobody else gets the folder', async () => {
    const first = await running();
    await first.connection.run("CREATE (:Measure {name: '市民との協働'})");
    const file = join(dataDir, 'neo4j', 'password');
    expect(await readFile(file, 'utf8')).toBe(first.server.password);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataDir, 'neo4j', 'conf', 'neo4j.conf'), 'utf8')).not.toContain(first.server.password);
    await expect(start()).rejects.toThrow(`in use by another process (${process.pid})`);

    await first.server.stop();
    expect(await isRunning(first.server.process())).toBe(false);
    expect(await first.server.lost).toMatchObject({ message: 'The database was stopped' });

    started = null;
    const second = await running();
    expect(second.server.password).toBe(first.server.password);
    const rows = await second.connection.read('MATCH (measure:Measure) RETURN measure.name AS name');
    expect(rows).toEqual([{ name: '市民との協働' }]);
  });

  test('the server listens on loopback only, its password is in no list of processes, and frozen it heals by itself', async () => {
    const { server, connection } = await running();
    if (process.platform === 'linux') {
      const { pid } = server.process();
      expect(await listeningAddresses(pid)).toEqual([`127.0.0.1:${new URL(server.uri).port}`]);
      expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(server.password);
    }

    await connection.read('RETURN 1');
    process.kill(server.process().pid, 'SIGSTOP');
    try {
      // The stop reaches one thread after another: meanwhile a statement can still be answered.
      const failed = await retried(async () => {
        const begin = Date.now();
        const error = await connection.read('RETURN 1', {}, { timeout: 1_500 }).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (error === null) throw new Error('expected the database to be frozen');
        return { error, milliseconds: Date.now() - begin };
      });
      expect(failed.error).toMatchObject({ kind: 'timeout' });
      expect(failed.milliseconds).toBeLessThan(2_000);
      await expect(connection.verify(500)).rejects.toMatchObject({ kind: 'timeout' });
      await expect(connection.write(({ run }) => run('CREATE (:Lost)'), { timeout: 500 })).rejects.toMatchObject({
        kind: 'timeout',
      });
    } finally {
      process.kill(server.process().pid, 'SIGCONT');
    }
    expect(await connection.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    await connection.verify();
  });

  test('a killed server is started again in its place, with what it had acknowledged', async () => {
    const { server, connection } = await running();
    await connection.write(({ run }) => run('CREATE (:Acknowledged)'));
    const killed = server.process();
    process.kill(killed.pid, 'SIGKILL');
    await expect(connection.read('RETURN 1')).rejects.toMatchObject({ kind: 'unavailable' });
    const rows = await retried(() => connection.read('MATCH (n:Acknowledged) RETURN count(n) AS count'));
    expect(rows).toEqual([{ count: 1 }]);
    await retried(async () => expect(server.process()).not.toEqual(killed));
  });
});

describe('whatever became of the last one', () => {
  afterEach(closeAll);

  test('a server whose parent was killed ends within seconds, and the folder can be used at once', async () => {
    const parent = spawn(
      process.execPath,
      ['--import', projectFile('tests/typescript.mjs'), projectFile('tests/live/own-server/server-parent.ts'), dataDir],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    opened.push(async () => void parent.kill('SIGKILL'));
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    const orphan = JSON.parse(line) as ProcessIdentity;
    await expect(start()).rejects.toThrow(`in use by another process (${parent.pid})`);

    parent.kill('SIGKILL');
    await once(parent, 'exit');
    // At once: the new server has to wait for the end of the old one by itself.
    const { connection } = await start();
    expect(await hasEnded(orphan, 6_000)).toBe(true);
    await connection.verify();
  });

  test('a server that cannot start is said with its own words, and gives the folder free', async () => {
    const settings = testServerSettings(dataDir);
    const wrong = (changes: object) => startServer({ ...settings, ...changes }, { progress: silentProgress });
    await expect(wrong({ dataDir: await temporaryFolder(), transactionMemory: '1k' })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^The database's first password could not be set\.\n.*db\.memory\.transaction\.max/s,
      ),
    });
    await expect(wrong({ transactionMemory: '1k' })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Neo4j could not be started: it ended with exit code 1\.\n.*db\.memory\.transaction\.max/s,
      ),
      messageJa: expect.stringContaining('Neo4j を起動できませんでした'),
    });
    await expect(wrong({ heapMax: '1m' })).rejects.toThrow(/ended with exit code 1\.\n.*heap/s);
    await expectFree(dataDir);
  });

  test('a start that is called off leaves no process behind', async () => {
    const stopping = new AbortController();
    const note = join(dataDir, 'neo4j', 'process.json');
    await rm(note, { force: true });
    const starting = startServer(testServerSettings(dataDir), { progress: silentProgress, signal: stopping.signal });
    const identity = JSON.parse(await retried(() => readFile(note, 'utf8'))) as ProcessIdentity;
    stopping.abort(new Error('called off'));
    await expect(starting).rejects.toThrow('called off');
    expect(await isRunning(identity)).toBe(false);
    await expectFree(dataDir);
  });

  test('a server of a folder that nobody guards any more is ended first', async () => {
    const stray = spawn(process.execPath, ['-e', 'setInterval(() => {}, 60_000)'], { stdio: 'ignore' });
    opened.push(async () => void stray.kill('SIGKILL'));
    const identity = await identify(stray.pid ?? 0);
    await mkdir(join(dataDir, 'neo4j'), { recursive: true });
    await writeFile(join(dataDir, 'neo4j', 'process.json'), JSON.stringify(identity));
    await start();
    expect(identity && (await isRunning(identity))).toBe(false);
  });
});

/** Fails while another has the folder. */
async function expectFree(folder: string): Promise<void> {
  await (await lockDataDir(folder)).release();
}

/** The addresses on which a process accepts connections. */
async function listeningAddresses(pid: number): Promise<readonly string[]> {
  const links = await Promise.all(
    (await readdir(`/proc/${pid}/fd`)).map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')),
  );
  const sockets = new Set(links.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1]));
  const tables = await Promise.all(['tcp', 'tcp6'].map((table) => readFile(`/proc/${pid}/net/${table}`, 'utf8')));
  return tables
    .flatMap((table) => table.split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(inode))
    .map(([, local = '']) => {
      const [address = '', port = ''] = local.split(':');
      const isLoopback = /(?:^|FFFF0000)0100007F$/.test(address);
      return `${isLoopback ? '127.0.0.1' : address}:${Number.parseInt(port, 16)}`;
    });
}
