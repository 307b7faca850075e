import { connect as connectSocket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Router } from 'express';
import { conditions } from '../../src/http/readiness.js';
import { readSettings } from '../../src/settings.js';
import { fakeGraph, type Service, startService } from './service.js';

let service: Service;

afterEach(() => service.stop());

const get = (path: string, headers = {}) => service.send({ method: 'GET', path, headers });
const outOfReach = { readiness: async () => new Set<never>() };

test('a service without its database lives, and is not ready', async () => {
  service = await startService(fakeGraph(), {}, outOfReach);
  expect(await get('/healthz')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
  const ready = await get('/readyz');
  expect([ready.status, ready.headers['retry-after']]).toEqual([503, '1']);
  expect(ready.json()).toEqual({
    status: 'unavailable',
    checks: { database: false, migrations: false, indexes: false, dataset: false },
    errors: [
      { message: expect.any(String), extensions: { code: 'SERVICE_UNAVAILABLE', messageJa: expect.any(String) } },
    ],
  });
});

test.each(conditions)('a service is not ready without its %s', async (missing) => {
  const holding = new Set(conditions.filter((condition) => condition !== missing));
  service = await startService(fakeGraph(), {}, { readiness: async () => holding });
  expect((await get('/readyz')).json()).toMatchObject({ checks: { [missing]: false } });
});

test('a service with everything is ready', async () => {
  service = await startService();
  expect(await get('/readyz')).toMatchObject({
    status: 200,
    body: '{"status":"ready","checks":{"database":true,"migrations":true,"indexes":true,"dataset":true}}',
  });
});

test('a database that says nothing makes the service not ready within a second, for all who ask', async () => {
  let looks = 0;
  const silent = () => {
    looks++;
    return new Promise<never>(() => {});
  };
  service = await startService(fakeGraph(), {}, { readiness: silent });
  const begun = Date.now();
  const answers = await Promise.all(Array.from({ length: 10 }, () => get('/readyz')));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(503));
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(looks).toBe(1);
});

