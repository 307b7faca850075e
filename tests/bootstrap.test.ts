import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { projectFile } from '../src/project-files.js';
import { temporaryFolders } from './temporary-folder.js';

const temporaryFolder = temporaryFolders();

let clone: string;
let tools: string;

/** A clone of a project with one source file, and a PATH that holds Node and, where a test puts them, other tools. */
beforeEach(async () => {
  const folder = await temporaryFolder();
  clone = join(folder, 'clone');
  tools = join(folder, 'tools');
  await mkdir(join(clone, 'src/database/server'), { recursive: true });
  await mkdir(tools);
  await symlink(process.execPath, join(tools, 'node'));
  for (const file of ['src/bootstrap.mjs', 'src/database/server/pom.xml', 'src/database/server/watchdog.mjs'])
    await copyFile(projectFile(file), join(clone, file));
  for (const file of ['tsconfig.json', 'tsconfig.build.json']) await writeFile(join(clone, file), '{}');
  await writeFile(join(clone, 'package.json'), '{}');
  await writeFile(join(clone, 'package-lock.json'), '{"lockfileVersion": 3}');
  await writeFile(join(clone, 'src/cli.ts'), '');
  await tool('npm', installing);
});

/**
 * Stands for npm: notes that it ran, "builds" pages, and "installs" a compiler that "compiles" a program that says its
 * arguments.
 */
const installing = `
const { mkdirSync, writeFileSync } = require('node:fs');
console.log('npm ' + process.argv.slice(2).join(' '));
if (process.argv.includes('build:pages')) mkdirSync('dist/web', { recursive: true });
if (process.argv.includes('codegen')) mkdirSync('src/web/explorer/graphql', { recursive: true });
mkdirSync('node_modules/jest/bin', { recursive: true });
writeFileSync('node_modules/jest/bin/jest.js', "console.log('jest ' + process.argv.slice(2).join(' '))");
mkdirSync('node_modules/typescript/bin', { recursive: true });
writeFileSync('node_modules/typescript/bin/tsc', \`
  console.log('tsc');
  require('node:fs').mkdirSync('dist', { recursive: true });
  require('node:fs').writeFileSync('dist/cli.js', \\\`
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => {
      console.log('told to stop');
      setTimeout(() => process.exit(3), process.argv.includes('drain') ? 1500 : 0);
    });
    console.log('cli ' + process.argv.slice(2).join(' '));
    if (process.argv.includes('wait')) setInterval(() => {}, 1000);
    if (process.argv.includes('fail')) process.exit(7);
  \\\`);
\`);
`;

async function tool(name: string, program: string) {
  await writeFile(join(tools, name), `#!/usr/bin/env node\n${program}`);
  await chmod(join(tools, name), 0o755);
}

function bootstrap(programArguments: readonly string[], environment: Record<string, string> = {}) {
  return observe(process.execPath, [join(clone, 'src/bootstrap.mjs'), ...programArguments], environment);
}

/** Stands for npm, which runs a shell that runs the bootstrap. */
const npmRun = `
const command = process.argv.slice(1).map((word) => "'" + word + "'").join(' ') + '; exit $?';
require('node:child_process').spawn('/bin/sh', ['-c', command], { stdio: 'inherit' });
setInterval(() => {}, 1000);
`;

const underNpm = (...programArguments: readonly string[]) =>
  observe(process.execPath, ['-e', npmRun, process.execPath, join(clone, 'src/bootstrap.mjs'), ...programArguments], {
    npm_lifecycle_event: 'start',
  });

/** Runs a program; it has ended when it is gone with all processes that it has started. */
function observe(program: string, programArguments: readonly string[], environment: Record<string, string>) {
  const child = spawn(program, programArguments, {
    env: { PATH: tools, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let notice = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      notice();
    });
  }
  return {
    child,
    says: (text: string) =>
      new Promise<void>((resolve) => {
        notice = () => output.includes(text) && resolve();
        notice();
      }),
    ended: new Promise<{ code: number | null; output: string }>((resolve) => {
      child.on('close', (code) => resolve({ code, output }));
    }),
  };
}

