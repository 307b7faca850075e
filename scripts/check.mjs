/**
 * `npm run check`: all static checks, as many at a time as there are processors. Type checks are incremental: what they
 * know of unchanged files is kept in `node_modules/.cache`. Prints the output of checks that fail, and the time of each.
 * `npm run check -- knip copies` runs only those.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = 'node_modules/.cache';

/** The longest first. Types and imports of the pages need the client that `codegen` writes, so that runs before all others. */
const checks = {
  types: typeCheck('tsconfig.json'),
  'types of the pages': typeCheck('src/web/tsconfig.json'),
  layers: bin('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'src', 'tests'),
  'types of the browser tests': typeCheck('tests/seeded/browser/tsconfig.json'),
  knip: bin('knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  // Ten lines on; imports do not count, as files that need the same import the same.
  copies: bin('jscpd/run-jscpd.js', '--config', '.jscpd.json', '--exit-code', '1', 'src', 'scripts', 'tests'),
  biome: bin('@biomejs/biome/bin/biome', 'check', '.'),
};

function bin(path, ...args) {
  return [`node_modules/${path}`, ...args];
}

function typeCheck(config) {
  const info = `${cache}/${config.replaceAll('/', '-')}.tsbuildinfo`;
  return bin('typescript/bin/tsc', '-p', config, '--incremental', '--tsBuildInfoFile', info);
}

/** Runs one check, and gives whether it passed. */
function run(name, command) {
  const start = performance.now();
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stderr.write(`${code === 0 ? '✓' : '✗'} ${name} ${seconds} s\n`);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

mkdirSync(`${root}/${cache}`, { recursive: true });
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(checks, name));
if (unknown.length > 0) {
  process.stderr.write(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.\n`);
  process.exit(1);
}
const waiting = Object.entries(checks).filter(([name]) => chosen.length === 0 || chosen.includes(name));
let passed = await run('codegen', bin('@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts', '--silent'));
const worker = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) passed = (await run(...next)) && passed;
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
process.exitCode = passed ? 0 : 1;
