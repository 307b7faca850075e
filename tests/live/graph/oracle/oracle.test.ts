import { afterAll, beforeAll, describe, test } from '@jest/globals';
import fc from 'fast-check';
import type { Connection } from '../../../../src/database/connection.js';
import { patience } from '../../seeded.js';
import { citiesDatabase, readCities } from './cities.js';
import { Pools } from './pools.js';
import { Request } from './request.js';
import { Operations } from './selections.js';
import type { World } from './world.js';

/** How many operations are tried (ORACLE_RUNS), and where chance begins (ORACLE_SEED). */
const numRuns = Number(process.env.ORACLE_RUNS ?? 300);
const seed = Number(process.env.ORACLE_SEED ?? 20_240_401);

describe('Any operation is answered as the dataset says', () => {
  let connection: Connection;
  let world: World;
  beforeAll(async () => {
    const cities = await readCities();
    world = cities.world;
    connection = await citiesDatabase(cities.others);
  }, patience);
  afterAll(() => connection?.close());

  test(
    'also when its plan is used again with other variables',
    async () => {
      const operations = new Operations(new Pools(world)).any();
      const requests = operations.map((operation) => new Request(operation));
      const read = (cypher: string, parameters: Readonly<Record<string, unknown>>) =>
        connection.read(cypher, parameters, { timeout: patience });
      await fc.assert(
        fc.asyncProperty(requests, async (request) => {
          await request.compare(read, world);
        }),
        { numRuns, seed },
      );
    },
    60_000 + numRuns * 2_000,
  );
});
