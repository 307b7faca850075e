import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Connection } from '../../../../src/database/connection.js';
import { withoutPlaces } from '../../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../../src/ingest/dataset/read.js';
import { projectFile } from '../../../../src/project-files.js';
import { cityOf, cloneCity } from '../../../bench/cities.js';
import {
  operationNames,
  type PageStart,
  pageStartQuery,
  readOperation,
  variablesOf,
} from '../../../bench/operations.js';
import { Oracle } from '../../../graph/oracle/answers.js';
import { Cursors } from '../../../graph/oracle/cursors.js';
import { differences } from '../../../graph/oracle/differences.js';
import { newPlans, parsed, type Sent, serve, type Variables } from '../../../graph/oracle/service.js';
import { World } from '../../../graph/oracle/world.js';
import { patience } from '../../seeded.js';
import { citiesDatabase } from './cities-database.js';

// The database plans some of these statements for seconds on a busy machine.
jest.setTimeout(patience);

const cities = [1, 2];

describe('The operations of the benchmark', () => {
  let connection: Connection;
  let world: World;
  const pageStarts: PageStart[] = [];
  const cursors = new Cursors();
  const read = (cypher: string, parameters: Variables) => connection.read(cypher, parameters, { timeout: patience });
  const ask = async (text: string, variables: Variables, plans = newPlans()): Promise<readonly Sent[]> => {
    const { answer, sent } = await serve(read, parsed(text), variables, plans);
    const expected = await new Oracle(world, cursors).answer(parsed(text), variables);
    expect(expected.errors).toBeUndefined();
    expect(differences(answer, expected, cursors)).toEqual([]);
    return sent;
  };

  beforeAll(async () => {
    const { dataset } = await readDataset(projectFile('seed'));
    const clones = cities.map((number) => cloneCity(withoutPlaces(dataset), number));
    connection = await citiesDatabase(clones);
    world = new World([withoutPlaces(dataset), ...clones]);
    for (const number of cities) {
      const variables = { code: cityOf(number).code };
      await ask(pageStartQuery, variables);
      const { answer } = await serve(read, parsed(pageStartQuery), variables);
      const { annualGoals } = answer.data as {
        readonly annualGoals: { readonly pageInfo: { readonly endCursor: string } };
      };
      pageStarts.push({ cursor: annualGoals.pageInfo.endCursor, sheetId: '', year: 0, id: '' });
    }
  }, patience);
  afterAll(() => connection?.close());

  test.each(operationNames)('%s is one statement of one text for every city, and a right answer', async (name) => {
    const { folder, texts } = await readOperation(name);
    const plans = newPlans();
    const sent: Sent[] = [];
    for (const [index, number] of cities.entries()) {
      const pageStart = pageStarts[index];
      if (!pageStart) throw new Error(`expected a page of city ${number} to start from`);
      sent.push(...(await ask(texts.ours ?? '', variablesOf(folder, number, 'ours', pageStart), plans)));
    }
    expect(sent).toHaveLength(cities.length);
    expect(new Set(sent.map(({ cypher }) => cypher)).size).toBe(1);
  });
});
