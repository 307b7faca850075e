import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CheckRows } from '../../src/graph/answer-budget.js';
import { CoalescedReads } from '../../src/graph/coalesced-reads.js';

type Row = Readonly<Record<string, unknown>>;

/** A statement that came to the database, which ends when the test says so. */
interface Statement {
  readonly keys: readonly unknown[];
  readonly signal: AbortSignal;
  answer(): void;
  fail(error: Error): void;
}

/** A row that tells its index among the keys, and one that tells its key: statements give one of the two. */
const byIndex = (key: string, index: number) => ({ index, answer: key.toUpperCase() });
const byKey = (key: string) => ({ key, answer: key.toUpperCase() });

/** A database that answers each key with itself in capitals, when it is told to. */
function database(rowOf: (key: string, index: number) => Row = byIndex) {
  const statements: Statement[] = [];
  const reads = new CoalescedReads((_cypher, { keys }, signal, check) => {
    const given = keys as readonly string[];
    return new Promise<readonly Row[]>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      statements.push({
        keys: given,
        signal,
        answer: () => {
          const rows = given.map(rowOf);
          try {
            rows.forEach(check());
            resolve(rows);
          } catch (error) {
            reject(error);
          }
        },
        fail: reject,
      });
    });
  });
  return { reads, statements };
}

const never = new AbortController().signal;
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** What was found for an asker's own keys. */
async function answers(reads: CoalescedReads, keys: readonly string[], signal = never, cypher = 'statement') {
  const { rows, offset } = await reads.ask(cypher, {}, keys, signal);
  return keys.map((_, index) => rows.find((row) => row.index === offset + index)?.answer);
}

test('what is asked while fewer than two are under way goes at once and alone', async () => {
  const { reads, statements } = database();
  const both = Promise.all([answers(reads, ['a']), answers(reads, ['b'])]);
  await settle();
  expect(statements.map(({ keys }) => keys)).toEqual([['a'], ['b']]);
  for (const statement of statements) statement.answer();
  expect(await both).toEqual([['A'], ['B']]);
});

test('keys that come while two are under way go together, in their order, when one of the two has ended', async () => {
  const { reads, statements } = database();
  const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => answers(reads, [key])));
  await settle();
  statements[0]?.answer();
  await settle();
  expect(statements.map(({ keys }) => keys)).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
  for (const statement of statements) statement.answer();
  expect(await all).toEqual([['A'], ['B'], ['C'], ['D'], ['E']]);
});

test('another statement, or the same with other parameters, waits for nobody', async () => {
  const { reads, statements } = database();
  for (const key of ['a', 'b', 'c']) answers(reads, [key]);
  answers(reads, ['d'], never, 'another');
  reads.ask('statement', { first: 1 }, ['e'], never);
  await settle();
  expect(statements.map(({ keys }) => keys)).toEqual([['a'], ['b'], ['d'], ['e']]);
});

test('whoever asks for whatever in whatever order is told about their own keys, and no statement grows without end', async () => {
  const asker = fc.record({ keys: fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 6 }) });
  const event = fc.oneof(asker, fc.record({ ends: fc.nat() }));
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
      const { reads, statements } = database();
      const asked: { readonly keys: readonly string[]; readonly found: Promise<unknown> }[] = [];
      for (const each of events) {
        if ('keys' in each) asked.push({ keys: each.keys, found: answers(reads, each.keys) });
        else if (statements.length > 0) statements[each.ends % statements.length]?.answer();
        await settle();
      }
      for (let index = 0; index < statements.length; index++) {
        statements[index]?.answer();
        await settle();
      }
      for (const { keys, found } of asked) expect(await found).toEqual(keys.map((key) => key.toUpperCase()));
      expect(statements.flatMap(({ keys }) => keys)).toEqual(asked.flatMap(({ keys }) => keys));
      const whole = new Set(asked.map(({ keys }) => keys.join()));
      for (const { keys } of statements) expect(keys.length <= 4 || whole.has(keys.join())).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('who leaves is told at once, the others are answered, and a statement ends when all of its askers have left', async () => {
  const { reads, statements } = database();
  const askers = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => {
    const leaving = new AbortController();
    const found = answers(reads, [key], leaving.signal).catch((reason: Error) => reason.message);
    return { leave: () => leaving.abort(new Error(`${key} left`)), found };
  });
  await settle();
  askers[2]?.leave();
  expect(await askers[2]?.found).toBe('c left');
  statements[0]?.answer();
  await settle();
  expect(statements.map(({ keys }) => keys)).toEqual([['a'], ['b'], ['d', 'e', 'f']]);
  askers[3]?.leave();
  expect(await askers[3]?.found).toBe('d left');
  expect(statements[2]?.signal.aborted).toBe(false);
  askers[4]?.leave();
  askers[5]?.leave();
  await settle();
  expect(statements[2]?.signal.aborted).toBe(true);
  statements[1]?.answer();
  expect(await Promise.all(askers.map(({ found }) => found))).toEqual([
    ['A'],
    ['B'],
    'c left',
    'd left',
    'e left',
    'f left',
  ]);
  expect(statements).toHaveLength(3);
});

test('a request that waits twice for one statement is one asker', async () => {
  const { reads, statements } = database();
  const leaving = new AbortController();
  for (const key of ['a', 'b']) answers(reads, [key]);
  const found = ['c', 'd'].map((key) => answers(reads, [key], leaving.signal).catch(() => 'left'));
  await settle();
  statements[0]?.answer();
  await settle();
  leaving.abort(new Error('left'));
  expect(await Promise.all(found)).toEqual(['left', 'left']);
  expect(statements[2]?.signal.aborted).toBe(true);
});

