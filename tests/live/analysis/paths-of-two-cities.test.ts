import type { Connection } from '../../../src/database/connection.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { load } from '../../../src/ingest/load/load.js';
import { readLoadStatements } from '../../../src/ingest/load/statements.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { cloneCity } from '../../bench/cities.js';
import { ask } from '../../seeded/analysis/ask.js';
import { patience, seededDatabase } from '../seeded.js';

interface Found {
  readonly paths: {
    readonly distance: number | null;
    readonly paths: readonly { readonly length: number; readonly nodes: readonly { readonly id: string }[] }[];
  };
}

const operation = `
  query ($from: ID!, $to: ID!, $limit: Int, $municipality: ID) {
    paths(from: $from, to: $to, limit: $limit, municipality: $municipality) { distance paths { length nodes { id } } }
  }`;

describe('paths with a second city', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await seededDatabase();
    const { dataset } = await readDataset(projectFile('seed'));
    const statements = await readLoadStatements(projectFile('cypher/load'));
    await load(connection, cloneCity(withoutPlaces(dataset), 7), statements, silentProgress);
  }, patience);

  afterAll(() => connection?.close());

  const pathsBetween = async (from: string, to: string, given: object = {}) =>
    (await ask<Found>(connection, operation, { from, to, ...given })).paths;

  test('things of two cities are joined by what both share', async () => {
    const { paths, distance } = await pathsBetween('honjo:policy-item:5-1', 'city7:policy-item:5-1');
    expect(distance).toBe(2);
    expect(paths[0]?.nodes.map(({ id }) => id)).toEqual(['honjo:policy-item:5-1', 'sdg:17', 'city7:policy-item:5-1']);
  });

  test('things of one city are joined within it', async () => {
    const { paths } = await pathsBetween('honjo:policy-item:5-1', 'sdg:17', { limit: 50 });
    const ids = paths.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(ids.filter((id) => id.startsWith('city7'))).toEqual([]);
  });

  test('what all share is joined through all cities, or through one that is named', async () => {
    const citiesBetween = async (given: object) => {
      const { paths } = await pathsBetween('sdg:4', 'sdg:17', { limit: 50, ...given });
      const shortest = paths.filter(({ length }) => length === paths[0]?.length);
      return new Set(shortest.map(({ nodes }) => nodes[1]?.id.split(':')[0]));
    };
    expect(await citiesBetween({})).toEqual(new Set(['honjo', 'city7']));
    expect(await citiesBetween({ municipality: 'city7' })).toEqual(new Set(['city7']));
  });
});
