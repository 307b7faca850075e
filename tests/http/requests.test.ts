import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorCodes } from '../../src/error-codes.js';
import { fakeGraph, type Reply, type Sent, type Service, startService } from './service.js';

const graph = fakeGraph();
let service: Service;

beforeAll(async () => {
  service = await startService(graph);
});

afterAll(() => service.stop());

const json = { 'content-type': 'application/json' };
const query = '{ datasets { revision } }';
const body = JSON.stringify({ query });

/** A refusal in the one shape, with the status that its code has. */
function expectRefusal({ status, json: read, body: text }: Reply, code: keyof typeof errorCodes): void {
  expect({ status, ...read() }).toEqual({
    status: errorCodes[code].status,
    errors: expect.arrayContaining([
      expect.objectContaining({
        message: expect.any(String),
        extensions: { code, messageJa: expect.stringMatching(/[ぁ-んァ-ヶ一-龠]/) },
      }),
    ]),
  });
  expect(text.length).toBeLessThan(2_000);
}

describe('a body that cannot be used is refused', () => {
  test.each<[string, Sent, keyof typeof errorCodes]>([
    ['without a content type', { body }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['text', { headers: { 'content-type': 'text/plain' }, body }, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'text, with the preflight header',
      { headers: { 'content-type': 'text/plain', 'apollo-require-preflight': '1' }, body },
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'of a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' },
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'of several parts',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body },
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'of two types at once',
      { headers: { 'content-type': 'application/json,text/plain' }, body },
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['in UTF-7', { headers: { 'content-type': 'application/json; charset=utf-7' }, body }, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'in UTF-16',
      { headers: { 'content-type': 'application/json; charset=utf-16' }, body: Buffer.from(body, 'utf16le') },
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'in Latin 1',
      { headers: { 'content-type': 'application/json;charset="iso-8859-1"' }, body },
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['that says UTF-8 and is not', { headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }, 'BAD_REQUEST'],
    ['with overlong UTF-8', { headers: json, body: Buffer.from([0x22, 0xc0, 0xaf, 0x22]) }, 'BAD_REQUEST'],
    ['UTF-16 without saying so', { headers: json, body: Buffer.from(body, 'utf16le') }, 'BAD_REQUEST'],
    ['cut off', { headers: json, body: body.slice(0, -3) }, 'BAD_REQUEST'],
    ['empty', { headers: json, body: '' }, 'BAD_REQUEST'],
    ['a number', { headers: json, body: '1' }, 'BAD_REQUEST'],
    ['a list', { headers: json, body: `[${body},${body}]` }, 'BAD_REQUEST'],
    ['without a query', { headers: json, body: '{}' }, 'BAD_REQUEST'],
    ['with an empty query', { headers: json, body: '{"query":" "}' }, 'BAD_REQUEST'],
    ['whose query is a list', { headers: json, body: '{"query":["{__typename}"]}' }, 'BAD_REQUEST'],
    ['whose variables are a text', { headers: json, body: '{"query":"{__typename}","variables":"{}"}' }, 'BAD_REQUEST'],
    ['whose variables are a list', { headers: json, body: '{"query":"{__typename}","variables":[1]}' }, 'BAD_REQUEST'],
    [
      'whose operationName is a number',
      { headers: json, body: '{"query":"{__typename}","operationName":1}' },
      'BAD_REQUEST',
    ],
    [
      'whose extensions are a text',
      { headers: json, body: '{"query":"{__typename}","extensions":"x"}' },
      'BAD_REQUEST',
    ],
    [
      'with a persisted query',
      { headers: json, body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}' },
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    [
      'one byte over the limit',
      { headers: json, body: `{"query":"${'#'.repeat(102_400 - 11)}"}` },
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'of ten megabytes without a length',
      { headers: json, body: Array(100).fill(Buffer.alloc(100_000, 32)) },
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'a gzip bomb',
      { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(10_000_000, 32)) },
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'a brotli bomb',
      { headers: { ...json, 'content-encoding': 'br' }, body: brotliCompressSync(Buffer.alloc(10_000_000, 32)) },
      'PAYLOAD_TOO_LARGE',
    ],
    ['that says gzip and is not', { headers: { ...json, 'content-encoding': 'gzip' }, body }, 'BAD_REQUEST'],
    ['in zstd', { headers: { ...json, 'content-encoding': 'zstd' }, body }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['in two encodings', { headers: { ...json, 'content-encoding': 'gzip, gzip' }, body }, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('%s', async (_name, sent, code) => {
    expectRefusal(await service.send(sent), code);
  });
});

describe('a body that can be used is answered', () => {
  test.each<[string, Sent]>([
    ['plain', { headers: json, body }],
    ['exactly at the limit', { headers: json, body: body.padEnd(102_400) }],
    ['with a charset', { headers: { 'content-type': 'application/json; charset=UTF-8' }, body }],
    ['with a byte order mark', { headers: json, body: Buffer.from(`\uFEFF${body}`) }],
    ['in gzip', { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(body) }],
    ['in deflate', { headers: { ...json, 'content-encoding': 'deflate' }, body: deflateSync(body) }],
    ['in brotli', { headers: { ...json, 'content-encoding': 'br' }, body: brotliCompressSync(body) }],
    ['piece by piece', { headers: json, body: [...body].map((character) => Buffer.from(character)) }],
    ['with a prototype', { headers: json, body: `{"__proto__":{"x":1},"query":"${query}"}` }],
  ])('%s', async (_name, sent) => {
    const reply = await service.send(sent);
    expect({ status: reply.status, ...reply.json() }).toEqual({
      status: 200,
      data: { datasets: [{ revision: 'r1' }] },
    });
  });
});

describe('by GET', () => {
  const preflight = { 'apollo-require-preflight': 'true' };
  const path = `/graphql?query=${encodeURIComponent(query)}`;

  test('a query is answered where no page of another site could have sent it', async () => {
    expect((await service.send({ method: 'GET', path, headers: preflight })).json()).toEqual({
      data: { datasets: [{ revision: 'r1' }] },
    });
    expect((await service.send({ method: 'GET', path, headers: { 'x-apollo-operation-name': 'x' } })).status).toBe(200);
    expect((await service.send({ method: 'GET', path, headers: json })).status).toBe(200);
  });

  test('variables and the name of the operation come along', async () => {
    const text = encodeURIComponent('query A($s: Boolean!) { __typename @skip(if: $s) } query B { b: __typename }');
    const named = `/graphql?query=${text}&operationName=A&variables=${encodeURIComponent('{"s":true}')}&extensions=null`;
    expect((await service.send({ method: 'GET', path: named, headers: preflight })).json()).toEqual({ data: {} });
  });

  test.each<[string, Sent, keyof typeof errorCodes]>([
    ['without a sign of that', { path }, 'CSRF_BLOCKED'],
    ['with an empty sign', { path, headers: { 'apollo-require-preflight': '' } }, 'CSRF_BLOCKED'],
    ['as text', { path, headers: { ...preflight, 'content-type': 'text/plain' } }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['without a query', { path: '/graphql', headers: preflight }, 'BAD_REQUEST'],
    ['with two queries', { path: `${path}&query=x`, headers: preflight }, 'BAD_REQUEST'],
    ['with variables that are not JSON', { path: `${path}&variables={`, headers: preflight }, 'BAD_REQUEST'],
    ['with variables that are a list', { path: `${path}&variables=[]`, headers: preflight }, 'BAD_REQUEST'],
  ])('%s it is refused', async (_name, sent, code) => {
    expectRefusal(await service.send({ method: 'GET', ...sent }), code);
  });
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is no method of the endpoint', async (method) => {
  const reply = await service.send({ method });
  expectRefusal(reply, 'METHOD_NOT_ALLOWED');
  expect(reply.headers.allow).toBe('GET, POST');
});

test.each([
  ['variable', 'variables'],
  ['Variables', 'variables'],
  ['operationname', 'operationName'],
  ['extension', 'extensions'],
])('the misspelt parameter %s is refused, in an address and in a body', async (name, meant) => {
  const byGet = (parameters: string) =>
    service.send({ method: 'GET', path: `/graphql?query=${encodeURIComponent(query)}&${parameters}`, headers: json });
  for (const { status, json: read } of [
    await byGet(`${name}=%7B%7D`),
    await byGet(`${name}[]=%7B%7D`),
    await service.post(query, { [name]: {} }),
  ]) {
    expect([status, read().errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(read().errors?.[0]?.message).toContain(`Did you mean ${meant}?`);
    expect(read().errors?.[0]?.extensions.messageJa).toContain(`${meant}のことですか。`);
  }
});

test('names that are reserved for later are ignored, and an empty operationName is none', async () => {
  expect((await service.post(query, { documentId: 'sha256:1', id: null, debugName: 'x' })).status).toBe(200);
  const path = `/graphql?query=${encodeURIComponent(query)}&operationName=&_=1&utm_source=x`;
  expect((await service.send({ method: 'GET', path, headers: json })).status).toBe(200);
});

test('HEAD is no method of the endpoint', async () => {
  expect(await service.send({ method: 'HEAD' })).toMatchObject({ status: 405, body: '' });
});

describe('the answer is what the client accepts', () => {
  test.each([
    [undefined, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/json;charset=utf-8', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
    ['application/json;q=0.1, application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
  ])('%s', async (accept, type) => {
    const reply = await service.send({ headers: { ...json, ...(accept ? { accept } : {}) }, body });
    expect([reply.status, reply.headers['content-type']]).toEqual([200, type]);
  });

  test('or a refusal, before anything is carried out', async () => {
    const before = graph.statements.length;
    expectRefusal(await service.send({ headers: { ...json, accept: 'text/html' }, body }), 'NOT_ACCEPTABLE');
    expect(graph.statements).toHaveLength(before);
  });
});

describe('the status of a document that cannot be carried out', () => {
  const wrong = JSON.stringify({ query: '{ nonsense }' });
  test.each([
    [undefined, 400],
    ['*/*', 400],
    ['application/graphql-response+json', 400],
    ['application/json', 200],
  ])('is, for a client that accepts %s, %i', async (accept, status) => {
    const headers = { ...json, ...(accept ? { accept } : {}) };
    expect((await service.send({ headers, body: wrong })).status).toBe(status);
  });

  test.each([
    ['{ __typename }', 'Lost', /no operation of that name; leave it out/, /名前がありません/],
    [
      'query A { __typename } query B { __typename }',
      'Lost',
      /one of A, B, but got "Lost"/,
      /「Lost」.*A、Bのいずれか/,
    ],
    ['query A { __typename } query B { __typename }', undefined, /one of A, B, but got none/, /^operationNameにはA、B/],
  ])('an operation that is not there is named: %s', async (text, operationName, message, messageJa) => {
    const { status, json: read } = await service.post(text, { operationName });
    const code = 'OPERATION_RESOLUTION_FAILURE';
    const entry = {
      message: expect.stringMatching(message),
      extensions: { code, messageJa: expect.stringMatching(messageJa) },
    };
    expect([status, read().errors]).toEqual([400, [entry]]);
  });

  test('is 400 for everybody where a limit was exceeded', async () => {
    const deep = `${'{ datasets { '.repeat(1)}${'a: revision '.repeat(60)}${'} }'.repeat(1)}`;
    const sent = { headers: { ...json, accept: 'application/json' }, body: JSON.stringify({ query: deep }) };
    expectRefusal(await service.send(sent), 'TOO_MANY_ALIASES');
  });
});

describe('every answer', () => {
  test('has an id: a plain one of the client, or a new one', async () => {
    const idFor = async (id: string) => (await service.post(query, {}, { 'x-request-id': id })).headers['x-request-id'];
    expect(await idFor('client-1.a:b')).toBe('client-1.a:b');
    expect(await idFor('<script>')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each(['/graphql', '/healthz', '/nowhere'])(
    'of %s tells browsers to be careful, and nobody what runs here',
    async (path) => {
      const { headers } = await service.send({ method: 'GET', path });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(Object.keys(headers)).not.toContain('x-powered-by');
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );
});

test('nothing that was answered tells of the inside', () => {
  for (const text of service.bodies)
    expect(text).not.toMatch(/\bat [\w.<]+ \(|node:|\/src\/|\.js\b|Apollo|Neo\.|MATCH \(/);
});
