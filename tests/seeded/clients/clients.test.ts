/** Clients that keep objects by their id, set up as docs/clients.md says, over the seeded API. */
import { readFileSync } from 'node:fs';
import { ApolloClient, HttpLink } from '@apollo/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Client, fetchExchange } from '@urql/core';
import { stages } from '../../../src/model/enums.js';
import { projectFile } from '../../../src/project-files.js';
import { sampled } from '../../sampled.js';
import { type SeededService, seededService } from '../export/service.js';
import { patience } from '../seeded.js';
import * as apolloCache from './apollo-cache.js';
import * as graphcache from './graphcache.js';
import { answered, gallery, type Operation, type PagedList, pagedLists, withoutTypes } from './operations.js';

jest.setTimeout(5 * patience);

let service: SeededService;
beforeAll(async () => {
  service = await seededService();
});
afterAll(() => service?.stop());

const complaints: unknown[][] = [];
beforeEach(() => {
  complaints.length = 0;
  for (const name of ['warn', 'error'] as const)
    jest.spyOn(console, name).mockImplementation((...words) => void complaints.push(words));
});
afterEach(() => void jest.restoreAllMocks());

/** A client over its cache: asks the API, or the cache alone. */
interface Keeping {
  ask(operation: Operation): Promise<unknown>;
  kept(operation: Operation): Promise<unknown>;
}

/** `paged`: the fields of the query that are shown page by page. */
type Make = (uri: string, paged: readonly string[]) => Keeping;

const each = <Value>(names: readonly string[], value: Value) => Object.fromEntries(names.map((name) => [name, value]));

const apollo: Make = (uri, paged) => {
  const cache = apolloCache.apolloCache({ Query: { fields: each(paged, apolloCache.pages) } });
  const client = new ApolloClient({ cache, link: new HttpLink({ uri }) });
  return {
    ask: async ({ document: query, variables }) =>
      (await client.query({ query, variables, fetchPolicy: 'network-only' })).data,
    kept: async ({ document: query, variables }) => client.readQuery({ query, variables }),
  };
};

const sdl = readFileSync(projectFile('schema/schema.graphql'), 'utf8');

const urql: Make = (url, paged) => {
  const exchange = graphcache.graphcache(sdl, { Query: each(paged, graphcache.pages) });
  const client = new Client({ url, exchanges: [exchange, fetchExchange], preferGetMethod: false });
  const ask = async ({ document, variables }: Operation, requestPolicy: 'network-only' | 'cache-only') => {
    const { data, error } = await client.query(document, variables, { requestPolicy }).toPromise();
    if (error) throw error;
    return data;
  };
  return { ask: (operation) => ask(operation, 'network-only'), kept: (operation) => ask(operation, 'cache-only') };
};

interface Page {
  readonly list: {
    readonly totalCount: number;
    readonly edges: readonly object[];
    readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string>> &
      Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>>;
  };
}

/** All of a list as the API gives it. */
async function allEdges({ name, document }: PagedList): Promise<readonly object[]> {
  const edges: object[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { list } = (await answered(service.url, { name, document, variables: { first: 500, after } })) as Page;
    edges.push(...list.edges);
    ({ hasNextPage: more, endCursor: after } = list.pageInfo);
  }
  return edges;
}

describe.each(Object.entries({ apollo, urql }))('%s', (_, made) => {
  test('keeps every answer of the gallery as the API gave it, at all stages', async () => {
    const client = made(`${service.url}/graphql`, []);
    const answers: [Operation, unknown][] = [];
    for (const operation of await gallery()) {
      await client.ask(operation);
      answers.push([operation, await answered(service.url, operation)]);
    }
    for (const [operation, answer] of answers)
      expect([operation.name, withoutTypes(await client.kept(operation))]).toEqual([operation.name, answer]);
    expect(complaints).toEqual([]);
  });

  test('puts the pages of every list together, from both ends, without a stage or at one, in turn by day', async () => {
    const lists = sampled([null, ...stages], 1).flatMap(pagedLists);
    const names = lists.map(({ name }) => name.split(' ')[0] ?? '');
    const clients = [made(`${service.url}/graphql`, names), made(`${service.url}/graphql`, names)] as const;
    for (const { name, document } of lists) {
      const whole = await allEdges({ name, document });
      const size = Math.max(1, Math.ceil(whole.length / 3));
      for (const [forward, client] of [
        [true, clients[0]],
        [false, clients[1]],
      ] as const) {
        const page = (cursor: string | null) => ({
          name,
          document,
          variables: forward ? { first: size, after: cursor } : { last: size, before: cursor },
        });
        let operation = page(null);
        for (let more = true; more; ) {
          await client.ask(operation);
          const { pageInfo } = ((await client.kept(operation)) as Page).list;
          more = forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
          if (more) operation = page(forward ? pageInfo.endCursor : pageInfo.startCursor);
        }
        const kept = withoutTypes(await client.kept(operation)) as Page;
        expect([name, forward, kept.list.edges]).toEqual([name, forward, whole]);
      }
    }
    expect(complaints).toEqual([]);
  });
});
