import { describe, expect, test } from '@jest/globals';
import { chosenCities, citiesOf, cityGraphFor, maximumCitiesOfRequest } from '../../../src/api/queries/cities.js';
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

describe('the cities that arguments choose', () => {
  const loaded = (count: number) =>
    requestContext(async (_cypher, { given, limit }) => {
      if (given !== undefined) return [{ key: given, byKey: true }];
      return several(Math.min(count, Number(limit))).map((city) => ({ municipality: `city-${city}` }));
    });

  test('are the named ones, each once and in the order of their keys; else all that are loaded', async () => {
    const context = loaded(3);
    expect(await chosenCities({}, context)).toBeNull();
    expect(await chosenCities({ municipality: 'b' }, context)).toEqual(['b']);
    expect(await chosenCities({ municipalities: ['b', 'a', 'b'] }, context)).toEqual(['a', 'b']);
    expect(await citiesOf({}, context)).toEqual(['city-0', 'city-1', 'city-2']);
    expect(await citiesOf({ municipalities: ['b'] }, context)).toEqual(['b']);
  });

  test.each([
    [{ municipality: 'a', municipalities: ['b'] }, 'expected one of the two, but got both', 'どちらか一方'],
    [{ municipalities: [] }, 'municipalities: expected 1 to 10 municipalities, but got 0', '1から10市区町村'],
    [
      { municipalities: several(11).map(String) },
      'municipalities: expected 1 to 10 municipalities, but got 11',
      '指定：11',
    ],
  ])('are refused where they cannot be meant: %j', async (given, message, messageJa) => {
    await expect(chosenCities(given, loaded(3))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(message),
      messageJa: expect.stringContaining(messageJa),
    });
  });

  test('have to be named where more are loaded than a question may look at', async () => {
    await expect(citiesOf({}, loaded(11))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('up to 10 as municipalities'),
      messageJa: expect.stringContaining('municipalities（10まで）'),
    });
  });
});
