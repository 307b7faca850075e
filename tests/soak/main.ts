import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../../src/database/connection.js';
import { startServer } from '../../src/database/server/start.js';
import { streamProgress } from '../../src/progress.js';
import { testServerSettings } from '../live/server-settings.js';
import { addCities } from './cities.js';
import { formatReport, misses, soak } from './soak.js';

const help = `npm run soak -- [options]
  --minutes 60            how long the mixed load lasts; the largest requests come after it
  --distinct 50000        how many operations of it are asked only once
`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    distinct: { type: 'string', default: '50000' },
    help: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const distinctOperations = Number(values.distinct);
if (values.help) {
  process.stdout.write(help);
  process.exit();
}
if (!(minutes > 0) || !(distinctOperations >= 0)) throw new Error('expected --minutes 60 --distinct 50000');

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const folder = await mkdtemp(join(tmpdir(), 'policy-graph-soak-'));
const progress = streamProgress(process.stderr);
// An hour, unlike a test, is long enough for Java's second compiler to pay.
const settings = { ...testServerSettings(folder), javaOptions: [] };
const server = await startServer(settings, { progress, signal: stopping.signal });
const connection = connect(server);
try {
  await addCities(connection);
  progress.say(`Soaking for ${minutes} min …`);
  const report = await soak({
    connection,
    target: server,
    folder: join(folder, 'service'),
    minutes,
    distinctOperations,
    progress,
    signal: stopping.signal,
  });
  process.stdout.write(`${formatReport(report)}\n`);
  for (const missed of misses(report)) {
    process.stdout.write(`✗ ${missed}\n`);
    process.exitCode = 1;
  }
} finally {
  await connection.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
