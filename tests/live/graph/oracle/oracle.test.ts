import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Connection } from '../../../../src/database/connection.js';
import { Pools } from '../../../graph/oracle/pools.js';
import { Request } from '../../../graph/oracle/request.js';
import { inTwoLanes, runs, timeFor } from '../../../graph/oracle/runs.js';
import { Operations } from '../../../graph/oracle/selections.js';
import type { World } from '../../../graph/oracle/world.js';
import { patience } from '../../seeded.js';
import { openCities } from './cities-database.js';

describe('Any operation is answered as the dataset says', () => {
  let connection: Connection;
  let world: World;
  beforeAll(async () => {
    ({ world, connection } = await openCities());
  }, patience);
  afterAll(() => connection?.close());

  test(
    'also when its plan is used again with other variables',
    async () => {
      const operations = new Operations(new Pools(world));
      const read = (cypher: string, parameters: Readonly<Record<string, unknown>>) =>
        connection.read(cypher, parameters, { timeout: patience });
      await inTwoLanes(
        () => operations.any().map((operation) => new Request(operation)),
        async (request) => {
          await request.compare(read, world);
        },
      );
    },
    timeFor(runs),
  );
});
