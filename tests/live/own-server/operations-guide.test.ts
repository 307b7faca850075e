/** docs/operations.md is carried out, as somebody would who has a fresh copy of the project and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { installServer } from '../../../src/database/server/install.js';
import { freePort } from '../../../src/free-port.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { dataFolder } from '../../chaos/place.js';
import { nothingLeft } from '../../chaos/program.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { copyOfProject } from '../project-copy.js';
import { testServerSettings } from '../server-settings.js';

jest.setTimeout(300_000);

/** A command of the guide and what stands behind it: what it prints, "…" being anything. */
interface Command {
  readonly line: string;
  readonly prints: RegExp;
}

const guide = readFileSync(projectFile('docs/operations.md'), 'utf8');
const commands: readonly Command[] = [...guide.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
  block
    .trim()
    .split('\n')
    .map((text) => {
      const [line = '', printed = ''] = text.split(/\s+# /);
      const parts = printed.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return { line, prints: new RegExp(parts.join('.*')) };
    }),
);
const [begin, ...others] = commands;

const temporaryFolder = temporaryFolders();
let folder: string;
let copy: string;
let environment: NodeJS.ProcessEnv;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  copy = await copyOfProject(folder);
  // As far as it fits the sources it need not be built again, which is not what is tested here.
  if (existsSync(projectFile('dist'))) await cp(projectFile('dist'), join(copy, 'dist'), { recursive: true });
  await mkdir(join(folder, 'data'));
  const { jarsDir, javaOptions } = testServerSettings(folder);
  const jars = dirname(await installServer({ jarsDir, progress: silentProgress }));
  const dataDir = await dataFolder({ folder: join(folder, 'data'), jars }, 'guide');
  environment = {
    ...process.env,
    NODE_OPTIONS: '',
    NEO4J_URI: '',
    NEO4J_JAVA_OPTIONS: javaOptions.join(' '),
    DATA_DIR: dataDir,
    PORT: String(await freePort('127.0.0.1', 0, 'PORT')),
    WARM_UP: 'off',
  };
});

afterAll(async () => {
  for (const { pid } of running) if (pid) process.kill(-pid, 'SIGKILL');
  await nothingLeft(folder);
});

/** Runs a line in a shell, in a group of its own as a terminal would; what it has printed so far is `said`. */
function run(line: string) {
  const child = spawn('sh', ['-c', `exec ${line}`], { cwd: copy, env: environment, detached: true });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  const ended = once(child, 'close').then(([code, signal]) => {
    running.splice(running.indexOf(child), 1);
    return signal ?? code;
  });
  return { child, said: () => said, ended };
}

async function carriedOut({ line, prints }: Command): Promise<void> {
  const { said, ended } = run(line);
  const code = await ended;
  expect({ line, code, said: said() }).toEqual({ line, code: 0, said: expect.stringMatching(prints) });
}

test('every command of the guide does what stands behind it, in its order, beside the service and without it', async () => {
  if (begin?.line !== 'npm start') throw new Error('Expected the guide to begin with npm start');
  expect(others.length).toBeGreaterThan(6);
  expect(commands.filter(({ prints }) => prints.source === '(?:)')).toEqual([]);

  const service = run(begin.line);
  const hasEnded = service.ended.then((code) => {
    throw new Error(`expected a service, but it ended with ${code}:\n${service.said()}`);
  });
  hasEnded.catch(() => {});
  while (!begin.prints.test(service.said())) await Promise.race([delay(100), hasEnded]);
  for (const command of others) await carriedOut(command);

  // As Ctrl-C does, which reaches all of the group. The service ends with 0, and npm with the signal.
  process.kill(-(service.child.pid ?? 0), 'SIGINT');
  expect({ how: await service.ended, said: service.said() }).toEqual({ how: 'SIGINT', said: expect.anything() });
  await nothingLeft(folder);

  const both = others.filter(({ line }) => /^npm run (backup|restore)/.test(line));
  expect(both).toHaveLength(2);
  for (const command of both) await carriedOut(command);
});