/** The lines that are not about steps. */
const lines = (output: string) => output.split('\n').filter((line) => line !== '' && !line.startsWith('['));

test('too few files that may be open are told before anything that cannot open them', async () => {
  const program = [process.execPath, join(clone, 'src/bootstrap.mjs'), 'extract', 'folder'].join(' ');
  const { code, output } = await observe('/bin/sh', ['-c', `ulimit -n 100; exec ${program}`], {}).ended;
  expect(code).toBe(1);
  expect(lines(output)).toEqual([
    '開けるファイルの数が足りません（1024 以上が必要、現在 100）。上限を上げてください: ulimit -n 1024',
    'Too few files may be open (1024 are needed, this is 100). Raise the limit: ulimit -n 1024',
  ]);
});

test('the versions of Node that it asks for are those of package.json', async () => {
  const { engines } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'));
  const [, text = ''] = /oldestNodes = (\[[^;]*\]);/.exec(readFileSync(projectFile('src/bootstrap.mjs'), 'utf8')) ?? [];
  const [[old, oldMinor] = [], [major, minor] = []]: readonly number[][] = JSON.parse(text.replace(/,(\s*\])/g, '$1'));
  expect(engines.node).toBe(`^${old}.${oldMinor}.0 || >=${major}.${minor}.0`);
});

describe('a verb', () => {
  test('is carried out after installing and building, in numbered steps with their time', async () => {
    const { code, output } = await bootstrap(['extract', 'folder', '--check']).ended;
    expect(lines(output)).toEqual([
      'npm ci --no-audit --no-fund --loglevel=error',
      'tsc',
      'cli extract folder --check',
    ]);
    expect(output).toMatch(/^\[1\] npm ci …\n.*\[1\] npm ci ✓ \d+\.\d s\n\[2\] tsc …\n.*\[2\] tsc ✓ \d+\.\d s\n/s);
    expect(code).toBe(0);
  });

  test('is carried out at once, and without a word, when nothing has changed', async () => {
    await bootstrap(['extract']).ended;
    expect((await bootstrap(['extract']).ended).output).toBe('cli extract\n');
  });

  test('is preceded by a build when a source has changed, and by an installation when the lock file has', async () => {
    await bootstrap(['extract']).ended;
    await writeFile(join(clone, 'src/cli.ts'), 'export {};');
    expect(lines((await bootstrap(['extract']).ended).output)).toEqual(['tsc', 'cli extract']);
    await writeFile(join(clone, 'package-lock.json'), '{"lockfileVersion": 3, "packages": {}}');
    const { output } = await bootstrap(['extract']).ended;
    expect(lines(output)).toEqual(['npm ci --no-audit --no-fund --loglevel=error', 'tsc', 'cli extract']);
  });

  test('that serves pages builds them too, anew when one of their files has changed, and keeps them through other builds', async () => {
    const settings = { NEO4J_URI: 'bolt://127.0.0.1' };
    expect(lines((await bootstrap(['start'], settings).ended).output).slice(1)).toEqual([
      'tsc',
      'npm run --silent build:pages',
      'cli start',
    ]);
    await mkdir(join(clone, 'src/web/explorer/pages'), { recursive: true });
    await writeFile(join(clone, 'src/web/explorer/pages/page.tsx'), '');
    expect(lines((await bootstrap(['start'], settings).ended).output)).toEqual([
      'npm run --silent build:pages',
      'cli start',
    ]);
    await writeFile(join(clone, 'src/cli.ts'), 'export {};');
    expect(lines((await bootstrap(['start'], settings).ended).output)).toEqual(['tsc', 'cli start']);
  });

  test('ends with the code of what it did', async () => {
    expect((await bootstrap(['extract', 'fail']).ended).code).toBe(7);
  });

  test('is not carried out when the installation failed', async () => {
    await tool('npm', "console.log('no network'); process.exit(1);");
    const { code, output } = await bootstrap(['extract']).ended;
    expect(code).toBe(1);
    expect(lines(output)).toEqual(['no network']);
  });

  test('is told to stop once, however often this process is', async () => {
    const { child, says, ended } = bootstrap(['extract', 'wait']);
    await says('cli extract wait');
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    const { code, output } = await ended;
    expect(code).toBe(3);
    expect(output.match(/told to stop/g)).toHaveLength(1);
  });

  test.each([
    ['npm is killed', 'SIGKILL', 1],
    ['npm is told to stop', 'SIGTERM', 1],
    ['the whole group is told to stop', 'SIGTERM', -1],
    ['the terminal of all is closed', 'SIGHUP', -1],
  ] as const)('drains once, and nothing is left, when %s', async (_, signal, whom) => {
    const { child, says, ended } = underNpm('extract', 'wait', 'drain');
    await says('cli extract wait');
    process.kill(whom * (child.pid ?? 0), signal);
    const { output } = await ended;
    expect(output.match(/told to stop/g)).toHaveLength(1);
  });

  test('leaves no installation behind when this process is killed', async () => {
    await tool('npm', "console.log('installing'); setInterval(() => {}, 1000);");
    const { child, says, ended } = bootstrap(['extract']);
    await says('installing');
    child.kill('SIGKILL');
    await ended;
  });

  test('that is run twice at once installs and builds once', async () => {
    await tool('npm', `setTimeout(() => {${installing}}, 500)`);
    const first = bootstrap(['extract']);
    await first.says('npm ci');
    const second = bootstrap(['extract']);
    const outputs = [await first.ended, await second.ended].map(({ output }) => output);
    expect(outputs[1]).toContain(`Waiting for another process (${first.child.pid})`);
    const install = 'npm ci --no-audit --no-fund --loglevel=error';
    // The lines of the first, then those of the second: either may be the one that builds.
    expect([
      [install, 'tsc', 'cli extract', 'cli extract'],
      [install, 'cli extract', 'tsc', 'cli extract'],
    ]).toContainEqual(lines(outputs.join('')).filter((line) => /^(npm ci|tsc|cli)/.test(line)));
  });
});

