import { expect, test } from '@jest/globals';
import { usualStatements } from '../../src/graph/usual-statements.js';
import { fieldsOf, nodes } from '../../src/model/model.js';

const texts = usualStatements();

test('the statements of steps are of a fixed number, and each of them is short', () => {
  const relationships = nodes.flatMap((node) =>
    Object.values(fieldsOf(node)).filter(({ kind }) => kind === 'relationship'),
  );
  expect(texts.length).toBeGreaterThan(relationships.length);
  expect(texts.length).toBeLessThan(5 * (relationships.length + nodes.length));
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text.length).toBeLessThan(900);
});

test('their texts name no property but those by which nodes are found and ordered, and where links were read', () => {
  const read = new Set(texts.flatMap((text) => text.match(/(?<=\b[a-z]\d+\.)\w+/g) ?? []));
  expect([...read].sort()).toEqual(['effective', 'id', 'shownAt', 'sortKey', 'sources', 'stages']);
});

test('a list below a node and a list at the root', () => {
  expect(texts).toContain(
    'UNWIND range(0, size($keys) - 1) AS index OPTIONAL MATCH (n0:Node {id: $keys[index]}) RETURN index, COLLECT { ' +
      'MATCH (n0)-[r1:OWNED_BY]->(n2) WHERE CASE WHEN n0.effective THEN r1.effective ELSE n0.stages[-1] IN r1.stages END ' +
      'WITH n2, r1, n2.sortKey AS k5 ORDER BY k5 LIMIT toInteger($p2) ' +
      'RETURN [CASE WHEN $p3 THEN [k5] END, [[k3 IN $p0 | r1[k3]], [k4 IN $p1 | n2[k4]]]] } AS answer',
  );
  expect(texts).toContain('RETURN [COUNT { MATCH (n0:Measure) WHERE n0.effective RETURN n0 }] AS answer');
});
