import { expect, test } from '@jest/globals';
import { schema } from '../../src/api/schema.js';
import { exportedOperation, pageKey, totalKey } from '../../src/export/exported-operation.js';
import { type AskForPage, NoPage, openTable } from '../../src/export/open-table.js';

const query = '{ list: measures { nodes { code departments { nodes { name } } } } }';

async function open(ask: AskForPage, maximumRows = 100) {
  const read = exportedOperation(schema(), query, null, {}, 1000);
  if (!read) throw new Error('expected an operation that can be exported');
  return openTable(read, { schema: schema(), query, variables: {}, ask, maximumRows });
}

const page = (codes: readonly string[], next: string | null, total = 3) => ({
  list: {
    nodes: codes.map((code) => ({ code, departments: { nodes: [] } })),
    [totalKey]: total,
    [pageKey]: { hasNextPage: next !== null, endCursor: next },
  },
});

async function rowsOf(pages: AsyncIterable<readonly unknown[]>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const rows of pages) found.push(...rows);
  return found;
}

test('pages are followed by their cursors until there is no next', async () => {
  const cursors: unknown[] = [];
  const table = await open(async (_query, { cursorOfExport }) => {
    cursors.push(cursorOfExport);
    return cursorOfExport === undefined ? page(['1', '2'], 'here') : page(['3'], null);
  });
  expect(table.columns.map(({ name }) => name)).toEqual(['code', 'departments.nodes.name']);
  expect((await rowsOf(table.pages)).map((row) => (row as { code: string }).code)).toEqual(['1', '2', '3']);
  expect(cursors).toEqual([undefined, 'here']);
});

test('a page is asked for only when the one before is taken', async () => {
  let asked = 0;
  const table = await open(async () => page([String(++asked)], 'more', 50));
  expect(asked).toBe(1);
  const rows = table.pages[Symbol.asyncIterator]();
  await rows.next();
  expect(asked).toBe(1);
  await rows.next();
  expect(asked).toBe(2);
});

test('more rows than a file may have are refused before the first, and if they appear later on', async () => {
  await expect(open(async () => page(['1'], null, 101))).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
  const table = await open(async () => page(['1', '2'], 'more', 3), 3);
  await expect(rowsOf(table.pages)).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
});

test('where large pages cost too much, pages are as large as nobody says', async () => {
  const sizes: string[] = [];
  await open(async (text) => {
    const [, size = ''] = /first: (\d+)/.exec(text) ?? [];
    sizes.push(size);
    if (size === '500') throw new NoPage('QUERY_TOO_COSTLY', null);
    return page(['1'], null, 1);
  });
  expect(sizes).toEqual(['500', '50']);
});

test('what is wrong is told of the operation as it was sent', async () => {
  const ask: AskForPage = async (text) => {
    throw new NoPage('GRAPHQL_VALIDATION_FAILED', text === query ? 'as sent' : 'of a page');
  };
  await expect(open(ask)).rejects.toMatchObject({ answer: 'as sent' });
});
