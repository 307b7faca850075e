import { expect, test } from '@jest/globals';
import { nestingOf } from '../../src/operation/prepare/nesting.js';

test.each([
  ['{ a }', 1],
  ['{ a { b(c: [{ d: 1 }]) } }', 5],
  ['{ a { b } c { d { e } } }', 3],
  ['{ a(b: "{{{{") }', 2],
  ['{ a(b: "\\"{{{{") }', 2],
  ['{ a(b: """{{ " {{ \\""" {{""") }', 2],
  ['{ a # {{{{\n b { c } }', 2],
  ['{ a # {{{{\r b { c } }', 2],
  ['{ a(b: "never closed {{{{', 2],
  // The parser gives up there.
  ['{ a(b: "closed by the line {{\n {', 2],
  ['{ a(b: """never closed {{{{', 2],
  ['', 0],
  ['}}}}{', 0],
])('%s is nested %i deep', (document, depth) => {
  expect(nestingOf(document)).toBe(depth);
});
