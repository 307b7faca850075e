import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { projectFile } from '../../../src/project-files.js';
import { greenCity } from '../../fixtures/green-city.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { freshDatabase, liveTarget } from '../neo4j.js';

const temporaryFolder = temporaryFolders();
let child: ChildProcess;

afterEach(() => void child.kill('SIGKILL'));

/** A copy of the sources, with the packages of this one. */
async function copyOfProject(): Promise<string> {
  const copy = join(await temporaryFolder(), 'project');
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'codegen.ts', 'vite.config.ts'];
  const folders = ['src', 'scripts', 'cypher', 'schema'];
  for (const file of [...settings, ...folders, 'tests/typescript.mjs', 'tests/typescript-hooks.mjs'])
    await cp(projectFile(file), join(copy, file), { recursive: true });
  await cp(greenCity.dataset, join(copy, 'seed'), { recursive: true });
  await mkdir(join(copy, 'node_modules'));
  for (const name of await readdir(projectFile('node_modules')))
    if (!['.cache', '.vite'].includes(name))
      await symlink(projectFile(`node_modules/${name}`), join(copy, 'node_modules', name));
  return copy;
}

/** A port that is free, and so is the one after it. */
async function freePorts(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Asks until the answer holds the text, and gives how long that took, in milliseconds. */
async function until(holds: string, ask: () => Promise<string>): Promise<number> {
  const began = performance.now();
  while (!(await ask().catch(() => '')).includes(holds)) {
    if (performance.now() - began > 60_000) throw new Error(`expected an answer with "${holds}" within a minute`);
    await delay(100);
  }
  return performance.now() - began;
}

async function edit(file: string, find: RegExp, replace: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(find);
  await writeFile(file, text.replace(find, replace));
}

test('a changed source of the server and one of the pages is answered from at once, and the schema follows', async () => {
  await (await freshDatabase()).close();
  const copy = await copyOfProject();
  const { uri, username, password, database } = liveTarget();
  const port = await freePorts();
  const environment = {
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database ?? '',
    DATA_DIR: join(copy, '.data'),
    PORT: String(port),
    LOG_LEVEL: 'error',
  };
  child = spawn(process.execPath, ['--import', './tests/typescript.mjs', 'scripts/dev.ts'], {
    cwd: copy,
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: 'inherit',
  });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).text();
  const query = '{ __schema { types { description } } }';
  const schema = () => get(`/graphql?query=${encodeURIComponent(query)}`, { 'apollo-require-preflight': '1' });
  await until('"types"', schema);

  await edit(join(copy, 'src/model/nodes/plan.ts'), /description: describe\('/, '$&Changed while it runs: ');
  const server = await until('Changed while it runs: ', schema);
  await until('Changed while it runs: ', () => readFile(join(copy, 'schema/schema.graphql'), 'utf8'));

  const page = () => get('/explorer/main.tsx');
  await until('createRoot', page);
  await edit(join(copy, 'src/web/explorer/main.tsx'), /$/, "\nconsole.info('changed while it runs');\n");
  const pages = await until('changed while it runs', page);

  // Five seconds on an idle machine; all tests of a run share this one.
  expect([server, pages].map((took) => took < 30_000)).toEqual([true, true]);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 180_000);
