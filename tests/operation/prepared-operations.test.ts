import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DatabaseError } from '../../src/database/database-error.js';
import type { Plugin } from '../../src/operation/execute/apollo.js';
import { readSettings } from '../../src/settings.js';
import { type FakeGraph, fakeGraph, type Reply, type Service, startService } from '../http/service.js';

let graph: FakeGraph;
let service: Service;
/** Operations that went through Apollo. */
let throughApollo = 0;

const watch: Plugin = {
  async requestDidStart() {
    throughApollo++;
  },
};

beforeEach(async () => {
  throughApollo = 0;
  graph = fakeGraph(() => []);
  service = await startService(graph, { explain: true }, { plugins: [watch] });
});

afterEach(() => service.stop());

const query =
  'query Some($first: Int, $code: String) { measures(first: $first, filter: { code: { eq: $code } }) { nodes { code } } }';
const ask = (variables: object, headers: Readonly<Record<string, string>> = {}, document = query): Promise<Reply> =>
  service.post(document, { variables }, { 'x-no-cache': '1', ...headers });

/** What a reply says, without what differs from request to request. */
const said = ({ status, headers, body }: Reply) => {
  const { date: _date, 'x-request-id': _id, ...others } = headers;
  return { status, headers: others, body: body.replace(/"requestId":"[^"]*"/, '') };
};

/** What the log says, without what differs from request to request. */
const logged = () =>
  service.log.map(
    ({ time: _time, requestId: _id, milliseconds: _all, compile: _c, database: _d, assemble: _a, ...line }) => line,
  );

describe('a query that is asked again', () => {
  test('is carried out without Apollo, and answered, logged and counted as before', async () => {
    const first = await ask({ code: '1' });
    const second = await ask({ code: '2' });
    expect(throughApollo).toBe(1);
    expect(said(second)).toEqual(said(first));
    expect(graph.statements).toHaveLength(2);
    expect(logged()[1]).toEqual(logged()[0]);
    expect(logged()[1]).toMatchObject({
      operation: 'Some',
      kind: 'query',
      code: 'OK',
      document: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  test.each([
    ['variables of a wrong type', { first: 'many' }],
    ['a page that cannot be', { first: -1 }],
    ['unknown fields of a variable', { first: { size: 1 } }],
  ])('is refused with the same words for %s', async (_what, variables) => {
    const first = await ask(variables);
    await ask({ code: '1' });
    const again = await ask(variables);
    expect(said(again)).toEqual(said(first));
    expect(first.json().errors).toHaveLength(1);
    expect(graph.statements).toHaveLength(1);
  });

  test('is refused with the same words where its variables make it too costly', async () => {
    await service.stop();
    const limits = { ...readSettings({}).http.limits, cost: 100 };
    service = await startService(graph, { limits });
    const first = await ask({ first: 500 });
    await ask({ first: 1 });
    const again = await ask({ first: 500 });
    expect(said(again)).toEqual(said(first));
    expect(again.json().errors?.[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
    expect(graph.statements).toHaveLength(1);
  });

  test('asks the graph once, and fails with the same words, where the graph fails', async () => {
    graph.answer = () => {
      throw new DatabaseError('unavailable', 'away', { retryable: true });
    };
    const first = await ask({ code: '1' });
    const again = await ask({ code: '1' });
    expect(said(again)).toEqual(said(first));
    expect(again.status).toBe(503);
    expect(graph.statements).toHaveLength(2);
    expect(logged()[1]).toEqual(logged()[0]);
  });

  test.each([{ 'x-cost': '1' }, { 'x-explain': '1' }])(
    'goes through Apollo for %j, which adds to its answer',
    async (header) => {
      await ask({ code: '1' });
      const { extensions } = (await ask({ code: '1' }, header)).json() as { extensions?: object };
      expect(Object.keys(extensions ?? {})).toEqual([Object.keys(header)[0]?.slice(2)]);
      expect(throughApollo).toBe(2);
    },
  );
});

test('a name that no operation of a known document has is refused', async () => {
  await ask({});
  const { status, json } = await service.post(query, { operationName: 'Other' });
  expect([status, json().errors?.[0]?.extensions.code]).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
});

test('operations of one document are told apart by their names', async () => {
  const document = 'query A { measures { __typename } } query B { departments { __typename } }';
  for (const operationName of ['A', 'B', 'B', 'A']) {
    const { body } = await service.post(document, { operationName }, { 'x-no-cache': '1' });
    expect(body).toContain(operationName === 'A' ? 'MeasureConnection' : 'DepartmentConnection');
  }
});