describe('the lock of the clone', () => {
  const lock = (content: object | string) =>
    writeFile(join(clone, '.bootstrap.lock'), typeof content === 'string' ? content : JSON.stringify(content));
  const left = async () => (await readdir(clone)).filter((name) => name.startsWith('.bootstrap'));

  test.each([
    ['whose number belongs to another process by now', { pid: process.pid, began: 'long ago', id: 'dead' }],
    ['that is gone', { pid: 99_999_999, began: 'long ago', id: 'dead' }],
  ])('of a process %s is taken over', async (_, holder) => {
    await lock(holder);
    expect(lines((await bootstrap(['extract']).ended).output)).toContain('cli extract');
    expect(await left()).toEqual([]);
  });

  test('of a dead process is taken over by one of several at once, and the others wait for it', async () => {
    await tool('npm', `setTimeout(() => {${installing}}, 300)`);
    await lock({ pid: 99_999_999, began: 'long ago', id: 'dead' });
    const all = await Promise.all(Array.from({ length: 4 }, () => bootstrap(['extract']).ended));
    const said = all.flatMap(({ output }) => lines(output));
    expect(said.filter((line) => line.startsWith('npm ci'))).toHaveLength(1);
    expect(said.filter((line) => line === 'cli extract')).toHaveLength(4);
    expect(await left()).toEqual([]);
  });

  const kinds: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['empty', () => lock('')],
    ['null', () => lock('null')],
    ['a number', () => lock('1234')],
    ['a folder', () => mkdir(join(clone, '.bootstrap.lock'))],
    ['a link that leads nowhere', () => symlink('nowhere', join(clone, '.bootstrap.lock'))],
  ];

  test.each(kinds)('that is %s is named with what to do', async (_, make) => {
    await make();
    const { code, output } = await bootstrap(['extract']).ended;
    expect(code).toBe(1);
    expect(lines(output)).toEqual([
      expect.stringMatching(/^ロックファイル \S+\.bootstrap\.lock を読めません。/),
      expect.stringMatching(
        /^The lock file \S+\.bootstrap\.lock cannot be read\. If no other process .*, delete it\.$/,
      ),
    ]);
    expect(await left()).toEqual(['.bootstrap.lock']);
  });

  test('is not waited for when npm is gone', async () => {
    await tool('npm', "console.log('installing'); setInterval(() => {}, 1000);");
    const first = bootstrap(['extract']);
    await first.says('installing');
    const { child, says, ended } = underNpm('extract');
    await says('Waiting for another process');
    child.kill('SIGKILL');
    await ended;
    first.child.kill('SIGKILL');
    await first.ended;
  });
});

