import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { projectFile } from '../../../src/project-files.js';
import { entityType } from '../../../src/web/explorer/pages/types/entity-type.js';
import { plannedPages } from './planned-pages.js';

test('every type of named things is called as searches for only one type call it', () => {
  const schema = buildSchema(readFileSync(projectFile('schema/schema.graphql'), 'utf8'));
  const values = (schema.getType('EntityType') as GraphQLEnumType).getValues().map(({ name }) => name);
  const entities = plannedPages().filter(({ entity }) => entity);
  expect(values).toEqual(expect.arrayContaining(entities.map(({ name }) => entityType(name))));
});
