/** How long the first answer of a new shape takes, here and by the peer, and each example right after the start. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../src/database/server/start.js';
import { readExamples } from '../../src/examples/read-examples.js';
import type { Progress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { startServiceProcess } from '../soak/service.js';
import { startContest } from './contest.js';
import { openCities, settingsFor } from './generate.js';
import { HttpConnection, httpRequest } from './http-connection.js';
import { kinds, type Pair, randomFrom, Shapes } from './shapes.js';

/** Milliseconds of the first answers of one kind, and of the second ones of this service. */
interface Sample {
  readonly ours: number[];
  readonly peer: number[];
  readonly again: number[];
}

/** An answer must have come, whatever it holds. */
async function milliseconds(connection: HttpConnection, port: number, body: object): Promise<number> {
  const request = httpRequest(port, '/graphql', { 'x-no-cache': '1' }, JSON.stringify(body));
  const start = performance.now();
  const answer = await connection.send(request);
  const taken = performance.now() - start;
  const { errors, data } = JSON.parse(answer.body.toString('utf8'));
  if (errors || !data)
    throw new Error(`expected data for ${JSON.stringify(body)}, but got ${answer.body.subarray(0, 500)}`);
  return taken;
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const figure = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** Asks both services in turns for shapes that neither has seen. */
async function firstAnswers(count: number, seed: number, cities: number, progress: Progress, signal: AbortSignal) {
  const database = await openCities(cities, 'seed', progress, signal);
  try {
    const contest = await startContest(database, ['ours', 'peer'], [], null);
    try {
      const [ours, peer] = await Promise.all(
        contest.servers.map(async ({ port }) => ({ port, connection: await HttpConnection.open(port) })),
      );
      if (!ours || !peer) throw new Error('expected two contestants');
      const ask = ({ port, connection }: typeof ours, query: string) => milliseconds(connection, port, { query });
      const both = async (pair: Pair, oursFirst: boolean) => {
        const before = oursFirst ? await ask(ours, pair.ours) : null;
        const theirs = await ask(peer, pair.peer);
        return { ours: before ?? (await ask(ours, pair.ours)), peer: theirs };
      };
      // Programs that have just been started are slow whatever they are asked.
      const others = new Shapes(randomFrom(seed + 1));
      for (let index = 0; index < 60; index++)
        await both(others.next(kinds[index % kinds.length] ?? kinds[0]), index % 2 === 0);
      const shapes = new Shapes(randomFrom(seed));
      const samples = new Map(kinds.map((kind) => [kind, { ours: [], peer: [], again: [] } as Sample]));
      const seen = new Set<string>();
      const asked: { readonly sample: Sample; readonly query: string }[] = [];
      for (let index = 0; index < count; index++)
        for (const [kind, sample] of samples) {
          let pair = shapes.next(kind);
          while (seen.has(pair.ours)) pair = shapes.next(kind);
          seen.add(pair.ours);
          const taken = await both(pair, index % 2 === 0);
          sample.ours.push(taken.ours);
          sample.peer.push(taken.peer);
          asked.push({ sample, query: pair.ours });
        }
      // Only now, since what comes again is planned behind, which would take its time from others.
      for (const { sample, query } of asked) sample.again.push(await ask(ours, query));
      for (const { connection } of [ours, peer]) connection.close();
      return samples;
    } finally {
      await contest.stop();
    }
  } finally {
    await database.close();
  }
}

/** Milliseconds of the first answer to each example, of a service and a database that have just been started. */
async function afterStart(progress: Progress, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const folder = projectFile('.data/bench/ready');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const server = await startServer(settingsFor(join(folder, 'database'), 1), { progress, signal });
  try {
    const service = await startServiceProcess(folder, server);
    try {
      const port = Number(new URL(service.url).port);
      const connection = await HttpConnection.open(port);
      const taken = new Map<string, number>();
      for (const { name, query, variables } of await readExamples())
        taken.set(name, await milliseconds(connection, port, { query, variables }));
      connection.close();
      return taken;
    } finally {
      await service.stop();
    }
  } finally {
    await server.stop();
  }
}

/** `npm run bench -- cold`: prints both tables. */
export async function coldBench(args: readonly string[], progress: Progress, signal: AbortSignal): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      shapes: { type: 'string', default: '40' },
      cities: { type: 'string', default: '10' },
      seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 1_000_000)) },
    },
  });
  const examples = await afterStart(progress, signal);
  const slowest = [...examples].sort((a, b) => b[1] - a[1]);
  const times = slowest.map(([, taken]) => taken);
  process.stdout.write(
    `Examples right after the start: ${times.length}, p50 ${figure(quantile(times, 0.5))} ms, p90 ${figure(quantile(times, 0.9))} ms; the slowest: ` +
      `${slowest
        .slice(0, 5)
        .map(([name, taken]) => `${name} ${figure(taken)}`)
        .join(', ')}\n\n`,
  );
  const seed = Number(values.seed);
  const samples = await firstAnswers(Number(values.shapes), seed, Number(values.cities), progress, signal);
  process.stdout.write(
    `First answers of ${values.shapes} shapes of each kind (--seed ${seed}), p50 / p90 in ms\n\n` +
      '| | this service | @neo4j/graphql | p50 to peer | p90 to peer | again |\n| --- | ---: | ---: | ---: | ---: | ---: |\n',
  );
  for (const [kind, { ours, peer, again }] of samples) {
    const [p50, p90] = [0.5, 0.9].map((share) => [quantile(ours, share), quantile(peer, share)] as const);
    if (!p50 || !p90) continue;
    process.stdout.write(
      `| ${kind} | ${figure(p50[0])} / ${figure(p90[0])} | ${figure(p50[1])} / ${figure(p90[1])} | ${(p50[0] / p50[1]).toFixed(2)}× | ` +
        `${(p90[0] / p90[1]).toFixed(2)}× | ${figure(quantile(again, 0.5))} |\n`,
    );
  }
}
