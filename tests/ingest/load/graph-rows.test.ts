import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { derivedEdgesOf } from '../../../src/ingest/load/derived-edges.js';
import { type GraphRows, graphRows } from '../../../src/ingest/load/graph-rows.js';
import { derivedEdges, edges, nodes } from '../../../src/model/model.js';
import { extractGreenCity, greenCity } from '../../fixtures/green-city.js';

/** Stands for what the driver would send as an integer. */
interface Whole {
  readonly whole: number;
}
const whole = (value: number): Whole => ({ whole: value });

let dataset: Dataset;
let rows: GraphRows;

beforeAll(async () => {
  dataset = withoutPlaces((await readDataset(greenCity.dataset)).dataset);
  rows = graphRows(dataset, whole);
});

const row = (id: string) => rows.nodes.find((known) => known.id === `midorino:${id}`)?.content();
const node = (id: string) => row(id)?.properties ?? {};

describe('The graph of a dataset', () => {
  test('has a node for every row of a node table and an edge for every row of an edge table, beside the edges that follow from them', () => {
    const count = (tables: ReadonlyMap<string, readonly unknown[]>) =>
      [...tables.values()].reduce((sum, table) => sum + table.length, 0);
    expect(rows.nodes).toHaveLength(count(dataset.nodes));
    expect(rows.edges).toHaveLength(count(dataset.edges) + count(derivedEdgesOf(dataset)));
    expect(rows.municipality).toBe('midorino');
  });

  test('labels nodes by their type, and named things as entities', () => {
    const labels = new Map(rows.nodes.map((row) => [row.labels[0], row.labels.slice(1)]));
    for (const [name, others] of labels)
      expect([name, others]).toEqual([
        name,
        [...(nodes.find((known) => known.name === name)?.entity ? ['Entity'] : []), 'Node'],
      ]);
  });

  test('stores whole numbers as integers and decimals as they are', () => {
    expect(node('survey-result:3-2:2021')).toMatchObject({
      year: whole(2021),
      satisfaction: 0.11,
      satisfactionRank: whole(12),
    });
    expect(node('reform-sheet:1-1')).toMatchObject({ planChangeFiscalYears: [whole(2024)], page: whole(2) });
    expect(node('indicator:4-1:窓口の待ち時間')).toMatchObject({ baselineValue: 12, number: whole(2) });
  });

  test('leaves out what has no value, but keeps empty lists, so that they can be searched', () => {
    const properties = node('measure:4-1-2');
    expect(properties).toMatchObject({ aliases: [], code: '4-1-2' });
    expect(Object.keys(properties).filter((name) => name.includes('@'))).toEqual([]);
    expect(node('measure:図書館の充実')).not.toHaveProperty('code');
  });

  test('keeps what a stage prints otherwise, and only that: what it prints alike is not an empty list', () => {
    expect(node('measure:3-1-1')).toMatchObject({ code: '3-1-1', 'code@CURRENT': '3-1-2' });
    expect(node('measure:3-1-1')).not.toHaveProperty('code@DRAFT');
    const indicator = node('indicator:3-1:里山ボランティアの登録者数');
    expect(indicator).toMatchObject({ roles: ['OUTCOME', 'STATUS'], 'roles@ADOPTED': ['OUTCOME'] });
    expect(indicator).not.toHaveProperty('roles@CURRENT');
    expect(indicator).not.toHaveProperty('roles@DRAFT');
  });

  test('keeps what search looks in, folded: names, codes and texts of named things, and the names that documents print', () => {
    const { searchText, searchFields, searchName, searchScope } = row('measure:3-1-1')?.search ?? {};
    const lines = String(searchText).split('\n');
    expect(String(searchFields).split(' ')).toHaveLength(lines.length);
    expect(lines[0]).toBe(searchName);
    expect(lines).toEqual(expect.arrayContaining(['3-1-1', '3-1-2']));
    expect(searchScope).toBe('midorino');
    expect(row('evaluation:1-1:2023')?.search).toBeNull();
    for (const node of rows.nodes.filter(({ shared }) => shared)) {
      const { id } = node;
      const { search } = node.content();
      expect([id, search?.searchScope, search?.printedNames]).toEqual([id, 'shared', undefined]);
    }
  });

  test('carries its sources in one list, each with the id of its document', () => {
    expect(node('measure:3-1-4')).toMatchObject({
      stages: ['DRAFT', 'ADOPTED'],
      effective: true,
      sources: [
        'midorino:source-document:review-sheets-3 72 72 DRAFT',
        'midorino:source-document:adopted-plan 75 77 ADOPTED',
      ],
    });
  });

  test('shares the goals between cities and gives everything else its city', () => {
    for (const node of rows.nodes) {
      const { id, shared } = node;
      const { properties } = node.content();
      expect([id, shared]).toEqual([id, id.startsWith('sdg:')]);
      expect(properties.municipality).toBe(shared ? undefined : 'midorino');
    }
  });

  test('knows an edge only between nodes that are there, of the types that it joins', () => {
    const types = new Map(rows.nodes.map(({ id, labels }) => [id, labels]));
    for (const { type, from, to } of rows.edges) {
      const declared = [...edges, ...derivedEdges].find((edge) => edge.type === type);
      expect(types.get(from)).toContain(declared?.from);
      expect(types.get(to)).toContain(declared?.to);
    }
  });

  test('carries the documents’ lines only where the dataset does', async () => {
    expect(node('source-document:adopted-plan')).not.toHaveProperty('content');
    const { dataset: withText } = await extractGreenCity({ withText: true });
    const document = graphRows(withText, whole).nodes.find(({ id }) => id.endsWith('source-document:adopted-plan'));
    expect(document?.content().properties.content).toHaveLength(250);
  });
});

