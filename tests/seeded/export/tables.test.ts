import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { patience } from '../seeded.js';
import { type SeededService, seededService } from './service.js';

let service: SeededService;

jest.setTimeout(patience);

beforeAll(async () => {
  service = await seededService();
});
afterAll(() => service?.stop());

const post = (path: string, body: object) =>
  fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const asked = async (query: string, variables = {}) => {
  const { data } = (await (await post('/graphql', { query, variables })).json()) as {
    data: Record<string, { nodes: Record<string, unknown>[] }>;
  };
  return data;
};

/** All rows of a list of the seed, by the pages of the GraphQL endpoint. */
async function everyNode(list: string, selection: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let after: string | null = null;
  do {
    const query = `query ($after: String) { list: ${list}(first: 37, after: $after) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const { list: page } = (await asked(query, { after })) as unknown as Record<
      string,
      { nodes: Record<string, unknown>[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
    >;
    if (!page) throw new Error('expected a page');
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

const lists = ['measures', 'departments', 'reformSheets', 'annualGoals', 'surveyResults', 'indicators', 'policyItems'];

test.each(lists)('%s: CSV and JSON Lines hold every row that all pages of the query show', async (list) => {
  const expected = await everyNode(list, 'id effective');
  const query = `{ ${list} { nodes { id effective } } }`;
  const csv = (await (await post(`/export/${list}.csv`, { query })).text()).replace(/^\ufeff/, '');
  expect(parse(csv, { columns: true })).toEqual(
    expected.map(({ id, effective }) => ({ id, effective: String(effective) })),
  );
  const lines = (await (await post(`/export/${list}.jsonl`, { query })).text()).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
});

test('a query that costs too much in large pages is followed in those that it has by itself', async () => {
  const selection = 'code departments { nodes { name measures { nodes { name sdgs { nodes { number } } } } } }';
  const found = await everyNode('measures', selection);
  // Those of which no department is told were not read for it.
  const isTold = ({ departments }: Record<string, unknown>) =>
    (departments as { nodes: readonly unknown[] }).nodes.length > 0;
  const expected = found.map((each) => (isTold(each) ? each : { ...each, departments: { nodes: null } }));
  const answer = await post('/export/measures.jsonl', { query: `{ measures { nodes { ${selection} } } }` });
  const lines = (await answer.text()).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
});

test('a query with first is exactly what it shows, and one with after begins there', async () => {
  const query =
    'query ($n: Int, $after: String) { measures(first: $n, after: $after) { nodes { code } pageInfo { endCursor } } }';
  const { measures } = await asked(query, { n: 5 });
  const end = (measures as unknown as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
  const rows = async (variables: object) =>
    (await (await post('/export/measures.jsonl', { query, variables })).text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const head = await rows({ n: 5 });
  expect(head).toEqual(measures?.nodes);
  expect([...head, ...(await rows({ after: end }))]).toEqual(await rows({}));
});

test('nested lists are cells, the columns are named by response paths, and edges can be the rows', async () => {
  const query = `{ reformSheets(first: 3) { edges { node { no: number leadDepartments { nodes { name } } evaluations { grade } } effective } } }`;
  const text = (await (await post('/export/reformSheets.csv', { query })).text()).replace(/^\ufeff/, '');
  const data = (await asked(query)) as unknown as {
    reformSheets: { edges: { node: Record<string, never>; effective: boolean }[] };
  };
  expect(parse(text, { columns: true })).toEqual(
    data.reformSheets.edges.map(({ node, effective }) => {
      const { no, leadDepartments, evaluations } = node as unknown as {
        no: string;
        leadDepartments: { nodes: { name: string }[] };
        evaluations: { grade: string }[];
      };
      return {
        'node.no': no,
        'node.leadDepartments.nodes.name': leadDepartments.nodes.map(({ name }) => name).join('; '),
        'node.evaluations.grade': evaluations.map(({ grade }) => grade).join('; '),
        effective: String(effective),
      };
    }),
  );
});

const linesOf = async (path: string, query: string, variables = {}) => {
  const answer = await post(path, { query, variables });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`expected a table, but got ${text}`);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};
const dataOf = async <Data>(query: string, variables = {}) => (await asked(query, variables)) as unknown as Data;

test('a list below single objects is named by its path, and what is asked beside it is left out', async () => {
  const query = `query ($id: ID!) {
    node(id: $id) { id ... on Department { measures { nodes { code } } } ...Sheets }
    progress { goals { change } }
  } fragment Sheets on Department { ledSheets { edges { node { number name } } } }`;
  const id = 'honjo:department:市民活動推進課';
  const { node } = await dataOf<{ node: { measures: { nodes: object[] }; ledSheets: { edges: object[] } } }>(query, {
    id,
  });
  expect(node.measures.nodes.length).toBeGreaterThan(1);
  expect(await linesOf('/export/node.measures.jsonl', query, { id })).toEqual(node.measures.nodes);
  expect(await linesOf('/export/node.ledSheets.jsonl', query, { id })).toEqual(node.ledSheets.edges);
  const csv = (await (await post('/export/node.ledSheets.csv', { query, variables: { id } })).text()).split('\r\n');
  expect(csv[0]).toBe('node.number,node.name');
  expect(csv).toHaveLength(node.ledSheets.edges.length + 2);
});

test.each([
  ['gaps', '', '{ nodes { id kind reason subject { name } } }', 'nodes'],
  ['changes', 'from: CURRENT, to: ADOPTED', '{ nodes { id kind subject { name } } }', 'nodes'],
  ['search', 'query: "市民"', '{ edges { score node { id } } }', 'edges'],
])('%s: a question that answers page by page is a table of all its pages', async (field, given, selection, rows) => {
  const data = await dataOf<Record<string, Record<string, object[]>>>(`{ ${field}(${given} first: 500) ${selection} }`);
  expect(data[field]?.[rows]?.length).toBeGreaterThan(0);
  const query = `{ ${field}${given && `(${given})`} ${selection} }`;
  expect(await linesOf(`/export/${field}.jsonl`, query)).toEqual(data[field]?.[rows]);
});

test.each([
  ['collaborations.collaborations', '{ collaborations(first: 500) { collaborations { weight department { name } } } }'],
  ['collaborations.departments', '{ collaborations(first: 500) { departments { betweenness department { name } } } }'],
  ['progress.indicators', '{ progress { indicators { indicator { name } requiredPerYear } goals { change } } }'],
  ['progress.goals', '{ progress { indicators { years } goals { label change points { fiscalYear value } } } }'],
  ['resolveNames', '{ resolveNames(names: ["危機管理", "財政課"]) { name best { score } } }'],
  ['crossTab.cells', '{ crossTab(rows: SDG, columns: GRADE, count: MEASURES) { cells { row column count } } }'],
])('%s: a list of objects is a table', async (path, query) => {
  const data = await dataOf<Record<string, unknown>>(query);
  const list = path
    .split('.')
    .reduce((value: unknown, key) => (value as Record<string, unknown>)[key], data) as unknown[];
  expect(list.length).toBeGreaterThan(0);
  expect(await linesOf(`/export/${path}.jsonl`, query)).toEqual(list);
});

test('what is shown in part is taken away only where the operation says how much', async () => {
  const table = (limit: string) =>
    `{ crossTab(rows: SDG, columns: DEPARTMENT, count: MEASURES, limit: ${limit}) { note } }`;
  const pairs = (first: string) => `{ collaborations${first} { collaborations { weight } } }`;
  expect((await post('/export/crossTab.csv', { query: table('2') })).status).toBe(200);
  expect(await linesOf('/export/collaborations.collaborations.jsonl', pairs('(first: 2)'))).toHaveLength(2);
  const { collaborations } = await dataOf<{ collaborations: { totalCount: number } }>(
    '{ collaborations { totalCount } }',
  );
  const whole = await post('/export/collaborations.collaborations.jsonl', { query: pairs('') });
  expect(whole.status).toBe(collaborations.totalCount > 100 ? 400 : 200);
});

test('a cross table is a matrix with the labels, counts and totals of the query', async () => {
  const query = `query ($first: Dimension!) { crossTab(rows: $first, columns: GRADE, count: REFORM_SHEETS) {
    rows { key label total } columns { key label total } cells { row column count } grandTotal } }`;
  type Head = { key: string; label: string; total: number };
  const { crossTab } = await dataOf<{
    crossTab: {
      rows: Head[];
      columns: Head[];
      cells: { row: string; column: string; count: number }[];
      grandTotal: number;
    };
  }>(query, { first: 'REFORM_FIELD' });
  const posted = { query, variables: { first: 'REFORM_FIELD' } };
  const text = (await (await post('/export/crossTab.csv', posted)).text()).replace(/^\ufeff/, '');
  const [head, ...rows] = parse(text) as string[][];
  const last = rows.pop();
  // All was read, so that what has no value has none.
  expect(head?.slice(1, -1)).toEqual(crossTab.columns.map(({ key, label }) => (key === 'none' ? '該当なし' : label)));
  expect(rows.map((row) => row[0])).toEqual(
    crossTab.rows.map(({ label }) => expect.stringMatching(new RegExp(`${label}$`))),
  );
  const count = (row: string, column: string) =>
    crossTab.cells.find((cell) => cell.row === row && cell.column === column)?.count ?? 0;
  expect(rows.map((row) => row.slice(1).map(Number))).toEqual(
    crossTab.rows.map(({ key, total }) => [...crossTab.columns.map((column) => count(key, column.key)), total]),
  );
  expect(last?.slice(1).map(Number)).toEqual([...crossTab.columns.map(({ total }) => total), crossTab.grandTotal]);
  const english = (await (await post('/export/crossTab.csv?lang=en', posted)).text()).split('\r\n')[0];
  expect(english).toMatch(/^item,.*Grade A.*,total \(each once\)$/);
});

test('below something that is not there, there is no table', async () => {
  const query = '{ measure(code: "9-9-9") { departments { nodes { name } } } }';
  const answer = await post('/export/measure.departments.csv', { query });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('something at measure to');
});

test('an example is downloaded by a link, in Shift_JIS where that is asked for, under a Japanese name', async () => {
  const path = '/export/measures.csv?example=sdg-17-of-one-division';
  const utf8 = (await (await fetch(service.url + path)).text()).replace(/^\ufeff/, '');
  const answer = await fetch(`${service.url}${path}&charset=shift_jis`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=Shift_JIS; header=present');
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toBe(
    `attachment; filename="measures.csv"; filename*=UTF-8''施策中項目.csv`,
  );
  expect(iconv.decode(Buffer.from(await answer.arrayBuffer()), 'shift_jis')).toBe(utf8);
  expect(parse(utf8, { columns: true }).map((row) => (row as Record<string, string>).code)).toEqual(['5-2-3', '5-2-5']);
});

test('without an extension the accept header decides', async () => {
  const get = (accept: string) =>
    fetch(`${service.url}/export/measures?example=sdg-17-of-one-division`, { headers: { accept } });
  expect((await get('application/jsonl')).headers.get('content-type')).toBe('application/jsonl');
  expect((await get('*/*')).headers.get('content-type')).toContain('text/csv');
  expect((await get('image/png')).status).toBe(406);
});

test.each([
  ['{ measures { nodes { codex } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ measures { nodes {', 'GRAPHQL_PARSE_FAILED'],
  ['{ measures(first: 501) { nodes { code } } }', 'BAD_USER_INPUT'],
  ['{ measures { totalCount } }', 'BAD_USER_INPUT'],
  ['{ measures { nodes { code } edges { node { code } } } }', 'BAD_USER_INPUT'],
  ['{ departments { nodes { name } } }', 'BAD_USER_INPUT'],
  ['{ datasets { revision } }', 'BAD_USER_INPUT'],
  [
    `{ measures { nodes { ${'sdgs { nodes { policyItems { nodes { '.repeat(2)} id ${'} } } }'.repeat(2)} } } }`,
    'QUERY_TOO_COSTLY',
  ],
])('%s is refused as the GraphQL endpoint refuses', async (query, code) => {
  const answer = await post('/export/measures.csv', { query });
  const { errors } = (await answer.json()) as { errors: { extensions: Record<string, string> }[] };
  expect(answer.status).toBe(400);
  expect(errors[0]?.extensions.code).toBe(code);
  expect(errors[0]?.extensions.messageJa).not.toBe('');
});

test('a mistake is told at its place in the operation that was sent', async () => {
  const query = '{\n  measures {\n    nodes { codex }\n  }\n}';
  const place = async (path: string) => {
    const { errors } = (await (await post(path, { query })).json()) as { errors: { locations: unknown }[] };
    return errors[0]?.locations;
  };
  expect(await place('/export/measures.csv')).toEqual(await place('/graphql'));
});

test('a plain link downloads, no page of another site can have it loaded, and other methods are refused', async () => {
  const query = 'query ($code: String) { measures(filter: { code: { eq: $code } }) { nodes { code name } } }';
  const parameters = new URLSearchParams({ query, variables: JSON.stringify({ code: '5-2-3' }) });
  const path = `${service.url}/export/measures.csv?${parameters}`;
  const answer = await fetch(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  const rows = parse((await answer.text()).replace(/^\ufeff/, ''), { columns: true });
  expect(rows).toEqual([expect.objectContaining({ code: '5-2-3' })]);
  expect((await fetch(path, { method: 'HEAD' })).status).toBe(200);
  // Which header fields a browser sends with what a page of another site embeds.
  const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  expect(await codeOf(await fetch(path, { headers: embedded }))).toBe('CSRF_BLOCKED');
  expect((await fetch(path, { method: 'PUT' })).status).toBe(405);
});

test('what a link asks for is held to the limits of any operation, and is a query', async () => {
  const get = (query: string) => fetch(`${service.url}/export/measures.csv?${new URLSearchParams({ query })}`);
  const deep = `{ measures { nodes { ${'sdgs { nodes { policyItems { nodes { '.repeat(2)} id ${'} } } }'.repeat(2)} } } }`;
  expect(await codeOf(await get(deep))).toBe('QUERY_TOO_COSTLY');
  expect(await codeOf(await get('mutation { measures { nodes { code } } }'))).toBe('OPERATION_NOT_SUPPORTED');
});

const codeOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

test('without an operation the answer says how to give one, and which examples there are', async () => {
  const get = async (parameters: string) => {
    const answer = await fetch(`${service.url}/export/measures.csv${parameters}`);
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
    return { status: answer.status, code: errors[0]?.extensions.code, message: errors[0]?.message };
  };
  const none = await get('');
  expect(none).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  expect(none.message).toMatch(/address, POST it .* \?example=<name>/);
  for (const name of ['nothing', '../../package']) {
    const unknown = await get(`?example=${name}`);
    expect(unknown).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(unknown.message).toContain('sdg-17-of-one-division');
  }
});
