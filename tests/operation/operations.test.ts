import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { anonymous } from '../../src/caller.js';
import { serviceLog } from '../../src/http/service-log.js';
import { AnswerCache } from '../../src/operation/answer/answer-cache.js';
import { Apollo } from '../../src/operation/execute/apollo.js';
import { GraphAccess } from '../../src/operation/execute/graph-access.js';
import { newRecord } from '../../src/operation/operation-record.js';
import { Operations } from '../../src/operation/operations.js';
import { readSettings } from '../../src/settings.js';

/** Answers an operation over a schema that also has a change to offer. */
async function answer(query: string, method: 'GET' | 'POST') {
  const schema = buildSchema('type Query { name: String } type Mutation { rename: String }');
  const { limits } = readSettings({}).http;
  const apollo = new Apollo({ schema, introspection: true, plugins: [], log: serviceLog('silent') });
  await apollo.start();
  const connection = { read: async () => [], profile: async () => ({ rows: [], operators: null }) };
  const operations = new Operations({
    schemas: { schema, executable: schema, analysed: new Set() },
    limits,
    introspection: true,
    explain: false,
    apollo,
    graph: new GraphAccess(connection, (call) => call(), 1_000),
    cache: new AnswerCache(0),
    program: 'test',
  });
  const record = newRecord('id');
  const request = { query, operationName: null, variables: {}, extensions: {}, canonicalValues: '' };
  const { status, headers } = await operations.answer(request, {
    request: { method, headers: {} },
    caller: anonymous,
    record,
    accepted: { contentType: 'application/json', legacy: false },
    signal: new AbortController().signal,
  });
  await apollo.stop();
  return { status, allow: headers.allow, kind: record.kind, code: record.code };
}

test('what may only ask changes nothing, and is told how to', async () => {
  expect(await answer('mutation { rename }', 'GET')).toEqual({
    status: 405,
    allow: 'POST',
    kind: 'mutation',
    code: 'METHOD_NOT_ALLOWED',
  });
  expect(await answer('query { name }', 'GET')).toMatchObject({ status: 200, code: 'OK' });
  expect(await answer('mutation { rename }', 'POST')).toMatchObject({ status: 200, kind: 'mutation', code: 'OK' });
});
