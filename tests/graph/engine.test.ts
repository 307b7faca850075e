import { describe, expect, test } from '@jest/globals';
import { type ExecutionResult, execute, parse } from 'graphql';
import { executionSchema } from '../../src/api/execution-schema.js';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';
import type { ReadByKeys } from '../../src/graph/coalesced-reads.js';
import type { Read } from '../../src/graph/engine.js';
import { type Plan, PlanCache, type Planned } from '../../src/graph/plan.js';

type ArgumentsOf<Method> = Method extends (...given: infer Given) => unknown ? Given : never;
type Parameters = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

/** A graph that answers statements with what a test says, and remembers what was sent. */
function graph(rows: (keys: readonly unknown[], parameters: Parameters, cypher: string) => readonly Row[]) {
  const sent: { readonly cypher: string; readonly parameters: Parameters }[] = [];
  const read: Read = async (cypher, parameters) => {
    sent.push({ cypher, parameters });
    return rows((parameters.keys as readonly unknown[] | undefined) ?? [], parameters, cypher);
  };
  return { sent, read };
}

const executed = (text: string, contextValue: object, variableValues: Parameters = {}) =>
  execute({
    schema: executionSchema(schema()),
    document: parse(text),
    contextValue,
    variableValues,
  }) as Promise<ExecutionResult>;

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('What is looked up', () => {
  test('by id comes in the order of the ids, in whatever order the graph finds it', async () => {
    const { sent, read } = graph((keys) =>
      keys
        .filter((key) => key !== 'x')
        .map((key) => ({ key, answer: [0, 'Sdg', [String(key)]] }))
        .reverse(),
    );
    const { data } = await executed('{ nodes(ids: ["c", "x", "a", "b", "a"]) { id } }', requestContext(read));
    expect(plain(data)).toEqual({ nodes: [{ id: 'c' }, null, { id: 'a' }, { id: 'b' }, { id: 'a' }] });
    expect(sent.map(({ parameters }) => parameters.keys)).toEqual([['c', 'x', 'a', 'b']]);
  });

  test('by a natural key comes to who asked for it, and nothing where there is none', async () => {
    const { sent, read } = graph((keys) =>
      keys
        .flatMap((key, index) => {
          const { number } = key as { readonly number: number };
          return number === 99 ? [] : [{ index, answer: [`goal ${number}`] }];
        })
        .reverse(),
    );
    const text = '{ a: sdg(number: 3) { name } b: sdg(number: 99) { name } c: sdg(number: 1) { name } }';
    const { data } = await executed(text, requestContext(read));
    expect(plain(data)).toEqual({ a: { name: 'goal 3' }, b: null, c: { name: 'goal 1' } });
    expect(sent).toHaveLength(1);
  });

  /** A graph in which two things have each natural key, of so many municipalities. */
  const twoOfEach = (count: number, cities: readonly (readonly string[])[]) =>
    graph((keys, _parameters, cypher) =>
      keys.flatMap((_key, index): readonly Row[] =>
        cypher.includes(':Municipality')
          ? [{ index, answer: [count, cities] }]
          : [
              { index, answer: ['one'] },
              { index, answer: ['another'] },
            ],
      ),
    );

  test('by a natural key that things of several municipalities have is refused, and names them', async () => {
    const cities = [
      ['midori', '990019', 'みどりの市'],
      ['aoba', '990027', 'あおば市'],
    ];
    const { read, sent } = twoOfEach(12, cities);
    const text = '{ policyItem(code: "5-1") { name } other: policyItem(code: "5-2") { name } }';
    const { data, errors } = await executed(text, requestContext(read));
    expect(data).toEqual({ policyItem: null, other: null });
    const told = {
      message:
        'expected one PolicyItem, but several municipalities have one that is named so (midori 990019 みどりの市, aoba 990027 あおば市 and 10 more): give one of them as municipality, or ask the list with a filter',
      extensions: {
        code: 'BAD_USER_INPUT',
        messageJa:
          '該当するものが複数の市区町村にあります（midori 990019 みどりの市、aoba 990027 あおば市ほか10件）。いずれかをmunicipalityに指定するか、一覧をfilterで絞り込んでください。',
        municipalities: ['midori', 'aoba'],
      },
    };
    expect(errors?.map((error) => error.toJSON())).toMatchObject([told, told]);
    expect(sent).toHaveLength(2);
  });

  test('by a natural key that two things of one municipality have is refused without naming it', async () => {
    const { read } = twoOfEach(1, [['midori', '990019', 'みどりの市']]);
    const { errors } = await executed('{ project(name: "防災訓練") { name } }', requestContext(read));
    expect(errors?.map(({ message, extensions }) => [message, Object.keys(extensions)])).toEqual([
      ['expected one Project, but several are named so: ask the list with a filter', ['code', 'messageJa']],
    ]);
  });

  test('together with the keys of other requests is told from theirs', async () => {
    const others = 2;
    const readByKeys: ReadByKeys = async (_cypher, _parameters, keys) => ({
      offset: others,
      rows: [
        { index: 0, answer: ['of another request'] },
        ...keys.map((key, index) => ({
          index: others + index,
          answer: [`goal ${(key as { number: number }).number}`],
        })),
      ],
    });
    const contextValue = requestContext(async () => [], { readByKeys });
    const { data } = await executed('{ a: sdg(number: 1) { name } b: sdg(number: 2) { name } }', contextValue);
    expect(plain(data)).toEqual({ a: { name: 'goal 1' }, b: { name: 'goal 2' } });
  });
});

