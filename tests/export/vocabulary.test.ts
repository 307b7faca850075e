import { expect, test } from '@jest/globals';
import { classes, links, prefixes, properties } from '../../src/export/vocabulary.js';
import { edges, nodes, propertiesOf, valuesOf } from '../../src/model/model.js';

test('every node type has its classes and every edge type its term, and nothing else has', () => {
  expect(Object.keys(classes)).toEqual(nodes.map(({ name }) => name));
  expect(Object.keys(links).sort()).toEqual(edges.map(({ type }) => type).sort());
});

test('every property that has a term of its own is one of the model', () => {
  const known = nodes.flatMap((node) => [
    ...propertiesOf(node).map(([name]) => name),
    ...valuesOf(node).flatMap(([, { type }]) => Object.keys(type.properties)),
  ]);
  expect(Object.keys(properties).filter((name) => !known.includes(name))).toEqual([]);
});

test('every term has a prefix that is declared', () => {
  const terms = [...Object.values(classes).flat(), ...Object.values(links), ...Object.values(properties)];
  expect(terms.filter((term) => !Object.hasOwn(prefixes, term.split(':')[0] ?? ''))).toEqual([]);
});
