import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { readSettings } from '../../src/settings.js';
import { fakeGraph, type Reply, type Service, startService } from '../http/service.js';

let service: Service;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.stop());

const codes = ({ json }: Reply) => json().errors?.map(({ extensions }) => extensions.code);

/** Measures with measures below, that many relationships deep. */
const nested = (levels: number) =>
  `${'departments { nodes { measures { nodes { '.repeat(levels)}id${' } } } }'.repeat(levels)}`;
const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('what is larger than its limit is refused, also when it is sent again', () => {
  test.each([
    ['depth by fields', `{ measures { nodes { ${nested(6)} } } }`, 'TOO_DEEP'],
    [
      'depth by fragments',
      `{ measures { nodes { ...A } } } fragment A on Measure { departments { nodes { measures { nodes { departments { nodes { measures { nodes { ...B } } } } } } } } }
       fragment B on Measure { ${nested(4)} }`,
      'TOO_DEEP',
    ],
    [
      'depth by inline fragments',
      `{ ... on Query { measures { nodes { ... on Measure { ${nested(6)} } } } } }`,
      'TOO_DEEP',
    ],
    [
      'depth of brackets',
      `{ measures(filter: ${'{ not: '.repeat(201)}{}${' }'.repeat(201)}) { totalCount } }`,
      'TOO_DEEP',
    ],
    [
      'a list in a list, ten thousand times',
      `{ nodes(ids: ${'['.repeat(10_000)}${']'.repeat(10_000)}) { id } }`,
      'TOO_DEEP',
    ],
    [
      'introspection in circles',
      `{ __schema { types { ${'fields { type { '.repeat(4)}name${' } }'.repeat(4)} } } }`,
      'TOO_DEEP',
    ],
    [
      'introspection far down',
      `{ __schema { types { ${'ofType { '.repeat(20)}name${' }'.repeat(20)} } } }`,
      'TOO_DEEP',
    ],
    ['aliases', `{ ${many(31, (index) => `a${index}: datasets { revision }`)} }`, 'TOO_MANY_ALIASES'],
    ['aliases of __typename', `{ ${many(101, (index) => `a${index}: __typename`)} }`, 'TOO_MANY_ALIASES'],
    ['ten thousand aliases', `{ ${many(5_000, (index) => `a${index}:id`)} }`, 'TOO_MANY_TOKENS'],
    [
      'aliases by fragments',
      `{ ...A ...A ...A ...A } fragment A on Query { ${many(8, (index) => `a${index}: __typename`)} }`,
      'TOO_MANY_ALIASES',
    ],
    ['repeated fields', `{ ${'__typename '.repeat(500)} }`, 'TOO_MANY_ALIASES'],
    ['known directives', `{ __typename ${'@skip(if: false) '.repeat(21)} }`, 'TOO_MANY_DIRECTIVES'],
    ['unknown directives', `{ __typename ${'@aa '.repeat(400)} }`, 'TOO_MANY_DIRECTIVES'],
    [
      'directives by variables',
      `query ($s: Boolean!) { ${many(21, () => '... @include(if: $s) { __typename }')} }`,
      'TOO_MANY_DIRECTIVES',
    ],
    ['tokens', `{ ${many(400, (index) => `f${index} {x}`)} }`, 'TOO_MANY_TOKENS'],
    ['no such kind of operation', 'subscription { x }', 'OPERATION_NOT_SUPPORTED'],
  ])('%s', async (_name, query, code) => {
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json']) {
      const reply = await service.post(query, { variables: { s: true } }, { accept });
      expect([reply.status, codes(reply)]).toEqual([400, [code]]);
      expect(reply.body.length).toBeLessThan(1_000);
    }
  });

  test.each([
    [
      `{ measures { nodes { id ...A } } } fragment A on Measure { ${nested(6)} }`,
      /^The operation has 14 levels, but at most 12 are allowed; "measures\.nodes(\.departments\.nodes\.measures\.nodes){5}\.departments\.nodes\.measures" is too deep\.$/,
      /^この操作には\d+階層があります。上限は\d+です。「measures\.[a-z.]+」は深すぎます。$/,
    ],
    [
      `{ p: __typename cities: municipalities { nodes { ${many(30, (index) => `a${index}: code`)} } } }`,
      /^The operation has 32 aliases or repeated fields, but at most 30 are allowed; "cities\.nodes" has 30 of them\.$/,
      /^この操作には32個の別名・繰り返し項目があります。上限は30です。うち30個は「cities\.nodes」にあります。$/,
    ],
    [
      `{ measures { nodes { code ${'@skip(if: false) '.repeat(21)} } } }`,
      /at most 20 are allowed; "measures\.nodes\.code" has 21 of them\.$/,
      /上限は20です。うち21個は「measures\.nodes\.code」にあります。$/,
    ],
    [
      `{ ${many(31, (index) => `a${index}: __typename`)} }`,
      /^The operation has 31 aliases or repeated fields, but at most 30 are allowed; "a0" is one of them\.$/,
      /上限は30です。「a0」もその1つです。$/,
    ],
    [
      `query @a ${'@a '.repeat(21)} { __typename }`,
      /^The operation has 22 directives, but at most 20 are allowed\.$/,
      /^この操作には22個のディレクティブがあります。上限は20です。$/,
    ],
  ])('and told with the field to blame: %#', async (query, message, messageJa) => {
    const [error] = (await service.post(query)).json().errors ?? [];
    expect(error?.message).toMatch(message);
    expect(error?.extensions.messageJa).toMatch(messageJa);
  });

  test('and another operation of a document does not hide it', async () => {
    const query = `query Small { __typename } query Large { ${many(31, (index) => `a${index}: __typename`)} }`;
    expect(codes(await service.post(query, { operationName: 'Small' }))).toEqual(['TOO_MANY_ALIASES']);
  });

  test('variables too', async () => {
    const deep = JSON.parse(`${'{"not":'.repeat(100)}{}${'}'.repeat(100)}`);
    const reply = await service.post('query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }', {
      variables: { f: deep },
    });
    expect([reply.status, codes(reply)]).toEqual([400, ['TOO_DEEP']]);
  });

  test('variables with more objects than a filter made by people has are refused before they are looked at', async () => {
    const asked = (conditions: number) =>
      service.post('query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }', {
        // The variables themselves, the filter and its id, and two for each condition.
        variables: { filter: { id: {}, and: Array.from({ length: conditions }, () => ({ id: { eq: 'x' } })) } },
      });
    const reply = await asked(499);
    expect([reply.status, codes(reply)]).toEqual([400, ['QUERY_TOO_COSTLY']]);
    expect(reply.json().errors?.[0]).toMatchObject({
      message: 'variables: expected at most 1000 objects, but got 1001.',
      extensions: { messageJa: 'variablesに含められるオブジェクトは1000個までです（指定：1001個）。' },
    });
    expect(codes(await asked(498))).not.toContain('QUERY_TOO_COSTLY');
  });

  test('and a limit that cannot be checked lets nothing through', async () => {
    const measure = () => {
      throw new TypeError('out of order');
    };
    const open = await startService(undefined, {}, { measure });
    try {
      const reply = await open.post('{ __typename }');
      expect([reply.status, codes(reply)]).toEqual([400, ['LIMITS_NOT_CHECKED']]);
      expect(open.log[0]).toMatchObject({ err: { message: 'out of order' } });
    } finally {
      await open.stop();
    }
  });
});

