import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fakeGraph, type Service, startService } from '../service.js';

let service: Service;

beforeAll(async () => {
  service = await startService(fakeGraph());
});
afterAll(() => service.stop());

const path = '/schema.graphql';

test('the schema is served as the file that is committed, as text', async () => {
  const { status, headers, body } = await service.send({ method: 'GET', path });
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'no-cache',
  ]);
  expect(body).toBe(await readFile('schema/schema.graphql', 'utf8'));
});

test('who has it is told that it still holds', async () => {
  const { headers, body } = await service.send({ method: 'HEAD', path });
  expect(body).toBe('');
  const again = await service.send({ method: 'GET', path, headers: { 'if-none-match': headers.etag ?? '' } });
  expect([again.status, again.body]).toEqual([304, '']);
});

test('a browser gets it too, and no page that says that there is none', async () => {
  const { status, headers } = await service.send({ method: 'GET', path, headers: { accept: 'text/html' } });
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
});

test('it is only read, and has no parameters', async () => {
  const posted = await service.send({ method: 'POST', path });
  expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD']);
  const asked = await service.send({ method: 'GET', path: `${path}?type=Measure` });
  expect([asked.status, asked.json().errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
});

test('it is kept from strangers together with introspection', async () => {
  const closed = await startService(fakeGraph(), { introspection: false });
  try {
    const { status, json } = await closed.send({ method: 'GET', path });
    expect([status, json().errors?.[0]?.extensions.code]).toEqual([400, 'INTROSPECTION_DISABLED']);
  } finally {
    await closed.stop();
  }
});
