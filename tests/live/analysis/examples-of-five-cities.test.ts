import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FieldNode, Kind, parse, print, visit } from 'graphql';
import { schema } from '../../../src/api/schema.js';
import type { Connection } from '../../../src/database/connection.js';
import type { Example } from '../../../src/examples/example.js';
import { readExamples } from '../../../src/examples/read-examples.js';
import { projectFile } from '../../../src/project-files.js';
import { sampled } from '../../sampled.js';
import { answer } from '../../seeded/analysis/ask.js';
import { patience } from '../seeded.js';
import { fiveCities } from './five-cities.js';

const examples = await readExamples();

/** What an example is answered where only the committed city is loaded. */
const alone = (name: string): unknown =>
  JSON.parse(readFileSync(projectFile(`tests/seeded/examples/cases/${name}.json`), 'utf8'));

const rootFields = schema().getQueryType()?.getFields() ?? {};
/** Ids name their city themselves, and a city beside them is one more to look at. */
const takesCity = (field: string) => {
  const types = new Map(rootFields[field]?.args.map(({ name, type }) => [name, String(type)]));
  return types.has('municipality') && !types.has('ids') && types.get('from') !== 'ID!';
};

/** The operation with the committed city named in each root field that takes one. */
function ofOneCity(query: string): string {
  const municipality = parse('{ f(municipality: "honjo") }').definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.selectionSet.selections as readonly FieldNode[]).flatMap((field) => field.arguments ?? [])
      : [],
  );
  return print(
    visit(parse(query), {
      OperationDefinition: (operation) => ({
        ...operation,
        variableDefinitions: operation.variableDefinitions?.filter(
          ({ variable }) => variable.name.value !== 'municipality',
        ),
        selectionSet: {
          ...operation.selectionSet,
          selections: operation.selectionSet.selections.map((field) =>
            field.kind === Kind.FIELD && takesCity(field.name.value)
              ? {
                  ...field,
                  arguments: [
                    ...(field.arguments ?? []).filter(({ name }) => name.value !== 'municipality'),
                    ...municipality,
                  ],
                }
              : field,
          ),
        },
      }),
    }),
  );
}

/** Examples about what all cities share, or about what is loaded: their numbers grow with the cities. */
const aboutAll: ReadonlySet<string> = new Set(['key-figures', 'sdg-wheel', 'what-is-loaded', 'who-else-does-this']);

const asksForOne =
  /^expected one \w+, but several municipalities have one that is named so \(.*honjo 112119 本庄市\): give one of them as municipality, or ask the list with a filter$/;

describe('With five cities', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await fiveCities();
  }, 2 * patience);
  afterAll(() => connection?.close());

  // Neo4j plans each statement when it first sees it, which takes it seconds for the largest.
  const read: Connection['read'] = (cypher, parameters) => connection.read(cypher, parameters, { timeout: patience });

  test.each(examples)(
    '$name is answered, or asks for one of them',
    async ({ query, variables }: Example) => {
      const { data, errors } = await answer({ read }, query, variables);
      if (errors.length === 0) expect(data).not.toBeNull();
      for (const { message } of errors) expect(message).toMatch(asksForOne);
    },
    patience,
  );

  const ofOne = examples.filter(({ name }) => !aboutAll.has(name));
  test.each(sampled(ofOne, 20))(
    '$name of one of them has the answer that it has where that is alone',
    async ({ name, query, variables }: Example) => {
      const { data, errors } = await answer({ read }, ofOneCity(query), variables);
      expect(errors).toEqual([]);
      expect(data).toEqual(alone(name));
    },
    patience,
  );
});
