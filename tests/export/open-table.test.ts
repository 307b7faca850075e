import { expect, test } from '@jest/globals';
import { schema } from '../../src/api/schema.js';
import { cursorVariable, cutKey, pageKey, totalKey, viaKey } from '../../src/export/export-documents.js';
import { exportedOperation } from '../../src/export/exported-operation.js';
import { type AskForPage, NoPage, openTable } from '../../src/export/open-table.js';
import { labelsIn } from '../../src/labels/labels.js';
import { vocabularyOf } from '../../src/labels/vocabulary.js';

const query = '{ list: measures { nodes { code departments { nodes { name } } } } }';

async function open(ask: AskForPage, { maximumRows = 100, text = query, path = 'list' } = {}) {
  const posted = { query: text, operationName: null, variables: {} };
  const read = exportedOperation(schema(), posted, path.split('.'), 1000);
  if (!read) throw new Error('expected an operation that can be exported');
  return openTable(read, {
    query: text,
    variables: {},
    ask,
    maximumRows,
    language: 'en',
    making: { chosen: null, readable: null },
  });
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

test('a list below an object is followed the same way', async () => {
  const text = '{ sdg(number: 4) { list: measures { nodes { code } } } }';
  const asked: string[] = [];
  const table = await open(
    async (document, { cursorOfExport }) => {
      asked.push(document);
      return { sdg: cursorOfExport === undefined ? page(['1', '2'], 'here') : page(['3'], null) };
    },
    { text, path: 'sdg.list' },
  );
  expect((await rowsOf(table.pages)).map((row) => (row as { code: string }).code)).toEqual(['1', '2', '3']);
  expect(asked[1]).toMatch(/sdg\(number: 4\) \{\s+list: measures\(first: 500, after: \$cursorOfExport\)/);
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
  const table = await open(async () => page(['1', '2'], 'more', 3), { maximumRows: 3 });
  await expect(rowsOf(table.pages)).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
});

const tooMuch = new NoPage('QUERY_TOO_COSTLY', null);
const sizeIn = (text: string) => Number(/first: (\d+)/.exec(text)?.[1]);

test('where large pages are too much, pages are as large as nobody says', async () => {
  const sizes: number[] = [];
  await open(async (text) => {
    sizes.push(sizeIn(text));
    if (sizeIn(text) > 50) throw tooMuch;
    return page(['1'], null, 1);
  });
  expect(sizes).toEqual([500, 50]);
});

test('where a page is too much that lies further on, it is smaller, those behind it grow again, and no row is lost', async () => {
  const codes = Array.from({ length: 1_200 }, (_, place) => String(place));
  const sizes: number[] = [];
  const table = await open(
    async (text, { [cursorVariable]: cursor }) => {
      const start = Number(cursor ?? 0);
      const size = sizeIn(text);
      sizes.push(size);
      // Much hangs on one row: with more than ten others it is too much.
      if (start <= 1_010 && start + size > 1_010 && size > 10) throw tooMuch;
      const end = start + size;
      return page(codes.slice(start, end), end < codes.length ? String(end) : null, codes.length);
    },
    { maximumRows: 2_000 },
  );
  expect((await rowsOf(table.pages)).map((row) => (row as { code: string }).code)).toEqual(codes);
  // Those of 50 are tried again behind the 50 rows of which one was too much, those of 500 would be at 1,500.
  expect(sizes).toEqual([500, 500, 500, 50, ...Array(10).fill(5), 50, 50, 50]);
});

test('what says itself how many rows it wants is one page, whatever its keys are called', async () => {
  const text = '{ list: measures(first: 2) { pageOfExport: pageInfo { hasNextPage endCursor } nodes { code } } }';
  let asked = 0;
  const table = await open(
    async () => {
      asked++;
      return page(['1', '2'], 'more');
    },
    { text },
  );
  expect(await rowsOf(table.pages)).toHaveLength(2);
  expect(asked).toBe(1);
});

test('a page that is too much however small it is ends the table', async () => {
  const table = await open(async (_text, { [cursorVariable]: cursor }) => {
    if (cursor) throw tooMuch;
    return page(['1'], 'more', 3);
  });
  await expect(rowsOf(table.pages)).rejects.toBe(tooMuch);
});

test('what is wrong is told of the operation as it was sent', async () => {
  const ask: AskForPage = async (text) => {
    throw new NoPage('GRAPHQL_VALIDATION_FAILED', text === query ? 'as sent' : 'of a page');
  };
  await expect(open(ask)).rejects.toMatchObject({ answer: 'as sent' });
});

const network = '{ collaborations { pairs: collaborations { weight } } }';
const pairs = (cut: boolean) => async () => ({
  collaborations: { pairs: [{ weight: 2 }, { weight: 1 }], [cutKey]: cut },
});

test('a list of objects is a table; where it was cut without being asked to, it is refused', async () => {
  const path = 'collaborations.pairs';
  const table = await open(pairs(false), { text: network, path });
  expect(table.columns.map(({ name }) => name)).toEqual(['weight']);
  expect(await rowsOf(table.pages)).toEqual([{ weight: 2 }, { weight: 1 }]);
  await expect(open(pairs(true), { text: network, path })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  const limited = '{ collaborations(first: 2) { pairs: collaborations { weight } } }';
  await expect(open(pairs(true), { text: limited, path })).resolves.toBeDefined();
  await expect(open(pairs(false), { text: network, path, maximumRows: 1 })).rejects.toMatchObject({
    code: 'QUERY_TOO_COSTLY',
  });
});

test('where something on the path is missing, there is no table', async () => {
  const options = { text: '{ measure(code: "1") { sdgs { nodes { number } } } }', path: 'measure.sdgs' };
  await expect(open(async () => ({ measure: null }), options)).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('something at measure to'),
  });
});

test('people are told by way of what the rows of a derived list follow; programs ask for it', async () => {
  const tableOf = async (text: string, path: string, labels: 'en' | null) => {
    const asked: string[] = [];
    const read = exportedOperation(
      schema(),
      { query: text, operationName: null, variables: {} },
      path.split('.'),
      1000,
    );
    if (!read) throw new Error('expected an operation that can be exported');
    const between = [
      { code0: '5-2-1', name: '甲' },
      { code1: '5-2', name: '乙' },
    ];
    const list = { edges: [{ node: { number: 5 }, [viaKey]: [{ nodes: between }, { nodes: between }] }] };
    const table = await openTable(read, {
      query: text,
      variables: {},
      ask: async (document) => {
        asked.push(document);
        return { department: { sdgs: list, measures: list } };
      },
      maximumRows: 100,
      language: 'en',
      making: {
        chosen: null,
        readable: labels && {
          language: labels,
          labels: labelsIn(vocabularyOf(schema()), labels),
          series: null,
          sources: true,
          unread: null,
        },
      },
    });
    const [row] = await rowsOf(table.pages);
    return { asked: asked[0], cells: table.columns.map(({ name, cell }) => [name, cell(row)]) };
  };
  const derived = '{ department(name: "x") { sdgs { edges { node { number } } } } }';
  const { asked, cells } = await tableOf(derived, 'department.sdgs', 'en');
  expect(asked).toContain(`${viaKey}: via`);
  expect(cells).toContainEqual(['Via', '5-2-1 甲 → 5-2 乙; 5-2-1 甲 → 5-2 乙']);
  expect((await tableOf(derived, 'department.sdgs', null)).asked).not.toContain('via');
  const stated = '{ department(name: "x") { measures { edges { node { code } } } } }';
  expect((await tableOf(stated, 'department.measures', 'en')).asked).not.toContain('via');
});
