import { expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { executionSchema } from '../../src/api/execution-schema.js';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';
import type { Read } from '../../src/graph/engine.js';
import { usualStatements } from '../../src/graph/usual-statements.js';

/** More values than a node has properties, each of them a text. */
const values = Array.from({ length: 40 }, () => 'x');

/** One node wherever a step looks for nodes. */
function answerOf(cypher: string): unknown {
  if (/RETURN (?:index, \[)?\[COUNT/.test(cypher)) return cypher.startsWith('RETURN') ? [1] : [[1], []];
  if (cypher.includes('head(COLLECT')) return values;
  const edge = /END, \[\[k\d+ IN \$p\d+ \| r/.test(cypher);
  const row = cypher.includes('[CASE WHEN') ? [null, edge ? [values, values] : [values]] : values;
  return cypher.startsWith('UNWIND') ? [row] : row;
}

const read: Read = async (cypher, parameters) => {
  const keys = (parameters.keys ?? [null]) as readonly unknown[];
  return keys.map((key, index) => ({ key, index, id: 'x', answer: answerOf(cypher) }));
};

/** The statements that are sent for an operation in steps, and its answer. */
async function inSteps(query: string, readRows: Read = read) {
  const planner = { isPlanned: () => false };
  const contextValue = requestContext(readRows, { planner });
  const by = executionSchema(schema());
  const { data, errors } = await execute({ schema: by, document: parse(query), contextValue });
  expect(errors).toBeUndefined();
  return { data, texts: contextValue.engine.trace.statements.map(({ cypher }) => cypher) };
}

const usual = new Set(usualStatements());

test('without filter and order, every statement is one that was planned at the start', async () => {
  const { texts } = await inSteps(`{
    policyItems { totalCount nodes { code name field { name } visions { text }
      measures(first: 3) { totalCount edges { cursor stages node { name departments(stage: DRAFT) { nodes { name } } } } pageInfo { hasNextPage } }
      sdgs { nodes { number policyItems { nodes { id } } } }
    } }
  }`);
  expect(texts.length).toBeGreaterThan(8);
  for (const text of texts) expect(usual).toContain(text);
});

test('what is selected of nodes, its order and its aliases change no statement', async () => {
  const one = await inSteps('{ measures { nodes { code name departments { nodes { name } } } } }');
  const other = await inSteps('{ m: measures(first: 7) { nodes { o: departments { nodes { id nameEn } } summary } } }');
  expect(other.texts).toEqual(one.texts);
  expect(JSON.stringify(other.data)).toBe('{"m":{"nodes":[{"o":{"nodes":[{"id":"x","nameEn":"x"}]},"summary":"x"}]}}');
});

test('a filter of a root list is read as sets of ids, by statements that name neither its properties nor each other', async () => {
  const { texts, data } = await inSteps(`{
    measures(first: 1, filter: { or: [
      { name: { contains: "市" }, code: { ne: "5-1-1" } },
      { not: { policyItem: { sdgs: { none: { number: { lte: 3 } } } } } },
      { departments: { every: { nameEn: { isNull: true } } } }
    ] }) { nodes { name } }
  }`);
  expect(JSON.stringify(data)).toBe('{"measures":{"nodes":[{"name":"x"}]}}');
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) expect(usual).toContain(text);
});

test('with more nodes of a type than can be held, a filter stays in the one statement', async () => {
  const query = '{ measures(filter: { departments: { some: { name: { eq: "x" } } } }) { totalCount } }';
  const many: Read = async (cypher, parameters) =>
    cypher.startsWith('MATCH (n:Department)')
      ? Array.from({ length: 20_001 }, (_, index) => ({ id: String(index) }))
      : read(cypher, parameters);
  const { texts, data } = await inSteps(query, many);
  expect(data).toEqual({ measures: { totalCount: 1 } });
  expect(texts.at(-1)).toMatch(/^RETURN .*MATCH \(n0:Measure\).*MATCH \(n0\).*:Department\)/);
  expect((await inSteps(query)).texts).not.toContain(texts.at(-1));
});

test('a filter below makes one statement of its own, and a total another', async () => {
  const { texts } = await inSteps(
    '{ measures { nodes { departments(filter: { name: { contains: "市" } }) { totalCount nodes { name } } } } }',
  );
  expect(texts.filter((text) => !usual.has(text)).sort()).toEqual([
    'UNWIND range(0, size($keys) - 1) AS index OPTIONAL MATCH (n0:Node {id: $keys[index]}) RETURN index, COLLECT { ' +
      'MATCH (n0)-[r1:OWNED_BY]->(n2:Department) WHERE CASE WHEN n0.effective THEN r1.effective ELSE n0.stages[-1] IN r1.stages END AND normalize(n2.name, NFKC) CONTAINS $p0 WITH n2, r1, n2.sortKey AS k5 ' +
      'ORDER BY k5 LIMIT toInteger($p3) RETURN [CASE WHEN $p4 THEN [k5] END, [[k3 IN $p1 | r1[k3]], [k4 IN $p2 | n2[k4]]]] } AS answer',
    'UNWIND range(0, size($keys) - 1) AS index OPTIONAL MATCH (n0:Node {id: $keys[index]}) RETURN index, [[COUNT { ' +
      'MATCH (n0)-[r1:OWNED_BY]->(n2:Department) WHERE CASE WHEN n0.effective THEN r1.effective ELSE n0.stages[-1] IN r1.stages END AND normalize(n2.name, NFKC) CONTAINS $p0 RETURN n2 }], []] AS answer',
  ]);
});
