import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type {
  Cell,
  Dataset,
  EdgeRow,
  NodeRow,
  Provenance,
  SourceReference,
} from '../../../src/ingest/dataset/dataset.js';
import { formatDataset } from '../../../src/ingest/dataset/format.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { formatProblem } from '../../../src/ingest/dataset/problems.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { type Column, columnsOf } from '../../../src/ingest/dataset/table.js';
import { writeDataset } from '../../../src/ingest/dataset/write.js';
import { stages } from '../../../src/model/enums.js';
import { edges, nodes } from '../../../src/model/model.js';
import { greenCity } from '../../fixtures/green-city.js';
import { temporaryFolders } from '../../temporary-folder.js';

// Many files are written and read, on a machine that may have other work.
jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();

/** What can stand in a cell of a document, and what breaks a careless table: quotes, line ends, wide and narrow letters. */
const awkward = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '\u3000',
  '🦊',
  '👩‍🌾',
  'ｶﾞ',
  'ﾊﾟ',
  '青葉',
  '5',
  '-',
  '=1+1',
  "'",
  '\ufeff',
  '﨑',
  '𠮷',
];
const text = fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const listed = text.filter((item) => !item.includes('|'));
const idPart = fc
  .array(fc.constantFrom('5', '1', '-', '青葉', '🦊', 'ガ', '"', ',', "'", '・', '(', ')'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''));

function one({ type, year, partOfDate, codeParts }: Column): fc.Arbitrary<string | number | boolean> {
  if (year) return fc.integer({ min: 1900, max: 2100 });
  if (partOfDate) return fc.constantFrom('2023', '2023-04', '2023-04-01');
  if (codeParts !== null) return fc.constantFrom('5-1', '5-1-2', '10-2', 'A-1');
  if (typeof type !== 'string') return fc.constantFrom(...Object.keys(type.values));
  switch (type) {
    case 'Int':
      return fc.integer();
    case 'Float':
      return fc.integer({ min: -1e9, max: 1e9 }).map((hundredths) => hundredths / 100 || 0);
    case 'Boolean':
      return fc.boolean();
    case 'Date':
      return fc.constantFrom('2023-04-01', '2024-02-29', '1954-07-01');
    default:
      return listed;
  }
}

function cell(column: Column): fc.Arbitrary<Cell> {
  if (column.list) {
    const list = fc.array(one(column), { minLength: column.nullable ? 1 : 0, maxLength: 3 }) as fc.Arbitrary<Cell>;
    return column.nullable ? fc.option(list) : list;
  }
  return column.nullable ? fc.option(one(column)) : one(column);
}

const source: fc.Arbitrary<SourceReference> = fc
  .record({
    stage: fc.option(fc.constantFrom(...stages)),
    document: fc.constantFrom('adopted-plan', 'review-sheets-5', '計画'),
    firstLine: fc.integer({ min: 1, max: 9999 }),
    more: fc.integer({ min: 0, max: 99 }),
    cells: fc.constantFrom(null, 'F12', 'B12:F12', 'A3:A44,AB3,XFD1048576'),
  })
  .map(({ more, ...rest }) => ({ ...rest, lastLine: rest.firstLine + more }));

const provenance: fc.Arbitrary<Provenance> = fc.record({
  stages: fc.subarray([...stages]),
  effective: fc.boolean(),
  sources: fc.array(source, { maxLength: 3 }),
});

/** Rows of one table, none or a few. */
const nodeRows = fc.constantFrom(...nodes).chain((node) =>
  fc
    .uniqueArray(
      fc
        .tuple(
          idPart,
          fc.record(Object.fromEntries(columnsOf(node).map((column) => [column.header, cell(column)]))),
          provenance,
        )
        .map(([id, values, rest]): NodeRow => ({ id: `x:${node.idWord}:${id}`, values, ...rest })),
      { selector: ({ id }) => id, maxLength: 3 },
    )
    .map((rows) => [node.name, rows] as const),
);

const edgeRows = fc.constantFrom(...edges).chain((edge) =>
  fc
    .uniqueArray(
      fc
        .tuple(idPart, idPart, fc.option(text), provenance)
        .map(([from, to, printedAs, rest]): EdgeRow => ({ from: `x:${from}`, to: `x:${to}`, printedAs, ...rest })),
      { selector: ({ from, to }) => `${from} ${to}`, maxLength: 3 },
    )
    .map((rows) => [edge.type, rows] as const),
);

