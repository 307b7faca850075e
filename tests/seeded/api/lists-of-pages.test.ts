import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, concatAST, parse } from 'graphql';
import type { Connection } from '../../../src/database/connection.js';
import { projectFile } from '../../../src/project-files.js';
import { generated } from '../../../src/web/explorer/generate/files.js';
import { chosenOrder, orderBy } from '../../../src/web/explorer/pages/list/list-address.js';
import { textCondition } from '../../../src/web/explorer/pages/list/text-filter.js';
import { sampled } from '../../sampled.js';
import { plannedPages } from '../../web/explorer/planned-pages.js';
import { answer } from '../analysis/ask.js';
import { patience, seededDatabase } from '../seeded.js';

const read = (path: string) => readFileSync(projectFile(path), 'utf8');
const explorer = 'src/web/explorer';
const written = readdirSync(projectFile(explorer), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => parse(read(`${explorer}/${file}`)));
const { pages } = generated(
  buildSchema(read('schema/schema.graphql')),
  concatAST(written),
  JSON.parse(read('schema/model.json')),
);
const operations = JSON.parse(/^export const pageOperations: .*? = (.*);$/m.exec(pages)?.[1] ?? '{}');

let connection: Connection;
beforeAll(async () => {
  connection = await seededDatabase();
}, patience);
afterAll(() => connection?.close());

const slowly: Connection['read'] = (cypher, parameters) => connection.read(cypher, parameters, { timeout: patience });

describe('what the pages of lists ask', () => {
  test.each(plannedPages().flatMap((page) => (page.list ? [{ page, list: page.list }] : [])))(
    'is answered for $page.plural in orders that are offered, others each day, with a text in all that it is looked for in',
    async ({ page, list }) => {
      const ask = async (order: string | null, text: string) => {
        const variables = {
          municipality: 'honjo',
          stage: null,
          filter: textCondition(list.searched, text, 'en'),
          orderBy: orderBy(page, chosenOrder(page, new URLSearchParams({ order: order ?? '' })), 'ja'),
          ...(list.sources && { sources: true }),
        };
        const { data, errors } = await answer({ read: slowly }, operations[list.operation], variables);
        expect([page.plural, order, errors]).toEqual([page.plural, order, []]);
        return (data[page.plural].nodes as { id: string; name: string }[]).map(({ id }) => id);
      };
      const all = await ask(null, '');
      const orders = list.columns.filter(({ order }) => order).map(({ path }) => path);
      expect(orders.length).toBeGreaterThan(0);
      for (const order of sampled(orders, 2)) {
        const [up, down] = [await ask(order, ''), await ask(`-${order}`, '')];
        expect([order, up.toSorted(), down.toSorted()]).toEqual([order, all.toSorted(), all.toSorted()]);
      }
      const some = await ask(null, '市 5');
      expect(some.filter((id) => !all.includes(id))).toEqual([]);
    },
    3 * patience,
  );
});
