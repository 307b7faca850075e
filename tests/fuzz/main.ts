import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { connect } from '../../src/database/connection.js';
import { ensureIndexes } from '../../src/database/indexes.js';
import { migrate } from '../../src/database/migrations.js';
import { startServer } from '../../src/database/server/start.js';
import { modelIndexes } from '../../src/model/indexes.js';
import { streamProgress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { readCities, readSeed } from '../graph/oracle/cities.js';
import { loadDataset } from '../live/load/datasets.js';
import { testServerSettings } from '../live/server-settings.js';
import { startServiceProcess } from '../soak/service.js';
import { formatTallies } from '../tallies.js';
import { fuzz } from './fuzz.js';

const whole = (text: string) => {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
};

const options = new Command('npm run fuzz --')
  .description('random valid operations against the oracle, and hostile requests')
  .option('--operations <number>', 'valid operations', whole, 100_000)
  .option('--requests <number>', 'hostile requests', whole, 100_000)
  .option('--seed <number>', 'where chance begins; a failure tells its own', whole, Math.floor(Math.random() * 2 ** 30))
  .parse()
  .opts<{ operations: number; requests: number; seed: number }>();

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const progress = streamProgress(process.stderr);
const folder = await mkdtemp(join(tmpdir(), 'policy-graph-fuzz-'));
const { signal } = stopping;
const begun = Date.now();
try {
  const server = await startServer({ ...testServerSettings(folder), javaOptions: [] }, { progress, signal });
  const connection = connect(server);
  try {
    await migrate(connection, projectFile('cypher/migrations'));
    await ensureIndexes(connection, modelIndexes);
    const { world, others } = await readCities();
    for (const dataset of [await readSeed(), ...others]) await loadDataset(connection, dataset);
    const count = async () =>
      JSON.stringify(
        await connection.read(
          'MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges',
        ),
      );
    const before = await count();
    const service = await startServiceProcess(join(folder, 'service'), server);
    // As whoever asks it has it, but for the first minute.
    await service.warm;
    const { tallies, failures } = await fuzz({ url: service.url, world, ...options, progress, signal });
    const ended = await service.stop();
    const lasting = [
      ...(ended === 0 ? [] : [`the service ended with ${ended}`]),
      ...((await count()) === before ? [] : [`the graph was ${before}, and is ${await count()}`]),
    ];
    const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
    process.stdout.write(
      [
        formatTallies(tallies),
        `seed ${options.seed}, ${minutes} min, load average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`,
        ...[...failures, ...lasting].map((failure) => `✗ ${failure}`),
        '',
      ].join('\n'),
    );
    if (failures.length + lasting.length > 0) process.exitCode = 1;
  } finally {
    await connection.close();
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
