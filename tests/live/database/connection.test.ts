import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Connection, connect, integer } from '../../../src/database/connection.js';
import { retried } from '../../retried.js';
import { freshDatabase, liveTarget } from '../neo4j.js';

jest.setTimeout(60_000);

let connection: Connection;

beforeAll(async () => {
  connection = await freshDatabase();
});

afterAll(() => connection.close());

test('a read session refuses to write', async () => {
  await expect(connection.read('CREATE (:Forbidden)')).rejects.toMatchObject({ kind: 'rejected', retryable: false });
  expect(await connection.read('MATCH (n:Forbidden) RETURN n')).toEqual([]);
});

test('numbers come back as JavaScript numbers, and integers can be sent', async () => {
  expect(await connection.read('UNWIND [3, 1, 2] AS n RETURN n LIMIT $n', { n: integer(2) })).toEqual([
    { n: 3 },
    { n: 1 },
  ]);
});

test('a write says what it changed, and an error in its work leaves nothing', async () => {
  const { changes } = await connection.write(({ run }) => run('CREATE (:Kept {name: $name})', { name: '市民' }));
  expect(changes).toMatchObject({ nodesCreated: 1, propertiesSet: 1 });
  const failing = connection.write(async ({ run }) => {
    await run('CREATE (:Undone)');
    throw new RangeError('on second thoughts');
  });
  await expect(failing).rejects.toThrow('on second thoughts');
  expect(await connection.read('MATCH (n:Kept|Undone) RETURN n.name AS name')).toEqual([{ name: '市民' }]);
});

test('forty writes that cross each other all succeed', async () => {
  await connection.run('UNWIND range(1, 4) AS id CREATE (:Crossed {id: id, count: 0})');
  const increase = 'MATCH (n:Crossed {id: $id}) SET n.count = n.count + 1';
  const writes = Array.from({ length: 40 }, (_, index) =>
    connection.write(async ({ run }) => {
      await run(increase, { id: 1 + (index % 4) });
      await run(increase, { id: 4 - (index % 4) });
    }),
  );
  await Promise.all(writes);
  expect(await connection.read('MATCH (n:Crossed) RETURN sum(n.count) AS sum')).toEqual([{ sum: 80 }]);
});

/** The server does not work on it any more, two seconds from now at the latest. */
function endlessIsGone(): Promise<void> {
  const running = `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'AS endless' AND NOT
    currentQuery STARTS WITH 'SHOW' RETURN currentQuery`;
  return retried(async () => expect((await connection.run(running)).rows).toEqual([]), { within: 2_000 });
}

test('a query over its time fails at its time and is gone from the server', async () => {
  const endless = 'UNWIND range(1, 1000000000000) AS n RETURN count(n) AS endless';
  await expect(connection.read(endless, {}, { timeout: 400 })).rejects.toMatchObject({ kind: 'timeout' });
  await endlessIsGone();
});

test('a query whose rows are refused on the way ends, and is gone from the server', async () => {
  let rows = 0;
  const check = () => () => {
    if (++rows === 1_000) throw new RangeError('enough');
  };
  const reading = connection.read('UNWIND range(1, 1000000000) AS endless RETURN endless', {}, { check });
  await expect(reading).rejects.toThrow('enough');
  expect(rows).toBe(1_000);
  await endlessIsGone();
});

test('a query over its memory is refused, and not tried again and again until its time is over', async () => {
  const greedy = connection.read('UNWIND range(1, 100000000) AS n RETURN collect(n) AS all', {}, { timeout: 60_000 });
  await expect(greedy).rejects.toMatchObject({ kind: 'rejected', code: expect.stringContaining('OutOfMemory') });
});

test('nobody there is unavailable, at once', async () => {
  const nobody = connect({ ...liveTarget(), uri: 'bolt://127.0.0.1:9' });
  await expect(nobody.read('RETURN 1')).rejects.toMatchObject({ kind: 'unavailable', retryable: true });
  await nobody.close();
});

test('a wrong password is refused', async () => {
  const stranger = connect({ ...liveTarget(), password: 'not this one' });
  await expect(stranger.read('RETURN 1')).rejects.toMatchObject({ kind: 'rejected', retryable: false });
  await stranger.close();
});
