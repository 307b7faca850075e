import { describe, expect, test } from '@jest/globals';
import { printed, unprinted } from './printed-cypher.js';

describe('a statement is printed', () => {
  test('with each clause on a line and subqueries indented', () => {
    const statement =
      "UNWIND $keys AS key CALL (key) { MATCH (n:A {id: key}) WHERE n.b STARTS WITH $p AND n.c = ' MATCH (x) ' RETURN n LIMIT 2 } " +
      'RETURN key, [n.d, COLLECT { OPTIONAL MATCH (n)-[r:E]->(m) WHERE r.effective OR any(i IN $q WHERE i IN m.f) RETURN [m.g] }] AS answer';
    expect(printed(statement)).toBe(`UNWIND $keys AS key
CALL (key) {
  MATCH (n:A {id: key})
    WHERE n.b STARTS WITH $p AND n.c = ' MATCH (x) '
  RETURN n
    LIMIT 2
}
RETURN key, [
  n.d,
  COLLECT {
    OPTIONAL MATCH (n)-[r:E]->(m)
      WHERE r.effective OR any(i IN $q WHERE i IN m.f)
    RETURN [m.g]
  }
] AS answer`);
    expect(unprinted(printed(statement))).toBe(statement);
  });

  test('with long conditions and lists over several lines', () => {
    const long = (count: number, each: (index: number) => string) => Array.from({ length: count }, (_, i) => each(i));
    const statement =
      `MATCH (n) WHERE ${long(8, (i) => `(n.a${i} = $p${i} OR n.a${i} IS NULL)`).join(' AND ')} ` +
      `RETURN [${long(20, (i) => `n.property${i}`).join(', ')}, CASE WHEN EXISTS { MATCH (n)-->(m) } THEN [] ELSE [1] END]`;
    const lines = printed(statement).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines).toContain('    AND (n.a1 = $p1 OR n.a1 IS NULL)');
    expect(lines).toContain('  n.property1,');
    expect(unprinted(printed(statement))).toBe(statement);
  });

  test('as it is where it was written by hand', () => {
    const statement = 'MATCH (n)\nRETURN n\n';
    expect(printed(statement)).toBe(statement);
  });
});
