import { beforeEach, expect, test } from '@jest/globals';
import { RevisionReader } from '../../src/graph/revision.js';

/** Reads that are answered by hand, in the order in which they came. */
let reads: {
  readonly cypher: string;
  readonly answer: (rows: readonly Record<string, unknown>[]) => void;
  readonly fail: (error: Error) => void;
}[];
let reader: RevisionReader;

beforeEach(() => {
  reads = [];
  reader = new RevisionReader(
    (cypher) => new Promise((resolve, reject) => void reads.push({ cypher, answer: resolve, fail: reject })),
  );
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
const begun = async () => {
  while (reads.length === 0) await turn();
};
const next = async (start: string) => {
  await begun();
  const read = reads.shift();
  expect(read?.cypher).toMatch(new RegExp(`^${start}`));
  return read;
};
const holds = async (revision: string) => (await next('MATCH'))?.answer([{ revision }]);
const commits = async (...ids: string[]) => (await next('SHOW TRANSACTIONS'))?.answer(ids.map((id) => ({ id })));

test('a graph that counts no revisions has none that anything could be kept under', async () => {
  for (const rows of [[], [{ revision: null }]]) {
    const asked = reader.fresh();
    (await next('MATCH'))?.answer(rows);
    expect(await asked).toBeNull();
  }
});

test('callers at the same time share a read, but none is given what was read before it asked', async () => {
  const first = [reader.fresh(), reader.fresh()];
  await begun();
  const late = [reader.fresh(), reader.fresh()];
  await holds('a 1');
  await commits();
  const [one, other] = await Promise.all(first);
  expect(one).toBe(other);
  await begun();
  expect(reads).toHaveLength(1);
  await holds('a 2');
  await commits();
  const [second, third] = await Promise.all(late);
  expect(second).toBe(third);
  expect(second).not.toBe(one);
});

test('a new revision is told only when the commits under way then are done', async () => {
  const told: unknown[] = [];
  const asked = reader.fresh().then((revision) => told.push(revision));
  await holds('a 1');
  await commits('t1', 't2');
  await new Promise((resolve) => setTimeout(resolve, 15));
  await commits('t2', 't3');
  await new Promise((resolve) => setTimeout(resolve, 15));
  expect(told).toEqual([]);
  await commits('t3');
  await asked;
  expect(told).toEqual([expect.any(String)]);
});

test('a revision that is known to be whole costs one read', async () => {
  const first = reader.fresh();
  await holds('a 1');
  await commits();
  await first;
  const second = reader.fresh();
  await holds('a 1');
  expect(await second).toBe(await first);
  expect(reads).toEqual([]);
});

test('a read that fails fails those who asked, and nobody after them', async () => {
  const first = reader.fresh();
  await begun();
  const second = reader.fresh();
  (await next('MATCH'))?.fail(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await holds('a 1');
  await commits();
  expect(await second).toEqual(expect.any(String));
});

test('a revision of before does where that is asked for, and is renewed for those who ask next', async () => {
  const first = reader.past(60_000);
  await holds('a 1');
  await commits();
  const known = await first;
  expect(known).toEqual(expect.any(String));
  expect(await reader.past(60_000)).toBe(known);
  expect(reads).toEqual([]);
  expect(await reader.past(-1)).toBe(known);
  await holds('a 2');
  await commits();
  while ((await reader.past(60_000)) === known) await turn();
  expect(await reader.past(60_000)).not.toBe(known);
});
