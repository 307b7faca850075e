import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { greenCity } from '../../fixtures/green-city.js';
import { datasetOf, loadDataset, migratedDatabase, ofCity, olderThan } from './datasets.js';
import { dump } from './graph-dump.js';

/** `LOAD_RUNS=100 npm test -- many-loads` loads the city a hundred times. */
const runs = Number(process.env.LOAD_RUNS ?? 8);
jest.setTimeout(60_000 + runs * 10_000);

let connection: Connection;
let city: Dataset;

beforeAll(async () => {
  connection = await migratedDatabase();
  city = await datasetOf(greenCity.dataset);
});

afterAll(() => connection?.close());

test('a city that is loaded again and again is the same each time, and the one beside it stays as it is', async () => {
  const beside = ofCity(city, 'hanare');
  await loadDataset(connection, beside);
  await loadDataset(connection, city);
  const whole = await dump(connection);
  await loadDataset(connection, olderThan(city));
  const older = await dump(connection);
  expect(older).not.toEqual(whole);
  for (let run = 0; run < runs; run++) {
    const [dataset, expected] = run % 2 === 0 ? [city, whole] : [olderThan(city), older];
    expect((await loadDataset(connection, dataset)).written).toBeGreaterThan(0);
    expect(await dump(connection)).toEqual(expected);
    expect(await loadDataset(connection, dataset)).toMatchObject({ written: 0, removed: 0 });
    expect(await loadDataset(connection, beside)).toMatchObject({ written: 0, removed: 0 });
  }
  const [counts] = await connection.read<{ datasets: number; lines: number }>(
    'RETURN toFloat(COUNT { (:Dataset) }) AS datasets, toFloat(COUNT { (:LoadedRows) }) AS lines',
  );
  expect(counts).toEqual({ datasets: 2, lines: 2 });
});
