import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { temporaryFolders } from '../../temporary-folder.js';
import { freshDatabase } from '../neo4j.js';
import { copyOfProject, edit, freePorts, startInCopy } from '../project-copy.js';

const temporaryFolder = temporaryFolders();
let child: ChildProcess;

afterEach(() => void child.kill('SIGKILL'));

/** Asks until the answer holds the text, and gives how long that took, in milliseconds. */
async function until(holds: string, ask: () => Promise<string>): Promise<number> {
  const began = performance.now();
  while (!(await ask().catch(() => '')).includes(holds)) {
    if (performance.now() - began > 180_000) throw new Error(`expected an answer with "${holds}" within three minutes`);
    await delay(100);
  }
  return performance.now() - began;
}

test('a changed source of the server and one of the pages is answered from at once, and the schema follows', async () => {
  await (await freshDatabase()).close();
  const copy = await copyOfProject(await temporaryFolder());
  const port = await freePorts();
  child = startInCopy(copy, port, 'scripts/dev.ts');
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
}, 600_000);
