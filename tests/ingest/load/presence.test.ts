import { describe, expect, test } from '@jest/globals';
import type { Cell, Dataset, EdgeRow, NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { presenceIn } from '../../../src/ingest/load/presence.js';
import type { EdgeName, NodeName } from '../../../src/model/declaration.js';
import type { Stage } from '../../../src/model/enums.js';
import { nodeNamed } from '../../../src/model/model.js';

const row = (id: string, stages: readonly Stage[], values: Readonly<Record<string, Cell>> = {}): NodeRow => ({
  id,
  stages,
  effective: true,
  sources: [],
  values,
});
const edge = (from: string, to: string): EdgeRow => ({
  from,
  to,
  printedAs: null,
  stages: [],
  effective: true,
  sources: [],
});

/** A city of one field with the items a and b, and what its documents list: thing, field, stage. */
function city(listed: readonly (readonly [subject: string, field: string, stage: Stage | null])[]): Dataset {
  const statements = listed.map(([, field, stage], index) => row(`s${index}`, [], { field, role: null, stage }));
  const nodes = new Map<NodeName, readonly NodeRow[]>([
    ['PolicyField', [row('field', [])]],
    ['PolicyItem', [row('a', ['CURRENT', 'DRAFT']), row('b', ['DRAFT'])]],
    ['Measure', [row('m', ['DRAFT']), row('cited', ['DRAFT'])]],
    ['CoverageStatement', statements],
  ]);
  const edges = new Map<EdgeName, readonly EdgeRow[]>([
    ['IN_FIELD', [edge('a', 'field'), edge('b', 'field')]],
    ['PART_OF', [edge('m', 'a')]],
    ['COVERAGE_OF', listed.map(([subject], index) => edge(`s${index}`, subject))],
  ]);
  return { nodes, edges };
}

function presence(dataset: Dataset, type: NodeName, id: string) {
  const found = dataset.nodes.get(type)?.find((each) => each.id === id);
  if (!found) throw new Error(`expected ${id} in the city`);
  return presenceIn(dataset)(nodeNamed(type), found);
}

describe('a policy item', () => {
  const read = city([
    ['field', 'policyItems', 'CURRENT'],
    ['a', 'measures', 'CURRENT'],
  ]);

  test('is stated where a document lists what it consists of, and known by name where one only names it', () => {
    expect(presence(read, 'PolicyItem', 'a')).toMatchObject({ presence: 'STATED', 'presence@DRAFT': 'NAME_ONLY' });
    expect(presence(read, 'PolicyItem', 'b')).toMatchObject({ presence: 'NAME_ONLY' });
  });

  test('is shown as not read at a stage that neither names it nor lists the items of its field', () => {
    expect(presence(read, 'PolicyItem', 'a')).toMatchObject({
      'presence@ADOPTED': 'NOT_READ',
      shownAt: ['CURRENT', 'DRAFT', 'ADOPTED'],
    });
  });

  test('is not there at a stage that lists the items of its field without it', () => {
    expect(presence(read, 'PolicyItem', 'b')).toMatchObject({
      'presence@CURRENT': 'NOT_LISTED',
      'presence@ADOPTED': 'NOT_READ',
      shownAt: ['DRAFT', 'ADOPTED'],
    });
  });
});

describe('a measure at a stage without it', () => {
  const listed = (...more: Parameters<typeof city>[0]) =>
    presence(city([['field', 'policyItems', 'DRAFT'], ['a', 'measures', 'DRAFT'], ...more]), 'Measure', 'm');

  test('was not read where its item may have more', () => {
    expect(listed()).toEqual({ presence: 'STATED', 'presence@CURRENT': 'NOT_READ', 'presence@ADOPTED': 'NOT_READ' });
  });

  test('is not listed where all measures of its item are', () => {
    expect(listed(['a', 'measures', 'CURRENT'])).toMatchObject({ 'presence@CURRENT': 'NOT_LISTED' });
  });

  test('is not listed where its item is not', () => {
    expect(listed(['field', 'policyItems', 'ADOPTED'])).toMatchObject({ 'presence@ADOPTED': 'NOT_LISTED' });
  });
});

test('a measure that belongs to no policy item is known by name only', () => {
  const read = city([['a', 'measures', 'DRAFT']]);
  expect(presence(read, 'Measure', 'm')).toMatchObject({ presence: 'STATED' });
  expect(presence(read, 'Measure', 'cited')).toMatchObject({ presence: 'NAME_ONLY' });
});

test('in a dataset that does not say what its documents cover, everything is as stated, and where its stages have it', () => {
  const silent = city([]);
  const elsewhere = { 'presence@CURRENT': 'NOT_READ', 'presence@ADOPTED': 'NOT_READ' };
  expect(presence(silent, 'PolicyItem', 'b')).toEqual({ presence: 'STATED', ...elsewhere, shownAt: ['DRAFT'] });
  expect(presence(silent, 'Measure', 'cited')).toEqual({ presence: 'STATED', ...elsewhere });
});
