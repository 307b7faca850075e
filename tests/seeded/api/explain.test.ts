import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { type RunningServer, startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { readSettings } from '../../../src/settings.js';
import { sendTo } from '../../http/service.js';
import { patience, seededDatabase } from '../seeded.js';

let connection: Connection;
let open: RunningServer;
let closed: RunningServer;
const logged: Record<string, unknown>[] = [];

beforeAll(async () => {
  connection = await seededDatabase();
  const log = serviceLog('info', { write: (line) => void logged.push(JSON.parse(line)) });
  const { http } = readSettings({ DEADLINE: '60' });
  const start = (explain: boolean) =>
    startServer({ connection, host: '127.0.0.1', port: 0, settings: { ...http, explain }, log });
  [open, closed] = await Promise.all([start(true), start(false)]);
}, patience);

afterAll(async () => {
  await Promise.all([open.stop(), closed.stop()]);
  await connection.close();
});

interface Explain {
  readonly milliseconds: { readonly compile: number; readonly database: number; readonly assemble: number };
  readonly statements: readonly {
    readonly cypher: string;
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly planReused: boolean;
    readonly operators?: { readonly operator: string; readonly dbHits: number; readonly children: readonly object[] };
  }[];
}

const query = `query Explained {
  dataset { municipality counts { type } }
  node(id: "sdg:17") { ... on Sdg { name } }
  measures(first: 2, filter: { sdgs: { some: { number: { eq: 17 } } } }) { totalCount nodes { name } }
}`;

async function ask({ url }: RunningServer, headers: Readonly<Record<string, string>>, body: object = { query }) {
  const sent = { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  const { data, extensions } = (await sendTo(url, sent)).json() as {
    data: unknown;
    extensions?: { explain?: Explain; cost?: unknown };
  };
  return { data, explain: extensions?.explain, cost: extensions?.cost };
}

test('a statement is shown with the values it was sent with, and whether it was compiled before', async () => {
  const list =
    'query ($part: String!) { measures(first: 3, filter: { name: { contains: $part } }) { nodes { code } } }';
  const statements = async (part: string) => {
    const { explain } = await ask(open, { 'x-explain': '1' }, { query: list, variables: { part } });
    return explain?.statements ?? [];
  };
  const [first, ...others] = await statements('市民');
  expect(others).toEqual([]);
  expect(Object.values(first?.parameters ?? {})).toEqual(expect.arrayContaining(['市民', 3]));
  expect(first).toMatchObject({ cypher: expect.stringContaining('MATCH (n0:Measure)'), planReused: false });
  const [second] = await statements('計画');
  expect(Object.values(second?.parameters ?? {})).toEqual(expect.arrayContaining(['計画', 3]));
  expect(second).toMatchObject({ cypher: first?.cypher, planReused: true });
});

test('a cost says what was asked for, what is allowed and which field is the most expensive, with the variables of the request', async () => {
  const list = 'query ($size: Int) { measures(first: $size) { nodes { code departments { nodes { name } } } } }';
  for (const size of [2, 7]) {
    const { cost } = await ask(open, { 'x-cost': '1' }, { query: list, variables: { size } });
    const mostExpensive = { path: 'measures.nodes.departments', cost: 5 * size };
    expect(cost).toEqual({
      requested: 6 * size,
      limit: readSettings({}).http.limits.cost,
      mostExpensive,
      dearest: mostExpensive,
    });
  }
  for (const value of ['0', '', 'no']) expect((await ask(open, { 'x-cost': value })).cost).toBeUndefined();
});

test('an explanation shows every statement of the operation, by request also with operators and database hits', async () => {
  const { data } = await ask(open, {});
  const explained = await ask(open, { 'x-explain': '1' });
  const profiled = await ask(open, { 'x-explain': 'profile' });
  expect([explained.data, profiled.data]).toEqual([data, data]);
  const texts = ({ explain }: typeof explained) => explain?.statements.map(({ cypher }) => cypher).sort();
  expect(texts(explained)).toHaveLength(4);
  expect(texts(profiled)).toEqual(texts(explained));
  for (const { operators } of explained.explain?.statements ?? []) expect(operators).toBeUndefined();
  for (const { operators } of profiled.explain?.statements ?? [])
    expect(operators).toEqual(expect.objectContaining({ operator: 'ProduceResults', dbHits: expect.any(Number) }));
  const hits = JSON.stringify(profiled.explain).match(/"dbHits":[1-9]/g);
  expect(hits?.length).toBeGreaterThanOrEqual(4);
});

test('the times of an explanation are those of the log, and are there without one too', async () => {
  logged.length = 0;
  const { explain } = await ask(open, { 'x-explain': '1', 'x-no-cache': '1' });
  await ask(closed, {});
  expect(logged).toHaveLength(2);
  const rounded = (value = Number.NaN) => Math.round(value * 100) / 100;
  const { compile, database, assemble } = explain?.milliseconds ?? {};
  expect(logged[0]).toMatchObject({ operation: 'Explained' });
  expect(logged[0]?.database).toBeCloseTo(rounded(database), 1);
  expect(logged[0]?.compile).toBeCloseTo(rounded(compile), 1);
  expect(logged[0]?.assemble).toBeCloseTo(rounded(assemble), 1);
  expect(logged[1]).toMatchObject({
    compile: expect.any(Number),
    database: expect.any(Number),
    assemble: expect.any(Number),
  });
  expect(Number(logged[1]?.database)).toBeGreaterThan(0);
});

test('where it is not allowed, nothing is explained', async () => {
  expect((await ask(closed, { 'x-explain': 'profile' })).explain).toBeUndefined();
  for (const value of ['0', 'off', '', 'profiles'])
    expect((await ask(open, { 'x-explain': value })).explain).toBeUndefined();
});
