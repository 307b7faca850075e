/** `load` as a process of its own, at a database that accepts connections and never answers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { compile } from '../../compile.js';
import { temporaryFolders } from '../../temporary-folder.js';

jest.setTimeout(120_000);

const temporaryFolder = temporaryFolders();
let silent: Server;
let program: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  program = await compile(await temporaryFolder());
  silent = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
  await once(silent, 'listening');
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  silent.close();
});

async function startLoad() {
  const { port } = silent.address() as AddressInfo;
  const child = spawn(process.execPath, ['--enable-source-maps', program, 'load'], {
    env: {
      ...process.env,
      NEO4J_URI: `bolt://127.0.0.1:${port}`,
      NEO4J_USERNAME: 'neo4j',
      NEO4J_PASSWORD: 'nobody-asks',
      DATA_DIR: await temporaryFolder(),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  return { child, said: text(child.stderr as NodeJS.ReadableStream), ended: once(child, 'exit') };
}

test('it ends by itself and says why', async () => {
  const { said, ended } = await startLoad();
  expect(await ended).toEqual([1, null]);
  expect(await said).toContain('The database at NEO4J_URI did not answer within 30 s.');
});

test('it ends when it is told to, with an error, as nothing was loaded', async () => {
  const { child, said, ended } = await startLoad();
  const line = once(child.stderr as NodeJS.ReadableStream, 'data');
  await line;
  await delay(500);
  const told = Date.now();
  child.kill('SIGTERM');
  expect(await ended).toEqual([1, null]);
  expect(Date.now() - told).toBeLessThan(20_000);
  expect(await said).toContain('The load was interrupted. Nothing was changed.');
});
