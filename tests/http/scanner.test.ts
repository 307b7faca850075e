import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Sent, type Service, startService } from './service.js';

/** What scanners for GraphQL look for in a service that strangers can reach; it has introspection switched off. */

let service: Service;

beforeAll(async () => {
  service = await startService(undefined, { introspection: false });
});

afterAll(() => service.stop());

const json = { 'content-type': 'application/json' };
const operation = (query: string): Sent => ({ headers: json, body: JSON.stringify({ query }) });
const byGet = (query: string): Sent => ({ method: 'GET', path: `/graphql?query=${encodeURIComponent(query)}` });

test.each<[string, Sent]>([
  [
    'alias overloading',
    operation(`{ ${Array.from({ length: 101 }, (_, index) => `alias${index}: __typename`).join('\n')} }`),
  ],
  ['batches', { headers: json, body: JSON.stringify(Array(10).fill({ query: '{ __typename }' })) }],
  ['directive overloading', operation(`{ __typename ${'@aa'.repeat(500)} }`)],
  [
    'circular introspection',
    operation(`{ __schema { types { ${'fields { type { '.repeat(4)}name${' } }'.repeat(4)} } } }`),
  ],
  ['field duplication', operation(`{ ${'__typename\n'.repeat(500)} }`)],
  ['field suggestions', operation('{ __schema { directive } }')],
  ['queries by GET', byGet('{ __typename }')],
  ['mutations by GET', byGet('mutation { __typename }')],
  ['forms', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=%7B__typename%7D' }],
  ['introspection', operation('{ __schema { types { name fields { name } } } }')],
  ['errors with traces', operation('{ ')],
])('%s is refused shortly, with a code and without a trace', async (_name, sent) => {
  const { status, json: read, body } = await service.send(sent);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  for (const { extensions } of read().errors ?? []) expect(extensions.code).toMatch(/^[A-Z_]+$/);
  expect(read().data).toBeUndefined();
  expect(body).not.toMatch(/stacktrace|Did you mean|tracing|\bat \//);
  expect(body.length).toBeLessThan(2_000);
});
