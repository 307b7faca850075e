import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { statement } from '../../src/analysis/statements.js';
import type { Caller } from '../../src/caller.js';
import { type FakeGraph, fakeGraph, type Service, startService } from '../http/service.js';

let graph: FakeGraph;
let service: Service;

/** Tells callers apart by a header, as an authenticator would by a token. */
const authenticate = (headers: Readonly<Record<string, unknown>>): Caller => {
  const role = String(headers['x-role'] ?? 'anonymous');
  return { id: null, role, rights: role };
};

const things = [
  { type: 'Measure', ids: ['green:measure:1', 'green:measure:2'] },
  { type: 'Department', ids: ['green:department:a'] },
];
const links = [
  { type: 'OWNED_BY', from: ['green:measure:1', 'green:measure:2'], to: ['green:department:a', 'green:department:a'] },
];

const city = { id: 'green:municipality', name: 'みどり市', nameEn: 'Midori', code: '112119' };
const dataset = { municipality: 'green', revision: 'r1', loadedAt: '2026-01-01T00:00:00Z', city };

beforeEach(async () => {
  graph = fakeGraph((cypher) => {
    if (cypher.includes('AS ids')) return things;
    if (cypher.includes('$stagedTypes')) return links;
    if (cypher === statement('municipality-named')) return [{ key: 'green', byKey: true }];
    if (cypher === statement('export-dataset')) return [dataset];
    if (cypher === statement('export-nodes') || cypher === statement('export-edges')) return [];
    return [{ municipality: 'green', revision: 'r1', loadedAt: '2026-01-01T00:00:00Z' }];
  });
  service = await startService(graph, {}, { authenticate });
});

afterEach(() => service.stop());

const ask = (query: string, role: string, headers: Readonly<Record<string, string>> = {}) =>
  service.post(query, {}, { 'x-role': role, ...headers });

/** How many statements a question leads to. */
async function statementsOf(question: () => Promise<unknown>): Promise<number> {
  const before = graph.statements.length;
  await question();
  return graph.statements.length - before;
}

const datasets = '{ datasets { revision } }';

test('an answer is kept for callers with the same rights, and for no others', async () => {
  expect(await statementsOf(() => ask(datasets, 'reader'))).toBe(1);
  expect(await statementsOf(() => ask(datasets, 'reader'))).toBe(0);
  expect(await statementsOf(() => ask(datasets, 'editor'))).toBe(1);
  expect(await statementsOf(() => ask(datasets, 'editor'))).toBe(0);
});

test('their entity tags differ, and neither holds for the other', async () => {
  const { etag: readers = '' } = (await ask(datasets, 'reader')).headers;
  const { etag: editors = '' } = (await ask(datasets, 'editor')).headers;
  expect(readers).not.toBe('');
  expect(editors).not.toBe(readers);
  expect((await ask(datasets, 'reader', { 'if-none-match': readers })).status).toBe(304);
  expect((await ask(datasets, 'editor', { 'if-none-match': readers })).status).toBe(200);
});

test.each([
  ['the graph of a city', '{ neighborhood(ids: ["green:measure:1"]) { truncated } }'],
  ['what its things are compared by', '{ likeness(id: "green:measure:1") { totalCount } }'],
])('%s is read once for callers with the same rights, and anew for others', async (_what, query) => {
  const past = { 'x-no-cache': '1' };
  const reads = (role: string) => statementsOf(() => ask(query, role, past));
  const first = await reads('reader');
  const again = await reads('reader');
  expect(again).toBeLessThan(first);
  expect(await reads('editor')).toBe(first);
  expect(await reads('editor')).toBe(again);
});

test('a download asks in the name of its caller', async () => {
  const query = new URLSearchParams({ query: '{ datasets { municipality revision } }' });
  const download = (role: string) =>
    service.send({
      method: 'GET',
      path: `/export/datasets.csv?${query}`,
      headers: { 'x-role': role, 'apollo-require-preflight': 'true' },
    });
  expect(await statementsOf(() => download('reader'))).toBe(1);
  expect(await statementsOf(() => download('reader'))).toBe(0);
  expect(await statementsOf(() => download('editor'))).toBe(1);
});

/** How many statements it takes to open an address as a caller of that role. */
const opened = (path: string, status: number) => (role: string) =>
  statementsOf(async () => {
    const page = await service.send({ method: 'GET', path, headers: { 'x-role': role } });
    expect(page.status).toBe(status);
  });

test('a dossier asks in the name of its caller, and all that it is made of', async () => {
  const reads = opened('/dossier/green:measure:1', 404);
  const first = await reads('reader');
  expect(first).toBeGreaterThan(0);
  expect(await reads('reader')).toBe(0);
  expect(await reads('editor')).toBe(first);
  expect(await reads('editor')).toBe(0);
});

test('the whole graph is read in the name of its caller, anew each time but for what is remembered of names', async () => {
  const reads = opened('/export/graph.ttl?municipality=112119', 200);
  const first = await reads('reader');
  expect(await reads('reader')).toBe(first - 1);
  expect(await reads('editor')).toBe(first);
  expect(await reads('editor')).toBe(first - 1);
});
