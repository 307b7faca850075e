import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { projectFile } from '../../../src/project-files.js';
import { sendTo } from '../../http/service.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { freshDatabase, liveTarget } from '../neo4j.js';
import { type Passage, proxyTo } from '../proxy.js';

const temporaryFolder = temporaryFolders();
let proxy: Passage;
let child: ChildProcess;

beforeEach(async () => {
  await (await freshDatabase()).close();
  proxy = await proxyTo(liveTarget(), { opened: false });
}, 30_000);

afterEach(async () => {
  child.kill('SIGKILL');
  await proxy.close();
});

/** `start` in a process of its own. */
async function start(port = '0'): Promise<ChildProcess> {
  const { uri, username, password, database } = proxy.target;
  const environment = {
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database ?? '',
    DATA_DIR: await temporaryFolder(),
    PORT: port,
    // Being ready is about the database here, not about the examples.
    WARM_UP: 'off',
  };
  return spawn(
    process.execPath,
    ['--import', projectFile('tests/typescript.mjs'), projectFile('src/cli.ts'), 'start'],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

test('a service that starts before its database lives, says so, and is ready when the database has come', async () => {
  child = await start();
  const logged = text(child.stdout as NodeJS.ReadableStream);
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  lines.on('line', (line) => said.push(line));
  let url = '';
  for await (const line of lines) {
    url = /^Listening: (\S+),/.exec(line)?.[1] ?? '';
    if (url) break;
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
  const end = Date.now() + 30_000;
  while ((await get('/readyz')) !== 200) {
    expect(Date.now()).toBeLessThan(end);
    await delay(50);
  }
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
}, 60_000);

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
}, 60_000);
