import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  buildSchema,
  concatAST,
  extendSchema,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  graphql,
  isEnumType,
  isInterfaceType,
  isListType,
  isScalarType,
  parse,
  validate,
} from 'graphql';
import { createElement, type FunctionComponent, type PropsWithChildren } from 'react';
import { prerenderToNodeStream } from 'react-dom/static.node';
import { MemoryRouter, Route, Routes } from 'react-router';
import { projectFile } from '../../../src/project-files.js';
import { generated } from '../../../src/web/explorer/generate/files.js';
import { namedWithCode } from '../../../src/web/explorer/generate/operations.js';
import type { PageType } from '../../../src/web/explorer/pages/types/page-type.js';

const read = (path: string) => readFileSync(projectFile(path), 'utf8');
const explorer = 'src/web/explorer';

/** The schema and the model with one more type, which no page was written for. */
const schema = extendSchema(
  buildSchema(read('schema/schema.graphql')),
  parse(read('tests/web/explorer/trial-type.graphql')),
);
const trial = { plural: 'facilities', idWord: 'facility', entity: true, staged: false, global: false, listed: true };
const model = { ...JSON.parse(read('schema/model.json')), Facility: { ...trial, key: null } };
const written = readdirSync(projectFile(explorer), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => parse(read(`${explorer}/${file}`)));
const { pages, vocabulary } = generated(schema, concatAST([...written, parse(namedWithCode(model))]), model);

/** The value of an exported constant of the generated module. */
const constant = (name: string) =>
  JSON.parse(new RegExp(`^export const ${name}: .*? = (.*);$`, 'm').exec(pages)?.[1] ?? 'null');
const pageTypes: readonly PageType[] = constant('pageTypes');
const facility = pageTypes.find(({ name }) => name === 'Facility');

describe('a node type that no page was written for', () => {
  test('has a list with its properties, how many it is linked with, and filters', () => {
    expect(facility?.list?.columns.map(({ path }) => path)).toEqual([
      'name',
      'capacity',
      'department',
      'measures.totalCount',
    ]);
    expect(facility?.list?.filters.map(({ name }) => name)).toEqual(['department', 'measures']);
  });

  test('has a page with its properties and a table for each of its relationships', () => {
    expect(facility?.facts.map(({ path }) => path)).toEqual(['capacity', 'department']);
    expect(facility?.strip).toEqual([]);
    expect(facility?.relations.map(({ field }) => field)).toEqual(['measures']);
  });

  test('has operations that are valid, as all types have', () => {
    const all = Object.entries<string>(constant('pageOperations'));
    expect(all.map(([name]) => name)).toEqual(
      expect.arrayContaining(['FacilityList', 'FacilityChoices', 'FacilityFacts', 'FacilityMeasures', 'MeasureList']),
    );
    for (const [name, operation] of all) expect([name, validate(schema, parse(operation))]).toEqual([name, []]);
  });
});

describe('rendered', () => {
  let rendered: (address: string) => Promise<string>;

  beforeAll(async () => {
    // Browsers have it, and Node 20 does not.
    if (!('groupBy' in Map)) Object.assign(Map, { groupBy });
    const graphqlFolder = projectFile(`${explorer}/graphql`);
    jest.unstable_mockModule(`${graphqlFolder}/pages.ts`, () => ({
      pageTypes,
      pageOperations: constant('pageOperations'),
    }));
    jest.unstable_mockModule(`${graphqlFolder}/vocabulary.json`, () => ({ default: JSON.parse(vocabulary) }));
    globalThis.fetch = async (_address, request) => {
      const { query, variables } = JSON.parse(String(request?.body));
      const answer = await graphql({ schema, source: query, variableValues: variables, fieldResolver: example });
      return new Response(JSON.stringify(answer));
    };
    // The pages are checked with their own types, which know a browser.
    const load = async (module: string) =>
      (await import(projectFile(`${explorer}/${module}`))) as Readonly<
        Record<string, FunctionComponent<PropsWithChildren>>
      >;
    const { MunicipalitiesDocument } = await import(`${graphqlFolder}/graphql.ts`);
    const { send } = await import(projectFile(`${explorer}/client/send.ts`));
    const { ViewProvider } = await load('site/view.tsx');
    const { WhenKnown } = await load('site/when-known.tsx');
    const { ListPage } = await load('pages/list/list-page.tsx');
    const { ThingPage } = await load('pages/thing/thing-page.tsx');
    const { BesidePage } = await load('pages/beside/beside-page.tsx');
    if (!ViewProvider || !WhenKnown || !ListPage || !ThingPage || !BesidePage)
      throw new Error('expected the pages of lists, of things and of things beside each other');
    rendered = async (address) => {
      const routes = createElement(
        Routes,
        null,
        createElement(Route, { path: '/lists/:kind', element: createElement(ListPage) }),
        createElement(Route, { path: '/things/:id', element: createElement(ThingPage) }),
        createElement(Route, { path: '/beside', element: createElement(BesidePage) }),
      );
      const page = createElement(
        MemoryRouter,
        { initialEntries: [address] },
        createElement(ViewProvider, null, createElement(WhenKnown, null, routes)),
      );
      const client = new QueryClient();
      // What stands around pages does not wait for it, and what is rendered on paper is not rendered anew.
      await client.prefetchQuery({
        queryKey: [String(MunicipalitiesDocument), {}],
        queryFn: ({ signal }) => send({ document: MunicipalitiesDocument, variables: {} }, signal),
      });
      const { prelude } = await prerenderToNodeStream(createElement(QueryClientProvider, { client }, page));
      return (await text(prelude)).replace(/<[^>]*>/g, ' ');
    };
  });

  test('its list has a title, its columns and its nodes', async () => {
    const page = await rendered('/lists/facilities');
    for (const words of ['公共施設 7 件', '名称', '定員', '所管課', '利用する施策', 'Facility.name', 'Department.name'])
      expect(page).toContain(words);
  });

  test('its page has its facts, what it is linked with, and its neighbours', async () => {
    const page = await rendered('/things/honjo:facility:hall');
    for (const words of ['公共施設', 'Facility.name', '定員', '所管課', 'Department.name', '利用する施策 (7)'])
      expect(page).toContain(words);
    for (const words of ['Measure.name', '周辺のつながり', '出典']) expect(page).toContain(words);
  });

  test('it stands beside others with what it is linked with', async () => {
    const page = await rendered('/beside?ids=honjo:facility:hall');
    for (const words of ['公共施設の比較', 'Facility.name', '利用する施策', 'Measure.name'])
      expect(page).toContain(words);
  });
});

/** Answers any operation: every list has one entry, and every text says which field it is of. */
const example: GraphQLFieldResolver<unknown, unknown> = (
  _source,
  args,
  _context,
  { fieldName, parentType, returnType },
) => {
  const one =
    (fieldName === 'node' && 'id' in args) || (fieldName === 'nodes' && 'ids' in args)
      ? { __typename: 'Facility' }
      : exampleOf(getNamedType(returnType), `${parentType.name}.${fieldName}`);
  if (fieldName === 'id' || fieldName === 'thingId') return `honjo:${parentType.name.toLowerCase()}:1`;
  return isListType(getNullableType(returnType)) ? [one] : one;
};

function exampleOf(type: GraphQLNamedType, field: string): unknown {
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (isInterfaceType(type)) return { __typename: 'Department' };
  if (!isScalarType(type)) return {};
  return { Int: 7, Float: 7, Boolean: true }[type.name] ?? field;
}

function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
