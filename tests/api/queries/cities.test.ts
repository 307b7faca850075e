import { expect, test } from '@jest/globals';
import { cityGraphFor, maximumCitiesOfRequest } from '../../../src/api/queries/cities.js';
import { requestContext } from '../../../src/api/request-context.js';

/** A request over a graph without rows, which counts its statements. */
function request() {
  const statements: string[] = [];
  const context = requestContext(async (cypher) => {
    statements.push(cypher);
    return [];
  });
  const ofCity = (city: number, stage: string | null = null) =>
    cityGraphFor({ ids: [`city-${city}:department:planning`], stage }, context);
  return { ofCity, statements };
}

const several = (count: number) => Array.from({ length: count }, (_, index) => index);

test('the graph of a city is read once for a request, by two statements, however many departments it is asked about', async () => {
  const { ofCity, statements } = request();
  await Promise.all(several(200).map((index) => ofCity(index % 2)));
  expect(statements).toHaveLength(4);
});

test('connections of more cities than one request may look at are refused before they are read', async () => {
  const { ofCity, statements } = request();
  await Promise.all(several(maximumCitiesOfRequest).map((city) => ofCity(city)));
  expect(statements).toHaveLength(2 * maximumCitiesOfRequest);
  const refusal = expect.objectContaining({
    code: 'QUERY_TOO_COSTLY',
    message: expect.stringContaining(`at most ${maximumCitiesOfRequest} municipalities`),
    messageJa: expect.stringContaining(`${maximumCitiesOfRequest}市区町村まで`),
  });
  await expect(ofCity(maximumCitiesOfRequest)).rejects.toEqual(refusal);
  await expect(ofCity(0, 'DRAFT')).rejects.toEqual(refusal);
  await expect(ofCity(0)).resolves.toBeDefined();
  expect(statements).toHaveLength(2 * maximumCitiesOfRequest);
});
