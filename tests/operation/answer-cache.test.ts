import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AnswerCache, entityTag, matches, questionKey, timeless } from '../../src/operation/answer/answer-cache.js';

const question = { query: '{ a }', operationName: null, canonicalValues: '[{},{}]', rights: 'anonymous', program: 'p' };

test('every part of a question makes it another one', () => {
  const parts = fc.record({
    query: fc.string(),
    operationName: fc.option(fc.string()),
    canonicalValues: fc.jsonValue().map((value) => JSON.stringify(value)),
    rights: fc.string(),
    program: fc.string(),
  });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      expect(questionKey(one) === questionKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
  expect(questionKey({ ...question, rights: 'editor' })).not.toBe(questionKey(question));
  expect(questionKey({ ...question, operationName: '' })).not.toBe(questionKey(question));
});

test('an entity tag is of one revision, and is found in a list of them', () => {
  const tag = entityTag('r1', 'key');
  expect(tag).toMatch(/^W\/"[\w-]+"$/);
  expect(entityTag('r2', 'key')).not.toBe(tag);
  expect(matches(`"other", ${tag}`, tag)).toBe(true);
  expect(matches(tag.replace('W/', ''), tag)).toBe(true);
  expect(matches('*', tag)).toBe(false);
});

const answer = (bytes: number) => ({
  revision: 'r1',
  etag: 'W/"x"',
  body: Buffer.alloc(bytes),
  compressed: new Map(),
  operation: null,
  document: null,
});

test('answers take no more than their room, and the one asked longest ago goes first', () => {
  const cache = new AnswerCache(100_000);
  for (let index = 0; index < 100; index++) {
    cache.keep(String(index), answer(5_000));
    cache.get('0');
  }
  expect(cache.bytes).toBeLessThanOrEqual(100_000);
  expect(cache.get('0')).toBeDefined();
  expect(cache.get('1')).toBeUndefined();
  expect(cache.get('99')).toBeDefined();
});

test('an answer that would drive out everything else is not kept, and without room none is', () => {
  const cache = new AnswerCache(100_000);
  cache.keep('large', answer(50_000));
  expect(cache.get('large')).toBeUndefined();
  const none = new AnswerCache(0);
  none.keep('small', answer(1));
  expect([none.get('small'), none.bytes, none.entries]).toEqual([undefined, 0, 0]);
});

test('answers of a revision that has passed are forgotten, and kept no more; those that need no graph stay', () => {
  const cache = new AnswerCache(100_000);
  const of = (revision: string) => ({ ...answer(10), revision });
  cache.isAt('r1');
  cache.keep('old', of('r1'));
  cache.keep('schema', of(timeless));
  cache.isAt('r1');
  expect(cache.entries).toBe(2);
  cache.isAt('r2');
  cache.keep('new', of('r2'));
  // It was read while the graph changed.
  cache.keep('late', of('r1'));
  expect(['old', 'late', 'schema', 'new'].map((key) => cache.get(key)?.revision)).toEqual([
    undefined,
    undefined,
    timeless,
    'r2',
  ]);
  expect(cache.entries).toBe(2);
});
