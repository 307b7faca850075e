import { expect, test } from '@jest/globals';
import {
  classesOf,
  furtherClasses,
  furtherProperties,
  linkOf,
  prefixes,
  properties,
} from '../../src/export/vocabulary.js';
import { edges, nodes, propertiesOf, valuesOf } from '../../src/model/model.js';

test('what no vocabulary has a term for is named as the model names it', () => {
  expect(classesOf('Vision')).toEqual(['prov:Entity', 'pg:Vision']);
  expect(linkOf('VISION_OF')).toBe('pg:visionOf');
  expect(linkOf('IMPLEMENTS')).toBe('pg:implements');
  expect(classesOf('Department')).toEqual(['org:OrganizationalUnit']);
  expect(linkOf('PART_OF')).toBe('skos:broader');
});

test('every property that has a term of its own is one of the model', () => {
  const known = nodes.flatMap((node) => [
    ...propertiesOf(node).map(([name]) => name),
    ...valuesOf(node).flatMap(([, { type }]) => Object.keys(type.properties)),
  ]);
  expect(Object.keys(properties).filter((name) => !known.includes(name))).toEqual([]);
});

test('every term has a prefix that is declared', () => {
  const terms = [
    ...nodes.flatMap(({ name }) => classesOf(name)),
    ...edges.map(({ type }) => linkOf(type)),
    ...Object.values(properties),
    ...Object.keys(furtherClasses),
    ...Object.keys(furtherProperties),
  ];
  expect(terms.filter((term) => !Object.hasOwn(prefixes, term.split(':')[0] ?? ''))).toEqual([]);
});
