import { describe, expect, test } from '@jest/globals';
import { type ExecutionResult, execute, parse } from 'graphql';
import { executionSchema } from '../../src/api/execution-schema.js';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';

/** What an operation answers where the graph gives these rows to its one statement. */
async function answer(text: string, rows: readonly unknown[], variableValues: Readonly<Record<string, unknown>> = {}) {
  const read = async (_cypher: string, { keys }: Readonly<Record<string, unknown>>) =>
    rows.map((row, index) => ({ answer: row, index, key: (keys as readonly unknown[] | undefined)?.[index] }));
  const contextValue = requestContext(read);
  const document = parse(text);
  const { data, errors } = (await execute({
    schema: executionSchema(schema()),
    document,
    contextValue,
    variableValues,
  })) as ExecutionResult;
  return { data: JSON.parse(JSON.stringify(data ?? null)), refused: (errors ?? []).map(({ message }) => message) };
}

/** The order and the values that a cursor holds. */
const placeOf = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));

describe('A page', () => {
  const page = (given: string) =>
    `query ($cursor: String) { departments(${given}) { nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  /** Rows of departments in natural order, with their index in it. */
  const rows = (...names: readonly string[]) => names.map((name) => [[`key ${name}`], [name]]);
  const names = ({ data }: Awaited<ReturnType<typeof answer>>) =>
    data.departments.nodes.map(({ name }: { readonly name: string }) => name);

  test('that is full has no next one where no row is left', async () => {
    const found = await answer(page('first: 2'), rows('a', 'b'));
    expect(names(found)).toEqual(['a', 'b']);
    expect(found.data.departments.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('has a next one where one row more was found, which is not shown', async () => {
    const found = await answer(page('first: 2'), rows('a', 'b', 'c'));
    expect(names(found)).toEqual(['a', 'b']);
    expect(found.data.departments.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  test('from the end is read backwards, shown in order, and has a previous one', async () => {
    const found = await answer(page('last: 2'), rows('d', 'c', 'b'));
    expect(names(found)).toEqual(['c', 'd']);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = found.data.departments.pageInfo;
    expect({ hasNextPage, hasPreviousPage }).toEqual({ hasNextPage: false, hasPreviousPage: true });
    expect([placeOf(startCursor), placeOf(endCursor)]).toEqual([
      ['departments,sortKey ASC', 'key c'],
      ['departments,sortKey ASC', 'key d'],
    ]);
  });

  test('with nothing in it has no cursors', async () => {
    const found = await answer(page('first: 2'), []);
    expect(found.data.departments).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('tells whether something lies on the other side of its boundary', async () => {
    const { data } = await answer('{ departments(first: 1) { pageInfo { endCursor } } }', rows('a'));
    const cursor = data.departments.pageInfo.endCursor;
    for (const behind of [true, false]) {
      const after = await answer(page('first: 2, after: $cursor'), [[behind], ...rows('b')], { cursor });
      expect(after.data.departments.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: behind });
      const before = await answer(page('last: 2, before: $cursor'), [[behind], ...rows('c', 'b', 'a')], { cursor });
      expect(before.data.departments.pageInfo).toMatchObject({ hasNextPage: behind, hasPreviousPage: true });
    }
  });

  test.each([
    ['first: 501', /between 0 and 500, but got: 501/],
    ['last: -1', /between 0 and 500, but got: -1/],
    ['first: 1, last: 1', /expected first or last, but got both/],
    ['first: 1, before: "x"', /first with after, or last with before/],
    ['after: "x", before: "x"', /expected after or before, but got both/],
    ['after: "x"', /expected a cursor that this list returned, but got another text/],
  ])('of %s is refused', async (given, message) => {
    const { refused } = await answer(`{ departments(${given}) { nodes { name } } }`, rows('a'));
    expect(refused).toEqual([expect.stringMatching(message)]);
  });

  const cursorOf = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  test.each([
    ['another list', ['measures,sortKey ASC', 'a'], /of another list or order/],
    ['another order', ['departments,name ASC,id ASC', 'a', 'b'], /of another list or order/],
    ['a value of another kind', ['departments,sortKey ASC', 1], /but got another text/],
    ['nothing where something always is', ['departments,sortKey ASC', null], /but got another text/],
    ['too many values', ['departments,sortKey ASC', 'a', 'b'], /but got another text/],
  ])('behind a cursor of %s is refused', async (_, parts, message) => {
    const { refused } = await answer(page('first: 1, after: $cursor'), [], { cursor: cursorOf(...parts) });
    expect(refused).toEqual([expect.stringMatching(message)]);
  });
});

describe('Facets below a node', () => {
  test('count each value in the order in which the graph counts it: the most frequent first', async () => {
    const values = [
      ['b', 'B', null, '2'],
      ['a', 'A', 'a', null],
      ['b', 'B', null, '2'],
      [null, null, null, null],
      ['c', 'C', null, null],
    ];
    const text =
      '{ department(name: "x") { measures { facets(by: POLICY_ITEM) { value label labelEn code count } } } }';
    const { data } = await answer(text, [[[[values], []]]]);
    expect(data.department.measures.facets).toEqual([
      { value: 'b', label: 'B', labelEn: null, code: '2', count: 2 },
      { value: 'a', label: 'A', labelEn: 'a', code: null, count: 1 },
      { value: 'c', label: 'C', labelEn: null, code: null, count: 1 },
      { value: null, label: null, labelEn: null, code: null, count: 1 },
    ]);
  });
});

describe('Facets by type', () => {
  test('are in the order of the words that people read, where types are as frequent', async () => {
    const types = ['Initiative', 'LinkagePlan', 'PolicyField'].map((name) => [name, name, null, null, 2]);
    const text = '{ coverageStatements { facets(by: SUBJECT_TYPE) { value label } } }';
    const { data } = await answer(text, [[types]]);
    expect(data.coverageStatements.facets).toEqual([
      { value: 'POLICY_FIELD', label: '分野（章）' },
      { value: 'INITIATIVE', label: '推進のための取組' },
      { value: 'LINKAGE_PLAN', label: '政策連携プラン' },
    ]);
  });
});

describe('Sources', () => {
  const stored = ['x:source-document:a 3 4 CURRENT', 'x:source-document:b 5 5 DRAFT', 'x:source-document:c 7 9'];

  test('of a stage are those of that stage and those outside the planning cycle', async () => {
    const lines = async (stage: string) => {
      const text = `{ measure(code: "5-1-1"${stage}) { sources { stage firstLine } } }`;
      const { data } = await answer(text, [[[stored]]]);
      return data.measure.sources.map(({ stage: at, firstLine }: Record<string, unknown>) => `${at} ${firstLine}`);
    };
    expect(await lines('')).toEqual(['CURRENT 3', 'DRAFT 5', 'null 7']);
    expect(await lines(', stage: DRAFT')).toEqual(['DRAFT 5', 'null 7']);
    expect(await lines(', stage: ADOPTED')).toEqual(['null 7']);
  });
});
