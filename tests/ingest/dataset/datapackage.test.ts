/**
 * `datapackage.json` describes the tables by Frictionless Data Package v2, so that other programs can check them. These
 * tests read the tables by that description alone, as such a program would.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { describeDataset } from '../../../src/ingest/dataset/datapackage.js';
import { formatDataset } from '../../../src/ingest/dataset/format.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { projectFile } from '../../../src/project-files.js';
import { greenCity } from '../../fixtures/green-city.js';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly descriptionJa: string;
  readonly itemType?: string;
  readonly delimiter?: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean; readonly enum?: readonly string[] };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly encoding: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly missingValues: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly [string];
      readonly reference: { readonly resource: string; readonly fields: readonly [string] };
    }[];
  };
}

type Row = Readonly<Record<string, string>>;

const scalar: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
};

/** What is wrong with a cell by its field. */
function wrong({ type, itemType, delimiter, constraints }: Field, cell: string): string | null {
  if (cell === '') return constraints?.required ? 'missing' : null;
  if (constraints?.enum && !constraints.enum.includes(cell)) return `not among ${constraints.enum}`;
  const items = type === 'list' ? cell.split(delimiter ?? ',') : [cell];
  const pattern = scalar[type === 'list' ? (itemType ?? 'string') : type];
  return items.every((item) => pattern?.test(item)) ? null : `no ${type}`;
}

/** The package and the tables of a folder, which can lack its `datapackage.json`. */
async function open(folder: string) {
  const { dataset } = await readDataset(folder);
  const description = formatDataset(withoutPlaces(dataset)).get('datapackage.json') ?? '';
  const { resources, ...head } = JSON.parse(description) as { resources: readonly Resource[] };
  const tables = new Map<string, { readonly header: readonly string[]; readonly rows: readonly Row[] }>();
  for (const { name, path } of resources) {
    const [header = [], ...body] = parse(await readFile(join(folder, path))) as string[][];
    tables.set(name, {
      header,
      rows: body.map((cells) => Object.fromEntries(header.map((column, place) => [column, cells[place] ?? '']))),
    });
  }
  const rowsOf = (name: string) => tables.get(name)?.rows ?? [];
  return { description, head, resources, tables, rowsOf };
}

const folders = { 'Midorino’s dataset': greenCity.dataset, 'The committed dataset': projectFile('seed') };

describe.each(Object.entries(folders))('%s', (_, folder) => {
  let data: Awaited<ReturnType<typeof open>>;

  beforeAll(async () => {
    data = await open(folder);
  });

  test('has every table in its package, and no other', async () => {
    const { dataset } = await readDataset(folder);
    const filled = [...dataset.nodes.values(), ...dataset.edges.values()].filter((rows) => rows.length > 0);
    expect(data.resources).toHaveLength(filled.length);
    expect(new Set(data.resources.map(({ name }) => name)).size).toBe(data.resources.length);
    for (const { name, path, encoding } of data.resources) expect([path, encoding]).toEqual([`${name}.csv`, 'utf-8']);
  });

  test('has headers that are the fields of the schemas, each field described', () => {
    for (const { name, schema } of data.resources) {
      expect({ [name]: data.tables.get(name)?.header }).toEqual({ [name]: schema.fields.map((field) => field.name) });
      for (const field of schema.fields)
        expect([field.description, field.descriptionJa]).toEqual([
          expect.stringMatching(/\S/),
          expect.stringMatching(/[ぁ-んァ-ヶ一-龠]|URI|^SDG/),
        ]);
    }
  });

  test('has cells of the type of their field', () => {
    const found = data.resources.flatMap(({ name, schema }) =>
      data.rowsOf(name).flatMap((row, index) =>
        schema.fields.flatMap((field) => {
          const trouble = wrong(field, row[field.name] ?? '');
          return trouble ? [`${name}, row ${index + 2}, column ${field.name}: ${trouble}`] : [];
        }),
      ),
    );
    expect(found).toEqual([]);
  });

  test('has primary keys that are unique', () => {
    for (const { name, schema } of data.resources) {
      const keys = data.rowsOf(name).map((row) => schema.primaryKey.map((column) => row[column]).join(' '));
      expect({ [name]: new Set(keys).size }).toEqual({ [name]: keys.length });
    }
  });

  test('has foreign keys that lead to a row', () => {
    const dangling = data.resources.flatMap(({ name, schema }) =>
      (schema.foreignKeys ?? []).flatMap(({ fields: [column], reference }) => {
        const ids = new Set(data.rowsOf(reference.resource).map((row) => row[reference.fields[0]]));
        return data
          .rowsOf(name)
          .filter((row) => !ids.has(row[column]))
          .map((row) => `${name}.${column}: ${row[column]}`);
      }),
    );
    expect(dangling).toEqual([]);
  });

  test('declares a foreign key for every end of an edge but those that any named thing can be', () => {
    for (const { name, schema } of data.resources.filter(({ schema: { primaryKey } }) => primaryKey.length === 2)) {
      const declared = (schema.foreignKeys ?? []).map(({ fields: [column] }) => column);
      const open = name.startsWith('change-') || ['passage-subjects', 'coverage-statement-subjects'].includes(name);
      expect({ [name]: declared }).toEqual({ [name]: open ? ['from'] : ['from', 'to'] });
    }
  });

  test('declares itself a Data Package of version 2, with the version of its own format', () => {
    expect(data.head).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: expect.stringMatching(/^[a-z0-9-]+$/),
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      titleJa: expect.stringMatching(/計画/),
    });
  });
});

test('a package without what all cities share has no keys that lead there', () => {
  const { resources } = describeDataset(['policy-items.csv', 'policy-item-sdgs.csv']) as {
    resources: readonly Resource[];
  };
  const [, links] = resources;
  expect(links?.schema.foreignKeys?.map(({ reference }) => reference.resource)).toEqual(['policy-items']);
});

test('the committed package description is the one that follows from the model', async () => {
  const { description } = await open(projectFile('seed'));
  expect(await readFile(projectFile('seed/datapackage.json'), 'utf8')).toBe(description);
});
