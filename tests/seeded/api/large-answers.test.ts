import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { type RunningServer, startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { type HttpSettings, readSettings } from '../../../src/settings.js';
import { sendTo } from '../../http/service.js';
import { retried } from '../../retried.js';
import { patience, seededDatabase } from '../seeded.js';

let connection: Connection;
/** As by default, and with room for little. */
let usual: RunningServer;
let small: RunningServer;

beforeAll(async () => {
  connection = await seededDatabase();
  const start = (settings: HttpSettings) =>
    startServer({ connection, host: '127.0.0.1', port: 0, settings, log: serviceLog('silent') });
  usual = await start(readSettings({ DEADLINE: '60' }).http);
  small = await start(readSettings({ DEADLINE: '60', MAX_ANSWER: '10k' }).http);
}, patience);

afterAll(async () => {
  await Promise.all([usual.stop(), small.stop()]);
  await connection.close();
});

async function askOf({ url }: RunningServer, query: string, headers: Readonly<Record<string, string>> = {}) {
  const { status, json } = await sendTo(url, {
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors = [] } = json();
  return { status, data, error: errors[0] ?? null };
}

const ask = (query: string) => askOf(small, query);

const little = '{ measures(first: 3) { nodes { code } } }';
const all = 'nodes { name municipality { departments { nodes { name } } } }';

describe('an answer that is larger than its cost lets expect', () => {
  test.each([
    ['of a list', `{ departments { ${all} } }`],
    ['of one thing', `{ department(name: "財政課") { municipality { departments { ${all} } } } }`],
    [
      'of what many rows share, which is read once',
      '{ department(name: "市民活動推進課") { measures { nodes { policyItem { field { policyItems { nodes { name nameEn summary summaryEn } } } } } } } }',
    ],
    [
      'of parts that are small alone',
      `{ ${Array.from({ length: 10 }, (_, part) => `a${part}: departments { nodes { name code: id } }`).join(' ')} }`,
    ],
  ])('is given up, and says so: %s', async (_, query) => {
    expect(await ask(query)).toMatchObject({
      error: {
        message: expect.stringMatching(/^expected an operation that reads at most 10240 characters, but/),
        extensions: { code: 'QUERY_TOO_COSTLY', messageJa: expect.stringContaining('10240文字') },
      },
    });
  });

  test('is so where its statements are accounted for, and is no failure of the database', async () => {
    const metrics = async () => (await sendTo(small.url, { method: 'GET', path: '/metrics' })).body;
    // Of the operations before, parts can still be under way.
    await retried(async () => expect(await metrics()).toMatch(/^policy_graph_database_calls_in_flight 0$/m));
    const failures = async () => {
      const counted = (await metrics()).matchAll(/^policy_graph_database_failures_total\{kind="(.*)"\} (\d+)$/gm);
      return Object.fromEntries([...counted].map(([, kind, count]) => [kind, Number(count)]));
    };
    const before: Readonly<Record<string, number>> = await failures();
    const { error } = await askOf(small, `{ departments { ${all} } }`, { 'x-explain': 'profile' });
    expect(error).toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY' } });
    expect(await failures()).toEqual({ ...before, 'too-large': (before['too-large'] ?? 0) + 1 });
  });

  test('leaves its connection to the database to others', async () => {
    const { data } = await ask(little);
    // More often than there are connections.
    for (let time = 0; time < 60; time++) expect((await ask(`{ departments { ${all} } }`)).error).not.toBeNull();
    expect(await ask(little)).toEqual({ status: 200, data, error: null });
  });

  test('has room of its own in each operation', async () => {
    const page = '{ departments(first: 40) { nodes { id name } } }';
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(page)));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
  });
});

interface Listed {
  readonly departments: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string };
    readonly nodes: readonly unknown[];
  };
}

test('an answer that takes several turns is the same as its parts', async () => {
  const below = (inner: string) => `municipality { departments { nodes { ${inner} } } }`;
  const page = async (given: string) => {
    const asked = `departments(${given}) { totalCount pageInfo { endCursor } nodes { name ${below(below('id name'))} } }`;
    const { data, error } = await askOf(usual, `{ ${asked} }`);
    expect(error).toBeNull();
    return (data as Listed).departments;
  };
  const whole = await page('first: 36');
  expect(JSON.stringify(whole).length).toBeGreaterThan(3 * 2 ** 20);
  const nodes: unknown[] = [];
  for (let after = ''; nodes.length < 36; ) {
    const part = await page(`first: 12${after && `, after: "${after}"`}`);
    nodes.push(...part.nodes);
    after = part.pageInfo.endCursor;
  }
  expect(whole).toEqual({ totalCount: 43, pageInfo: { endCursor: expect.any(String) }, nodes });
});
