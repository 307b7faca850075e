import { getEventListeners, getMaxListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import neo4j, { type Driver, type Record as DriverRecord, type ResultObserver, type ResultSummary } from 'neo4j-driver';
import { type Connection, connectionOf } from '../../src/database/connection.js';

type Work = (transaction: { run: () => PromiseLike<unknown> }) => Promise<unknown>;

/** A driver whose answers are given one by one, and which counts what reached it. */
function fakeDriver(...answers: readonly (() => Promise<unknown>)[]) {
  const seen = { runs: 0, opened: 0, closed: 0, modes: [] as unknown[], timeouts: [] as number[] };
  const run = (_cypher?: string, _parameters?: object, options?: { timeout: number }) => {
    if (options) seen.timeouts.push(options.timeout);
    return resultOf((answers[seen.runs++] ?? nothingMore)());
  };
  const session = ({ defaultAccessMode }: { defaultAccessMode: string }) => {
    seen.opened++;
    seen.modes.push(defaultAccessMode);
    return {
      run,
      executeWrite: async (work: Work) => {
        for (;;) {
          try {
            return await work({ run });
          } catch (error) {
            if (!neo4j.isRetryableError(error as Error)) throw error;
          }
        }
      },
      close: async () => void seen.closed++,
    };
  };
  const driver = { session, close: never } as unknown as Driver;
  return { seen, connection: connectionOf(driver, { database: 'neo4j', routed: false }) };
}

interface FakeAnswer {
  readonly records: readonly object[];
  readonly summary: object;
  /** What went wrong behind the records. */
  readonly end?: Error;
}

/** A result as the driver gives it: to be awaited, or to be subscribed to. */
const resultOf = (answer: Promise<unknown>) => ({
  // biome-ignore lint/suspicious/noThenProperty: the driver's results are awaited themselves.
  then: answer.then.bind(answer),
  summary: async () => ((await answer) as FakeAnswer).summary,
  subscribe: (observer: ResultObserver) =>
    void (answer as Promise<FakeAnswer>).then(
      ({ records, summary, end }) => {
        for (const record of records) observer.onNext?.(record as DriverRecord);
        if (end) observer.onError?.(end);
        else observer.onCompleted?.(summary as ResultSummary);
      },
      (error) => observer.onError?.(error),
    ),
});

const nothingMore = () => Promise.reject(new Error('Expected no further statement'));
const never = () => new Promise<never>(() => {});
const failure = (code: string) => new neo4j.Neo4jError(code, code, '50N42', 'exception');
const fails = (code: string) => () => Promise.reject(failure(code));
const rows =
  (...values: readonly object[]) =>
  async () => ({
    records: values.map((value) => new neo4j.Record(Object.keys(value), Object.values(value))),
    summary: { counters: { updates: () => ({ nodesCreated: 1, nodesDeleted: 0 }) } },
  });

/** Rows, behind which the answer breaks off. */
const breaksOff =
  (code: string, ...values: readonly object[]) =>
  async () => ({ ...(await rows(...values)()), end: failure(code) });

const deadlock = 'Neo.TransientError.Transaction.DeadlockDetected';
const outOfMemory = 'Neo.TransientError.General.MemoryPoolOutOfMemoryError';

describe('read', () => {
  test('gives the rows, in a session that cannot write and is closed', async () => {
    const { seen, connection } = fakeDriver(rows({ n: 1 }, { n: 2 }));
    expect(await connection.read('…')).toEqual([{ n: 1 }, { n: 2 }]);
    expect(seen).toMatchObject({ modes: ['READ'], opened: 1, closed: 1 });
  });

  test('tries three times where another attempt may help', async () => {
    const { seen, connection } = fakeDriver(fails('SessionExpired'), fails(deadlock), rows({ n: 1 }));
    expect(await connection.read('…')).toEqual([{ n: 1 }]);
    expect(seen).toMatchObject({ runs: 3, opened: 3, closed: 3 });
  });

  test('shows each attempt its own rows, and gives those of the last', async () => {
    const { connection } = fakeDriver(breaksOff('SessionExpired', { n: 1 }, { n: 2 }), rows({ n: 1 }, { n: 3 }));
    const seen: unknown[][] = [];
    const check = () => {
      const attempt: unknown[] = [];
      seen.push(attempt);
      return (row: object) => void attempt.push(row);
    };
    const read = await connection.read('…', {}, { check });
    expect(read).toEqual([{ n: 1 }, { n: 3 }]);
    expect(seen).toEqual([[{ n: 1 }, { n: 2 }], read]);
  });

  test.each(['read', 'profile'] as const)('%s ends with what a look at a row throws, once', async (name) => {
    const { seen, connection } = fakeDriver(rows({ n: 1 }, { n: 2 }, { n: 3 }), rows());
    const looked: object[] = [];
    const check = () => (row: object) => {
      looked.push(row);
      if (looked.length === 2) throw new RangeError('enough');
    };
    await expect(connection[name]('…', {}, { check })).rejects.toThrow('enough');
    expect(looked).toEqual([{ n: 1 }, { n: 2 }]);
    expect(seen).toMatchObject({ runs: 1, opened: 1, closed: 1 });
  });

  test('gives up after the third attempt', async () => {
    const { seen, connection } = fakeDriver(fails(deadlock), fails(deadlock), fails(deadlock), rows());
    await expect(connection.read('…')).rejects.toMatchObject({ kind: 'busy', code: deadlock });
    expect(seen.runs).toBe(3);
  });

  test.each([[outOfMemory], ['Neo.ClientError.Statement.SyntaxError']])('does not repeat %s', async (code) => {
    const { seen, connection } = fakeDriver(fails(code));
    await expect(connection.read('…')).rejects.toMatchObject({ kind: 'rejected' });
    expect(seen.runs).toBe(1);
  });

  test('many at once may have one signal, without a warning of a leak', async () => {
    const together = 30;
    const { connection } = fakeDriver(...Array.from({ length: together }, () => rows({ n: 1 })));
    const { signal } = new AbortController();
    const reads = Array.from({ length: together }, () => connection.read('…', {}, { signal }));
    // Node warns of more.
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(getMaxListeners(signal));
    await Promise.all(reads);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('shares its time among the attempts', async () => {
    const { seen, connection } = fakeDriver(fails(deadlock), rows());
    await connection.read('…', {}, { timeout: 1_000 });
    const [first = 0, second = 0] = seen.timeouts;
    expect(first).toBeGreaterThan(900);
    expect(second).toBeLessThanOrEqual(first - 45);
  });
});

describe('a database that says nothing', () => {
  const calls: Record<string, (connection: Connection, timeout: number, signal?: AbortSignal) => Promise<unknown>> = {
    read: (connection, timeout, signal) => connection.read('…', {}, { timeout, ...(signal ? { signal } : {}) }),
    write: (connection, timeout, signal) =>
      connection.write(({ run }) => run('…'), { timeout, ...(signal ? { signal } : {}) }),
    run: (connection, timeout, signal) => connection.run('…', {}, { timeout, ...(signal ? { signal } : {}) }),
  };

  test.each(Object.keys(calls))('%s fails at its deadline and lets go of the session', async (name) => {
    const { seen, connection } = fakeDriver(never);
    const start = Date.now();
    await expect(calls[name]?.(connection, 60)).rejects.toMatchObject({ kind: 'timeout', retryable: true });
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(seen).toMatchObject({ opened: 1, closed: 1 });
  });

  test.each(Object.keys(calls))('%s ends with the reason of its signal', async (name) => {
    const { seen, connection } = fakeDriver(never);
    const stopping = new AbortController();
    const call = calls[name]?.(connection, 10_000, stopping.signal);
    stopping.abort(new Error('the client hung up'));
    await expect(call).rejects.toThrow('the client hung up');
    expect(seen).toMatchObject({ opened: 1, closed: 1 });
  });

  test('a call whose signal came before sends nothing', async () => {
    const { seen, connection } = fakeDriver(rows());
    await expect(connection.read('…', {}, { signal: AbortSignal.abort(new Error('early')) })).rejects.toThrow('early');
    expect(seen.opened).toBe(0);
  });

  test('is left by the end of the connection', async () => {
    const { seen, connection } = fakeDriver(never);
    const call = connection.read('…', {}, { timeout: 10_000 });
    const closing = connection.close();
    await expect(call).rejects.toMatchObject({ kind: 'unavailable', retryable: false });
    await closing;
    expect(seen).toMatchObject({ opened: 1, closed: 1 });
  });

  test('does not keep close waiting', async () => {
    const { connection } = fakeDriver();
    await connection.close();
  });
});

describe('write', () => {
  test('gives what the work gives, and what it changed', async () => {
    const { seen, connection } = fakeDriver(rows({ n: 1 }));
    expect(await connection.write(({ run }) => run('…'))).toEqual({ rows: [{ n: 1 }], changes: { nodesCreated: 1 } });
    expect(seen).toMatchObject({ modes: ['WRITE'], closed: 1 });
  });

  test('does the work again after a deadlock, but not for lack of memory', async () => {
    const { seen, connection } = fakeDriver(fails(deadlock), fails(outOfMemory), rows());
    await expect(connection.write(({ run }) => run('…'))).rejects.toMatchObject({
      kind: 'rejected',
      code: outOfMemory,
    });
    expect(seen.runs).toBe(2);
  });

  test('passes an error of the work on as it is', async () => {
    const { connection } = fakeDriver();
    const own = new RangeError('not a measure');
    await expect(connection.write(() => Promise.reject(own))).rejects.toBe(own);
  });
});
