import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Sent } from '../http/service.js';
import { ask, send } from './ask.js';
import { Refused } from './outcome.js';

/** What the next request is answered. */
let answer: { status: number; headers?: Record<string, string>; body: string };
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status, { ...usual, ...answer.headers }).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

const usual = { 'content-type': 'application/json', 'x-request-id': '1', 'x-content-type-options': 'nosniff' };
const refusal = (code: string, message = 'no') => JSON.stringify({ errors: [{ message, extensions: { code } }] });
const small: Sent = { body: '{"query":"{ a }"}' };
const large: Sent = { body: 'x'.repeat(2_000) };

async function kindOf(given: typeof answer, sent = small): Promise<string> {
  answer = given;
  return send(url, sent).then(
    () => 'as it should be',
    (error) => error.kind ?? error.constructor.name,
  );
}

test.each<[string, typeof answer, Sent, string]>([
  ['a refusal', { status: 400, body: refusal('BAD_USER_INPUT') }, small, 'as it should be'],
  ['an internal error', { status: 500, body: refusal('INTERNAL_SERVER_ERROR') }, small, 'failed'],
  ['an internal error beside data', { status: 200, body: refusal('INTERNAL_SERVER_ERROR') }, small, 'failed'],
  ['a busy service', { status: 503, body: refusal('OVERLOADED') }, small, 'failed'],
  ['an unknown code', { status: 400, body: refusal('SOMETHING') }, small, 'failed'],
  ['a small operation in a time limit', { status: 504, body: refusal('TIMEOUT') }, small, 'late'],
  ['a time limit beside data', { status: 200, body: refusal('TIMEOUT') }, small, 'late'],
  ['a large one', { status: 504, body: refusal('TIMEOUT') }, large, 'Refused'],
  ['an error of another shape', { status: 400, body: '{}' }, small, 'malformed'],
  ['a stack', { status: 400, body: refusal('BAD_REQUEST', 'x\n    at go (/a.js:1:1)') }, small, 'malformed'],
  ['no security headers', { status: 200, headers: { 'x-content-type-options': '' }, body: '{}' }, small, 'malformed'],
])('%s is told from what should be', async (_, given, sent, kind) => {
  expect(await kindOf(given, sent)).toBe(kind);
});

test('an operation beyond the limits says nothing about its answer', async () => {
  answer = { status: 400, body: refusal('QUERY_TOO_COSTLY') };
  await expect(ask(url, '{ a }', {})).rejects.toBeInstanceOf(Refused);
});
