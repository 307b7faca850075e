/** A copy of the project that a test changes as a developer would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectFile } from '../../src/project-files.js';
import { greenCity } from '../fixtures/green-city.js';
import { liveTarget } from './neo4j.js';

/** A copy of the sources in a folder, with the packages of this project and the dataset of the invented city; not built. */
export async function copyOfProject(folder: string): Promise<string> {
  const copy = join(folder, 'project');
  const compiler = ['tsconfig.json', 'tsconfig.build.json', 'codegen.ts', 'vite.config.ts'];
  const settings = ['package.json', 'package-lock.json', ...compiler];
  const folders = ['src', 'scripts', 'cypher', 'schema'];
  // The pages show them.
  const documents = ['docs', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  const hooks = ['typescript.mjs', 'typescript-hooks.mjs', 'without-types.mjs'].map((file) => join('tests', file));
  for (const file of [...settings, ...folders, ...documents, ...hooks])
    await cp(projectFile(file), join(copy, file), { recursive: true });
  await cp(greenCity.dataset, join(copy, 'seed'), { recursive: true });
  await mkdir(join(copy, 'node_modules'));
  for (const name of await readdir(projectFile('node_modules'))) {
    const [from, to] = [projectFile(`node_modules/${name}`), join(copy, 'node_modules', name)];
    // The notes of what is installed and generated are its own, lest it writes into those of the project.
    if (/^\.(?:package-lock\.json|\w+-from)$/.test(name)) await cp(from, to);
    else if (!['.cache', '.vite'].includes(name)) await symlink(from, to);
  }
  return copy;
}

/** Replaces a part of a file, which must be there. */
export async function edit(file: string, find: RegExp, replace: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!find.test(text)) throw new Error(`expected ${find} in ${file}`);
  await writeFile(file, text.replace(find, replace));
}

/** A port that is free, and so is the one after it. */
export async function freePorts(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts a program of the copy from its sources, with the test's own database. */
export function startInCopy(copy: string, port: number, ...program: readonly string[]): ChildProcess {
  const { uri, username, password, database } = liveTarget();
  const environment = {
    NODE_OPTIONS: '',
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database ?? '',
    DATA_DIR: join(copy, '.data'),
    PORT: String(port),
    LOG_LEVEL: 'error',
    WARM_UP: 'off',
    DEADLINE: '60',
  };
  return spawn(process.execPath, ['--import', './tests/typescript.mjs', ...program], {
    cwd: copy,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
}

/** Runs a command in the copy to its end; fails with what it said. */
export async function runInCopy(copy: string, program: string, ...programArguments: readonly string[]): Promise<void> {
  const child = spawn(program, programArguments, {
    cwd: copy,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ${programArguments.join(' ')} ended with ${code}:\n${said}`);
}
