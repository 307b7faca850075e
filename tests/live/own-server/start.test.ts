import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { openDatabase } from '../../../src/database/database.js';
import { ensureIndexes } from '../../../src/database/indexes.js';
import { migrate } from '../../../src/database/migrations.js';
import { lockDataDir } from '../../../src/database/server/lock.js';
import { hasEnded, identify, isRunning, type ProcessIdentity } from '../../../src/database/server/process-identity.js';
import { type EmbeddedServer, startServer } from '../../../src/database/server/start.js';
import { modelIndexes } from '../../../src/model/indexes.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { compile } from '../../compile.js';
import { greenCity } from '../../fixtures/green-city.js';
import { inTurn } from '../../in-turn.js';
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

async function start(isOffered = true): Promise<Started> {
  const server = await startServer(testServerSettings(dataDir), { progress: silentProgress, isOffered });
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
      await expect(connection.write(({ run }) => run('CREATE (:Lost)'), { timeout: 500 })).rejects.toMatchObject({
        kind: 'timeout',
      });
    } finally {
      process.kill(server.process().pid, 'SIGCONT');
    }
    expect(await connection.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
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

let program: string;

/** Runs a command of the program on the data folder, as `npm run` does. */
async function run(...command: readonly string[]) {
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...command], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  opened.push(async () => void child.kill('SIGKILL'));
  const said = text(child.stderr as NodeJS.ReadableStream);
  const [code] = await once(child, 'exit');
  return { code, said: await said };
}

describe('while another process has the folder', () => {
  beforeAll(async () => {
    program = await compile(await temporaryFolder());
  });
  afterEach(closeAll);
  const testInTurn = inTurn(2);

  testInTurn('commands use the database of a service, where it has been prepared for them', async () => {
    const { server, connection } = await start();
    await connection.run('MATCH (n) DETACH DELETE n');
    expect(await run('load', greenCity.dataset)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/database of the running service lacks \d+ migrations.*still starting/),
    });
    await migrate(connection, projectFile('cypher/migrations'));
    await ensureIndexes(connection, modelIndexes);
    expect(await run('load', greenCity.dataset)).toMatchObject({
      code: 0,
      said: expect.stringContaining(`Using the database of the running service (${server.uri}).`),
    });
    expect(await run('doctor', greenCity.dataset)).toMatchObject({ code: 0 });
    const file = join(dataDir, 'graph.backup');
    expect(await run('backup', file)).toMatchObject({ code: 0, said: expect.stringContaining('Backed up to') });
    await connection.run('MATCH (n:Measure) DETACH DELETE n');
    expect(await run('restore', file)).toMatchObject({ code: 0, said: expect.stringContaining('Restored from') });
    expect(await run('doctor', greenCity.dataset)).toMatchObject({ code: 0 });
    expect(await connection.read('MATCH (n:Measure) RETURN count(n) AS count')).toEqual([{ count: 10 }]);
  });

  testInTurn('a command waits for the end of another one, and then has a database of its own', async () => {
    const { server } = await start(false);
    const said: string[] = [];
    const progress = { ...silentProgress, say: (line: string) => void said.push(line) };
    const opening = openDatabase(testServerSettings(dataDir), { progress });
    await retried(async () =>
      expect(said).toContainEqual(expect.stringContaining(`is in use by process ${process.pid}; waiting`)),
    );
    await server.stop();
    const { kind, connection, close } = await opening;
    opened.push(close);
    expect(kind).toBe('embedded');
    await connection.read('RETURN 1');
  });
});

describe('whatever became of the last one', () => {
  afterEach(closeAll);
  const testInTurn = inTurn(3);

  testInTurn('a server that is killed again before it answers is started until it does', async () => {
    const { server, connection } = await start();
    for (let kill = 0; kill < 3; kill++) {
      const killed = server.process();
      const note = join(dataDir, 'neo4j', 'process.json');
      const running = kill === 0 ? killed : (JSON.parse(await readFile(note, 'utf8')) as ProcessIdentity);
      process.kill(running.pid, 'SIGKILL');
      await retried(async () => expect(JSON.parse(await readFile(note, 'utf8'))).not.toEqual(running));
    }
    expect(await retried(() => connection.read('RETURN 1 AS one'), { within: 90_000 })).toEqual([{ one: 1 }]);
  });

  testInTurn('a server that runs and does not answer is ended and started again', async () => {
    const said: string[] = [];
    const database = await openDatabase(
      { ...testServerSettings(dataDir), timeout: 5_000 },
      { progress: { ...silentProgress, say: (line) => void said.push(line) }, waits: true },
    );
    opened.push(database.close);
    database.lost.catch(() => {});
    const note = join(dataDir, 'neo4j', 'process.json');
    const frozen = JSON.parse(await readFile(note, 'utf8')) as ProcessIdentity;
    process.kill(frozen.pid, 'SIGSTOP');
    await retried(async () => expect(JSON.parse(await readFile(note, 'utf8'))).not.toEqual(frozen), { within: 60_000 });
    expect(await isRunning(frozen)).toBe(false);
    expect(await retried(() => database.connection.read('RETURN 1 AS one'), { within: 60_000 })).toEqual([{ one: 1 }]);
    expect(said.join('\n')).toMatch(/The database has not answered for \d+ s; ending it, to start it again\./);
  });

  testInTurn(
    'a data folder with a Japanese name, in a locale that knows none, and odd files in it, is used',
    async () => {
      const folder = join(await temporaryFolder(), '新 規');
      await mkdir(join(folder, 'neo4j'), { recursive: true });
      await writeFile(join(folder, 'neo4j', 'process.json'), 'null');
      const { LC_ALL } = process.env;
      process.env.LC_ALL = 'C';
      try {
        const server = await startServer(testServerSettings(folder), { progress: silentProgress });
        await server.stop();
      } finally {
        if (LC_ALL === undefined) delete process.env.LC_ALL;
        else process.env.LC_ALL = LC_ALL;
      }
    },
  );

  testInTurn('data that is damaged is named, with its folder and what to do', async () => {
    const folder = await temporaryFolder();
    const starting = () => startServer(testServerSettings(folder), { progress: silentProgress });
    await (await starting()).stop();
    await writeFile(join(folder, 'neo4j', 'data', 'databases', 'neo4j', 'neostore'), Buffer.alloc(16_384, 7));
    await expect(starting()).rejects.toThrow(
      /^Neo4j could not be started: the database was not opened \(.*\)\. The data in \S+ cannot be opened; .* Move that folder away/,
    );
    await expectFree(folder);
  });

  test('a folder that is a file, or whose part is one, is named', async () => {
    const folder = await temporaryFolder();
    const starting = (path: string) => startServer(testServerSettings(path), { progress: silentProgress });
    await writeFile(join(folder, 'file'), '');
    await expect(starting(join(folder, 'file'))).rejects.toThrow(/file cannot be used as a folder \(EEXIST\)\. Move/);
    await writeFile(join(folder, 'neo4j'), '');
    await expect(starting(folder)).rejects.toThrow(/neo4j cannot be used as a folder \(EEXIST\)\. Move/);
    await expectFree(folder);
  });

  testInTurn('a server whose parent was killed ends within seconds, and the folder can be used at once', async () => {
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
    expect(await hasEnded(orphan, 30_000)).toBe(true);
    await connection.read('RETURN 1');
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

  testInTurn('a server of a folder that nobody guards any more is ended first', async () => {
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
