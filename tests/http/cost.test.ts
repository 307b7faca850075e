import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readSettings } from '../../src/settings.js';
import { type FakeGraph, fakeGraph, type Service, startService } from './service.js';

let graph: FakeGraph;
let service: Service;

beforeEach(async () => {
  graph = fakeGraph();
  const { limits } = readSettings({}).http;
  service = await startService(graph, { limits: { ...limits, cost: 50 } });
});
afterEach(() => service.stop());

const list = 'query ($size: Int) { measures(first: $size) { nodes { code departments { nodes { name } } } } }';

/** Asks for the cost alone, of a client that knows the statuses of GraphQL over HTTP. */
async function askCost(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const headers = { 'x-cost': 'only', 'x-explain': '1', accept: 'application/graphql-response+json' };
  const { status, json } = await service.post(query, { variables }, headers);
  return { status, ...json() };
}

test('x-cost: only tells the cost with the variables of the request, and executes nothing', async () => {
  const mostExpensive = { path: 'measures.nodes.departments', cost: 35 };
  expect(await askCost(list, { size: 7 })).toEqual({
    status: 200,
    extensions: { cost: { requested: 42, limit: 50, mostExpensive, dearest: mostExpensive } },
  });
  expect(graph.statements).toEqual([]);
});

test('the cost of an operation that costs too much is told as well, beside the limit, and is no error', async () => {
  const mostExpensive = { path: 'measures.nodes.departments', cost: 45 };
  expect(await askCost(list, { size: 9 })).toEqual({
    status: 200,
    extensions: { cost: { requested: 54, limit: 50, mostExpensive, dearest: mostExpensive } },
  });
  const { status } = await service.post(
    list,
    { variables: { size: 9 } },
    { accept: 'application/graphql-response+json' },
  );
  expect(status).toBe(400);
});

test('a document that is no operation of the schema is refused as ever', async () => {
  const { status, errors } = await askCost('{ nope }');
  expect([status, errors]).toEqual([400, [expect.objectContaining({ message: expect.stringContaining('nope') })]]);
});

test('a cost is no answer that could be kept', async () => {
  await service.post('{ datasets { revision } }', {}, { 'x-cost': 'only' });
  const { json } = await service.post('{ datasets { revision } }');
  expect(json().data).toEqual({ datasets: [{ revision: 'r1' }] });
});
