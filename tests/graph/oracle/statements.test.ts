import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { DocumentNode } from 'graphql';
import type { Read } from '../../../src/graph/engine.js';
import { nodes } from '../../../src/model/model.js';
import { readCities } from './cities.js';
import type { Given, Operation } from './operation.js';
import { Pools } from './pools.js';
import { print } from './print.js';
import { Request } from './request.js';
import { runs, seed, timeFor } from './runs.js';
import { Operations } from './selections.js';
import { cityNamed, newPlans, parsed, type Sent, serve, type Variables } from './service.js';

const numRuns = 2 * runs;
jest.setTimeout(timeFor(runs));

/**
 * What is sent for an operation to a graph in which nothing is found. Whatever the answer becomes of that does not
 * matter here, nor when: the last statements may be sent after it.
 */
async function sentFor(document: DocumentNode, variables: Variables = {}): Promise<readonly Sent[]> {
  // An empty graph but for the city that is asked about, whichever it is: a request for another one would be refused.
  const read: Read = async (cypher) => (cypher === cityNamed ? [{ key: 'somewhere', byKey: true }] : []);
  const { sent } = await serve(read, document, variables, newPlans());
  let count: number;
  do {
    count = sent.length;
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  } while (sent.length > count);
  return sent;
}

describe('The statements of an operation', () => {
  const id = '... on Measure { code departments { nodes { name measures(first: 3) { nodes { code } } } } }';
  test.each([
    [
      'a root list, however deep',
      '{ measures { totalCount edges { cursor node { policyItem { field { number } } } } } }',
      1,
    ],
    ['each root list', '{ a: measures { totalCount } b: measures { totalCount } sdgs { nodes { id } } }', 3],
    ['a look-up', '{ sdg(number: 17) { name policyItems { nodes { measures { nodes { code } } } } } }', 1],
    [
      'the same look-up for many keys',
      '{ a: sdg(number: 1) { name } b: sdg(number: 2) { name } c: sdg(number: 3) { name } }',
      1,
    ],
    ['the same look-up with other aliases below', '{ a: sdg(number: 1) { x: name } b: sdg(number: 2) { y: name } }', 1],
    ['look-ups of another selection', '{ a: sdg(number: 1) { name } b: sdg(number: 2) { nameEn } }', 2],
    [
      'look-ups at another stage',
      '{ a: policyItem(code: "5-1") { name } b: policyItem(code: "5-1", stage: DRAFT) { name } }',
      2,
    ],
    ['a name that nothing has', '{ department(name: "x") { name } }', 2],
    ['nodes', `{ nodes(ids: ["a", "b", "c", "a"]) { id ${id} } }`, 1],
    ['nodes one by one', `{ a: node(id: "a") { id ${id} } b: node(id: "b") { id ${id} } }`, 1],
    ['no nodes', '{ nodes(ids: []) { id } }', 0],
    ['what is skipped', '{ measures @skip(if: true) { totalCount } sdgs @include(if: false) { totalCount } }', 0],
    ['nothing of the graph', '{ __typename }', 0],
  ])('are counted by %s', async (_, text, count) => {
    expect(await sentFor(parsed(text))).toHaveLength(count);
  });

  test('are of one text for any values, and of few for any shape', async () => {
    const document = parsed(`query ($f: MeasureFilter, $n: Int, $c: String!, $ids: [ID!]!, $s: PlanStage) {
      measures(filter: $f, first: $n, stage: $s) { nodes { code departments(filter: { name: { contains: $c } }, first: $n) { nodes { name } } } }
      nodes(ids: $ids) { ... on Measure { departments(filter: { name: { in: [$c, "x"] } }) { totalCount } } }
    }`);
    const requests = fc.record({
      f: fc.record({ code: fc.record({ in: fc.array(fc.string()), startsWith: fc.string() }) }),
      n: fc.integer({ min: 0, max: 500 }),
      c: fc.string({ unit: 'binary' }),
      ids: fc.array(fc.string(), { minLength: 1, maxLength: 20 }),
      s: fc.constantFrom('CURRENT', 'DRAFT', 'ADOPTED'),
    });
    const texts = new Set<string>();
    for (const variables of fc.sample(requests, { numRuns: 200, seed }))
      for (const { cypher } of await sentFor(document, variables)) texts.add(cypher);
    expect(texts.size).toBe(2);
  });
});

describe('The statements of any operation', () => {
  let operations: Operations;
  beforeAll(async () => {
    operations = new Operations(new Pools((await readCities()).world));
  });
  const requests = () => operations.any().map((operation) => new Request(operation));

  test('hold no value of the request: other values of the same shape make the same texts', async () => {
    await fc.assert(
      fc.asyncProperty(requests(), async ({ operation }) => {
        const shaped = { fields: withOneShape(operation.fields) };
        const [one, other] = [print(shaped, new Map(), 0), print(shaped, new Map(), 1)];
        const texts = (sent: readonly Sent[]) => sent.map(({ cypher }) => cypher);
        const document = parsed(one.text);
        const expected = texts(await sentFor(document, one.variables[0]));
        expect(texts(await sentFor(document, one.variables[1]))).toEqual(expected);
        expect(texts(await sentFor(parsed(other.text), other.variables[1]))).toEqual(expected);
      }),
      { numRuns, seed },
    );
  });

  test('are one for each root list, at most one for each other root field, and two for a name that nothing has', async () => {
    await fc.assert(
      fc.asyncProperty(requests(), async ({ operation }) => {
        const { lists, others, names } = rootFields(operation);
        const { text, variables } = print(operation, new Map());
        const sent = await sentFor(parsed(text), variables[0]);
        expect(sent.length).toBeGreaterThanOrEqual(lists);
        expect(sent.length).toBeLessThanOrEqual(lists + others + names);
        const texts = new Set(sent.map(({ cypher, parameters }) => cypher + JSON.stringify(parameters)));
        // Only a list that is asked for twice is read twice.
        expect(sent.length - texts.size).toBeLessThan(Math.max(1, lists));
      }),
      { numRuns, seed },
    );
  });
});

/** The root lists of an operation, its other root fields, and those of them that look something up by a name. */
function rootFields({ fields }: Operation) {
  const asked = fields.flatMap((item) =>
    item.kind === 'field' && isAsked(item.guard?.condition, item.guard?.directive) ? [item] : [],
  );
  const lists = asked.filter(({ name }) => nodes.some(({ plural }) => plural === name) || name.startsWith('dataset'));
  const names = asked.filter((item) => item.arguments.some(([argument]) => argument === 'name'));
  return { lists: lists.length, others: asked.length - lists.length, names: names.length };
}

const isAsked = (condition: Given | undefined, directive: string | undefined): boolean =>
  condition?.kind !== 'leaf' || (condition.values[0] === true) === (directive === 'include');

/** Directions, stages, facets and booleans decide the shape of a statement: the second request has those of the first. */
function withOneShape<Part>(part: Part, name?: string): Part {
  if (Array.isArray(part))
    return part.map((item, index) => withOneShape(item, index === 1 ? part[0] : undefined)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const { kind, values } = part as { readonly kind?: string; readonly values?: readonly unknown[] };
  const shapes = (value: unknown) => typeof value === 'boolean' || value === 'ASC' || value === 'DESC';
  if (
    kind === 'leaf' &&
    values &&
    (['stage', 'stageMatch', 'by', 'rows', 'columns'].includes(name ?? '') || values.some(shapes))
  )
    return { ...part, values: [values[0], values[0]] };
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withOneShape(value)])) as Part;
}