describe('what is at its limit is answered', () => {
  test.each([
    ['depth', `{ measures { nodes { ${nested(5)} } } }`],
    [
      'a list of plans, in the manner of Relay',
      '{ policyFields { edges { node { policyItems { edges { node { measures { edges { node { departments { edges { node { name } } } } } } } } } } } } }',
    ],
    ['aliases', `{ ${many(30, (index) => `a${index}: __typename`)} }`],
    [
      'directives',
      `{ __typename ${many(20, () => '... @include(if: true) { __typename }')} }`.replace('__typename ...', '...'),
    ],
  ])('%s', async (_name, query) => {
    expect(codes(await service.post(query)) ?? []).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^TOO_|GRAPHQL_/)]),
    );
  });

  // What GraphiQL, graphql-codegen, Relay, Rover and get-graphql-schema send, with all that they can switch on.
  test.each([
    [{}],
    [
      {
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      },
    ],
  ])('the introspection query of an IDE: %j', async (options) => {
    const reply = await service.post(getIntrospectionQuery(options), { operationName: 'IntrospectionQuery' });
    expect([reply.status, reply.json().errors]).toEqual([200, undefined]);
  });
});

describe('introspection', () => {
  const whole = `__schema { types { description fields { description args { description name defaultValue } }
    inputFields { description name defaultValue } enumValues { description } } }`;

  test.each([
    ['twenty-nine times', `{ ${many(29, (index) => `a${index}: ${whole}`)} }`],
    [
      'as IDEs do, but twice',
      getIntrospectionQuery().replace(
        '__schema {',
        '...Whole } fragment Whole on Query { a: __schema { types { ...FullType } } b: __schema {',
      ),
    ],
    ['of each field of each type', '{ __schema { types { fields { type { fields { name } } } } } }'],
    [
      'of one type, again and again',
      `{ ${many(30, (index) => `a${index}: __type(name: "Query") { fields { args { type { name } } } }`)} }`,
    ],
  ])('%s costs too much, with and without a name', async (_name, query) => {
    const reply = await service.post(query);
    expect([reply.status, codes(reply)]).toEqual([400, ['QUERY_TOO_COSTLY']]);
    expect(reply.json().errors?.[0]?.message).toMatch(/read the schema once in an operation$/);
  });

  test('of single types is cheap', async () => {
    const query = `{ ${many(10, (index) => `a${index}: __type(name: "Measure") { name description fields { name } }`)} }`;
    expect((await service.post(query)).json().errors).toBeUndefined();
  });

  test('of many clients is done in turns, and nothing of it once its time is over', async () => {
    const query = `{ ${many(2, (index) => `a${index}: ${whole}`)} }`;
    const hurried = await startService(undefined, { deadline: 400 });
    try {
      let turns = 0;
      const watch = setInterval(() => turns++, 5);
      const replies = await Promise.all(
        Array.from({ length: 30 }, () => hurried.post(query, {}, { 'x-no-cache': '1' })),
      );
      clearInterval(watch);
      const late = replies.filter((reply) => codes(reply)?.[0] === 'TIMEOUT');
      expect(replies.filter(({ status }) => status === 200).length + late.length).toBe(30);
      expect(late.length).toBeGreaterThan(0);
      expect(turns).toBeGreaterThan(3);
    } finally {
      await hurried.stop();
    }
  });
});

