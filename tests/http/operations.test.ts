import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DatabaseError, type DatabaseErrorKind } from '../../src/database/database-error.js';
import { type FakeGraph, fakeGraph, type Reply, type Service, startService } from './service.js';

let graph: FakeGraph;
let service: Service;

beforeEach(async () => {
  graph = fakeGraph();
  service = await startService(graph);
});

afterEach(() => service.stop());

const query = '{ datasets { revision } }';

/** A promise with its ends outside. */
function pending<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const restart = async (...options: Parameters<typeof startService>) => {
  await service.stop();
  service = await startService(...options);
};

describe('an answer', () => {
  test('is given from memory while the graph stays the same, to whoever asks the same', async () => {
    const first = await service.post(query);
    const second = await service.post(query, { variables: {}, operationName: null });
    expect(second.body).toBe(first.body);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(second.headers['cache-control']).toBe('private, no-cache');
    expect(graph.statements).toHaveLength(1);
    expect(service.log.map(({ cache }) => cache)).toEqual(['miss', 'hit']);
  });

  test('is read anew as soon as somebody has changed the graph', async () => {
    const first = await service.post(query);
    for (let change = 2; change < 12; change++) {
      graph.revision = `r${change}`;
      const { headers, json } = await service.post(query);
      expect(json()).toEqual({ data: { datasets: [{ revision: `r${change}` }] } });
      expect(headers.etag).not.toBe(first.headers.etag);
    }
  });

  test('is not sent again to who has it, by POST and by GET', async () => {
    const { headers } = await service.post(query);
    const etag = String(headers.etag);
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    for (const again of [
      () => service.post(query, {}, { 'if-none-match': etag }),
      () => service.send({ method: 'GET', path, headers: { 'apollo-require-preflight': '1', 'if-none-match': etag } }),
    ]) {
      expect(await again()).toMatchObject({ status: 304, body: '', headers: { etag } });
    }
    expect(graph.statements).toHaveLength(1);
    graph.revision = 'r2';
    expect((await service.post(query, {}, { 'if-none-match': etag })).status).toBe(200);
  });

  test('is known by its tag to every process of the service', async () => {
    const { headers } = await service.post(query);
    await restart(graph);
    expect((await service.post(query, {}, { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  test.each([{ 'x-no-cache': '1' }, { 'cache-control': 'no-cache' }])(
    'is read anew for who wants that: %j',
    async (header) => {
      const { headers } = await service.post(query);
      const again = await service.post(query, {}, { ...header, 'if-none-match': String(headers.etag) });
      expect([again.status, again.headers.etag]).toEqual([200, 'x-no-cache' in header ? undefined : headers.etag]);
      expect(graph.statements).toHaveLength(2);
    },
  );

  test('that reads no graph is kept without asking for the revision', async () => {
    await service.post('{ __typename }');
    const { revisionReads } = graph;
    const { headers } = await service.post('{ __typename }');
    const tagged = await service.post('{ __typename }', {}, { 'if-none-match': String(headers.etag) });
    expect([tagged.status, graph.revisionReads]).toEqual([304, revisionReads]);
  });

  test('that goes by what is kept of the graph does not outlive it', async () => {
    let ids = ['sdg:1', 'sdg:2'];
    graph.answer = (cypher) => {
      if (cypher.includes('AS byKey')) return [{ key: 'green', byKey: true }];
      if (cypher.includes('AS ids')) return [{ type: 'Sdg', ids }];
      if (cypher.includes('AS byKey')) return [{ key: 'green', byKey: true }];
      return cypher.includes('AS from') ? [{ type: 'TOUCHES', from: ['sdg:2'], to: ['sdg:1'] }] : [];
    };
    const near = (alias: string) => `{ ${alias}: neighborhood(ids: ["sdg:1"], municipality: "green") { notFound } }`;
    await service.post(near('a'));
    const { length } = graph.statements;
    for (const _ of [1, 2]) expect((await service.post(near('b'))).json()).toEqual({ data: { b: { notFound: [] } } });
    expect(graph.statements).toHaveLength(length);
    [graph.revision, ids] = ['r2', ['sdg:2']];
    expect((await service.post(near('b'))).json()).toEqual({ data: { b: { notFound: ['sdg:1'] } } });
  });

  test('with variables is kept for each of their values', async () => {
    const text = 'query ($all: Boolean!) { datasets { revision loadedAt @include(if: $all) } }';
    for (const all of [true, false, true, false]) await service.post(text, { variables: { all } });
    expect(graph.statements).toHaveLength(2);
  });

  test('with errors is not kept', async () => {
    let failures = 1;
    graph.answer = () => {
      if (failures-- > 0) throw new DatabaseError('unavailable', 'away', { retryable: true });
      return [];
    };
    expect(await service.post(query)).toMatchObject({ status: 503, headers: { 'cache-control': 'no-store' } });
    expect((await service.post(query)).json()).toEqual({ data: { datasets: [] } });
  });

  test('that was asked for in another way is neither taken from memory nor kept', async () => {
    await restart(graph, { explain: true });
    for (const headers of [{ 'x-explain': '1' }, {}, { 'x-explain': '1' }, {}]) await service.post(query, {}, headers);
    expect(graph.statements).toHaveLength(3);
  });

  test('is an outage while nobody can tell the revision that it is of', async () => {
    await restart(
      graph,
      {},
      {
        connection: {
          profile: async () => ({ rows: [], operators: null }),
          read: async <Row extends object>(cypher: string) => {
            if (cypher.includes(':GraphRevision')) throw new DatabaseError('timeout', 'late', { retryable: true });
            return [{ municipality: 'green', revision: 'r1', loadedAt: '' }] as unknown as readonly Row[];
          },
        },
      },
    );
    const { status, headers } = await service.post(query);
    expect([status, headers.etag]).toEqual([504, undefined]);
  });
});

describe('a large answer is compressed, a small one is not', () => {
  beforeEach(() => {
    graph.answer = () =>
      Array.from({ length: 100 }, (_, index) => ({ municipality: `m${index}`, revision: 'r1', loadedAt: '' }));
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
    ['br;q=0, gzip', 'gzip'],
  ])('accepted: %s', async (accepted, encoding) => {
    for (const _ of ['read', 'remembered']) {
      const large = await service.post('{ datasets { municipality } }', {}, { 'accept-encoding': accepted });
      expect(large.headers['content-encoding']).toBe(encoding);
      expect(large.headers.vary).toContain('Accept-Encoding');
      if (!encoding) expect(large.json()).toMatchObject({ data: { datasets: { length: 100 } } });
    }
    const small = await service.post('{ __typename }', {}, { 'accept-encoding': accepted });
    expect(small.headers['content-encoding']).toBeUndefined();
  });
});

describe('a database that fails', () => {
  test.each<[DatabaseErrorKind, number, string]>([
    ['unavailable', 503, 'SERVICE_UNAVAILABLE'],
    ['busy', 503, 'OVERLOADED'],
    ['timeout', 504, 'TIMEOUT'],
  ])('as %s is one error with status %i, however much was asked for', async (kind, status, code) => {
    graph.answer = () => {
      throw new DatabaseError(kind, 'The database at db.internal:7687 …', { retryable: true });
    };
    const reply = await service.post('{ datasets { revision } dataset { revision } a: dataset { municipality } }');
    expect(reply.status).toBe(status);
    expect(reply.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code, messageJa: expect.any(String) } }],
    });
    expect(reply.headers['retry-after']).toBe(status === 503 ? '1' : undefined);
    expect(reply.body).not.toContain('db.internal');
    expect(service.log).toEqual([expect.objectContaining({ status, code, err: expect.anything() })]);
  });

  test('for a part of what was asked for leaves the rest', async () => {
    graph.answer = () => {
      throw new DatabaseError('unavailable', 'away', { retryable: true });
    };
    const reply = await service.post('{ __typename dataset { revision } }');
    expect(reply.status).toBe(200);
    expect(reply.json()).toMatchObject({
      data: { __typename: 'Query', dataset: null },
      errors: [{ path: ['dataset'], extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
  });

  test('for want of memory says that less should be asked for', async () => {
    graph.answer = () => {
      throw new DatabaseError('rejected', 'no', {
        retryable: false,
        code: 'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
      });
    };
    expect((await service.post(query)).json().errors?.[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
  });
});

test('an internal error tells nothing but an id, under which the log has it once', async () => {
  graph.answer = () => {
    throw new TypeError('secret: the inside', { cause: new Error('deeper inside') });
  };
  const reply = await service.post('query Asked { datasets { revision } dataset { revision } }');
  const requestId = String(reply.headers['x-request-id']);
  expect(reply.status).toBe(500);
  for (const { message, extensions } of reply.json().errors ?? [])
    expect({ message, ...extensions }).toMatchObject({
      message: 'Internal server error',
      code: 'INTERNAL_SERVER_ERROR',
      requestId,
    });
  expect(reply.body).not.toMatch(/secret|inside/);
  const lines = service.log.filter((line) => JSON.stringify(line).includes(requestId));
  expect(lines).toEqual([
    expect.objectContaining({
      level: 'error',
      operation: 'Asked',
      err: expect.objectContaining({
        message: 'secret: the inside',
        cause: expect.objectContaining({ message: 'deeper inside' }),
      }),
    }),
  ]);
});

test('an operation is one line of the log, without the values of its variables', async () => {
  await service.post('query Revisions($hidden: Boolean!) { datasets { revision @skip(if: $hidden) } }', {
    variables: { hidden: false, password: 'hunter2' },
  });
  expect(service.log).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      requestId: expect.any(String),
      operation: 'Revisions',
      kind: 'query',
      document: expect.stringMatching(/^[0-9a-f]{16}$/),
      milliseconds: expect.any(Number),
      compile: expect.any(Number),
      database: expect.any(Number),
      assemble: expect.any(Number),
      cache: 'miss',
      status: 200,
      code: 'OK',
      msg: 'operation',
    },
  ]);
});

describe('a request that takes too long', () => {
  test('is answered at its deadline, and what it still did is given up', async () => {
    await restart(graph, { deadline: 400 });
    const signals: (AbortSignal | undefined)[] = [];
    graph.answer = (_cypher, { signal }) => {
      signals.push(signal);
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    };
    const reply = await service.post(query);
    expect([reply.status, reply.json().errors?.[0]?.extensions.code]).toEqual([504, 'TIMEOUT']);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  test('is answered even where nothing listens', async () => {
    await restart(graph, { deadline: 400 });
    const never = pending<readonly []>();
    graph.answer = () => never.promise;
    const times: number[] = [];
    for (let time = 0; time < 5; time++) {
      const begun = performance.now();
      expect((await service.post(query)).status).toBe(504);
      times.push(performance.now() - begun);
    }
    expect(Math.min(...times)).toBeGreaterThan(300);
    // What is left to come to an end by itself lies within the deadline; the rest is the machine's.
    expect(Math.min(...times)).toBeLessThan(2_000);
    never.resolve([]);
  });
});

test('a client that hangs up stops what was done for it', async () => {
  const begun = pending<void>();
  const stopped = pending<string>();
  graph.answer = (_cypher, { signal }) => {
    begun.resolve();
    return new Promise((_, reject) =>
      signal?.addEventListener('abort', () => {
        stopped.resolve(signal.reason.name);
        reject(signal.reason);
      }),
    );
  };
  const leaving = new AbortController();
  const asked = service.send({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  await begun.promise;
  leaving.abort();
  await expect(asked).rejects.toThrow();
  expect(await stopped.promise).toBe('ClientGone');
  // It is noted, and not as a fault of ours.
  while (service.log.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(service.log).toEqual([expect.objectContaining({ level: 'info', status: 499, code: 'CLIENT_GONE' })]);
});

test('what is more than the service can carry is refused at once, and the rest is answered', async () => {
  await restart(graph, { inFlight: 4, perClient: 1, queued: 2 });
  const open = pending<void>();
  let inside = 0;
  let most = 0;
  graph.answer = async () => {
    most = Math.max(most, ++inside);
    await open.promise;
    inside--;
    return [];
  };
  const refused: Reply[] = [];
  const asked = Array.from({ length: 20 }, async (_, index) => {
    const reply = await service.post(`{ datasets { revision } } # ${index}`);
    if (reply.status !== 200) refused.push(reply);
    return reply.status;
  });
  while (refused.length < 15) await new Promise((resolve) => setImmediate(resolve));
  for (const reply of refused) {
    expect(reply).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
    expect(reply.json().errors?.[0]?.extensions.code).toBe('OVERLOADED');
  }
  open.resolve();
  const statuses = await Promise.all(asked);
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  expect(most).toBe(3);
});

test('one client that takes all it gets does not keep another one waiting, whom it cannot be by its headers', async () => {
  await restart(graph, { inFlight: 6, perClient: 2, queued: 3 });
  const open = pending<void>();
  let inside = 0;
  graph.answer = async () => {
    inside++;
    await open.promise;
    return [];
  };
  const headers = { 'content-type': 'application/json', 'x-no-cache': '1' };
  const from = (localAddress: string, query: string, more: Record<string, string> = {}) =>
    service.send({ localAddress, headers: { ...headers, ...more }, body: JSON.stringify({ query }) });
  const greedy = Array.from({ length: 20 }, (_, index) =>
    from('127.0.0.2', `{ datasets { revision } } # ${index}`, { 'x-forwarded-for': `10.0.0.${index}` }),
  );
  while (inside < 4) await new Promise((resolve) => setImmediate(resolve));
  for (let count = 0; count < 10; count++) expect((await from('127.0.0.1', '{ __typename }')).status).toBe(200);
  expect(inside).toBe(4);
  open.resolve();
  const statuses = (await Promise.all(greedy)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBe(7);
  expect(statuses.filter((status) => status === 503).length).toBe(13);
});

test('before there is anything to ask about, operations are refused and the service lives', async () => {
  await restart(graph, {}, { open: () => false });
  expect(await service.post('{ __typename }')).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
  expect((await service.send({ method: 'GET', path: '/healthz' })).status).toBe(200);
});

test('when it is stopped, requests under way are answered, and no new ones taken', async () => {
  const open = pending<void>();
  const begun = pending<void>();
  graph.answer = async () => {
    begun.resolve();
    await open.promise;
    return [];
  };
  const underWay = service.post(query);
  await begun.promise;
  const stopped = service.stop();
  // The last of the turns in which the server stops listening.
  let refused = false;
  while (!refused)
    refused = await service.send({ method: 'GET', path: '/healthz' }).then(
      () => false,
      () => true,
    );
  open.resolve();
  expect((await underWay).status).toBe(200);
  await stopped;
});
