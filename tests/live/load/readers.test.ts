import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import type { Dataset, EdgeRow } from '../../../src/ingest/dataset/dataset.js';
import { projectFile } from '../../../src/project-files.js';
import { type Reply, type Sent, sendTo } from '../../http/service.js';
import { type ServiceProcess, startServiceProcess } from '../api/service-processes.js';
import { liveTarget } from '../neo4j.js';
import { datasetOf, loadDataset, migratedDatabase } from './datasets.js';

/** A few in every run; `LOADS=100 npm test -- tests/live/load/readers` takes as many as that. */
const loads = Number(process.env.LOADS ?? 8);
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
  // A statement that Neo4j has not planned yet takes seconds on a busy machine.
  const settings = { deadline: 60_000 };
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

const graphql = (query: string, headers: Readonly<Record<string, string>> = {}): Sent => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
});
const anew = { 'x-no-cache': '1' };
const lists = '{ reformSheets(first: 100) { totalCount nodes { number name evaluations { fiscalYear grade } } } }';
const counts = '{ measures { totalCount } reformSheets { totalCount } gaps { totalCount } }';

/** Answers of many kinds: one statement or many, kept or not, from graphs in memory, pages, downloads. */
const requests: Readonly<Record<string, Sent>> = {
  'a list': graphql(lists, anew),
  'a list that may be kept': graphql(lists),
  'counts that belong together': graphql(counts, anew),
  'counts that may be kept': graphql(counts),
  'what is near in a graph in memory': graphql(
    '{ neighborhood(ids: ["honjo:policy-item:5-2"], depth: 2, limit: 1000) { nodes { id } edges { id } } }',
    anew,
  ),
  'what is alike': graphql(
    '{ likeness(id: "honjo:measure:5-2-3", limit: 20) { totalCount matches { score node { id } reasons { aspect } } } }',
    anew,
  ),
  'a dossier': { method: 'GET', path: '/dossier/honjo:measure:5-2-3' },
  'a table': { ...graphql('{ reformSheets { nodes { number name } } }'), path: '/export/reformSheets.csv' },
  'a graph': { method: 'GET', path: '/export/graph.ttl?ids=honjo:policy-item:5-2&depth=2' },
  'the whole graph': { method: 'GET', path: '/export/graph.graphml' },
};

/** What a reply says; the time of a load differs from one to the next. */
const said = ({ body }: Reply) => body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');

/** What each request is answered while nothing changes. */
async function allAnswers(): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, sent] of Object.entries(requests)) {
    const reply = await sendTo(services[0]?.url ?? '', sent);
    expect({ name, status: reply.status, body: reply.body.slice(0, 300) }).toMatchObject({ status: 200 });
    expect(reply.body).not.toContain('"errors"');
    answers.set(name, said(reply));
  }
  return answers;
}

test('every answer is of the graph before a load or of the graph after it, on every service, and none is an error', async () => {
  const [one, other] = datasets;
  const before = await allAnswers();
  await loadDataset(connection, other);
  const after = await allAnswers();
  expect([...before].filter(([name, answer]) => after.get(name) === answer)).toEqual([]);

  const seen: Record<string, number> = {};
  const wrong: { name: string; status: number; body: string }[] = [];
  const read = async (name: string, sent: Sent, url: string) => {
    const reply = await sendTo(url, sent).catch((error) => ({ status: 0, headers: {}, body: String(error) }) as Reply);
    const of = reply.status === 200 ? [before, after].findIndex((each) => each.get(name) === said(reply)) : -1;
    const state = ['before', 'after'][of] ?? ([503, 504].includes(reply.status) ? 'later' : 'neither');
    seen[state] = (seen[state] ?? 0) + 1;
    if (state === 'neither') wrong.push({ name, status: reply.status, body: reply.body.slice(0, 500) });
  };
  const reading: Promise<void>[] = [];
  const loading = new AbortController();
  const readers = (async () => {
    for (let count = 0; !loading.signal.aborted; count++) {
      const [name, sent] = Object.entries(requests)[count % Object.keys(requests).length] as [string, Sent];
      reading.push(read(name, sent, services[Math.floor(count / 3) % services.length]?.url ?? ''));
      await delay(every);
    }
  })();
  try {
    for (let count = 0; count < loads; count++) await loadDataset(connection, count % 2 === 0 ? one : other);
  } finally {
    // Also where a load fails: readers that went on would keep the services from being stopped.
    loading.abort();
    await readers;
    await Promise.all(reading);
  }

  process.stderr.write(`${loads} loads: ${JSON.stringify(seen)}\n`);
  expect(wrong).toEqual([]);
  expect(seen.before).toBeGreaterThan(0);
  expect(seen.after).toBeGreaterThan(0);
  // Loads refuse next to nothing; on a busy machine some answers are too late.
  expect(seen.later ?? 0).toBeLessThan(reading.length / 20);
});
