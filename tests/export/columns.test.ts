import { expect, test } from '@jest/globals';
import { buildSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { columnsOf } from '../../src/export/columns.js';

const schema = buildSchema(`
  interface Thing { name: String }
  type Office implements Thing { name: String rooms: [Room!]! tags: [String!]! head: Person }
  type Person implements Thing { name: String age: Int }
  type Room { number: Int doors: [Door!]! }
  type Door { colour: String }
  type Query { office: Office thing: Thing }
`);

function columns(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const [operation, ...fragments] = parse(text).definitions;
  const { selectionSet, variableDefinitions = [] } = operation as OperationDefinitionNode;
  const [field] = selectionSet.selections;
  if (field?.kind !== 'Field') throw new Error('expected a field');
  const type = schema.getQueryType()?.getFields()[field.name.value]?.type;
  if (!type) throw new Error('expected a field of the schema');
  const { coerced = {} } = getVariableValues(schema, variableDefinitions, variables);
  const named = fragments.flatMap((each) => (each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : []));
  const context = { schema, fragments: Object.fromEntries(named), variables: coerced };
  return columnsOf(context, type, field.selectionSet?.selections ?? []);
}

const names = (text: string, variables = {}) => columns(text, variables).map(({ name }) => name);

test('columns are the response paths of the leaves, in the order of the operation, aliases included', () => {
  expect(names('{ office { title: name head { age name } rooms { doors { colour } } tags } }')).toEqual([
    'title',
    'head.age',
    'head.name',
    'rooms.doors.colour',
    'tags',
  ]);
});

test('fragments are merged where they are first mentioned, and what is left out has no column', () => {
  const text = `query ($a: Boolean = false) { office { ...some head { age } tags @include(if: $a) } }
    fragment some on Office { name head { name } ... @skip(if: $a) { rooms { number } } }`;
  expect(names(text)).toEqual(['name', 'head.name', 'head.age', 'rooms.number']);
  expect(names(text, { a: true })).toEqual(['name', 'head.name', 'head.age', 'tags']);
});

test('what is selected of one of several types has its column, empty for the others', () => {
  const [type, age] = columns('{ thing { __typename ... on Person { age } } }');
  if (!type || !age) throw new Error('expected two columns');
  expect([type.name, age.name]).toEqual(['__typename', 'age']);
  expect(age.cell({ __typename: 'Office' })).toBeNull();
});

test('the entries of a list are joined by semicolons, those within by bars, and what is missing keeps its place', () => {
  const [number, colour, tags] = columns('{ office { rooms { number doors { colour } } tags } }');
  if (!number || !colour || !tags) throw new Error('expected three columns');
  const row = {
    rooms: [
      { number: 1, doors: [{ colour: 'red' }, { colour: null }, { colour: 'blue' }] },
      { number: null, doors: [] },
      { number: 3, doors: [{ colour: 'green' }] },
    ],
    tags: [],
  };
  expect([number, colour, tags].map(({ cell }) => cell(row))).toEqual(['1; ; 3', 'red |  | blue; ; green', null]);
});