describe('The order of things', () => {
  const sorted = (prefix: string, property = 'sortKey') =>
    rows.nodes
      .filter(({ id }) => id.startsWith(`midorino:${prefix}`))
      .map((node) => [node.id, node.content().properties] as const)
      .map(([id, properties]) => [String(properties[property] ?? properties.sortKey), id] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, id]) => id.replace(`midorino:${prefix}`, ''));

  test('is that of their codes, things known by name only last', () => {
    const codes = sorted('measure:');
    expect(codes.slice(0, 3)).toEqual(['3-1-1', '3-1-2', '3-1-3']);
    expect(codes.at(-1)).toBe('図書館の充実');
  });

  test('is that of the stage where a stage has another', () => {
    const current = sorted('measure:3-1-', 'sortKey@CURRENT').filter((code) => code !== '4');
    expect(current).toEqual(['2', '1', '3:current', '3']);
  });

  test('is that of the table for indicators, whose ids end in names', () => {
    expect(sorted('indicator:3-2:')).toEqual(['ホタルの確認地点数', '川の水質基準の達成率', '外来魚の捕獲数の前年比']);
  });

  test('is that of the city’s own list for departments, then that in which names are read', () => {
    const [department] = dataset.nodes.get('Department') ?? [];
    if (!department) throw new Error('expected a department');
    const told = [
      ['危機管理課', { name_kana: 'ききかんりか' }],
      ['市民課', { name_kana: 'しみんか', position: 12 }],
      ['学校教育課', { name_kana: 'がっこうきょういくか' }],
      ['総務課', { position: 2 }],
    ] as const;
    const departments = told.map(([name, values]) => ({
      ...department,
      id: `midorino:department:${name}`,
      values: { ...department.values, name, ...values },
    }));
    const all = graphRows({ ...dataset, nodes: new Map([...dataset.nodes, ['Department', departments]]) }, whole).nodes;
    const keys = all
      .filter(({ labels }) => labels[0] === 'Department')
      .map((node) => [node.content().properties.sortKey, node.id]);
    expect(keys.sort().map(([, id]) => `${id}`.replace('midorino:department:', ''))).toEqual([
      '総務課',
      '市民課',
      '学校教育課',
      '危機管理課',
    ]);
  });

  test('tells all things of a type apart, also where a document numbers two alike or padding makes two ids one', () => {
    const [indicator] = dataset.nodes.get('Indicator') ?? [];
    const [measure] = dataset.nodes.get('Measure') ?? [];
    if (!indicator || !measure) throw new Error('expected an indicator and a measure');
    const more = new Map([
      ...dataset.nodes,
      ['Indicator', [...(dataset.nodes.get('Indicator') ?? []), { ...indicator, id: `${indicator.id}（再掲）` }]],
      ['Measure', ['7-1', '7-01', '7-001', '7-０1'].map((code) => ({ ...measure, id: `midorino:measure:${code}` }))],
    ] as const);
    const all = graphRows({ ...dataset, nodes: more }, whole).nodes;
    for (const { name } of nodes) {
      const keys = all.filter(({ labels }) => labels[0] === name).map((node) => node.content().properties.sortKey);
      expect([name, new Set(keys).size]).toEqual([name, keys.length]);
    }
  });
});

describe('The revision', () => {
  const shuffled = <Name, Row>(tables: ReadonlyMap<Name, readonly Row[]>, seed: number) =>
    new Map(
      [...tables]
        .reverse()
        .map(([name, table]) => [
          name,
          seed % 2 ? [...table].reverse() : [...table.slice(seed % 7), ...table.slice(0, seed % 7)],
        ]),
    );

  test('does not depend on the order of rows and tables', () => {
    fc.assert(
      fc.property(fc.nat(20), (seed) => {
        const other = { nodes: shuffled(dataset.nodes, seed), edges: shuffled(dataset.edges, seed) };
        expect(graphRows(other, whole).revision()).toBe(rows.revision());
      }),
      { numRuns: 10 },
    );
  });

  test('is another one after any edit of any row', () => {
    const places = [...dataset.nodes, ...dataset.edges].flatMap(([name, table]) =>
      table.map((_, index) => [name, index] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), ([name, index]) => {
        const edit = <Name, Row extends { effective: boolean }>(tables: ReadonlyMap<Name, readonly Row[]>) =>
          new Map(
            [...tables].map(([key, table]) => [
              key,
              key === name
                ? table.map((row, at) => (at === index ? { ...row, effective: !row.effective } : row))
                : table,
            ]),
          );
        const other = { nodes: edit(dataset.nodes), edges: edit(dataset.edges) };
        expect(graphRows(other, whole).revision()).not.toBe(rows.revision());
      }),
      { numRuns: 30 },
    );
  });

  test('is the same for a dataset that was just extracted and for one that went through its files', async () => {
    const { dataset: extracted } = await extractGreenCity();
    expect(graphRows(extracted, whole).revision()).toBe(rows.revision());
  });
});
