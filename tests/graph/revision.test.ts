import { beforeEach, describe, expect, test } from '@jest/globals';
import { freshness, ReadSpan, RevisionReader } from '../../src/graph/revision.js';
import { leadTime } from '../../src/ingest/load/announcement.js';

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

/** Reads the revision once, as earlier requests have. */
async function knows(revision: string): Promise<void> {
  const asked = reader.fresh();
  await holds(revision);
  await commits();
  await asked;
}

const statement = async () => {};
const announces = async (revision: string) => (await next('MATCH'))?.answer([{ revision, announced: true }]);

describe('a span of statements', () => {
  test('is of the revision that is known, without a statement of its own', async () => {
    await knows('a 1');
    const span = new ReadSpan(reader);
    for (let count = 0; count < 3; count++) await span.reading(statement);
    expect(await span.revision()).toBe('a 1');
    expect(reads).toEqual([]);
  });

  test('that begins long after the revision was read has it read anew beside itself', async () => {
    await knows('a 1');
    await new Promise((resolve) => setTimeout(resolve, 350));
    const span = new ReadSpan(reader);
    await span.reading(statement);
    const seen = span.revision();
    await holds('a 1');
    expect(await seen).toBe('a 1');
    expect(reads).toEqual([]);
  });

  test('that the revision has changed under is of none', async () => {
    await knows('a 1');
    const span = new ReadSpan(reader);
    await span.reading(statement);
    await new Promise((resolve) => setTimeout(resolve, 110));
    const other = new ReadSpan(reader);
    await other.reading(statement);
    await holds('a 2');
    await commits();
    await turn();
    expect(await other.revision()).toBeUndefined();
    expect(await span.revision()).toBeUndefined();
    const after = new ReadSpan(reader);
    await after.reading(statement);
    expect(await after.revision()).toBe('a 2');
  });

  test('waits, where a load is announced, for commits before its first statement and after its last', async () => {
    await knows('a 1');
    const asked = reader.fresh();
    await announces('a 1');
    await asked;
    const span = new ReadSpan(reader);
    const steps: string[] = [];
    const reading = span.reading(async () => void steps.push('statement'));
    await announces('a 1');
    await commits('t1');
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(steps).toEqual([]);
    await commits();
    await reading;
    expect(steps).toEqual(['statement']);
    const seen = span.revision();
    await commits('t2');
    await new Promise((resolve) => setTimeout(resolve, 15));
    await commits();
    await announces('a 2');
    await commits();
    expect(await seen).toBeUndefined();
  });

  test('is of one revision where a load was announced that never committed', async () => {
    const span = new ReadSpan(reader);
    const reading = span.reading(statement);
    await announces('a 1');
    await commits();
    await commits();
    await reading;
    const seen = span.revision();
    await commits();
    await announces('a 1');
    expect(await seen).toBe('a 1');
  });

  test('is read where the database does not tell the revision, but nobody knows of which it is', async () => {
    const span = new ReadSpan(reader);
    const reading = span.reading(async () => 'read');
    (await next('MATCH'))?.fail(new Error('away'));
    expect(await reading).toBe('read');
    const seen = span.revision();
    seen.catch(() => {});
    for (let attempt = 0; attempt < 4; attempt++) (await next('MATCH'))?.fail(new Error('away'));
    await expect(seen).rejects.toThrow('away');
  });
});

test('a load waits longer between its announcement and its commit than readers trust what they know', () => {
  expect(leadTime).toBeGreaterThan(freshness);
});