test('a file that cannot be written is told without a stack', async () => {
  await mkdir(join(clone, 'node_modules/.installed-from'), { recursive: true });
  const { code, output } = await bootstrap(['extract']).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/\nA file that is needed to install or build in \S+ cannot be used \(EISDIR: .*\)\. Check/);
  expect(output).not.toMatch(/^\s+at /m);
});

describe('tests', () => {
  const settings = { TEST_NEO4J_URI: 'bolt://127.0.0.1' };

  test('run beside the static checks, after everything is built', async () => {
    const { output } = await bootstrap(['test'], settings).ended;
    expect(lines(output).slice(1, 3)).toEqual(['tsc', 'npm run --silent build:pages']);
    // Either may end, and what came out be said, before the other begins.
    const side = lines(output)
      .slice(3)
      .filter((line) => /^(jest|npm) /.test(line));
    expect(side.sort()).toEqual([
      expect.stringMatching(/^jest --config jest\.config\.mjs --json --outputFile=\S+$/),
      'npm run --silent check',
    ]);
  });

  test('that a pattern names run alone', async () => {
    const { output } = await bootstrap(['test', 'settings'], settings).ended;
    expect(output).toMatch(/jest --config jest\.config\.mjs settings --json /);
    expect(output).not.toContain('npm run --silent check');
  });

  test('that are fast need no build and no database, and the client of the pages only once', async () => {
    const first = lines((await bootstrap(['test:fast', 'settings']).ended).output);
    const jest = 'jest --config jest.config.mjs settings --selectProjects=fast';
    expect(first.slice(1)).toEqual(['npm run --silent codegen', jest]);
    expect(lines((await bootstrap(['test:fast', 'settings']).ended).output)).toEqual([jest]);
  });
});

describe('what is missing is said in one sentence of each language, with the command that installs it', () => {
  const java = (version: string) => tool('java', `console.error('openjdk version "${version}"')`);

  test('Java', async () => {
    const { code, output } = await bootstrap(['start']).ended;
    expect(code).toBe(1);
    expect(output).toMatch(
      /^Java 17 以上（JDK）が必要です（見つかりません）。導入方法 — .*apt-get install -y openjdk.*brew.*\n/,
    );
    expect(output).toMatch(/\nJava 17 or newer \(a JDK\) is needed \(none was found\)\. To install it — .*\n$/);
  });

  test('a Java that is too old', async () => {
    await java('11.0.2');
    expect((await bootstrap(['start']).ended).output).toContain('(this is 11)');
  });

  test('Maven, as long as Neo4j was not fetched', async () => {
    await java('17.0.15');
    const { code, output } = await bootstrap(['start']).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^初回のみ.*Maven.*apt-get install -y maven.*\nMaven is needed once.*\n$/);
    const pom = readFileSync(projectFile('src/database/server/pom.xml'), 'utf8');
    const version = /<version>(5[^<]+)</.exec(pom)?.[1];
    await mkdir(join(clone, `.data/neo4j/${version}/lib`), { recursive: true });
    expect((await bootstrap(['start']).ended).code).toBe(0);
  });

  test('neither, with a database of somebody else', async () => {
    expect((await bootstrap(['start'], { NEO4J_URI: 'bolt://127.0.0.1' }).ended).code).toBe(0);
  });
});

test('the lock file names every optional package, also those of other systems, or else `npm ci` would refuse it', () => {
  interface Lock {
    readonly packages: Record<string, { readonly optionalDependencies?: Record<string, string>; resolved?: string }>;
  }
  const { packages } = JSON.parse(readFileSync(projectFile('package-lock.json'), 'utf8')) as Lock;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
