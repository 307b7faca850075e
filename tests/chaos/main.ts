import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { installServer } from '../../src/database/server/install.js';
import { startServer } from '../../src/database/server/start.js';
import { streamProgress } from '../../src/progress.js';
import { compile } from '../compile.js';
import { testServerSettings } from '../live/server-settings.js';
import { formatTallies } from '../tallies.js';
import { chaos } from './chaos.js';
import { openExternal } from './place.js';
import { allPoints, Serving } from './points.js';
import { killed } from './program.js';
import { makeStates } from './states.js';

const number = (text: string) => {
  if (!/^\d{1,10}(?:\.\d+)?$/.test(text)) throw new InvalidArgumentError('expected a number');
  return Number(text);
};

const options = new Command('npm run chaos --')
  .description('kills and faults at every named point of starts, loads, backups, restores, imports and serving')
  .option('--minutes <number>', 'how long; what is under way then is finished', number, 60)
  .option(
    '--seed <number>',
    'where chance begins; a failure tells its own',
    number,
    Math.floor(Math.random() * 2 ** 30),
  )
  .option('--point <text>', 'only the points whose names have this')
  .parse()
  .opts<{ minutes: number; seed: number; point?: string }>();

const progress = streamProgress(process.stderr);
const serving = new Serving();
const points = (await allPoints(serving)).filter(({ name }) => name.includes(options.point ?? ''));
if (points.length === 0) throw new Error(`expected --point to be a part of a name, such as "load: commit"`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    isStopping = true;
  });

const folder = await mkdtemp(join(tmpdir(), 'policy-graph-chaos-'));
try {
  const program = await compile(join(folder, 'program'));
  const settings = testServerSettings(join(folder, 'neo4j'));
  const jars = dirname(await installServer({ jarsDir: settings.jarsDir, progress }));
  const server = await startServer(settings, { progress });
  try {
    const states = await makeStates(folder);
    const neo4j = { target: server, kill: () => killed(server.process().pid, 'SIGKILL') };
    const external = await openExternal(neo4j, { program, folder, states });
    try {
      const end = Date.now() + options.minutes * 60_000;
      const { tallies, failures } = await chaos({
        place: { program, folder, jars, states, external },
        points,
        seed: options.seed,
        goesOn: () => !isStopping && Date.now() < end,
        progress,
      });
      const lines = [formatTallies(tallies), `seed ${options.seed}`, ...failures.map((failure) => `✗ ${failure}`)];
      process.stdout.write(`${lines.join('\n')}\n`);
      if (failures.length > 0) process.exitCode = 1;
    } finally {
      await serving.stop();
      await external.close();
    }
  } finally {
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
}
