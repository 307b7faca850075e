import { afterEach, beforeEach, expect, test } from '@jest/globals';
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

beforeEach(async () => {
  graph = fakeGraph((cypher) => {
    if (cypher.includes('AS ids')) return things;
    if (cypher.includes('$stagedTypes')) return links;
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
