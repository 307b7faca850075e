import { execute, parse } from 'graphql';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';
import { PlanCache } from '../../src/graph/plan.js';

/** A graph that answers nothing and remembers what it was asked. */
function emptyGraph() {
  const asked: { cypher: string; parameters: Readonly<Record<string, unknown>> }[] = [];
  const read = async (cypher: string, parameters: Readonly<Record<string, unknown>>) => {
    asked.push({ cypher, parameters });
    return [{ answer: [0] }];
  };
  return { asked, read };
}

const wideCondition = { or: Array.from({ length: 50 }, () => ({ code: { startsWith: '5-' }, name: { eq: 'x' } })) };

describe('a plan', () => {
  const document = parse(`query ($n: Int, $filter: MeasureFilter, $order: SortDirection, $in: String) {
    measures(first: $n, filter: { and: [$filter, { name: { in: [$in, "x"] } }] }, orderBy: [{ name: $order }]) { totalCount nodes { code } }
  }`);

  async function ask(plans: PlanCache, variableValues: Record<string, unknown>) {
    const { asked, read } = emptyGraph();
    const contextValue = requestContext(read, { plans });
    const { errors } = await execute({ schema: schema(), document, variableValues, contextValue });
    expect(errors).toBeUndefined();
    return { ...asked[0], reused: contextValue.engine.trace.statements[0]?.planReused };
  }

  test('is reused for other values of the same shape, with the new values as parameters', async () => {
    const plans = new PlanCache();
    const first = await ask(plans, { n: 3, filter: { code: { startsWith: '5-' } }, order: 'ASC', in: 'a' });
    const second = await ask(plans, { n: 9, filter: { code: { startsWith: '6-' } }, order: 'ASC', in: 'ｂ' });
    expect([first.reused, second.reused]).toEqual([false, true]);
    expect(second.cypher).toBe(first.cypher);
    expect(Object.values(second.parameters ?? {})).toEqual(expect.arrayContaining([9, '6-', ['b', 'x']]));
    expect(JSON.stringify(second.parameters)).not.toContain('5-');
  });

  test.each([
    ['another direction', { order: 'DESC' }],
    ['another field in a filter', { filter: { number: { eq: 1 } } }],
    ['a filter that asks for nothing', { filter: {} }],
    ['a null in place of a value', { filter: { code: { startsWith: null } } }],
  ])('is not reused for %s', async (_, change) => {
    const plans = new PlanCache();
    const usual = { n: 3, filter: { code: { startsWith: '5-' } }, order: 'ASC', in: 'a' };
    await ask(plans, usual);
    expect((await ask(plans, { ...usual, ...change })).reused).toBe(false);
  });

  test('is not kept where what a request brings is large, whatever its shape', async () => {
    const plans = new PlanCache();
    const long = { n: 3, filter: { code: { startsWith: 'x'.repeat(100_000) } }, order: 'ASC', in: 'a' };
    await ask(plans, long);
    expect((await ask(plans, long)).reused).toBe(false);
    const wide = { ...long, filter: { and: Array.from({ length: 50 }, () => wideCondition) } };
    await ask(plans, wide);
    expect((await ask(plans, wide)).reused).toBe(false);
  });

  test('checks page sizes again each time it is reused', async () => {
    const plans = new PlanCache();
    const usual = { n: 3, filter: {}, order: 'ASC', in: 'a' };
    await ask(plans, usual);
    const { read } = emptyGraph();
    const { errors } = await execute({
      schema: schema(),
      document,
      variableValues: { ...usual, n: 501 },
      contextValue: requestContext(read, { plans }),
    });
    expect(errors?.[0]?.message).toMatch(/between 0 and 500, but got: 501/);
  });
});
