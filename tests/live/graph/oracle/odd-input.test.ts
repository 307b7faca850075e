import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Connection } from '../../../../src/database/connection.js';
import { InvalidOperation } from '../../../../src/operation/prepare/invalid-operation.js';
import { prepareOwn } from '../../../../src/operation/prepare/prepare.js';
import { Oracle } from '../../../graph/oracle/answers.js';
import { Cursors } from '../../../graph/oracle/cursors.js';
import { differences } from '../../../graph/oracle/differences.js';
import { oddTexts } from '../../../graph/oracle/leaves.js';
import { codeOf, parsed, serve, type Variables } from '../../../graph/oracle/service.js';
import type { World } from '../../../graph/oracle/world.js';
import { patience } from '../../seeded.js';
import { openCities } from './cities-database.js';

// The database plans some of these statements for seconds on a busy machine.
jest.setTimeout(patience);

let connection: Connection;
let world: World;
beforeAll(async () => {
  ({ world, connection } = await openCities());
}, patience);
afterAll(() => connection?.close());

/** What is wrong with the variables is found before an operation is executed; the engine must find everything else by itself. */
function mistakesIn(text: string, variables: Variables): readonly GraphQLError[] {
  try {
    prepareOwn(text).cost(variables);
  } catch (error) {
    if (error instanceof InvalidOperation) return error.errors;
  }
  return [];
}

async function ask(text: string, variables: Variables = {}): Promise<ExecutionResult> {
  const errors = mistakesIn(text, variables);
  if (errors.length > 0) return { errors };
  const read = (cypher: string, parameters: Variables) => connection.read(cypher, parameters, { timeout: patience });
  return (await serve(read, parsed(text), variables)).answer;
}

const codes = ({ errors = [] }: ExecutionResult): readonly string[] => errors.map(codeOf);

/** A cursor that a list returned. */
async function cursorOf(list: string): Promise<string> {
  const { data } = await ask(`{ list: ${list} { pageInfo { endCursor } } }`);
  return String(
    (data as { readonly list: { readonly pageInfo: { readonly endCursor: string } } }).list.pageInfo.endCursor,
  );
}

describe('A page that cannot be', () => {
  test.each([
    'first: -1',
    'last: -1',
    'first: 501',
    'last: 2147483647',
    'first: 1, last: 1',
    'first: 1, before: "x"',
    'last: 1, after: "x"',
    'after: "x", before: "x"',
    'after: ""',
    'after: "x"',
    'before: "こ"',
    'after: "bnVsbA"',
    'after: "W10"',
    'after: "\\u0000"',
  ])('is refused at the root and below: %s', async (page) => {
    expect(codes(await ask(`{ measures(${page}) { nodes { id } } }`))).toEqual(['BAD_USER_INPUT']);
    expect(codes(await ask(`{ measures(${page}) { totalCount } }`))).toEqual(['BAD_USER_INPUT']);
    const below = `policyItems(first: 1) { nodes { measures(${page}) { pageInfo { hasNextPage } } } }`;
    expect(codes(await ask(`{ ${below} }`))).toEqual(['BAD_USER_INPUT']);
    expect(
      codes(await ask(`{ node(id: "honjo:sdg") { ... on Sdg { policyItems(${page}) { nodes { id } } } } }`)),
    ).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    [{ first: -1 }],
    [{ first: 501 }],
    [{ first: 1, last: 1 }],
    [{ after: '' }],
    [{ before: '\ud800' }],
    [{ first: 2.5 }],
    [{ first: 2_147_483_648 }],
    [{ first: '1' }],
  ])('is refused as variables: %j', async (variables) => {
    const text =
      'query ($first: Int, $after: String, $last: Int, $before: String) { measures(first: $first, after: $after, last: $last, before: $before) { nodes { id } } }';
    expect(codes(await ask(text, variables))).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['{ a: measures { totalCount } b: measures(first: 1, last: 1) { totalCount } }', 'b'],
    [
      '{ policyItems { nodes { measures { totalCount } again: measures(after: "x") { totalCount } } } }',
      'policyItems.nodes.again',
    ],
    ['{ policyItems { edges { node { measures(first: 501) { totalCount } } } } }', 'policyItems.edges.node.measures'],
    ['{ department(name: "財政課") { measures(orderBy: {}) { nodes { id } } } }', 'department.measures'],
  ])('is named by its place in the answer: %s', async (text, place) => {
    const [error] = (await ask(text)).errors ?? [];
    expect(error?.message.split(': ', 1)).toEqual([place]);
    expect(error?.originalError).toHaveProperty('messageJa', expect.stringMatching(new RegExp(`^${place}：`)));
  });

  test('is not looked at where it is skipped', async () => {
    const { data, errors } = await ask(
      '{ sdgs(first: 1) { totalCount nodes @skip(if: true) { measures(first: -1) { totalCount } } } }',
    );
    expect([data, errors]).toEqual([{ sdgs: { totalCount: 17 } }, undefined]);
  });
});