describe('Look-ups of one text', () => {
  /** Each goal with as many items as its page has. */
  const pages = () =>
    graph((keys, { p0 }) =>
      keys.map((_, index) => ({ index, answer: [Array.from({ length: Number(p0) }, (_item, index) => [`${index}`])] })),
    );
  const sizes = (data: unknown) =>
    Object.values(data as Record<string, { policyItems: { nodes: unknown[] } }>).map(
      ({ policyItems }) => policyItems.nodes.length,
    );

  test('are kept apart by their other parameters', async () => {
    const { sent, read } = pages();
    const text = `{
      a: sdg(number: 1) { policyItems(first: 1) { nodes { code } } }
      b: sdg(number: 1) { policyItems(first: 2) { nodes { code } } }
    }`;
    const { data } = await executed(text, requestContext(read));
    expect(sizes(data)).toEqual([1, 2]);
    expect(new Set(sent.map(({ cypher }) => cypher)).size).toBe(1);
  });

  test('are kept apart by the operations of one request, which share a plan', async () => {
    const { read } = pages();
    const document = parse('query ($n: Int) { sdg(number: 1) { policyItems(first: $n) { nodes { code } } } }');
    const contextValue = requestContext(read, { plans: new PlanCache() });
    const asked = (variableValues: Parameters) =>
      execute({
        schema: executionSchema(schema()),
        document,
        contextValue,
        variableValues,
      }) as Promise<ExecutionResult>;
    expect(sizes((await asked({ n: 1 })).data)).toEqual([1]);
    expect(sizes((await asked({ n: 2 })).data)).toEqual([2]);
    const both = await Promise.all([asked({ n: 3 }), asked({ n: 4 })]);
    expect(both.flatMap(({ data }) => sizes(data))).toEqual([3, 4]);
    expect(contextValue.engine.trace.statements.map(({ planReused }) => planReused)).toEqual([false, true, true, true]);
  });

  test('have the parameters of their statement computed once for each field, however many keys there are', async () => {
    let computed = 0;
    class CountingPlans extends PlanCache {
      override plan(...given: ArgumentsOf<PlanCache['plan']>): Planned {
        const { plan, reused } = super.plan(...given);
        const parameters: Plan['parameters'] = (variables) => {
          computed++;
          return plan.parameters(variables);
        };
        return { plan: { ...plan, parameters }, reused };
      }
    }
    const { sent, read } = graph(() => []);
    const text = `query ($ids: [ID!]!, $codes: [String!]) {
      a: nodes(ids: $ids) { ... on Department { measures(filter: { code: { in: $codes } }) { totalCount } } }
      b: nodes(ids: $ids) { ... on Department { measures(filter: { code: { in: $codes } }) { totalCount } } }
    }`;
    const ids = Array.from({ length: 100 }, (_, index) => `honjo:department:${index}`);
    await executed(text, requestContext(read, { plans: new CountingPlans() }), { ids, codes: ['5-1-1', '5-1-2'] });
    expect(sent.length).toBeGreaterThan(0);
    expect(computed).toBe(2);
  });

  test('of one request are sent once, also where another operation asks again', async () => {
    const { sent, read } = pages();
    const contextValue = requestContext(read);
    const text = '{ sdg(number: 1) { policyItems(first: 2) { nodes { code } } } }';
    const first = await executed(text, contextValue);
    const second = await executed(text, contextValue);
    expect(plain(second.data)).toEqual(plain(first.data));
    expect(sent).toHaveLength(1);
  });
});

describe('Plans that requests share', () => {
  test('are those of one operation, one part of it and one shape of its variables', async () => {
    const plans = new PlanCache();
    const { sent, read } = graph(() => []);
    const ask = async (document: ReturnType<typeof parse>, variableValues: Parameters = {}) => {
      const contextValue = requestContext(read, { plans });
      await execute({ schema: executionSchema(schema()), document, contextValue, variableValues });
      return contextValue.engine.trace.statements.map(({ planReused }) => planReused);
    };
    const two = parse('{ a: measures { nodes { code } } b: measures { nodes { name } } }');
    const other = parse('{ a: measures { nodes { number } } }');
    const staged = parse('query ($stage: PlanStage) { measures(stage: $stage) { nodes { code } } }');
    expect(await ask(two)).toEqual([false, false]);
    expect(await ask(two)).toEqual([true, true]);
    expect(await ask(other)).toEqual([false]);
    expect(await ask(staged)).toEqual([false]);
    expect(await ask(staged, { stage: 'DRAFT' })).toEqual([false]);
    expect(await ask(staged, { stage: 'CURRENT' })).toEqual([false]);
    expect(await ask(staged, { stage: 'DRAFT' })).toEqual([true]);
    const texts = sent.map(({ cypher }) => cypher);
    // Either list may be sent first.
    expect(texts.slice(2, 4).sort()).toEqual(texts.slice(0, 2).sort());
    // Two stages are one statement with two plans, since what is assembled goes by the stage.
    expect(texts[6]).not.toBe(texts[5]);
    expect(new Set(texts.slice(6)).size).toBe(1);
  });
});
