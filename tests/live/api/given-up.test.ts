import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { type RunningServer, startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { type HttpSettings, readSettings } from '../../../src/settings.js';
import { sendTo } from '../../http/service.js';
import { retried } from '../../retried.js';
import { patience, seededDatabase } from '../seeded.js';

const endless =
  "UNWIND range(1, 1000000000000) AS n RETURN count(n) AS municipality, 'too late' AS revision, '' AS loadedAt";
const slow =
  "UNWIND range(1, 20000000) AS n WITH count(n % 7) AS count RETURN 'city' AS municipality, 'in time' AS revision, '' AS loadedAt";

let database: Connection;
let server: RunningServer;

beforeAll(async () => {
  database = await seededDatabase();
}, patience);

afterEach(() => server.stop());

afterAll(() => database.close());

/** A service whose `datasets` take as long as that statement. */
async function serviceOver(cypher: string, settings: Partial<HttpSettings> = {}): Promise<void> {
  const read: Connection['read'] = (text, parameters, options) =>
    text.includes('d.loadedAt AS loadedAt')
      ? database.read(cypher, {}, options)
      : database.read(text, parameters, options);
  server = await startServer({
    connection: { ...database, read },
    host: '127.0.0.1',
    port: 0,
    settings: { ...readSettings({}).http, ...settings },
    log: serviceLog('silent'),
  });
}

const ask = (signal?: AbortSignal) =>
  sendTo(server.url, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ datasets { revision } }' }),
    ...(signal ? { signal } : {}),
  });

async function running(cypher: string): Promise<number> {
  const [row] = await database.read<{ count: number }>(
    'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $cypher RETURN count(*) AS count',
    { cypher },
  );
  return Number(row?.count);
}

/** Waits until so many transactions run the statement. */
const expectRunning = (cypher: string, count: number) => retried(async () => expect(await running(cypher)).toBe(count));

test('a client that hangs up ends its statement in the database', async () => {
  await serviceOver(endless, { deadline: 60_000 });
  const leaving = new AbortController();
  const asked = ask(leaving.signal).catch((error: Error) => error.name);
  await expectRunning(endless, 1);
  leaving.abort();
  expect(await asked).toBe('AbortError');
  await expectRunning(endless, 0);
});

test('a statement that takes too long is ended in the database, and answered for', async () => {
  await serviceOver(endless, { deadline: 2_000 });
  const { status, json } = await ask();
  expect([status, json().errors?.map(({ extensions }) => extensions.code)]).toEqual([504, ['TIMEOUT']]);
  await expectRunning(endless, 0);
});

test('a service that is stopped is not ready any more, but answers what is under way', async () => {
  await serviceOver(slow, { deadline: 30_000, drainDelay: 1_000 });
  const asked = ask();
  await expectRunning(slow, 1);
  const stopping = server.stop();
  const { status, headers, json } = await sendTo(server.url, { method: 'GET', path: '/readyz' });
  expect([status, headers.connection, json()]).toEqual([503, 'close', expect.objectContaining({ status: 'draining' })]);
  const answered = await asked;
  expect([answered.status, answered.json()]).toEqual([200, { data: { datasets: [{ revision: 'in time' }] } }]);
  await stopping;
  await expect(ask()).rejects.toThrow('ECONNREFUSED');
});
