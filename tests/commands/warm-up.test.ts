import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { bitOfEverything, firstQuestion } from '../../src/commands/warm-up.js';
import type { Connection } from '../../src/database/connection.js';
import { type Progress, silentProgress } from '../../src/progress.js';

const { signal } = new AbortController();
const said: string[] = [];
const progress: Progress = { ...silentProgress, say: (line) => void said.push(line) };

/** A connection that notes what it is asked, and gives no rows or fails. */
function connectionThat(answer: () => Promise<readonly never[]>) {
  const calls: { readonly cypher: string; readonly timeout: number | undefined }[] = [];
  const read = (async (cypher: string, _parameters: object, { timeout }: { timeout?: number } = {}) => {
    calls.push({ cypher, timeout });
    return answer();
  }) as unknown as Connection['read'];
  return { calls, read };
}

test('the first question is one that a client could ask, and one statement with all that statements are made of', async () => {
  expect(validate(schema(), parse(bitOfEverything))).toEqual([]);
  const { calls, read } = connectionThat(async () => []);
  // Without rows there is nothing to make an answer of.
  await firstQuestion({ read }, { progress: silentProgress, signal });
  expect(calls).toEqual([{ cypher: expect.any(String), timeout: 20_000 }]);
  for (const part of ['COUNT {', 'COLLECT {', 'ORDER BY', 'LIMIT', 'WHERE', 'OWNED_BY', '.sources'])
    expect(calls[0]?.cypher).toContain(part);
});

test('a first question that fails keeps nothing from beginning, and is told', async () => {
  const { calls, read } = connectionThat(() => Promise.reject(new Error('too slow')));
  await firstQuestion({ read }, { progress, signal });
  expect(calls).toHaveLength(1);
  expect(said.splice(0)).toEqual(['The first question was not answered: too slow']);
});
