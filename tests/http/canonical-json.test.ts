import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../src/http/canonical-json.js';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
};

test('equal values have one text, whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
    }),
  );
});

test('different values have different texts', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      if (canonicalJson(one) === canonicalJson(other)) expect(shuffled(one)).toEqual(shuffled(other));
      else expect(same).toBe(false);
    }),
  );
});

test('what JSON cannot write is not mistaken for null', () => {
  expect(canonicalJson(JSON.parse('{"n": 1e400}'))).not.toBe(canonicalJson({ n: null }));
});

test('a prototype is a key like any other', () => {
  expect(canonicalJson(JSON.parse('{"__proto__": {"a": 1}}'))).toBe('{"__proto__":{"a":1}}');
});

test('values beyond the depth are refused instead of filling the stack', () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(canonicalJson(deep)).toBeNull();
  expect(canonicalJson([[1]], 2)).toBe('[[1]]');
  expect(canonicalJson([[[1]]], 2)).toBeNull();
});
