/** What can just be asked for can be saved, too: how far cells were read, and where they stand, costs nothing. */
import { expect, test } from '@jest/globals';
import { startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { readSettings } from '../../../src/settings.js';
import { patience, seededDatabase } from '../seeded.js';

test('a table is refused for its cost exactly where its operation is', async () => {
  const connection = await seededDatabase();
  const { limits, ...http } = readSettings({}).http;
  const served = async <Result>(cost: number, work: (url: string) => Promise<Result>): Promise<Result> => {
    const settings = { ...http, deadline: patience, limits: { ...limits, cost } };
    const server = await startServer({ connection, host: '127.0.0.1', port: 0, settings, log: serviceLog('silent') });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  };
  const post = (url: string, query: string, headers = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
  const read = async (answer: Response) => {
    const text = await answer.text();
    return { status: answer.status, code: answer.status === 200 ? 'OK' : JSON.parse(text).errors[0].extensions.code };
  };
  const costOf = (query: string) =>
    served(limits.cost, async (url) => {
      const { extensions } = (await (await post(`${url}/graphql`, query, { 'x-cost': 'only' })).json()) as {
        extensions: { cost: { requested: number } };
      };
      return extensions.cost.requested;
    });
  try {
    for (const [path, query] of [
      [
        'measures',
        '{ measures(first: 20) { nodes { code departments { nodes { name } } sdgs { nodes { number } } } } }',
      ],
      // Without a size it has as many rows at a time as it would be answered with.
      ['measures', '{ measures { edges { node { code departments { totalCount } } } } }'],
      ['sdg.measures', '{ sdg(number: 17) { measures(first: 20) { edges { node { code } } } } }'],
      ['gaps', '{ gaps(first: 20) { nodes { kind subject { ... on Measure { departments { nodes { name } } } } } } }'],
      ['crossTab', '{ crossTab(count: MEASURES, rows: SDG, columns: DEPARTMENT) { grandTotal } }'],
    ] as const) {
      const cost = await costOf(query);
      await served(cost, async (url) => {
        for (const file of ['csv', 'csv?labels=ja&sources=true', 'xlsx?labels=en&sources=true']) {
          const answer = await read(await post(`${url}/export/${path}.${file}`, query));
          expect({ query, file, ...answer }).toEqual({ query, file, status: 200, code: 'OK' });
        }
      });
      await served(cost - 1, async (url) => {
        for (const at of [`/export/${path}.csv?labels=ja`, '/graphql'])
          expect(await read(await post(`${url}${at}`, query))).toMatchObject({ code: 'QUERY_TOO_COSTLY' });
      });
    }
  } finally {
    await connection.close();
  }
}, 120_000);