describe('A cursor', () => {
  test.each([
    ['of another list', 'departments'],
    ['of the same type elsewhere', 'measures'],
    ['of another order', 'policyItems(orderBy: { number: ASC })'],
    ['of the other direction', 'policyItems(orderBy: { code: DESC })'],
    ['of more keys', 'policyItems(orderBy: [{ nameEn: ASC }, { number: ASC }])', 'nameEn'],
  ])('%s is refused', async (_, list, key = 'code') => {
    const after = await cursorOf(list);
    const text = `query ($after: String!) { policyItems(orderBy: { ${key}: ASC }, after: $after) { nodes { id } } }`;
    expect(codes(await ask(text, { after }))).toEqual(['BAD_USER_INPUT']);
  });

  test('is the same where a further key has no say', async () => {
    const after = await cursorOf('policyItems(orderBy: [{ code: ASC }, { number: ASC }])');
    expect(after).toBe(await cursorOf('policyItems(orderBy: { code: ASC })'));
    const text = 'query ($after: String!) { policyItems(orderBy: { code: ASC }, after: $after) { nodes { id } } }';
    const { data, errors } = await ask(text, { after });
    expect([errors, data?.policyItems]).toEqual([undefined, { nodes: expect.any(Array) }]);
  });

  test('that somebody changed is refused or stands for a place like any other', async () => {
    const after = await cursorOf('policyItems(orderBy: { satisfaction: ASC }, first: 3)');
    const [signature, value, id] = JSON.parse(Buffer.from(after, 'base64url').toString());
    const text =
      'query ($after: String) { policyItems(orderBy: { satisfaction: ASC }, after: $after) { totalCount nodes { id } pageInfo { hasPreviousPage } } }';
    const forged: unknown[] = [
      [signature, value],
      [signature, value, id, id],
      [signature, [value], id],
      [signature, { value }, id],
      [`${signature} `, value, id],
      { 0: signature, 1: value, 2: id, length: 3 },
      [signature, 'x', id],
      [signature, true, id],
      [signature, value, null],
      [signature, value, 3],
      [signature, value, false],
    ];
    for (const content of forged)
      expect(codes(await ask(text, { after: Buffer.from(JSON.stringify(content)).toString('base64url') }))).toEqual([
        'BAD_USER_INPUT',
      ]);
    for (const place of [
      ...[null, 1e308, -0].map((odd) => [signature, odd, id]),
      ...['x', '', '\ud800'].map((odd) => [signature, value, odd]),
    ]) {
      const { errors } = await ask(text, { after: Buffer.from(JSON.stringify(place)).toString('base64url') });
      expect(errors).toBeUndefined();
    }
  });
});

describe('A cursor with a value of another kind than its order compares is refused', () => {
  const kinds = { string: 'x', number: 7, boolean: true };
  test.each<[string, string, string, keyof typeof kinds]>([
    ['of a text', 'measures', '{ code: ASC }', 'string'],
    ['of a code that is sorted as people count', 'policyItems', '{ code: DESC }', 'string'],
    ['of a number', 'reformSheets', '{ page: ASC }', 'number'],
    ['of yes or no', 'reformSheets', '{ planChanged: DESC }', 'boolean'],
    ['of an enum', 'indicators', '{ direction: ASC }', 'string'],
    ['of a count', 'measures', '{ departments: { count: DESC } }', 'number'],
    ['of a part of a value', 'indicators', '{ target: { value: DESC } }', 'number'],
    ['of a related node', 'measures', '{ policyItem: { number: ASC } }', 'number'],
    ['of a count of a related node', 'measures', '{ policyItem: { measures: { count: ASC } } }', 'number'],
  ])('%s', async (_, list, order, kind) => {
    const [signature, , ...last] = JSON.parse(
      Buffer.from(await cursorOf(`${list}(orderBy: ${order})`), 'base64url').toString(),
    );
    const text = `query ($after: String) { ${list}(orderBy: ${order}, after: $after) { nodes { id } } }`;
    for (const [name, value] of Object.entries({ ...kinds, list: [kinds[kind]], object: {} })) {
      const after = Buffer.from(JSON.stringify([signature, value, ...last])).toString('base64url');
      expect([name, codes(await ask(text, { after }))]).toEqual([name, name === kind ? [] : ['BAD_USER_INPUT']]);
    }
  });
});

