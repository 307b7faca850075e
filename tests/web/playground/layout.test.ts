import { expect, test } from '@jest/globals';
import { laidOut, operatorRows } from '../../../src/web/playground/explain/layout.js';

test('a statement has a line for each clause, and its subqueries are indented', () => {
  const cypher =
    'MATCH (n0:Measure) WHERE n0.name STARTS WITH $p0 WITH n0 ORDER BY n0.sortKey ASC LIMIT toInteger($p1) RETURN [n0.code, COLLECT { MATCH (n0)-[r1:OWNED_BY]->(n2:Department {id: $p2}) RETURN [n2.name] }] AS answer UNION ALL OPTIONAL MATCH (n3) RETURN n3';
  expect(laidOut(cypher)).toBe(`MATCH (n0:Measure)
WHERE n0.name STARTS WITH $p0
WITH n0
ORDER BY n0.sortKey ASC
LIMIT toInteger($p1)
RETURN [n0.code, COLLECT {
  MATCH (n0)-[r1:OWNED_BY]->(n2:Department {id: $p2})
  RETURN [n2.name]
}] AS answer
UNION ALL
OPTIONAL MATCH (n3)
RETURN n3`);
});

test('what stands in brackets stays in its line', () => {
  const cypher = 'RETURN any(total IN [1, 2] WHERE total > $p0) AS answer';
  expect(laidOut(cypher)).toBe(cypher);
});

test('texts, quoted names and names that only begin like a clause are left alone', () => {
  const cypher = `RETURN 'a  MATCH { (' AS \`WITH  x\`, "it's  RETURN" AS WITHOUT, n.matchesWITH AS LIMITED`;
  expect(laidOut(cypher)).toBe(cypher);
});

test('only white space differs', () => {
  const cypher = 'CALL { MATCH (n) RETURN n UNION MATCH (m {a: 1}) RETURN m AS n } RETURN count { (n)-->() } AS c';
  expect(laidOut(cypher).replaceAll(/\s/g, '')).toBe(cypher.replaceAll(/\s/g, ''));
});

test('operators are listed each before those that feed it; where several do, they branch off', () => {
  const operator = (name: string, ...children: ReturnType<typeof leaf>[]) => ({ ...leaf(name), children });
  const leaf = (name: string): Parameters<typeof operatorRows>[0] => ({
    operator: name,
    rows: 1,
    dbHits: 2,
    children: [],
  });
  const plan = operator('Result', operator('Join', operator('Left', leaf('Scan')), leaf('Right')));
  expect(operatorRows(plan).map((row) => [row.depth, row.operator.operator])).toEqual([
    [0, 'Result'],
    [0, 'Join'],
    [0, 'Left'],
    [0, 'Scan'],
    [1, 'Right'],
  ]);
});
