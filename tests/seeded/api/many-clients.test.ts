import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { type RunningServer, startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { readSettings } from '../../../src/settings.js';
import { sendTo } from '../../http/service.js';
import { patience, seededDatabase } from '../seeded.js';

let connection: Connection;
let server: RunningServer;
let lookUps = 0;
/** Milliseconds by which the database takes longer for a look-up: long enough for all to have come. */
let slowness = 0;

beforeAll(async () => {
  connection = await seededDatabase();
  const read: Connection['read'] = async (cypher, parameters, options) => {
    if (cypher.includes('$keys')) {
      lookUps++;
      await delay(slowness);
    }
    return connection.read(cypher, parameters, options);
  };
  const settings = readSettings({ DEADLINE: '60' }).http;
  server = await startServer({
    connection: { ...connection, read },
    host: '127.0.0.1',
    port: 0,
    settings,
    log: serviceLog('silent'),
  });
}, patience);

afterAll(async () => {
  await server.stop();
  await connection.close();
});

async function ask(query: string, variables: object = {}): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'x-no-cache': '1' };
  const { status, json } = await sendTo(server.url, { headers, body: JSON.stringify({ query, variables }) });
  return { status, ...json() };
}

const byName = `query ($name: String!) {
  department(name: $name) { name measures(first: 5) { totalCount nodes { code policyItem { code } } } }
}`;

test('many who look different things up at once are each told what they are told alone, in fewer statements', async () => {
  const { data } = (await ask('{ departments(first: 100) { nodes { name } } }')) as {
    readonly data: { readonly departments: { readonly nodes: readonly { readonly name: string }[] } };
  };
  const names = [...data.departments.nodes.map(({ name }) => name), '無い課', '', 'Crisis Management Division'];
  expect(names.length).toBeGreaterThan(30);
  const alone: unknown[] = [];
  for (const name of names) alone.push(await ask(byName, { name }));
  const before = lookUps;
  slowness = 500;
  expect(await Promise.all(names.map((name) => ask(byName, { name })))).toEqual(alone);
  expect(lookUps - before).toBeLessThan(names.length / 2);
});
