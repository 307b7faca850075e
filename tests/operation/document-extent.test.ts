import { expect, test } from '@jest/globals';
import { extentOf } from '../../src/operation/prepare/document-extent.js';

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
  expect(extentOf(document).nesting).toBe(depth);
});

test('the longest name is told, and what stands in texts is no name', () => {
  expect(extentOf(`{ ${'a'.repeat(300)}: measures(code: "${'b'.repeat(400)}") { id } }`).name).toBe(300);
});
