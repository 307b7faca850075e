import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionOptions, printSchema } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { fakeGraph, type Service, startService } from './service.js';

let service: Service;

beforeAll(async () => {
  service = await startService(fakeGraph());
});
afterAll(() => service.stop());

/** The query of graphql-js with these options, under the name that a tool gives it. */
const named = (name: string, options: IntrospectionOptions) =>
  getIntrospectionQuery(options).replace('query IntrospectionQuery', `query ${name}`);

const everything = {
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};

test.each<[tool: string, query: string]>([
  ['GraphiQL 5', getIntrospectionQuery({})],
  ['GraphiQL 5 with all its options', getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })],
  ['graphql-codegen 7, by the defaults of @graphql-tools', getIntrospectionQuery({ descriptions: true })],
  // The compiler of Relay reads a file; those who make it by graphql-js ask for all there is.
  ['the schema file of Relay', getIntrospectionQuery(everything)],
  ['graphql-js without descriptions', getIntrospectionQuery({ ...everything, descriptions: false })],
  // graphql-js 14, which get-graphql-schema 2.1 sends.
  ['get-graphql-schema', getIntrospectionQuery({ typeDepth: 7 })],
  ['Rover', named('GraphIntrospectQuery', { inputValueDeprecation: true, typeDepth: 7 })],
  ['Rover for older services', named('GraphIntrospectLegacyQuery', { typeDepth: 7 })],
])('the introspection of %s is answered, by POST and by GET', async (_tool, query) => {
  const posted = await service.post(query, {}, { 'x-no-cache': '1' });
  expect([posted.status, posted.json().errors]).toEqual([200, undefined]);
  const read = buildClientSchema(posted.json().data as never);
  expect(Object.keys(read.getTypeMap()).sort()).toEqual(Object.keys(schema().getTypeMap()).sort());
  expect(printSchema(read).length).toBeGreaterThan(10_000);
  const got = await service.send({
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(query)}`,
    headers: { 'apollo-require-preflight': '1' },
  });
  expect(got.body).toBe(posted.body);
});