test('what fails for several together is asked for each alone, so that nobody fails for what another has asked', async () => {
  const { reads, statements } = database();
  const found = ['a', 'b', 'c', 'd'].map((key) => answers(reads, [key]).catch((error: Error) => error.message));
  await settle();
  statements[0]?.answer();
  await settle();
  expect(statements[2]?.keys).toEqual(['c', 'd']);
  statements[2]?.fail(new Error('out of memory'));
  await settle();
  expect(statements.slice(3).map(({ keys }) => keys)).toEqual([['c'], ['d']]);
  statements[3]?.fail(new Error('c is too large'));
  statements[4]?.answer();
  statements[1]?.answer();
  expect(await Promise.all(found)).toEqual([['A'], ['B'], 'c is too large', ['D']]);
});

test.each([
  ['index', byIndex],
  ['key', byKey],
])('each row, which tells its %s, is looked at by those who asked for it', async (_, rowOf) => {
  const { reads, statements } = database(rowOf);
  const looked: Record<string, unknown[]> = {};
  const asker = (name: string, keys: readonly string[]) => {
    const rows: unknown[] = [];
    looked[name] = rows;
    const check: CheckRows = () => (row) => void rows.push((row as { answer: string }).answer);
    return reads.ask('statement', {}, keys, never, check);
  };
  const asked = [asker('one', ['a']), asker('two', ['b']), asker('three', ['c', 'd']), asker('four', ['e'])];
  asked.push(reads.ask('statement', {}, ['f'], never));
  await settle();
  for (let index = 0; index < 3; index++) {
    statements[index]?.answer();
    await settle();
  }
  await Promise.all(asked);
  expect(statements[2]?.keys).toEqual(['c', 'd', 'e', 'f']);
  expect(looked).toEqual({ one: ['A'], two: ['B'], three: ['C', 'D'], four: ['E'] });
});

test.each([
  ['index', byIndex],
  ['key', byKey],
])('who asks for what others ask for, too, looks at one row of it, which tells its %s', async (_, rowOf) => {
  const { reads, statements } = database(rowOf);
  const looked: string[][] = [];
  const asked = Array.from({ length: 6 }, (_, asker) => {
    const check: CheckRows = () => (row) => void looked[asker]?.push((row as { answer: string }).answer);
    looked.push([]);
    return reads.ask('statement', {}, ['a'], never, check);
  });
  await settle();
  for (let index = 0; index < 3; index++) {
    statements[index]?.answer();
    await settle();
  }
  await Promise.all(asked);
  expect(statements.map(({ keys }) => keys)).toEqual([['a'], ['a'], ['a', 'a', 'a', 'a']]);
  expect(looked).toEqual(Array(6).fill(['A']));
});

test('who has left looks at nothing any more, and is in nobody else’s way', async () => {
  const { reads, statements } = database();
  const leaving = new AbortController();
  const refusing: CheckRows = () => () => {
    throw new Error('too much');
  };
  const staying = ['a', 'b', 'c'].map((key) => answers(reads, [key]));
  const left = reads.ask('statement', {}, ['d'], leaving.signal, refusing).catch((reason: Error) => reason.message);
  await settle();
  statements[0]?.answer();
  await settle();
  leaving.abort(new Error('left'));
  for (const statement of statements) statement.answer();
  expect(await Promise.all(staying)).toEqual([['A'], ['B'], ['C']]);
  expect(await left).toBe('left');
  expect(statements).toHaveLength(3);
});

test('whose rows are too much fails alone, at once; the others are answered, and look at theirs anew', async () => {
  const { reads, statements } = database();
  const attempts: string[][] = [];
  const noticing: CheckRows = () => {
    const rows: string[] = [];
    attempts.push(rows);
    return (row) => void rows.push((row as { answer: string }).answer);
  };
  const refusing: CheckRows = () => () => {
    throw new Error('too much');
  };
  const found = [undefined, undefined, noticing, refusing].map((check, index) =>
    reads.ask('statement', {}, ['abcd'.charAt(index)], never, check).then(
      ({ rows }) => rows.map(({ answer }) => answer),
      (error: Error) => error.message,
    ),
  );
  await settle();
  for (let index = 0; index < 4; index++) {
    statements[index]?.answer();
    await settle();
  }
  expect(statements.map(({ keys }) => keys)).toEqual([['a'], ['b'], ['c', 'd'], ['c']]);
  expect(await Promise.all(found)).toEqual([['A'], ['B'], ['C'], 'too much']);
  expect(attempts).toEqual([['C'], ['C']]);
});

test('who has left already asks for nothing', async () => {
  const { reads, statements } = database();
  await expect(reads.ask('statement', {}, ['a'], AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
  expect(statements).toEqual([]);
});

test('nothing is remembered of statements that nobody waits for', async () => {
  const { reads, statements } = database();
  const { queues } = reads as unknown as { readonly queues: ReadonlyMap<string, unknown> };
  const found = ['a', 'b', 'c', 'd'].map((key) => answers(reads, [key], never, key < 'd' ? 'one' : 'another'));
  await settle();
  expect(queues.size).toBe(2);
  for (let index = 0; index < 4; index++) {
    statements[index]?.answer();
    await settle();
  }
  await Promise.all(found);
  expect(queues.size).toBe(0);
});
