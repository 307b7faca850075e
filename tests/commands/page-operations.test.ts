import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { guessedVariables, pageOperations } from '../../src/commands/page-operations.js';
import { projectFile } from '../../src/project-files.js';

const samples = { Municipality: 'green', Measure: 'green:measure:1', Sdg: 'sdg:1' };
const guessed = (text: string) => guessedVariables(parse(text), samples);

describe('an operation of a page is asked', () => {
  test('about the municipality and a thing of the type that it is about', () => {
    const text = 'query ($id: ID!, $municipality: ID!, $stage: PlanStage) { node(id: $id) { ... on Sdg { number } } }';
    expect(guessed(text)).toEqual({ id: 'sdg:1', municipality: 'green' });
  });

  test('about a measure where it is about any thing', () => {
    expect(guessed('query ($id: ID!) { node(id: $id) { ... on Entity { name } } }')).toEqual({ id: 'green:measure:1' });
  });

  test('not at all where it needs what nobody can guess', () => {
    expect(guessed('query ($query: String!) { search(query: $query) { totalCount } }')).toBeNull();
  });
});

test('the pages bring their operations, each valid by itself, those of the first page before single things', async () => {
  // What the build copies beside the pages.
  const operations = await pageOperations(samples, projectFile('src/web/explorer/graphql/operations.json'));
  expect(operations.length).toBeGreaterThan(50);
  for (const { query } of operations) expect(validate(schema(), parse(query))).toEqual([]);
  const aboutThings = operations.map(({ variables }) => 'id' in variables);
  expect(aboutThings.indexOf(true)).toBeGreaterThan(aboutThings.lastIndexOf(false));
});
