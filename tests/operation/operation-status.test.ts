import { HeaderMap } from '@apollo/server';
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { Municipalities } from '../../src/analysis/municipalities.js';
import { serviceLog } from '../../src/http/service-log.js';
import { createApollo } from '../../src/operation/apollo.js';
import { requestContext } from '../../src/operation/context.js';
import { Executor } from '../../src/operation/executor.js';
import { newRecord } from '../../src/operation/operation-record.js';
import { operationStatus } from '../../src/operation/operation-status.js';
import { readSettings } from '../../src/settings.js';

/** Carries an operation out over a schema that also has a change to offer. */
async function carryOut(query: string, onlyQueries: boolean) {
  const schema = buildSchema('type Query { name: String } type Mutation { rename: String }');
  const apollo = createApollo({
    schema,
    executor: new Executor(schema),
    introspection: true,
    limits: readSettings({}).http.limits,
    execution: {},
    plugins: [operationStatus],
    log: serviceLog('silent'),
  });
  await apollo.start();
  const record = newRecord('id');
  const signal = new AbortController().signal;
  const revision = async () => null;
  const municipalities = new Municipalities();
  const caller = { role: 'anonymous', signal, legacyClient: false, onlyQueries, record, revision, municipalities };
  const { status = 200, headers } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: { query },
    },
    context: async () => requestContext(async () => [], 'id', undefined, caller),
  });
  await apollo.stop();
  return { status, allow: headers.get('allow'), kind: record.kind, code: record.code };
}

test('what may only ask changes nothing, and is told how to', async () => {
  expect(await carryOut('mutation { rename }', true)).toEqual({
    status: 405,
    allow: 'POST',
    kind: 'mutation',
    code: 'METHOD_NOT_ALLOWED',
  });
  expect(await carryOut('query { name }', true)).toMatchObject({ status: 200, code: 'OK' });
  expect(await carryOut('mutation { rename }', false)).toMatchObject({ status: 200, kind: 'mutation', code: 'OK' });
});
