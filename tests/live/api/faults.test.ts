import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { type RunningServer, startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { sendTo } from '../../http/service.js';
import { liveTarget } from '../neo4j.js';
import { type Passage, proxyTo } from '../proxy.js';
import { patience, seededDatabase } from '../seeded.js';

let database: Connection;
let proxy: Passage;
let connection: Connection;
let server: RunningServer;
const replies: string[] = [];
const logged: string[] = [];

beforeAll(async () => {
  database = await seededDatabase();
  proxy = await proxyTo(liveTarget(), { opened: false });
  connection = connect(proxy.target);
  const log = serviceLog('debug', { write: (line) => void logged.push(line) });
  server = await startServer({ connection, host: '127.0.0.1', port: 0, log });
}, patience);

afterAll(async () => {
  await server.stop();
  await connection.close();
  await proxy.close();
  await database.close();
});

/** The deadline of an operation is 5 s; the rest is for a machine that has other things to do. */
const inTime = 8_000;

async function timed<Result extends object>(
  work: Promise<Result>,
): Promise<Result & { readonly milliseconds: number }> {
  const begun = performance.now();
  const result = await work;
  return { ...result, milliseconds: performance.now() - begun };
}

async function ask(query = '{ dataset { revision } measures(first: 2) { totalCount nodes { id } } }') {
  const headers = { 'content-type': 'application/json', 'x-no-cache': '1' };
  const reply = await timed(sendTo(server.url, { headers, body: JSON.stringify({ query }) }));
  replies.push(reply.body);
  const { data, errors = [] } = reply.json();
  return { ...reply, data, codes: errors.map(({ extensions }) => extensions.code), errors };
}

const probe = async (path: string) => (await sendTo(server.url, { method: 'GET', path })).status;

/** Waits for the service to heal by itself. */
async function heals(): Promise<void> {
  const end = Date.now() + 90_000;
  while ((await probe('/readyz')) !== 200 || (await ask()).status !== 200) expect(Date.now()).toBeLessThan(end);
}

afterEach(heals);

const isOutage = ({ status, codes, errors, milliseconds }: Awaited<ReturnType<typeof ask>>) => {
  expect([503, 504]).toContain(status);
  expect(codes).toHaveLength(1);
  expect(['SERVICE_UNAVAILABLE', 'TIMEOUT', 'OVERLOADED']).toContain(codes[0]);
  expect(errors[0]?.message).toMatch(/^[ -~]+$/);
  expect(errors[0]?.extensions.messageJa).toMatch(/。$/);
  expect(milliseconds).toBeLessThan(inTime);
};

test('before there is a database the service lives, says that it is not ready, and heals when one comes', async () => {
  expect(await Promise.all([probe('/healthz'), probe('/readyz')])).toEqual([200, 503]);
  isOutage(await ask());
  await proxy.open();
  await heals();
  expect(await ask()).toMatchObject({ status: 200, codes: [], data: { measures: { nodes: { length: 2 } } } });
});

test('a database that is gone is one clear error, and what needs none is answered', async () => {
  await proxy.close();
  for (const reply of await Promise.all(Array.from({ length: 20 }, () => ask()))) isOutage(reply);
  expect(await Promise.all([probe('/healthz'), probe('/readyz')])).toEqual([200, 503]);
  expect(await ask('{ __typename }')).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  await proxy.open();
});

test('a database that is frozen is one clear error for every request in time, and it heals without a restart', async () => {
  proxy.freeze();
  const asked = Array.from({ length: 60 }, () => ask());
  const looked = await timed(sendTo(server.url, { method: 'GET', path: '/readyz' }));
  expect(looked.status).toBe(503);
  expect(looked.milliseconds).toBeLessThan(inTime);
  expect(await probe('/healthz')).toBe(200);
  for (const reply of await Promise.all(asked)) isOutage(reply);
  proxy.thaw();
});

test('nothing that was answered tells of the inside, and the log tells no secret', () => {
  const { uri, password } = liveTarget();
  for (const body of replies) {
    expect(body).not.toMatch(/\bat [\w.<]+ \(|Neo\.|Neo4j|MATCH \(|bolt:|ECONN|127\.0\.0\.1/);
    expect(body).not.toContain(new URL(uri).port);
  }
  expect(logged.length).toBeGreaterThan(0);
  for (const line of logged) expect(line).not.toContain(password);
});
