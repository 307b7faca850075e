import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { type ErrorEntry, formatError, hiddenBehind } from '../../src/api/errors.js';
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

test.each([
  'Argument "first" of non-null type "Int!" must not be null.',
  'Too many errors processing variables, error limit reached. Execution aborted.',
])('what GraphQL finds wrong with values only while it carries out is the client’s too: %s', (message) => {
  expect(formatted(new GraphQLError(message)).extensions.code).toBe('BAD_USER_INPUT');
});

test.each([
  'Variable "$zz" is not defined by operation "Q".',
  'Variable "$x" is never used.',
  'Variable "$a" of type "String" used in position expecting type "Int".',
])('what is wrong with the variables of a document is not about their values: %s', (message) => {
  const error = new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  expect(formatted(error).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('a document of too many tokens is told how many there may be, and not that it is misspelt', () => {
  const error = new GraphQLError('Syntax Error: Document contains more that 1000 tokens. Parsing aborted.', {
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });
  expect(formatted(error)).toMatchObject({
    message: 'The document is too long. At most 1000 tokens are allowed.',
    extensions: { code: 'TOO_MANY_TOKENS', messageJa: 'クエリが長すぎます。トークンの上限は1000個です。' },
  });
});

test('but not where the same words come from the inside', () => {
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
