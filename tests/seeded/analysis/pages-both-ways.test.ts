import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string | null>> &
    Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>>;
}

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

const parameters = '$first: Int, $after: String, $last: Int, $before: String';
const page = 'first: $first, after: $after, last: $last, before: $before';
const shown = '{ totalCount nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }';

describe.each([
  ['search', `search(query: "推進", ${page})`],
  ['gaps', `gaps(municipality: "honjo", ${page})`],
])('%s', (_, field) => {
  const operation = `query (${parameters}) { list: ${field} ${shown} }`;
  const asked = async (given: object) => (await ask<{ readonly list: Page }>(connection, operation, { ...given })).list;

  test('is the same list backwards as forwards', async () => {
    const { nodes: all, totalCount } = await asked({ first: 500 });
    expect(all).toHaveLength(totalCount);
    const found: { readonly id: string }[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const { nodes, pageInfo }: Page = await asked({ last: Math.ceil(totalCount / 3), before });
      expect(pageInfo.hasNextPage).toBe(before !== null);
      found.unshift(...nodes);
      before = pageInfo.startCursor;
      more = pageInfo.hasPreviousPage;
    }
    expect(found).toEqual(all);
  });

  test('refuses a page that starts at both ends, and a foreign cursor', async () => {
    for (const given of [{ first: 1, last: 1 }, { last: 1, before: 'x' }, { last: 501 }]) {
      const { errors } = await answer(connection, operation, given);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});
