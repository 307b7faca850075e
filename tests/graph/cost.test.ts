import fc from 'fast-check';
import { getOperationAST, parse } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { costOf, refuseAbove } from '../../src/graph/cost.js';
import { readSettings } from '../../src/settings.js';

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

  test('of facets doubles where values are asked how far they were read', () => {
    const [plain, stated] = ['value', 'value noneState'].map((of) => `{ measures { facets(by: SDGS) { ${of} } } }`);
    expect([cost(plain ?? '').total, cost(stated ?? '').total]).toEqual([20, 40]);
    const table = (of: string) => `{ measures { crossTab(rows: SDGS, columns: DEPARTMENTS) { rows { ${of} } } } }`;
    expect([cost(table('count')).total, cost(table('emptyState')).total]).toEqual([60, 120]);
  });

  test('names the field to blame and both numbers in both languages when it is refused', () => {
    const reckoned = cost(
      '{ sdgs(first: 17) { nodes { measures(first: 500) { nodes { departments(first: 500) { nodes { name } } } } } } }',
    );
    expect(reckoned.mostExpensive).toEqual({
      path: 'sdgs.nodes.measures.nodes.departments',
      cost: 42_500,
      filter: false,
    });
    expect(() => refuseAbove(50_000, reckoned)).toThrow(
      /at most 50000, but this one costs 51017; "sdgs.nodes.measures.nodes.departments" alone costs 42500: .*per page/,
    );
    expect(() => refuseAbove(51_017, reckoned)).not.toThrow();
  });

  test('blames one of many that cost the same', () => {
    const aliases = Array.from(
      { length: 8 },
      (_, place) => `a${place}: measures { nodes { departments { nodes { id } } } }`,
    );
    const whole = cost(`{ ${aliases.join(' ')} }`);
    expect(whole.mostExpensive).toEqual({ path: 'a0.nodes.departments', cost: 250, filter: false });
    expect(() => refuseAbove(1_000, whole)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('"a0.nodes.departments" alone costs 250'),
        messageJa: expect.stringContaining('「a0.nodes.departments」だけで250です。'),
      }),
    );
  });

  test('blames a filter where it is not the nodes that cost', () => {
    const related = (levels: number): string =>
      levels === 0
        ? 'code: { eq: "5-2-3" }'
        : `departments: { some: { measures: { some: { ${related(levels - 1)} } } } }`;
    const reckoned = cost(`{ measures(filter: { ${related(3)} }) { totalCount } }`);
    expect(reckoned.mostExpensive?.filter).toBe(true);
    expect(() => refuseAbove(100, reckoned)).toThrow(
      /"measures" alone costs \d+: look at fewer related nodes or values in its filter/,
    );
  });

  test('never falls when more is asked for, and is that of the usual page where no size is given', () => {
    const pages = (root: string, below: string) =>
      cost(`{ sdgs${root} { nodes { measures${below} { nodes { departments${below} { nodes { id } } } } } } }`).total;
    const size = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(size, size, size, (root, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(pages(`(first: ${root})`, `(first: ${less})`)).toBeLessThanOrEqual(
          pages(`(first: ${root})`, `(last: ${more})`),
        );
      }),
    );
    expect(pages('', '')).toBe(pages('(first: 50)', '(first: 50)'));
  });

  test('takes the most expensive type behind an interface', () => {
    expect(cost('{ node(id: "x") { id ... on Sdg { measures(first: 50) { nodes { id } } } } }').total).toBe(51);
  });

  test('takes it that the lists of one municipality are short, whatever page is asked for', () => {
    const pages = (size: number) =>
      cost(
        `{ policyFields(first: 7) { nodes { policyItems(first: ${size}) { nodes { measures(first: ${size}) { nodes { code } } } } } } }`,
      );
    expect(pages(100).total).toBe(pages(20).total);
    expect(pages(100).total).toBeLessThan(100_000);
  });

  const nested = (...lists: readonly string[]) =>
    cost(`{ ${lists.map((list) => `${list} { nodes { `).join('')} id ${' } }'.repeat(lists.length)} }`).total;

  test('lets five levels in without page sizes, but not through what all municipalities share', () => {
    const { limits } = readSettings({}).http;
    const five = nested('reformSheets', 'policyItems', 'linkagePlans', 'departments', 'measures');
    expect(five).toBe(50 + 250 + 1_250 + 6_250 + 31_250);
    expect(five).toBeLessThan(limits.cost);
    expect(nested('measures', 'sdgs', 'measures', 'linkagePlans', 'indicators')).toBeGreaterThan(limits.cost);
  });

  test('takes a list for as long as its page where a relationship comes round again, or is long by its nature', () => {
    expect(nested('measures', 'departments', 'measures')).toBe(50 + 250 + 1_250);
    expect(nested('measures', 'departments', 'measures', 'departments')).toBe(50 + 250 + 1_250 + 62_500);
    expect(cost('{ municipality(code: "x") { policyFields { nodes { id } } } }').total).toBe(1 + 5);
    expect(cost('{ municipality(code: "x") { departments { nodes { id } } } }').total).toBe(1 + 50);
  });

  test('counts totals and the conditions of filters, related ones by how many nodes they are put to', () => {
    const filtered = (filter: string) =>
      cost(`{ measures(first: 1, filter: ${filter}) { totalCount nodes { id } } }`).total;
    expect(filtered('{}')).toBe(2);
    expect(filtered('{ name: { eq: "x" } }')).toBe(2 + 20);
    expect(filtered('{ departments: { some: { name: { eq: "x" } } } }')).toBe(2 + 50 + 20);
    expect(filtered('{ departments: { some: { measures: { none: {} } } } }')).toBe(2 + 50 + 250);
    expect(filtered('{ code: { in: ["1", "2", "3"] } }')).toBe(2 + 20 + 3 * 2);
    const ors = '{ or: ['.repeat(3) + '{ name: { eq: "x" } }, '.repeat(50) + '] }'.repeat(3);
    expect(filtered(ors)).toBe(2 + 50 * 20);
  });

  test.each([
    ['ids', '($given: [ID!]!) { nodes(ids: $given) { id } }', ['a'], ['a', 'b', 'c']],
    ['values', '($given: [String!]) { measures(filter: { code: { in: $given } }) { totalCount } }', ['a'], ['a', 'b']],
    ['names', '($given: [String!]!) { resolveNames(names: $given) { matches { node { id } } } }', ['a'], ['a', 'b']],
    ['a page', '($given: Int) { measures(first: $given) { nodes { id } } }', 1, 3],
    ['a page from the end', '($given: Int) { measures(last: $given) { nodes { id } } }', 1, 3],
    [
      'the limit of an analysis',
      '($given: Int) { neighborhood(ids: ["x"], limit: $given) { nodes { node { id } } } }',
      1,
      3,
    ],
  ])('is worked out with the variables of each request: %s', (_, text, ...values) => {
    const document = parse(`query ${text}`);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('expected an operation');
    const [one, three] = values.map((given) => costOf(schema(), operation, {}, { given }).total);
    expect(three).toBeGreaterThan(one ?? Number.POSITIVE_INFINITY);
    expect(costOf(schema(), operation, {}, { given: values[0] }).total).toBe(one);
  });

  test('counts the keys of an order, and the filter of an analysis as that of a list', () => {
    const ordered = (order: string) => cost(`{ measures(first: 1, orderBy: [${order}]) { nodes { id } } }`).total;
    expect(ordered('{ code: ASC }, { policyItem: { name: DESC } }') - ordered('')).toBe(2 * 20);
    const filtered = (filter: string) =>
      cost(
        `{ crossTab(rows: SDG, columns: DEPARTMENT, count: MEASURES, filter: { measures: ${filter} }) { rows { label } } }`,
      ).total;
    expect(filtered('{ departments: { some: { measures: { none: {} } } } }') - filtered('{}')).toBe(50 + 250);
  });

  test('names a look-up that is to blame', () => {
    expect(cost('{ nodes(ids: ["a", "b", "c"]) { id } }').mostExpensive).toMatchObject({ path: 'nodes', cost: 3 });
    expect(cost('{ measure(code: "x") { id } }').mostExpensive).toMatchObject({ path: 'measure', cost: 1 });
  });

  test('takes the limit of an analysis for the lists right below it', () => {
    const near = (limit: number) =>
      cost(`{ neighborhood(ids: ["x"], limit: ${limit}) { nodes { node { id } } } }`).total;
    expect(near(400) - near(200)).toBe(200 * 2);
  });

  test.each([
    ['neighborhood', 'neighborhood(ids: ["x"]$) { nodes { node { id } } }', 'limit', 200],
    ['paths', 'paths(from: "x", to: "y"$) { paths { nodes { id } } }', 'limit', 5],
    ['search', 'search(query: "x"$) { nodes { id } }', 'first', 50],
    ['gaps', 'gaps$ { nodes { subject { id } } }', 'first', 50],
    ['likeness', 'likeness(id: "x"$) { matches { node { id } } }', 'limit', 10],
    ['resolveNames', 'resolveNames(names: ["x", "y"]$) { matches { node { id } } }', 'limit', 3],
  ])('counts what %s answers by itself, however the limit is left out', (_, text, name, usual) => {
    const limited = (value: string, variables: Record<string, unknown> = {}) => {
      const given = value && (text.includes('$)') ? `, ${name}: ${value}` : `(${name}: ${value})`);
      return cost(`query ($n: Int) { ${text.replace('$', given)} }`, variables).total;
    };
    const expected = limited(String(usual));
    expect(limited(String(usual + 1))).toBeGreaterThan(expected);
    const leftOut = [limited(''), limited('$n'), limited('null'), limited('$n', { n: null })];
    expect(leftOut).toEqual(leftOut.map(() => expected));
  });

  test('counts the matches of each name that is to be resolved', () => {
    const matches = (names: string, limit: number) =>
      cost(`{ resolveNames(names: [${names}], limit: ${limit}) { name matches { node { id } } } }`).total;
    expect(matches('"x", "y"', 20) - matches('"x"', 20)).toBe(matches('"x", "y", "z"', 20) - matches('"x", "y"', 20));
    expect(matches('"x", "y"', 20) - matches('"x"', 20)).toBeGreaterThan(20);
  });

  test('counts what analyses say of single nodes for each of them', () => {
    const partners = (departments: number, each: number) =>
      cost(`{ departments(first: ${departments}) { nodes { collaborators(first: ${each}) { partner { name } } } } }`)
        .total;
    // The department, asking the analysis, and its partners.
    expect(partners(1, 0)).toBe(1 + 5);
    expect(partners(1, 5)).toBe(1 + 5 + 5 * 2);
    expect(partners(4, 5)).toBe(4 * partners(1, 5));
    expect(cost('{ departments(first: 100) { nodes { collaboratorCount } } }').total).toBe(100 + 500);
  });

  test('takes the lists that an analysis opens for as long as those of analyses usually are', () => {
    const opened = (size: string) =>
      cost(
        `{ crossTab(rows: SDG, columns: POLICY_ITEM, count: MEASURES) { cells { measures${size} { nodes { id } } } } }`,
      ).total;
    const [none, one] = [opened('(first: 0)'), opened('(first: 1)')];
    expect(one).toBeGreaterThan(none);
    expect(opened('') - none).toBe(10 * (one - none));
    expect(opened('(first: 500)')).toBe(opened(''));
  });

  test('knows a relationship that comes round again behind an analysis', () => {
    const partner = '{ collaborators(first: 1) { partner { measures { nodes { id } } } } }';
    const round = `{ measures(first: 1) { nodes { departments(first: 1) { nodes ${partner} } } } }`;
    const of = (below: string) => cost(`{ departments(first: 1) { nodes ${below} } }`).total;
    // The department, asking the analysis, its entry and the partner; a department and a measure more on the way round.
    expect(of(partner)).toBe(8 + 5);
    expect(of(round)).toBe(2 + 8 + 50);
  });

  test('does not grow with the number of types behind an interface, level by level', () => {
    const nested = (levels: number): string => (levels === 0 ? 'id' : `changes { subject { ${nested(levels - 1)} } }`);
    expect(cost(`{ node(id: "x") { ... on Entity { ${nested(5)} } } }`).total).toBeLessThan(100_000);
  });
});
