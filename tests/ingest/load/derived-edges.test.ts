import { describe, expect, test } from '@jest/globals';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { derivedEdgesOf } from '../../../src/ingest/load/derived-edges.js';
import { derivedProperties } from '../../../src/ingest/load/derived-properties.js';

const provenance = { stages: [], effective: true, sources: [] };

/** Departments by their letters, with links of two letters: `ab` is from a to b. */
function departments(letters: string, links: Partial<Record<'UNIT_OF' | 'SUCCEEDS', readonly string[]>>): Dataset {
  const edgesOf = (pairs: readonly string[] = []) =>
    pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1), printedAs: null, ...provenance }));
  return {
    nodes: new Map([['Department', [...letters].map((id) => ({ id, values: { name: id }, ...provenance }))]]),
    edges: new Map([
      ['UNIT_OF', edgesOf(links.UNIT_OF)],
      ['SUCCEEDS', edgesOf(links.SUCCEEDS)],
    ]),
  };
}

const pairsOf = (dataset: Dataset, type: 'WITHIN' | 'LINEAGE') =>
  (derivedEdgesOf(dataset).get(type) ?? []).map(({ from, to }) => `${from}${to}`).sort();

describe('The edges that follow from others', () => {
  test('lead from a department to all that lie above it, and to none beside it', () => {
    const dataset = departments('abcd', { UNIT_OF: ['ab', 'bc', 'dc'] });
    expect(pairsOf(dataset, 'WITHIN')).toEqual(['ab', 'ac', 'bc', 'dc']);
  });

  test('lead from a department to itself, to all that it came of and to all that came of it', () => {
    const dataset = departments('abc', { SUCCEEDS: ['ba', 'cb'] });
    expect(pairsOf(dataset, 'LINEAGE')).toEqual(['aa', 'ab', 'ac', 'ba', 'bb', 'bc', 'ca', 'cb', 'cc']);
  });

  test('do not lead from one part of a department that was split to the other', () => {
    const dataset = departments('abc', { SUCCEEDS: ['ba', 'ca'] });
    expect(pairsOf(dataset, 'LINEAGE')).toEqual(['aa', 'ab', 'ac', 'ba', 'bb', 'ca', 'cc']);
  });

  test('end where a dataset that nobody checked goes round in a circle', () => {
    const dataset = departments('ab', { UNIT_OF: ['ab', 'ba'], SUCCEEDS: ['ab', 'ba'] });
    expect(pairsOf(dataset, 'WITHIN')).toEqual(['ab', 'ba']);
    expect(pairsOf(dataset, 'LINEAGE')).toEqual(['aa', 'ab', 'ba', 'bb']);
  });
});

test.each([
  ['one that became one', ['ba'], { a: [null, 'RENAMED'], b: ['RENAMED', null] }],
  ['several that became one', ['ca', 'cb'], { a: [null, 'MERGED'], b: [null, 'MERGED'], c: ['MERGED', null] }],
  ['one that became several', ['ba', 'ca'], { a: [null, 'SPLIT'], b: ['SPLIT', null], c: ['SPLIT', null] }],
  [
    'several that became several',
    ['ca', 'cb', 'da', 'db'],
    { a: [null, 'REORGANISED'], b: [null, 'REORGANISED'], c: ['REORGANISED', null], d: ['REORGANISED', null] },
  ],
  [
    'one part that went to another department',
    ['ca', 'cb', 'da'],
    { a: [null, 'REORGANISED'], b: [null, 'MERGED'], c: ['REORGANISED', null], d: ['SPLIT', null] },
  ],
])('departments tell of %s how they came and went', (_what, links, kinds) => {
  const derived = derivedProperties(departments(Object.keys(kinds).join(''), { SUCCEEDS: links }));
  const told = Object.keys(kinds).map((id) => {
    const { formation = null, ending = null } = derived.get(id) ?? {};
    return [id, [formation, ending]];
  });
  expect(Object.fromEntries(told)).toEqual(kinds);
});