describe('what an answer writes', () => {
  const sources = Array.from({ length: 5_000 }, (_, index) => ({ municipality: `m${index}`, revision: 'r1' }));

  test('is limited however little was read for it', async () => {
    const limited = await startService(
      fakeGraph(() => sources),
      { limits: { ...readSettings({}).http.limits, answer: 200_000 }, deadline: 120_000 },
    );
    try {
      const alias = (index: number) => `${'a'.repeat(190)}${index}: municipality`;
      const reply = await limited.post(`{ datasets { ${many(30, alias)} } }`);
      expect([reply.status, codes(reply), reply.json().data]).toEqual([400, ['QUERY_TOO_COSTLY'], undefined]);
      expect(reply.json().errors?.[0]?.message).toMatch(
        /^expected an operation whose answer has at most 200000 characters/,
      );
    } finally {
      await limited.stop();
    }
  });

  test.each([
    '{ NAME: __typename }',
    'query NAME { __typename }',
    '{ NAME }',
    '{ measures(stage: NAME) { totalCount } }',
  ])('names too: %s with a very long one is refused, in few words', async (text) => {
    const reply = await service.post(text.replace('NAME', 'a'.repeat(90_000)));
    expect([reply.status, codes(reply)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']]);
    expect(reply.body.length).toBeLessThan(500);
  });
});

test('the first errors of a document are enough', async () => {
  const reply = await service.post(`{ ${many(300, (index) => `nonsense${index}`)} }`);
  expect(reply.status).toBe(400);
  expect(reply.json().errors?.length).toBeLessThanOrEqual(6);
  expect(reply.body.length).toBeLessThan(2_500);
});

test('the first errors of variables are enough, and all of them are the client’s', async () => {
  const reply = await service.post('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: Array(900).fill({}) },
  });
  expect(reply.status).toBe(400);
  expect(new Set(codes(reply))).toEqual(new Set(['BAD_USER_INPUT']));
  expect(reply.json().errors?.length).toBeLessThanOrEqual(6);
});

describe('with introspection switched off', () => {
  let closed: Service;
  beforeAll(async () => {
    closed = await startService(undefined, { introspection: false });
  });
  afterAll(() => closed.stop());

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }'])(
    '%s is refused',
    async (query) => {
      const reply = await closed.post(query, {}, { accept: 'application/json' });
      expect([reply.status, codes(reply)]).toEqual([400, ['INTROSPECTION_DISABLED']]);
      expect(reply.body).not.toContain('Apollo');
    },
  );

  test('errors suggest no names', async () => {
    const reply = await closed.post('{ dataset { revisio } }');
    expect(codes(reply)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(reply.body).not.toContain('Did you mean');
  });
});
