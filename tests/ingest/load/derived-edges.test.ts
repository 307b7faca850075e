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

describe('An evaluation and the departments of its fiscal year', () => {
  /** An evaluation of a project that a department runs, and departments with the years in which they began and ended. */
  const evaluated = (
    year: number,
    runBy: string,
    departments: Readonly<Record<string, readonly [from: string | null, to: string | null]>>,
    succeeds: readonly string[] = [],
  ): Dataset => {
    const edge = (from: string, to: string) => ({ from, to, printedAs: null, ...provenance });
    const row = (id: string, values: Readonly<Record<string, string | number | null>>) => ({
      id,
      values,
      ...provenance,
    });
    return {
      nodes: new Map([
        [
          'Department',
          Object.entries(departments).map(([id, [from, to]]) => row(id, { name: id, valid_from: from, valid_to: to })),
        ],
        ['Evaluation', [row('e', { fiscal_year: year })]],
        ['Project', [row('p', { name: 'p' })]],
      ]),
      edges: new Map([
        ['EVALUATES_PROJECT', [edge('e', 'p')]],
        ['RUN_BY', [edge('p', runBy)]],
        ['SUCCEEDS', succeeds.map((pair) => edge(pair.charAt(0), pair.charAt(1)))],
      ]),
    };
  };
  const answeredBy = (...given: Parameters<typeof evaluated>) =>
    (derivedEdgesOf(evaluated(...given)).get('ANSWERED_BY') ?? []).map(({ to }) => to).sort();
  const renamed = { a: [null, '2023-03-31'], b: ['2023-04-01', null] } as const;

  test('are linked where the department existed in it, or nobody says when it did', () => {
    expect(answeredBy(2023, 'b', renamed, ['ba'])).toEqual(['b']);
    expect(answeredBy(2010, 'c', { c: [null, null] })).toEqual(['c']);
  });

  test('are those before, of a department that came later, and those after, of one that had ended', () => {
    expect(answeredBy(2022, 'b', renamed, ['ba'])).toEqual(['a']);
    expect(answeredBy(2024, 'a', renamed, ['ba'])).toEqual(['b']);
  });

  test('are several where it came of several, and not the others that one of them came to', () => {
    const merged = {
      a: [null, '2022-03-31'],
      b: [null, '2022-03-31'],
      c: ['2022-04-01', null],
      d: ['2022-04-01', null],
    } as const;
    expect(answeredBy(2021, 'c', merged, ['ca', 'cb', 'da'])).toEqual(['a', 'b']);
  });

  test('are found over several reorganisations, and through the year of one within it', () => {
    const thrice = {
      a: [null, '2019-03-31'],
      b: ['2019-04-01', '2022-09-30'],
      c: ['2022-10-01', null],
    } as const;
    expect([2018, 2020, 2022, 2023].map((year) => answeredBy(year, 'c', thrice, ['cb', 'ba']))).toEqual([
      ['a'],
      ['b'],
      ['c'],
      ['c'],
    ]);
  });

  test('are none where what came before it is not known, or goes round in a circle', () => {
    expect(answeredBy(2020, 'b', renamed)).toEqual([]);
    const late = { a: ['2024-04-01', null], b: ['2023-04-01', null] } as const;
    expect(answeredBy(2020, 'b', late, ['ba', 'ab'])).toEqual([]);
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