describe('An order that says nothing or too much is refused', () => {
  test.each([
    '{}',
    '[{}]',
    '{ code: null }',
    '{ code: ASC, number: ASC }',
    '{ departments: {} }',
    '{ departments: { count: null } }',
    '{ policyItem: {} }',
    '{ policyItem: { code: null } }',
    '{ policyItem: { code: ASC, number: ASC } }',
    '{ policyItem: { departments: {} } }',
    '{ policyItem: { satisfaction: ASC, number: DESC } }',
  ])('%s', async (orderBy) => {
    expect(codes(await ask(`{ measures(orderBy: ${orderBy}) { totalCount } }`))).toEqual(['BAD_USER_INPUT']);
    expect(codes(await ask(`{ sdgs { nodes { measures(orderBy: ${orderBy}) { nodes { id } } } } }`))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

describe('A list of conditions', () => {
  const joined = (name: string, count: number) =>
    `{ ${name}: [${Array.from({ length: count }, (_, index) => `{ number: { ne: ${index} } }`).join(', ')}] }`;

  test.each(['and', 'or'])('in "%s" may be 50 long and not longer, at any depth', async (name) => {
    const nested = (count: number) =>
      `{ not: { measures: { some: { policyItem: { sdgs: { none: ${joined(name, count)} } } } } } }`;
    for (const filter of [joined(name, 50), nested(50)])
      expect((await ask(`{ sdgs(filter: ${filter}) { totalCount } }`)).errors).toBeUndefined();
    for (const filter of [joined(name, 51), nested(51)]) {
      expect(codes(await ask(`{ sdgs(filter: ${filter}) { totalCount } }`))).toEqual(['BAD_USER_INPUT']);
      expect(codes(await ask(`{ policyItems { nodes { sdgs(filter: ${filter}) { totalCount } } } }`))).toEqual([
        'BAD_USER_INPUT',
      ]);
    }
  });
});

describe('Odd texts', () => {
  const texts = [...oddTexts, '\ud800', 'a\udc00b', '\ufffd', 'x'.repeat(5_000), 'O\'Brien \\ "`$p0`" 😀 ｶﾞ'];
  const text = `query ($s: String!, $id: ID!, $list: [String!]!) {
    node(id: $id) { id }
    nodes(ids: [$id, "sdg:1"]) { id }
    department(name: $s) { id }
    policyItem(code: $s) { id }
    eq: departments(filter: { name: { eq: $s } }) { totalCount }
    some: departments(filter: { or: [{ name: { contains: $s } }, { nameEn: { startsWith: $s, ignoreCase: true } }, { summary: { endsWith: $s } }] }) { nodes { id } }
    less: departments(filter: { name: { lt: $s, ne: $s, notIn: $list } }) { nodes { id } }
    more: departments(filter: { name: { gte: $s, ignoreCase: true } }) { nodes { id } }
    list: departments(filter: { aliases: { has: $s, hasAny: $list } }) { nodes { id } }
    in: departments(filter: { id: { in: [$id, "x"] }, name: { in: $list } }) { nodes { id } }
  }`;
  test.each(texts.map((odd) => [JSON.stringify(odd).slice(0, 60), odd]))(
    'are texts like any other: %s',
    async (_, odd) => {
      const variables = { s: odd, id: odd, list: [odd, 'x'] };
      if (odd.length > 300) {
        expect(codes(await ask(text, variables))).toEqual(['BAD_USER_INPUT']);
        return;
      }
      const cursors = new Cursors();
      const expected = await new Oracle(world, cursors).answer(parsed(text), variables);
      expect(differences(await ask(text, variables), expected, cursors)).toEqual([]);
    },
  );
});

test.each(oddTexts.map((odd) => [JSON.stringify(odd).slice(0, 60), odd]))(
  'An odd text is no municipality: %s',
  async (_, municipality) => {
    for (const field of [
      'department(name: "x", municipality: $id) { id }',
      'departments(municipality: $id) { totalCount }',
    ])
      expect(codes(await ask(`query ($id: ID) { ${field} }`, { id: municipality }))).toEqual(['BAD_USER_INPUT']);
  },
);

test.each(['5−2−3', '5‐2‐3', '５ー２ー３'])(
  'A code with other dashes is the same code, in filters and look-ups: %s',
  async (code) => {
    const text = `query ($code: String!) {
    measures(filter: { code: { eq: $code } }, municipality: "honjo") { nodes { code } }
    measure(code: $code, municipality: "honjo") { code }
  }`;
    expect((await ask(text, { code })).data).toEqual({
      measures: { nodes: [{ code: '5-2-3' }] },
      measure: { code: '5-2-3' },
    });
  },
);

describe('Odd names', () => {
  test.each([
    [
      'aliases',
      '{ sdg(number: 17) { __proto__: number constructor: number toString: number hasOwnProperty: number } }',
    ],
    [
      'aliases of lists',
      '{ __proto__: sdgs(first: 1) { __proto__: nodes { __proto__: id } constructor: pageInfo { __proto__: hasNextPage } toString: totalCount } }',
    ],
    [
      'aliases of edges',
      '{ sdgs(first: 1) { __proto__: edges { __proto__: node { __proto__: id } constructor: sources { __proto__: firstLine } } } }',
    ],
    [
      'aliases of the type',
      '{ node(id: "sdg:17") { __typename: id } sdg(number: 17) { __typename: nameEn } sdgs(first: 1) { __typename: totalCount } }',
    ],
    [
      'variables without a value',
      'query ($constructor: String, $toString: Int) { sdgs(filter: { name: { eq: $constructor }, number: { gt: $toString } }, first: $toString) { totalCount } }',
    ],
  ])('of %s are names like any other', async (_, text) => {
    const cursors = new Cursors();
    const expected = await new Oracle(world, cursors).answer(parsed(text), {});
    expect(expected.errors).toBeUndefined();
    expect(differences(await ask(text), expected, cursors)).toEqual([]);
  });
});

describe('A variable', () => {
  test.each([
    ['a list', 'query ($v: ID = "sdg:1") { sdgs(filter: { id: { in: [$v] } }) { totalCount } }'],
    [
      'a list below',
      'query ($v: ID = "sdg:1") { sdgs { nodes { policyItems(filter: { id: { in: [$v] } }) { totalCount } } } }',
    ],
    ['ids', 'query ($v: ID = "sdg:1") { nodes(ids: [$v]) { id } }'],
    ['an id', 'query ($v: ID = "sdg:1") { node(id: $v) { id } }'],
    [
      'a filter below',
      'query ($v: PolicyItemFilter = {}) { sdgs { nodes { policyItems(filter: { and: [$v] }) { totalCount } } } }',
    ],
    ['an order', 'query ($v: SdgOrder = { id: ASC }) { sdgs(orderBy: [$v]) { totalCount } }'],
    [
      'an order below',
      'query ($v: PolicyItemOrder = { id: ASC }) { sdgs { nodes { policyItems(orderBy: [$v]) { totalCount } } } }',
    ],
    ['a condition', 'query ($v: Boolean = true) { sdgs { totalCount @include(if: $v) } }'],
  ])('with a default brings null for what cannot be null, and is refused: %s', async (_, text) => {
    expect((await ask(text)).errors).toBeUndefined();
    expect(codes(await ask(text, { v: null }))).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['Int', { v: 2_147_483_648 }, 'number: { eq: $v }'],
    [
      'Float',
      { v: 'many' },
      'and: { not: { number: { eq: 1 } }, policyItems: { some: { satisfaction: { eq: $v } } } }',
    ],
    ['PlanStage', { v: 'FINAL' }, 'stages: { has: $v }'],
    ['Boolean', { v: 'true' }, 'name: { isNull: $v }'],
    ['SdgFilter', { v: { nothing: {} } }, 'and: [{ not: $v }]'],
  ])('of type %s with a value of another kind is refused', async (type, variables, filter) => {
    const text = `query ($v: ${type}) { sdgs(filter: { ${filter} }) { totalCount } }`;
    expect(codes(await ask(text, variables))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('Ids', () => {
  test('of nothing are answered with null, in the order of the question', async () => {
    const { data } = await ask(
      '{ nodes(ids: ["honjo:measure:0-0-0", "sdg:17", "", "sdg:１７", "sdg:17"]) { id } node(id: "nothing") { id } }',
    );
    expect(data).toEqual({ nodes: [null, { id: 'sdg:17' }, null, { id: 'sdg:17' }, { id: 'sdg:17' }], node: null });
  });

  test('may be as many as 500 and not more', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `sdg:${index}`);
    const text = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { data } = await ask(text, { ids });
    expect((data as { readonly nodes: readonly unknown[] }).nodes.filter((node) => node !== null)).toHaveLength(17);
    expect(codes(await ask(text, { ids: [...ids, 'x'] }))).toEqual(['BAD_USER_INPUT']);
  });
});
