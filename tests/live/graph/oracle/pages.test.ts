import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Connection } from '../../../../src/database/connection.js';
import { inTwoLanes, runs, timeFor } from '../../../graph/oracle/runs.js';
import { parsed, serve, type Variables } from '../../../graph/oracle/service.js';
import { walkBothWays, walks } from '../../../graph/oracle/walks.js';
import type { World } from '../../../graph/oracle/world.js';
import { patience } from '../../seeded.js';
import { openCities } from './cities-database.js';

describe('The pages of a list', () => {
  let connection: Connection;
  let world: World;
  beforeAll(async () => {
    ({ world, connection } = await openCities());
  }, patience);
  afterAll(() => connection?.close());

  const read = (cypher: string, parameters: Readonly<Record<string, unknown>>) =>
    connection.read(cypher, parameters, { timeout: patience });
  const ask = async (text: string, variables: Variables) => (await serve(read, parsed(text), variables)).answer;

  test(
    'make up the whole, forwards and backwards',
    async () => {
      await inTwoLanes(
        () => walks(world),
        (walk) => walkBothWays(ask, world, walk),
        0.25,
      );
    },
    timeFor(runs),
  );
});