test('a service that is being stopped is not ready, but answers', async () => {
  // Time enough for two requests on a busy machine; both are sent at once.
  service = await startService(fakeGraph(), { drainDelay: 2_000 });
  const stopped = service.stop();
  const [ready, answered] = await Promise.all([get('/readyz'), service.post('{ datasets { revision } }')]);
  expect([ready.status, ready.headers.connection, ready.json()]).toEqual([
    503,
    'close',
    expect.objectContaining({ status: 'draining' }),
  ]);
  expect([answered.status, answered.headers.connection]).toEqual([200, 'close']);
  await stopped;
  await expect(get('/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('the metrics count operations by kind and code, and have no other words of clients in them', async () => {
  service = await startService();
  await service.post('query Unbounded { datasets { revision } }');
  await service.post('query Unbounded { datasets { revision } }');
  await service.post('{ nonsense }');
  await service.send({ method: 'PUT' });
  const { status, headers, body } = await get('/metrics');
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain; version=0.0.4')]);
  for (const line of [
    'policy_graph_operations_total{kind="query",code="OK"} 2',
    'policy_graph_operations_total{kind="none",code="GRAPHQL_VALIDATION_FAILED"} 1',
    'policy_graph_operations_total{kind="none",code="METHOD_NOT_ALLOWED"} 1',
    'policy_graph_operation_seconds_count{kind="query"} 2',
    'policy_graph_answer_cache_total{use="hit"} 1',
    'policy_graph_answer_cache_entries 1',
    'policy_graph_operations_in_flight 0',
    'policy_graph_operations_queued 0',
    'policy_graph_database_calls_in_flight 0',
  ])
    expect(body).toContain(line);
  expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(body).toMatch(/^process_resident_memory_bytes /m);
  expect(body).toMatch(/^policy_graph_database_call_seconds_count [1-9]/m);
  expect(body).not.toMatch(/Unbounded|nonsense/);
});

test('what is nowhere, and what breaks, is answered in the one shape of errors', async () => {
  const broken = Router();
  broken.get('/broken', () => {
    throw new Error('secret: the inside');
  });
  service = await startService(fakeGraph(), {}, { routers: [broken] });
  expect((await get('/nowhere')).json()).toEqual({
    errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND', messageJa: expect.any(String) } }],
  });
  expect(await get('/%')).toMatchObject({ status: 404 });
  const reply = await get('/broken', { 'x-request-id': 'mine' });
  expect([reply.status, reply.json().errors?.[0]?.extensions]).toEqual([
    500,
    { code: 'INTERNAL_SERVER_ERROR', messageJa: expect.any(String), requestId: 'mine' },
  ]);
  expect(reply.body).not.toContain('secret');
  expect(service.log).toEqual([
    expect.objectContaining({
      level: 'error',
      requestId: 'mine',
      err: expect.objectContaining({ message: 'secret: the inside' }),
    }),
  ]);
});

test.each([
  ['what is not HTTP', 'NONSENSE\r\n\r\n', 400, 'BAD_REQUEST'],
  ['a request without a host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'BAD_REQUEST'],
  ['a request with two hosts', 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n', 400, 'BAD_REQUEST'],
  ['an expectation', 'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\n\r\n', 400, 'BAD_REQUEST'],
  ['CONNECT', 'CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
  ['headers without end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
])('%s is answered in it too', async (_name, sent, status, code) => {
  service = await startService();
  const socket = connectSocket(Number(new URL(service.url).port), '127.0.0.1');
  socket.write(sent);
  const answer = await text(socket);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  for (const header of ['x-request-id', 'x-content-type-options', 'content-security-policy', 'x-frame-options'])
    expect(answer.toLowerCase()).toContain(`\r\n${header}: `);
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ errors: [{ extensions: { code } }] });
});

test('pages of other origins are kept out by default, and those that are named are let in', async () => {
  const asking = { origin: 'https://city.example', 'access-control-request-method': 'POST' };
  service = await startService();
  const refused = await service.send({ method: 'OPTIONS', headers: asking });
  expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([400, undefined]);
  await service.stop();

  service = await startService(fakeGraph(), { corsOrigins: ['https://city.example'], hosts: null });
  expect(await service.send({ method: 'OPTIONS', headers: asking })).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-origin': 'https://city.example', 'access-control-allow-methods': 'GET, POST' },
  });
  const stranger = await service.post('{ __typename }', {}, { origin: 'https://other.example' });
  expect(stranger.headers['access-control-allow-origin']).toBeUndefined();
  expect(stranger.headers.vary).toContain('Origin');
});

describe('on a loopback address the service answers to its own names only', () => {
  const ask = (headers: Record<string, string>) =>
    service
      .post('{ __typename }', {}, headers)
      .then(({ status, json }) => [status, json().errors?.[0]?.extensions.code]);

  test('to no name that somebody else has made point here', async () => {
    service = await startService();
    for (const host of ['localhost', 'LOCALHOST:4000', '127.0.0.1:1', '[::1]:4000'])
      expect([host, ...(await ask({ host }))]).toEqual([host, 200, undefined]);
    for (const host of [
      'evil.example',
      'evil.example:4000',
      'localhost.evil.example',
      'localhost@evil.example',
      'x/localhost',
    ])
      expect([host, ...(await ask({ host }))]).toEqual([host, 400, 'BAD_REQUEST']);
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1:4000', 'https://[::1]'])
      expect([origin, ...(await ask({ origin }))]).toEqual([origin, 200, undefined]);
    for (const origin of ['http://evil.example', 'null', 'http://localhost.evil.example', 'file://', 'localhost'])
      expect([origin, ...(await ask({ origin }))]).toEqual([origin, 400, 'CSRF_BLOCKED']);
    expect((await get('/healthz', { host: 'evil.example' })).status).toBe(400);
  });

  test('to more where that is set, and to any elsewhere', async () => {
    service = await startService(fakeGraph(), { hosts: readSettings({ ALLOWED_HOSTS: 'Plan.example' }).http.hosts });
    expect(await ask({ host: 'plan.example' })).toEqual([200, undefined]);
    expect(await ask({ host: 'localhost', origin: 'https://plan.example' })).toEqual([200, undefined]);
    expect(await ask({ host: 'evil.example' })).toEqual([400, 'BAD_REQUEST']);
    await service.stop();
    service = await startService(fakeGraph(), { hosts: readSettings({ HOST: '0.0.0.0' }).http.hosts });
    expect(await ask({ host: 'anything.example', origin: 'https://other.example' })).toEqual([200, undefined]);
  });
});

test('pages of other sites can link to downloads, and cannot have them loaded', async () => {
  service = await startService();
  const from = (mode: string) =>
    service.send({
      method: 'HEAD',
      path: '/export/datasets.csv?query={datasets{revision}}',
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'apollo-require-preflight': '1' },
    });
  expect((await from('no-cors')).status).toBe(400);
  expect(await from('navigate')).toMatchObject({ status: 200, body: '' });
});

test('a path that is for reading says which methods it takes, and an answer by `accept` that it is one', async () => {
  service = await startService();
  for (const path of ['/search', '/healthz'])
    expect(await service.send({ path })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  expect((await get('/nowhere')).headers.vary?.toLowerCase()).toContain('accept');
  expect((await get('/metrics')).body).not.toContain('nodejs_version');
});
