import { getOperationAST, parse } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { costOf, refuseAbove } from '../../src/graph/cost.js';

function cost(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('expected an operation');
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition]] : [],
    ),
  );
  return costOf(schema(), operation, fragments, variables);
}

describe('the cost of an operation', () => {
  test('is the number of nodes its pages can hold, level by level', () => {
    expect(cost('{ measures(first: 3) { nodes { code } } }').total).toBe(3);
    expect(cost('{ measures(first: 3) { nodes { departments(first: 4) { nodes { name } } } } }').total).toBe(3 + 12);
  });

  test('counts page sizes that come by variables, fragments and aliases like any other', () => {
    const literal = cost('{ measures(first: 100) { nodes { departments(first: 100) { nodes { name } } } } }').total;
    const document =
      'query ($n: Int) { measures(first: $n) { ...deep } } fragment deep on MeasureConnection { nodes { departments(first: $n) { nodes { name } } } }';
    expect(cost(document, { n: 100 }).total).toBe(literal);
    expect(
      cost('{ a: measures(first: 100) { nodes { code } } b: measures(first: 100) { nodes { code } } }').total,
    ).toBe(200);
  });

  test('names the field to blame and both numbers in both languages when it is refused', () => {
    const reckoned = cost(
      '{ sdgs(first: 17) { nodes { measures(first: 500) { nodes { departments(first: 500) { nodes { name } } } } } } }',
    );
    expect(reckoned.dearest?.path).toBe('sdgs.nodes.measures.nodes.departments');
    expect(() => refuseAbove(1_000_000, reckoned)).toThrow(
      /at most 1000000, but this one costs 4258517; "sdgs.nodes.measures.nodes.departments"/,
    );
    expect(() => refuseAbove(5_000_000, reckoned)).not.toThrow();
  });

  test('takes the dearest type behind an interface', () => {
    expect(cost('{ node(id: "x") { id ... on Sdg { measures(first: 50) { nodes { id } } } } }').total).toBe(51);
  });

  test('counts totals and related conditions of filters', () => {
    expect(
      cost(
        '{ measures(first: 1, filter: { departments: { some: { sheets: null } } }) { totalCount nodes { id } } }'.replace(
          'sheets: null',
          'name: { eq: "x" }',
        ),
      ).total,
    ).toBe(3);
  });
});
