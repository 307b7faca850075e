import { describe, expect, test } from '@jest/globals';
import type { Assembling } from '../../src/graph/assembling.js';
import { Joins } from '../../src/graph/shared-nodes.js';
import { Statement } from '../../src/graph/statement.js';

const item = {
  variable: 'n8',
  clauses: ['OPTIONAL MATCH (n8)-[:IN_FIELD]->(n9)'],
  expression: '[n8.code]',
  assemble: (row: unknown) => ({ code: (row as readonly unknown[])[0] }),
};

/** What stood in the answer once more. */
function assembling(): { readonly around: Assembling; readonly repeated: unknown[] } {
  const repeated: unknown[] = [];
  const defer = () => {
    throw new Error('expected all of it in one statement');
  };
  return {
    repeated,
    around: { variables: {}, parent: null, shared: [], repeated: (part) => repeated.push(part), cover: defer, defer },
  };
}

describe('Nodes that rows share', () => {
  test('are read beside the rows, each once, and the rows carry their ids', () => {
    const joins = new Joins({ sharing: true });
    expect(joins.share(item).expression).toBe('n8.id');
    expect(joins.collect(new Statement(), 'MATCH (n6)', '[n6.code, n8.id]')).toBe(
      'head(COLLECT { WITH COLLECT { MATCH (n6) RETURN [[n6.code, n8.id], n8] } AS l0 ' +
        'RETURN [[e1 IN l0 | e1[0]], COLLECT { UNWIND l0 AS e1 WITH DISTINCT e1[1] AS n8 WHERE n8 IS NOT NULL ' +
        'OPTIONAL MATCH (n8)-[:IN_FIELD]->(n9) RETURN [n8.id, [n8.code]] }] })',
    );
  });

  test('are assembled once, and each further time is told of', () => {
    const joins = new Joins({ sharing: true });
    const { assemble } = joins.share(item);
    const { around, repeated } = assembling();
    const { rows, assembling: inner } = joins.open(
      [
        ['a', 'b', 'a', null],
        [
          ['a', ['5-1']],
          ['b', ['5-2']],
        ],
      ],
      around,
    );
    const answers = rows.map((id) => assemble(id, inner));
    expect(answers).toEqual([{ code: '5-1' }, { code: '5-2' }, { code: '5-1' }, null]);
    expect(answers[2]).toBe(answers[0]);
    expect(repeated).toEqual([{ code: '5-1' }]);
  });

  test('are kept apart by the place that leads to them', () => {
    const joins = new Joins({ sharing: true });
    const [first, second] = [joins.share(item), joins.share({ ...item, assemble: () => ({ other: true }) })];
    const { around } = assembling();
    const { assembling: inner } = joins.open([['a'], [['a', ['5-1']]], [['a', []]]], around);
    expect([first.assemble('a', inner), second.assemble('a', inner)]).toEqual([{ code: '5-1' }, { other: true }]);
  });

  test('are none where nothing is shared: the rows stand alone', () => {
    const joins = new Joins({ sharing: true });
    const { around } = assembling();
    expect(joins.collect(new Statement(), 'MATCH (n6)', '[n6.code]')).toBe('COLLECT { MATCH (n6) RETURN [n6.code] }');
    expect(joins.open([['5-1-1']], around)).toEqual({ rows: [['5-1-1']], assembling: around });
  });
});
