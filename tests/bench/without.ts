/**
 * `npm run bench:without -- NAME …`: what each workaround of docs/workarounds.md gains. The service runs with and without
 * it, and both are asked the same in turns, so that only ratios are told: what the service takes without it, over what it
 * takes with it. Above 1.00 it gains something; for requests per second, below.
 */
import { parseArgs } from 'node:util';
import { streamProgress } from '../../src/progress.js';
import { type Contest, startContest } from './contest.js';
import { openCities } from './generate.js';
import { measureRound, memoryOf, type Sample, type Trial, tryOperation, warmUp } from './measure.js';
import { compileProgram, programFolder } from './program.js';
import { median } from './table.js';
import { programWithout, workarounds } from './workarounds.js';

const progress = streamProgress(process.stderr);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cities: { type: 'string', default: '1' },
    operations: { type: 'string', default: 'one,wide,deep,ask,count,full' },
    seconds: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '7' },
  },
});
const [cities, seconds, rounds] = [Number(values.cities), Number(values.seconds), Number(values.rounds)];
const operations = values.operations.split(',');

/** One sample with the workaround and one without it. */
interface Pair {
  readonly on: Sample;
  readonly off: Sample;
}

const figures = ['p50', 'rate', 'serverCpu', 'databaseCpu'] as const;

/** The median of the ratios without to with it, and the lowest and the highest. */
function ratiosOf(pairs: readonly Pair[], figure: (typeof figures)[number]): string {
  const ratios = pairs.flatMap(({ on, off }) => (on[figure] && off[figure] ? [off[figure] / on[figure]] : []));
  if (ratios.length === 0) return '–';
  return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
}

async function measurePair(contest: Contest, trial: Trial, round: number, signal: AbortSignal): Promise<Pair> {
  const [on, off] = trial.entries.map((entry) => ({ ...trial, entries: [entry] }));
  if (!on || !off) throw new Error('expected two servers');
  const samples = new Map<Trial, Sample>();
  for (const each of round % 2 === 0 ? [on, off] : [off, on]) {
    const { ours } = await measureRound(contest, each, 0, { seconds, signal });
    if (ours) samples.set(each, ours);
  }
  return { on: samples.get(on) as Sample, off: samples.get(off) as Sample };
}

/** The lines of a table: one for each operation, and one for all together. */
async function measure(contest: Contest, signal: AbortSignal): Promise<readonly string[]> {
  const trials: Trial[] = [];
  for (const operation of contest.operations) trials.push(await tryOperation(contest, operation));
  await warmUp(contest, trials, { seconds, signal });
  const pairs = new Map<string, Pair[]>(trials.map(({ operation }) => [operation.name, []]));
  const bar = progress.begin('measure', rounds);
  for (let round = 0; round < rounds; round++) {
    for (const trial of trials) pairs.get(trial.operation.name)?.push(await measurePair(contest, trial, round, signal));
    bar.reach(round + 1);
  }
  bar.end();
  const rows = [...pairs, ['all', [...pairs.values()].flat()] as const];
  return rows.map(([name, ofOne]) => `| ${[name, ...figures.map((figure) => ratiosOf(ofOne, figure))].join(' | ')} |`);
}

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(name, () => stopping.abort(new Error(`stopped by ${name}`)));

const names = positionals.length > 0 ? positionals : Object.keys(workarounds);
const chosen = names.map((name) => {
  const workaround = workarounds[name];
  if (!workaround) throw new Error(`expected some of ${Object.keys(workarounds).join(', ')}, but got: ${name}`);
  return { name, workaround };
});
await compileProgram();
const database = await openCities(cities, 'seed', progress, stopping.signal);
try {
  for (const { name, workaround } of chosen) {
    const folder = await programWithout(name, workaround);
    const contest = await startContest(database, ['ours', 'ours'], operations, null, [programFolder, folder]);
    try {
      const lines = await measure(contest, stopping.signal);
      const memory = await Promise.all(
        contest.servers.map(async (server) => (await memoryOf({ ...contest, servers: [server] })).get('ours') ?? 0),
      );
      process.stdout.write(
        [
          `${name}, without it over with it: median (lowest–highest) of ${rounds} rounds`,
          '| operation | p50 | requests per second | CPU of the service | CPU of the database |',
          '| --- | ---: | ---: | ---: | ---: |',
          ...lines,
          `memory with it ${memory[0]?.toFixed(0)} MB, without it ${memory[1]?.toFixed(0)} MB\n\n`,
        ].join('\n'),
      );
    } finally {
      await contest.stop();
    }
  }
} finally {
  await database.close();
}
