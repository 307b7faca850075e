import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import type { Dataset, EdgeRow } from '../../../src/ingest/dataset/dataset.js';
import { projectFile } from '../../../src/project-files.js';
import { type ServiceProcess, startServiceProcess } from '../api/service-processes.js';
import { liveTarget } from '../neo4j.js';
import { answersAt, startReaders } from '../readers.js';
import { datasetOf, loadDataset, migratedDatabase } from './datasets.js';

/** A few in every run; `LOADS=100 npm test -- tests/live/load/readers` takes as many as that. */
const loads = Number(process.env.LOADS ?? 4);
jest.setTimeout(240_000 + 15_000 * loads);
/** Milliseconds between two requests: fifty a second. */
const every = 20;

let connection: Connection;
let services: readonly ServiceProcess[];
let datasets: readonly [before: Dataset, after: Dataset];

beforeAll(async () => {
  connection = await migratedDatabase();
  const seed = await datasetOf(projectFile('seed'));
  datasets = [seed, without(seed, new Set(['ReformSheet', 'AnnualGoal', 'Evaluation']))];
  await loadDataset(connection, seed);
  // Those who wait are all at one address, and more than one address may have connections.
  const settings = { connections: { maximum: 10_000, perAddress: 10_000 } };
  services = await Promise.all([1, 2].map(() => startServiceProcess(liveTarget(), settings)));
});

afterAll(async () => {
  await Promise.all((services ?? []).map((each) => each.stop()));
  await connection.close();
});

/** The dataset less all nodes of some types, with the edges at them. */
function without(dataset: Dataset, types: ReadonlySet<string>): Dataset {
  const nodes = new Map([...dataset.nodes].map(([type, rows]) => [type, types.has(type) ? [] : rows]));
  const ids = new Set([...nodes.values()].flat().map(({ id }) => id));
  const kept = (rows: readonly EdgeRow[]) => rows.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { nodes, edges: new Map([...dataset.edges].map(([type, rows]) => [type, kept(rows)])) };
}

test('every answer is of the graph before a load or of the graph after it, on every service, and none is an error', async () => {
  const [one, other] = datasets;
  const urls = services.map(({ url }) => url);
  const before = await answersAt(urls[0] ?? '');
  await loadDataset(connection, other);
  const after = await answersAt(urls[0] ?? '');
  expect([...before].filter(([name, answer]) => after.get(name) === answer)).toEqual([]);

  const { seen, stop } = startReaders(urls, { before, after }, every);
  try {
    for (let count = 0; count < loads; count++) await loadDataset(connection, count % 2 === 0 ? one : other);
  } finally {
    // Also where a load fails: readers that went on would keep the services from being stopped.
    await stop();
  }

  const { wrong, ...numbers } = seen;
  process.stderr.write(`${loads} loads: ${JSON.stringify(numbers)}\n`);
  expect(wrong).toEqual([]);
  expect(seen.none).toBe(0);
  expect(seen.before).toBeGreaterThan(0);
  expect(seen.after).toBeGreaterThan(0);
  // How many are too late is the machine's doing, beside other tests: most are not.
  expect(seen.later).toBeLessThan((seen.before + seen.after) / 2);
});
