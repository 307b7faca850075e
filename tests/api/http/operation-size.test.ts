import { expect, test } from '@jest/globals';
import { type OperationDefinitionNode, parse } from 'graphql';
import { sizeOf } from '../../../src/api/http/operation-size.js';

function size(text: string) {
  const document = parse(text);
  return sizeOf(document, document.definitions[0] as OperationDefinitionNode);
}

test.each([
  ['{ a }', 1],
  ['{ a { b { c } } }', 3],
  ['{ a { ...F } } fragment F on T { b { ... on U { c } } }', 3],
  ['{ a { edges { node { b { nodes { c } } } } } }', 3],
  ['{ node(id: "x") { nodes(ids: ["x"]) { c } } }', 3],
  ['{ ...F } fragment F on T { a { ...F } }', 1],
])('%s has %i levels', (text, depth) => {
  expect(size(text).depth).toBe(depth);
});

test('below the schema there is another count', () => {
  expect(size('{ __schema { types { name } } a { b } }')).toMatchObject({ depth: 2, introspectionDepth: 3 });
});

test.each([
  ['{ a b: a c: a }', 2],
  ['{ a a a }', 2],
  ['{ a { x } a { x } }', 1],
  ['{ ... { a } ... { a } }', 1],
  ['{ n { ... on A { id } ... on B { id } } }', 0],
  ['{ n { ... on A { id } ... on A { id } } }', 1],
  ['{ ...F ...G ...F } fragment F on T { x: a y: a } fragment G on T { ...F }', 6],
  ['{ a: __typename b: __typename }', 2],
])('%s has %i aliases or repeated fields', (text, aliases) => {
  expect(size(text).aliases).toBe(aliases);
});

test('directives count wherever they stand', () => {
  const text = 'query ($v: Int @a) @b { c @d ...F @e ... @f { g } } fragment F on T @h { i @j @k }';
  expect(size(text).directives).toBe(8);
});

test('fragments that double one another are counted without being unfolded', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, index) => `fragment F${index} on T { ...F${index + 1} ...F${index + 1} }`,
  );
  const { aliases } = size(`{ ...F0 } ${fragments.join(' ')} fragment F60 on T { x: a }`);
  expect(aliases).toBe(2 ** 60);
});
