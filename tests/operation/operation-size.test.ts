import { expect, test } from '@jest/globals';
import { type OperationDefinitionNode, parse } from 'graphql';
import { sizeOf, type Tally, wayTo } from '../../src/operation/prepare/operation-size.js';

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
  expect(size(text).depth.count).toBe(depth);
});

test('below the schema there is another count', () => {
  expect(size('{ __schema { types { name } } a { b } }')).toMatchObject({
    depth: { count: 2 },
    introspectionDepth: { count: 3 },
  });
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
  expect(size(text).aliases.count).toBe(aliases);
});

test('directives count wherever they stand', () => {
  const text = 'query ($v: Int @a) @b { c @d ...F @e ... @f { g } } fragment F on T @h { i @j @k }';
  expect(size(text).directives.count).toBe(8);
});

test('fragments that double one another are counted without being unfolded', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, index) => `fragment F${index} on T { ...F${index + 1} ...F${index + 1} }`,
  );
  const { aliases } = size(`{ ...F0 } ${fragments.join(' ')} fragment F60 on T { x: a }`);
  expect(aliases.count).toBe(2 ** 60);
});

/** The names of the fields on the way. */
const named = (tally: Tally, atLeast: number) =>
  wayTo(tally, atLeast).map(({ field, count }) => [field.name.value, count]);

test('the way leads to where most comes from, through fragments, and ends where too little is left', () => {
  const text = `{
    a { x: b }
    c { nodes { ...F } y: b }
  }
  fragment F on T { d { ... on U { z: b w: b e { v: b @i } } } }`;
  const { aliases, depth, directives } = size(text);
  expect([aliases.count, depth.count, directives.count]).toEqual([5, 4, 1]);
  expect(named(aliases, 3)).toEqual(Object.entries({ c: 4, nodes: 3, d: 3 }));
  expect(named(aliases, 4)).toEqual([['c', 4]]);
  expect(named(aliases, 5)).toEqual([['c', 4]]);
  expect(named(depth, 2)).toEqual(Object.entries({ c: 4, nodes: 3, d: 3, e: 2 }));
  expect(named(directives, 1)).toEqual(Object.entries({ c: 1, nodes: 1, d: 1, e: 1, b: 1 }));
});

test('what no field has a part in has no way', () => {
  expect(wayTo(size('query ($v: Int @a) @b { c }').directives, 1)).toEqual([]);
});
