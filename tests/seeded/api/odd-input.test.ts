import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Connection } from '../../../src/database/connection.js';
import { type RunningServer, startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { readSettings } from '../../../src/settings.js';
import { type Reply, type Sent, sendTo } from '../../http/service.js';
import { patience, seededDatabase } from '../seeded.js';

let connection: Connection;
let server: RunningServer;

beforeAll(async () => {
  connection = await seededDatabase();
  const settings = readSettings({ DEADLINE: '60' }).http;
  server = await startServer({ connection, host: '127.0.0.1', port: 0, settings, log: serviceLog('silent') });
}, patience);

afterAll(async () => {
  await server.stop();
  await connection.close();
});

const json = { 'content-type': 'application/json' };
const post = (body: object): Sent => ({ headers: json, body: JSON.stringify(body) });
const byGet = (parameters: Readonly<Record<string, string>>): Sent => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams(parameters)}`,
  headers: { 'apollo-require-preflight': '1' },
});

/** Sends it; whatever it is, the answer is data or errors with a code, and never a failure of the service. */
async function send(sent: Sent): Promise<Reply> {
  const reply = await sendTo(server.url, sent);
  expect(reply.status).toBeLessThan(500);
  const { data, errors = [] } = reply.json();
  if (data === undefined || data === null) expect(errors).not.toEqual([]);
  for (const { extensions } of errors) {
    expect(extensions.code).toMatch(/^[A-Z_]+$/);
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(extensions.messageJa).not.toBe('');
  }
  return reply;
}

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', "'", '\\', '\\"', '"""', '`', '$', '}', '\u0000', '\ud800', '\u2028', '👪🏽'),
  }),
  fc.constantFrom('ﾌﾟﾗﾝ', 'プラン', '__proto__', "') DETACH DELETE n //", '\ufeff', 'a'.repeat(100)),
);

const byVariable = `query ($text: String!, $ids: [ID!]!) {
  measures(first: 1, filter: { or: [{ name: { eq: $text } }, { code: { startsWith: $text, ignoreCase: true } }] }) { totalCount }
  departments(first: 1, filter: { not: { name: { contains: $text } } }) { totalCount }
  nodes(ids: $ids) { id }
  measure(code: $text) { id }
}`;

test('any text is a value like any other: in variables, in the document, by POST and by GET', async () => {
  const before = await connection.read('MATCH (n) RETURN count(n) AS nodes');
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const variables = { text, ids: [text, `sdg:${text}`] };
      const { json: read } = await send(post({ query: byVariable, variables }));
      expect(read().errors?.map(({ extensions }) => extensions.code) ?? []).toEqual([]);
      const literal = `{ measures(filter: { name: { eq: ${JSON.stringify(text)} } }) { totalCount } }`;
      await send(post({ query: literal }));
      if (text.length < 1_000)
        await send(byGet({ query: literal, variables: JSON.stringify(variables), operationName: text }));
    }),
    { numRuns: 100 },
  );
  expect(await connection.read('MATCH (n) RETURN count(n) AS nodes')).toEqual(before);
});

test('width does not matter in what is looked for', async () => {
  const count = async (text: string) => {
    const query = 'query ($text: String!) { relatedPlans(filter: { name: { contains: $text } }) { totalCount } }';
    return (await send(post({ query, variables: { text } }))).json().data;
  };
  expect(await count('ﾌﾟﾗﾝ')).toEqual(await count('プラン'));
  expect(await count('プラン')).not.toEqual({ relatedPlans: { totalCount: 0 } });
});

const names = [
  'text',
  'filter',
  'measures',
  'first',
  'ids',
  '{',
  '}',
  '(',
  ')',
  ':',
  '$',
  '"',
  '1',
  '[',
  ']',
  '...',
  '@',
];

test('any document, whole or broken, is answered or refused', async () => {
  const documents = fc.oneof(
    fc.array(fc.constantFrom(...names), { maxLength: 40 }).map((parts) => `{ ${parts.join(' ')} }`),
    fc
      .tuple(fc.nat(byVariable.length), fc.nat(20))
      .map(([at, length]) => byVariable.slice(0, at) + byVariable.slice(at + length)),
    fc
      .tuple(fc.nat(byVariable.length), texts)
      .map(([at, text]) => byVariable.slice(0, at) + text + byVariable.slice(at)),
  );
  await fc.assert(
    fc.asyncProperty(documents, fc.jsonValue(), async (query, value) => {
      await send(post({ query, variables: { text: value, ids: value } }));
    }),
    { numRuns: 200 },
  );
});

test('any body, and any kind of it, is answered or refused', async () => {
  const types = fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'multipart/form-data',
    '',
  );
  const encodings = fc.constantFrom('', 'identity', 'gzip', 'br', 'zstd', 'utf-8');
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc.constantFrom<BufferEncoding>('utf16le', 'latin1').map((name) => Buffer.from(`{"query":"{ 計画 }"}`, name)),
  );
  await fc.assert(
    fc.asyncProperty(bodies, types, encodings, async (body, type, encoding) => {
      const headers = {
        ...(type ? { 'content-type': type } : {}),
        ...(encoding ? { 'content-encoding': encoding } : {}),
      };
      await send({ headers, body });
    }),
    { numRuns: 200 },
  );
});

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

test.each<[string, Sent, string]>([
  [
    'ten thousand aliases',
    post({ query: `{ ${many(10_000, (index) => `a${index}:id`)} }`.slice(0, 100_000) }),
    'TOO_MANY_TOKENS',
  ],
  [
    'a query of a megabyte',
    post({ query: `{ measures { nodes { id } } } #${'x'.repeat(2 ** 20)}` }),
    'PAYLOAD_TOO_LARGE',
  ],
  ['a deep document', post({ query: `${'{ measures '.repeat(5_000)}${'}'.repeat(5_000)}` }), 'TOO_DEEP'],
  [
    'deep variables',
    { headers: json, body: `{"query":"{__typename}","variables":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}` },
    'TOO_DEEP',
  ],
  ['a batch', post(Array(10).fill({ query: '{ __typename }' })), 'BAD_REQUEST'],
  ['nothing', { headers: json, body: '' }, 'BAD_REQUEST'],
  [
    'a list of a thousand filters',
    post({ query: `{ measures(filter: { or: [${'{ id: { eq: "x" } } '.repeat(400)}] }) { totalCount } }` }),
    'TOO_MANY_TOKENS',
  ],
])(
  '%s is refused, with its own code',
  async (_name, sent, code) => {
    const { status, json: read } = await send(sent);
    expect(read().errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(status).toBeGreaterThanOrEqual(400);
  },
  30_000,
);