const anyNode = nodeRows.filter(([, rows]) => rows.length > 0);
const datasets: fc.Arbitrary<Dataset> = fc
  .tuple(anyNode, fc.array(nodeRows, { maxLength: 4 }), fc.array(edgeRows, { maxLength: 4 }))
  .map(([first, others, links]) => ({ nodes: new Map([...others, first]), edges: new Map(links) }));

async function written(files: ReadonlyMap<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, contents] of files) await writeFile(join(folder, name), contents);
  return folder;
}

test('a dataset that is written and read is the same, whatever stands in its cells', async () => {
  await fc.assert(
    fc.asyncProperty(datasets, async (dataset) => {
      const files = formatDataset(dataset);
      const { dataset: read, problems } = await readDataset(await written(files));
      expect(problems.map(formatProblem)).toEqual([]);
      expect(formatDataset(withoutPlaces(read))).toEqual(files);
      for (const [type, rows] of withoutPlaces(read).nodes)
        expect(new Map(rows.map((row) => [row.id, row]))).toEqual(
          new Map((dataset.nodes.get(type) ?? []).map((row) => [row.id, row])),
        );
    }),
    { numRuns: 60 },
  );
});

test('a table that somebody saved with a byte order mark and CR LF reads the same', async () => {
  const { dataset } = await readDataset(greenCity.dataset);
  const files = formatDataset(withoutPlaces(dataset));
  const saved = new Map([...files].map(([name, contents]) => [name, `\ufeff${contents.replaceAll('\n', '\r\n')}`]));
  const { dataset: again, problems } = await readDataset(await written(saved));
  expect(problems).toEqual([]);
  expect(formatDataset(withoutPlaces(again))).toEqual(files);
});

test('rows keep the number that a spreadsheet shows, also below a cell of several lines', async () => {
  const folder = await written(
    new Map([
      [
        'annual-goals.csv',
        'id,fiscal_year,text,phrases,value,unit,comparator,stages,effective,sources\n1,2023,"a\nb",,,,,,true,\n2,R6,b,,,,,,true,\n',
      ],
    ]),
  );
  const { problems } = await readDataset(folder);
  expect(problems.map(formatProblem)).toEqual([
    'annual-goals.csv, row 3, column fiscal_year: expected a year from 1900 to 2100, but got: R6 (R6 is 2024)',
  ]);
});

test('a list item with the separator in it is refused when it is written', () => {
  const row: NodeRow = {
    id: 'x:department:A',
    values: { name: 'A', aliases: ['a|b'] },
    stages: [],
    effective: true,
    sources: [],
  };
  expect(() => formatDataset({ nodes: new Map([['Department', [row]]]), edges: new Map() })).toThrow(
    'expected list items without "|", but got: a|b',
  );
});

test('writing removes the tables that are gone and leaves other files and folders alone', async () => {
  const folder = await temporaryFolder();
  const { dataset } = await readDataset(greenCity.dataset);
  const all = withoutPlaces(dataset);
  await mkdir(join(folder, 'reviewed'));
  await writeFile(join(folder, 'reviewed', 'sdgs.csv'), 'number\n');
  await writeFile(join(folder, 'README.md'), '# Ours\n');
  await writeDataset(folder, formatDataset(all));
  expect((await readDataset(folder)).problems).toEqual([]);

  const fewer: Dataset = { ...all, nodes: new Map([...all.nodes].filter(([type]) => type !== 'Evaluation')) };
  await writeDataset(folder, formatDataset(fewer));
  const { dataset: left } = await readDataset(folder);
  expect(left.nodes.has('Evaluation')).toBe(false);
  expect(left.nodes.size).toBe(all.nodes.size - 1);
  await expect(writeFile(join(folder, 'reviewed', 'sdgs.csv'), '', { flag: 'r+' })).resolves.toBeUndefined();
  await expect(writeFile(join(folder, 'README.md'), '', { flag: 'r+' })).resolves.toBeUndefined();
});

test('a folder that is not there, or holds no table, is a problem and no crash', async () => {
  const empty = await temporaryFolder();
  for (const folder of [empty, join(empty, 'gone'), join(greenCity.dataset, 'measures.csv')])
    expect((await readDataset(folder)).problems.map(formatProblem)).toEqual([
      `${folder}: expected the tables of a dataset, but found none`,
    ]);
});
