import { type Progress, streamProgress } from '../../src/progress.js';
import { coldBench } from './cold.js';
import { startContest } from './contest.js';
import { openCities } from './generate.js';
import { importBench } from './import.js';
import { citiesBench } from './many-cities.js';
import { measureRound, memoryOf, type Round, resultOf, type Trial, tryOperation, warmUp } from './measure.js';
import type { Contestant } from './operations.js';
import { help, type Options, readOptions } from './options.js';
import { othersBench } from './others.js';
import { priceBench } from './price.js';
import { compileProgram } from './program.js';
import { formatResult, type Result, resultAsJson, thisMachine } from './table.js';

const progress = streamProgress(process.stderr);

/** Measures one scale from opening its graph to closing it. */
async function bench(cities: number, options: Options, signal: AbortSignal): Promise<Result> {
  const { coverage, contestants, operations: names, seconds, rounds, profileFolder } = options;
  const database = await openCities(cities, coverage, progress, signal);
  try {
    const contest = await startContest(database, contestants, names, profileFolder);
    try {
      const idle = await memoryOf(contest);
      const most = new Map(idle);
      const trials: Trial[] = [];
      for (const operation of contest.operations) trials.push(await tryOperation(contest, operation));
      progress.say(`The answers of ${contestants.join(', ')} to ${names.join(', ')} are the same.`);
      await warmUp(contest, trials, { seconds, signal });
      const measured = trials.map((trial) => ({ trial, rounds: [] as Round[] }));
      const bar = progress.begin('measure', rounds);
      // Rounds of all operations one after the other: a minute in which the machine is busy spoils one round of some.
      for (let round = 0; round < rounds; round++) {
        for (const each of measured) {
          each.rounds.push(await measureRound(contest, each.trial, round, { seconds, signal }));
          for (const [name, megabytes] of await memoryOf(contest))
            most.set(name, Math.max(megabytes, most.get(name) ?? 0));
        }
        bar.reach(round + 1);
      }
      bar.end();
      const { nodes, edges, loadSeconds } = database;
      const memory = Object.fromEntries(
        contestants.map((name: Contestant) => [name, { idle: idle.get(name) ?? 0, most: most.get(name) ?? 0 }]),
      );
      return {
        cities,
        coverage,
        nodes,
        edges,
        loadSeconds,
        seconds,
        rounds,
        machine: thisMachine(),
        operations: measured.map(({ trial, rounds }) => resultOf(trial, rounds)),
        memory,
      };
    } finally {
      await contest.stop();
    }
  } finally {
    await database.close();
  }
}

/** What is measured beside the contest, by the name that stands first on the command line. */
const parts: Readonly<
  Record<string, (args: readonly string[], progress: Progress, signal: AbortSignal) => Promise<void>>
> = { cold: coldBench, others: othersBench, price: priceBench, import: importBench, cities: citiesBench };

/** Aborted when the benchmark is told to stop. */
function stopped(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => stopping.abort(new Error(`stopped by ${name}`)));
  return stopping.signal;
}

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  const part = parts[name ?? ''];
  if (part) {
    await compileProgram();
    return part(args, progress, stopped());
  }
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(help);
    return;
  }
  const signal = stopped();
  await compileProgram();
  const results: Result[] = [];
  for (const cities of options.cities) {
    const result = await bench(cities, options, signal);
    results.push(result);
    if (!options.json) process.stdout.write(`${formatResult(result)}\n`);
  }
  if (options.json) process.stdout.write(`${JSON.stringify(results.map(resultAsJson), null, 2)}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
