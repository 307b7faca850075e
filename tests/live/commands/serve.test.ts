import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { compile } from '../../compile.js';
import { sendTo } from '../../http/service.js';
import { retried } from '../../retried.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { freshDatabase, liveTarget } from '../neo4j.js';
import { type Passage, proxyTo } from '../proxy.js';

const temporaryFolder = temporaryFolders();
let program: string;
let proxy: Passage;
let child: ChildProcess;

beforeAll(async () => {
  program = await compile(await temporaryFolder());
});

beforeEach(async () => {
  await (await freshDatabase()).close();
  proxy = await proxyTo(liveTarget(), { opened: false });
});

afterEach(async () => {
  child.kill('SIGKILL');
  await proxy.close();
});

/** `start` in a process of its own. */
async function start(port = '0', further: Record<string, string> = {}): Promise<ChildProcess> {
  const { uri, username, password, database } = proxy.target;
  const environment = {
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database ?? '',
    DATA_DIR: await temporaryFolder(),
    PORT: port,
    ...further,
    // Being ready is about the database here, not about the examples.
    WARM_UP: 'off',
  };
  return spawn(process.execPath, ['--enable-source-maps', program, 'start'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('a service that starts before its database lives, says so, and is ready when the database has come', async () => {
  child = await start();
  const logged = text(child.stdout as NodeJS.ReadableStream);
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  lines.on('line', (line) => said.push(line));
  let url = '';
  for await (const line of lines) {
    url = /^Listening: (\S+),/.exec(line)?.[1] ?? url;
    if (/does not answer/.test(line)) break;
  }
  expect(said.join('\n')).toContain(`${proxy.target.uri} のデータベースが応答しません`);
  expect(said.join('\n')).toContain(`The database at ${proxy.target.uri} does not answer; trying again until it does.`);
  expect(said.join('\n')).not.toContain(proxy.target.password);
  const get = async (path: string) => (await sendTo(url, { method: 'GET', path })).status;
  const ask = (query: string) =>
    sendTo(url, { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  expect([await get('/healthz'), await get('/readyz')]).toEqual([200, 503]);
  const early = await ask('{ __typename }');
  expect([early.status, early.json().errors?.[0]?.extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);

  await proxy.open();
  await retried(async () => expect(await get('/readyz')).toBe(200), { within: 120_000 });
  expect((await ask('query Loaded { measures { totalCount } }')).json()).toEqual({
    data: { measures: { totalCount: expect.any(Number) } },
  });

  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  // Standard output is the log, one JSON object a line, and nothing else.
  const log = (await logged)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(log).toEqual([
    expect.objectContaining({ level: 'warn', status: 503, code: 'SERVICE_UNAVAILABLE' }),
    expect.objectContaining({ level: 'info', operation: 'Loaded', status: 200, code: 'OK' }),
  ]);
  expect(await logged).not.toContain(proxy.target.password);
});

test('a port that is taken is told at once, before the database is asked for', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  child = await start(String(port));
  const said = text(child.stderr as NodeJS.ReadableStream);
  expect(await once(child, 'exit')).toEqual([1, null]);
  taken.close();
  expect(await said).toBe(
    `ポート ${port} は使用中です。PORT に別の番号を指定してください。\nPort ${port} is in use: set PORT to another one.\n`,
  );
});

test.each([
  ['the host is no address of this machine', { HOST: '192.0.2.1' }, '192.0.2.1 is no address of this machine'],
  ['the host has no address', { HOST: 'no such host' }, 'no such host is no address of this machine'],
  [
    'the database stays away for longer than it may',
    { DATABASE_TIMEOUT: '2' },
    'The database at NEO4J_URI did not answer within 2 s.',
  ],
])(
  'a service ends with one sentence and code 1 when %s',
  async (_, further, sentence) => {
    child = await start('0', further);
    const said = text(child.stderr as NodeJS.ReadableStream);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(await said).toContain(sentence);
    expect(await said).not.toMatch(/^\s+at /m);
  },
  60_000,
);

test('a database that is frozen while it is migrated is told of, and given up with one sentence and code 1', async () => {
  await proxy.open();
  child = await start('0', { DATABASE_TIMEOUT: '15' });
  const said: string[] = [];
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    said.push(line);
    if (line.includes('V001')) proxy.freeze();
  }
  expect(await ended).toEqual([1, null]);
  expect(said.join('\n')).toMatch(
    /The database has not answered for \d+ s; waiting for it\.\n.*\nThe database has not answered for \d+ s, so this ends\. Check the database/,
  );
  expect(said.join('\n')).not.toMatch(/^\s+at /m);
});

/** The lines that the service says until one of them fits. */
async function until(service: ChildProcess, pattern: RegExp): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: service.stderr as NodeJS.ReadableStream })) {
    const found = pattern.exec(line);
    if (found) return found[1] ?? line;
    said.push(line);
  }
  throw new Error(`expected the service to say ${pattern}; it said:\n${said.join('\n')}`);
}

test('while the database is frozen a service is not ready, and says that it is unavailable rather than busy', async () => {
  await proxy.open();
  child = await start('0');
  const url = await until(child, /^Ready: (\S+)\/graphql$/);
  const ask = async () => {
    const reply = await sendTo(url, {
      headers: { 'content-type': 'application/json', 'x-no-cache': '1' },
      body: JSON.stringify({ query: '{ measures { totalCount } }' }),
    });
    return `${reply.status} ${reply.json().errors?.[0]?.extensions.code}`;
  };
  // The first answer may be late: its statement is new to the database.
  const answers = () =>
    retried(async () => {
      expect(await ask()).toBe('200 undefined');
      return true;
    });
  expect(await answers()).toBe(true);
  proxy.freeze();
  // More than the pool has connections.
  const codes = new Set(await Promise.all(Array.from({ length: 90 }, ask)));
  expect([...codes].sort()).toEqual(['503 SERVICE_UNAVAILABLE', '504 TIMEOUT']);
  const ready = await sendTo(url, { method: 'GET', path: '/readyz' });
  expect([ready.status, JSON.parse(ready.body).checks]).toEqual([
    503,
    { database: false, migrations: false, indexes: false, dataset: false },
  ]);
  proxy.thaw();
  expect(await answers()).toBe(true);
});

test('two services that start at once on an empty database are both ready, with one dataset', async () => {
  await proxy.open();
  const [one, other] = await Promise.all([start('0', { DEADLINE: '60' }), start('0', { DEADLINE: '60' })]);
  child = one;
  try {
    const urls = await Promise.all([one, other].map((each) => until(each, /^Ready: (\S+)\/graphql$/)));
    const counts = await Promise.all(
      urls.map(async (url) =>
        (
          await sendTo(url, {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: '{ measures { totalCount } municipalities { totalCount } }' }),
          })
        ).json(),
      ),
    );
    expect(counts[0]).toEqual({
      data: { measures: { totalCount: expect.any(Number) }, municipalities: { totalCount: 1 } },
    });
    expect(counts[1]).toEqual(counts[0]);
  } finally {
    other.kill('SIGKILL');
  }
});

test('a database that has no such name is said to have none', async () => {
  await proxy.open();
  child = await start('0', { NEO4J_DATABASE: 'nonesuch' });
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream }))
    if (line.includes('has no database named nonesuch (NEO4J_DATABASE)')) return;
  throw new Error('expected the service to say that there is no such database');
});
