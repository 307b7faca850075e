/** A node type that is declared and nothing more has all that a type has by default. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import type { LocatedDataset } from '../../src/ingest/dataset/located-dataset.js';
import type { GraphRows } from '../../src/ingest/load/graph-rows.js';
import type { EdgeName, NodeName } from '../../src/model/declaration.js';
import { projectFile } from '../../src/project-files.js';
import { declareTrialType, trialTables } from '../fixtures/trial-type.js';

const facility = 'Facility' as NodeName;
const city = projectFile('tests/fixtures/green-city/dataset');
let located: LocatedDataset;
let rows: GraphRows;

beforeAll(async () => {
  await declareTrialType();
  const { parseDataset } = await import('../../src/ingest/dataset/parse.js');
  const { withoutPlaces } = await import('../../src/ingest/dataset/located-dataset.js');
  const { graphRows } = await import('../../src/ingest/load/graph-rows.js');
  const files = new Map<string, Uint8Array>();
  for (const name of await readdir(city)) if (name.endsWith('.csv')) files.set(name, await readFile(join(city, name)));
  for (const [name, table] of Object.entries(trialTables)) files.set(name, Buffer.from(table));
  const { dataset, problems } = parseDataset(files);
  expect(problems).toEqual([]);
  located = dataset;
  rows = graphRows(withoutPlaces(dataset), (value) => value);
});

test('its tables are read and checked with all others', async () => {
  const { validateDataset } = await import('../../src/ingest/dataset/validate.js');
  const { describeDataset } = await import('../../src/ingest/dataset/datapackage.js');
  expect(validateDataset(located)).toEqual([]);
  expect(located.nodes.get(facility)?.map(({ row }) => row.values.capacity)).toEqual([80, 200]);
  expect(JSON.stringify(describeDataset(['facilities.csv']))).toContain('"facilities"');
});

test('its nodes and edges are loaded in natural order, with an entry for search', () => {
  const [library, hall] = rows.nodes.filter(({ labels }) => labels[0] === 'Facility');
  expect(hall?.labels).toEqual(['Facility', 'Entity', 'Node']);
  expect(String(hall?.content().properties.sortKey) < String(library?.content().properties.sortKey)).toBe(true);
  expect(String(hall?.content().search?.searchText).split('\n')).toEqual([
    'ミドリ会館',
    '3',
    'facility 3',
    'midori hall',
  ]);
  expect(rows.edges.filter(({ type }) => type === ('USES' as EdgeName))).toHaveLength(1);
});

test('it has indexes and terms of linked data', async () => {
  const { modelIndexes } = await import('../../src/model/indexes.js');
  const { classesOf, linkOf } = await import('../../src/export/vocabulary.js');
  expect(modelIndexes.indexes.filter(({ label }) => label === 'Facility')).toEqual([
    { name: 'facility_order', label: 'Facility', properties: ['municipality', 'sortKey'] },
    { name: 'facility_number', label: 'Facility', properties: ['number'] },
  ]);
  expect(classesOf(facility)).toEqual(['prov:Entity', 'pg:Facility']);
  expect(linkOf('USES' as EdgeName)).toBe('pg:uses');
});

test('it has a list, a look-up, filters, orders, facets and a place in search and neighbourhoods in the API', async () => {
  const { schema } = await import('../../src/api/schema.js');
  const operation = parse(`{
    facility(number: 3, municipality: "midorino") { name capacity measures { totalCount edges { sources { firstLine } } } }
    facilities(
      filter: { capacity: { gt: 100 }, measures: { some: { code: { eq: "3-1-1" } } } }
      orderBy: [{ capacity: DESC }, { measures: { count: ASC } }]
    ) { totalCount facets(by: MEASURES) { value count } nodes { id stages } }
    search(query: "Facility 3", types: [FACILITY]) { nodes { name } }
    resolveNames(names: ["みどり会館"], types: [FACILITY]) { best { node { id } } }
    neighborhood(ids: ["midorino:facility:3"], through: [USES]) { nodes { id } }
  }`);
  expect(validate(schema(), operation)).toEqual([]);
});

test('its relationships are compiled into statements as those of all types', async () => {
  const { sentStatements } = await import('../graph/sent-statements.js');
  const statements = await sentStatements(
    parse('{ facilities(filter: { measures: { count: { gt: 0 } } }) { nodes { name measures { nodes { code } } } } }'),
  );
  const text = statements.map(({ cypher }) => cypher).join('\n');
  expect(text).toMatch(/:Facility\b/);
  expect(text).toMatch(/<-\[\w*:USES/);
});

test('links to it are a sentence, and it is drawn among what is joined', async () => {
  const { cityGraph } = await import('../../src/analysis/city-graph.js');
  const { neighborhood } = await import('../../src/analysis/neighborhood.js');
  const { sentenceOf, labelOf } = await import('../../src/analysis/wording.js');
  const graph = cityGraph(
    [
      { type: 'Measure', ids: ['m'] },
      { type: facility, ids: ['f'] },
    ],
    [{ type: 'USES' as EdgeName, from: ['m'], to: ['f'] }],
  );
  expect(graph.named).toEqual([true, true]);
  const options = { depth: 1, limit: 10, through: null, types: null };
  expect(neighborhood(graph, [0], options).neighbours).toHaveLength(2);
  const names = [labelOf('Measure', ['散策', null, null]), labelOf(facility, ['みどり会館', null, null])] as const;
  expect(sentenceOf('USES' as EdgeName, ...names).ja).toBe('「散策」は「みどり会館」を利用します。');
});
