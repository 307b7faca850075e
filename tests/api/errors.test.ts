import { describe, expect, test } from '@jest/globals';
import { execute, GraphQLError, parse } from 'graphql';
import { type ErrorEntry, formatError, hiddenBehind } from '../../src/api/errors.js';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';
import { errorCodes } from '../../src/error-codes.js';
import { withStatus } from '../../src/operation/answer/settle.js';
import { badInput } from '../../src/refusal.js';

/** As Apollo hands it over: a code is there in any case. */
const formatted = (error: GraphQLError) =>
  formatError({ ...error.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR', ...error.extensions } }, error);

test('every code has a status of a failure, and words in both languages', () => {
  for (const { status, message, messageJa } of Object.values(errorCodes)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(message).not.toBe('');
    expect(messageJa).toMatch(/[。いん]/);
  }
});

test('what the engine says about a request is told as it is, with its place', () => {
  const error = new GraphQLError('wrapped', {
    path: ['measures'],
    originalError: badInput('first: expected …', 'firstには…'),
  });
  expect(formatted(error)).toEqual({
    message: 'first: expected …',
    path: ['measures'],
    extensions: { code: 'BAD_USER_INPUT', messageJa: 'firstには…' },
  });
});

test('what a refusal tells programs is told, also where it is located', () => {
  const refusal = badInput('expected one …', '…').withDetails({ municipalities: ['aoba', 'midori'] });
  for (const originalError of [refusal, refusal.at(['policyItem'])])
    expect(formatted(new GraphQLError('wrapped', { originalError })).extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      municipalities: ['aoba', 'midori'],
    });
});

test('what GraphQL finds wrong with values only while it executes is the client’s too', async () => {
  const text = 'query ($n: Int) { crossTab(rows: SDG, columns: GRADE, count: MEASURES, limit: $n) { truncated } }';
  const contextValue = requestContext(async () => []);
  const variableValues = { n: null };
  const { errors = [] } = await execute({ schema: schema(), document: parse(text), contextValue, variableValues });
  expect(errors.map((error) => formatted(error))).toMatchObject([
    {
      message: 'Argument "limit" of non-null type "Int!" must not be null.',
      extensions: {
        code: 'BAD_USER_INPUT',
        messageJa: '1行目79文字目：引数または変数の値が正しくありません。',
      },
    },
  ]);
});

test('a code of the closed list is told with its words, as a plugin may set it', () => {
  const error = new GraphQLError('No more today.', { extensions: { code: 'OVERLOADED' } });
  expect(formatted(error)).toEqual({
    message: 'No more today.',
    extensions: { code: 'OVERLOADED', messageJa: errorCodes.OVERLOADED.messageJa },
  });
});

test('what comes from the inside is no mistake of the client, whatever its words', () => {
  const inside = new GraphQLError('Argument "x" …', { originalError: new TypeError('Argument "x" …') });
  expect(formatted(inside).extensions.code).toBe('INTERNAL_SERVER_ERROR');
});

test('anything else is hidden behind an internal error', () => {
  const cause = new TypeError('secret');
  const entry = formatted(new GraphQLError('secret', { originalError: cause }));
  expect(entry).toMatchObject({ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  expect(hiddenBehind(entry)).toBe(cause);
  const invented = formatted(new GraphQLError('x', { extensions: { code: 'toString' } }));
  expect(invented.extensions.code).toBe('INTERNAL_SERVER_ERROR');
});

describe('the status of a result', () => {
  const error = (code: ErrorEntry['extensions']['code']): ErrorEntry => ({
    message: code,
    path: ['a'],
    extensions: { code, messageJa: code },
  });
  const client = { legacyClient: false, requestId: 'id' };
  const status = (result: Parameters<typeof withStatus>[0], legacyClient = false) =>
    withStatus(result, { ...client, legacyClient }).status;

  test('is success where there is data', () => {
    expect(status({ data: { a: 1 }, errors: [error('INTERNAL_SERVER_ERROR')] })).toBe(200);
    expect(status({ data: { a: null, b: 1 }, errors: [error('TIMEOUT')] })).toBe(200);
    expect(status({ data: null, errors: [error('BAD_USER_INPUT')] })).toBe(200);
  });

  test('is that of the outage where nothing is left of the answer, which is then one error', () => {
    const errors = [error('BAD_USER_INPUT'), error('TIMEOUT'), error('TIMEOUT')];
    expect(withStatus({ data: { a: null, b: null }, errors }, client)).toEqual({
      status: 504,
      result: { errors: [{ message: 'TIMEOUT', extensions: { code: 'TIMEOUT', messageJa: 'TIMEOUT' } }] },
    });
  });

  test('is that of the inside where it took everything with it', () => {
    const { status: failed, result } = withStatus({ data: null, errors: [error('INTERNAL_SERVER_ERROR')] }, client);
    expect([failed, result.errors?.[0]?.extensions.requestId]).toEqual([500, 'id']);
  });

  test('is success, for a client of old, where only the document was wrong', () => {
    expect(status({ errors: [error('GRAPHQL_VALIDATION_FAILED')] })).toBe(400);
    expect(status({ errors: [error('GRAPHQL_VALIDATION_FAILED')] }, true)).toBe(200);
    expect(status({ errors: [error('TOO_DEEP')] }, true)).toBe(400);
  });
});
