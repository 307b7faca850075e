import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { serviceLog } from '../../../src/api/http/service-log.js';
import { type RunningServer, startServer } from '../../../src/api/server.js';
import { type Connection, connect } from '../../../src/database/connection.js';
import { type Reply, sendTo } from '../../api/http/service.js';
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
  proxy = await proxyTo(liveTarget());
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

const query = '{ dataset { revision } measures(first: 2) { totalCount nodes { id } } }';

async function ask(text = query): Promise<Reply & { readonly milliseconds: number }> {
  const begun = performance.now();
  const headers = { 'content-type': 'application/json', 'x-no-cache': '1' };
  const reply = await sendTo(server.url, { headers, body: JSON.stringify({ query: text }) });
  replies.push(reply.body);
  return { ...reply, milliseconds: performance.now() - begun };
}

const probe = async (path: string) => (await sendTo(server.url, { method: 'GET', path })).status;

/** Waits for the service to heal by itself. */
async function recovers(within: number): Promise<void> {
  const end = Date.now() + within;
  while ((await probe('/readyz')) !== 200 || (await ask()).status !== 200) expect(Date.now()).toBeLessThan(end);
}

afterEach(() => recovers(10_000), 15_000);

test('with everything in place it is ready and answers', async () => {
  expect(await probe('/readyz')).toBe(200);
  expect((await ask()).json()).toMatchObject({ data: { measures: { nodes: { length: 2 } } } });
});

test('a database that is gone is one clear error, at once, and it heals when the database is back', async () => {
  await proxy.close();
  const reply = await ask();
  expect([reply.status, reply.json().errors?.map(({ extensions }) => extensions.code)]).toEqual([
    503,
    ['SERVICE_UNAVAILABLE'],
  ]);
  expect(reply.milliseconds).toBeLessThan(2_000);
  expect(await Promise.all([probe('/healthz'), probe('/readyz')])).toEqual([200, 503]);
  expect((await ask('{ __typename }')).status).toBe(200);
  await proxy.open();
}, 15_000);

describe('a database that is frozen', () => {
  test('is answered for within the deadline by all requests, and heals without a restart', async () => {
    proxy.freeze();
    const asked = Array.from({ length: 60 }, () => ask());
    const begun = performance.now();
    expect(await probe('/readyz')).toBe(503);
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(await probe('/healthz')).toBe(200);
    for (const reply of await Promise.all(asked)) {
      expect([503, 504]).toContain(reply.status);
      expect(reply.json().errors).toHaveLength(1);
      expect(reply.milliseconds).toBeLessThan(5_500);
    }
    proxy.thaw();
    await recovers(3_000);
  }, 20_000);
});

test('a client that hangs up ends its query in the database', async () => {
  const endless = 'UNWIND range(1, 1000000000000) AS n RETURN count(n) AS hung';
  const slow = await startServer({
    // Whatever is asked takes for ever.
    connection: {
      ...connection,
      read: ((cypher, parameters, options) =>
        connection.read(
          cypher.includes('d.loadedAt AS loadedAt') ? endless : cypher,
          parameters,
          options,
        )) as Connection['read'],
    },
    host: '127.0.0.1',
    port: 0,
    log: serviceLog('silent'),
  });
  const running = async () => {
    const statement = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $endless RETURN count(*) AS count';
    const [row] = await database.read<{ count: number }>(statement, { endless });
    return Number(row?.count);
  };
  const leaving = new AbortController();
  const asked = sendTo(slow.url, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ datasets { revision } }' }),
    signal: leaving.signal,
  });
  asked.catch(() => {});
  try {
    const end = Date.now() + 5_000;
    while ((await running()) === 0) expect(Date.now()).toBeLessThan(end);
    leaving.abort();
    const left = performance.now();
    while ((await running()) > 0) expect(performance.now() - left).toBeLessThan(1_000);
  } finally {
    await slow.stop();
  }
}, 20_000);

test('nothing that was answered tells of the inside, and the log tells no secret', () => {
  const { uri, password } = liveTarget();
  for (const body of replies) {
    expect(body).not.toMatch(/\bat [\w.<]+ \(|Neo\.|Neo4j|MATCH \(|bolt:|ECONN|127\.0\.0\.1/);
    expect(body).not.toContain(new URL(uri).port);
  }
  expect(logged.length).toBeGreaterThan(0);
  for (const line of logged) expect(line).not.toContain(password);
});
