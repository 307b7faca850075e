import { expect, test } from '@jest/globals';
import { printSchema } from 'graphql';
import { Authorized, getMetadataStorage } from 'type-graphql';
import { requestContext } from '../../src/api/request-context.js';
import { buildSchema, schema } from '../../src/api/schema.js';
import { prepareOwn } from '../../src/operation/prepare/prepare.js';

test('schemas that are built of the same declarations are equal, and share no field', () => {
  const [one, other] = [buildSchema(), schema()];
  expect(printSchema(one)).toBe(printSchema(other));
  const fields = [one, other].map((each) => each.getQueryType()?.getFields() ?? {});
  expect(Object.keys(fields[0] ?? {}).filter((name) => fields[0]?.[name] === fields[1]?.[name])).toEqual([]);
  expect(fields[0]?.measures?.resolve).toBeInstanceOf(Function);
});

test('the arguments of analyses are checked in each of them', async () => {
  buildSchema();
  const context = requestContext(async () => []);
  const { errors = [] } = await prepareOwn(
    '{ nodes(ids: "a") { id } search(query: "a", first: 9999) { totalCount } }',
  ).execute(context, {});
  expect(errors.map(({ path }) => path)).toEqual([['search']]);
});

test('a right that is declared on a field is refused, since the engine would read past it', () => {
  const { authorizedFields } = getMetadataStorage();
  Authorized('editor')(class Measure {}.prototype, 'name');
  expect(buildSchema).toThrow(/@Authorized, .* but Measure\.name has it/);
  authorizedFields.pop();
  expect(buildSchema).not.toThrow();
});
