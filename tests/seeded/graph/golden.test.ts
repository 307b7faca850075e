import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import { executionSchema, schema } from '../../../src/api/schema.js';
import type { Connection } from '../../../src/database/connection.js';
import { requestContext } from '../../../src/operation/context.js';
import { expectFile } from '../../expected-file.js';
import { patience, seededDatabase } from '../seeded.js';

/**
 * A case is a folder: an operation, its variables if any, the answer, and the statements that were sent for it.
 * A statement more than before is a diff in review. Missing files are written, except in continuous integration.
 */
const cases = join(dirname(fileURLToPath(import.meta.url)), 'cases');

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

describe('the engine answers with one statement for each root field', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);

  afterAll(() => connection?.close());

  test.each(readdirSync(cases).sort())('%s', async (name) => {
    const folder = join(cases, name);
    const document = parse(readFileSync(join(folder, 'operation.graphql'), 'utf8'));
    expect(validate(schema(), document)).toEqual([]);
    const variables = read(join(folder, 'variables.json'));
    const variableValues = variables === null ? {} : JSON.parse(variables);
    const statements: string[] = [];
    const ask = async (by: GraphQLSchema) => {
      statements.length = 0;
      const contextValue = requestContext((cypher, parameters) => {
        statements.push(`// ${JSON.stringify(parameters)}\n${cypher}\n`);
        return connection.read(cypher, parameters);
      }, 'golden');
      const answer = await execute({ schema: by, document, contextValue, variableValues });
      return `${JSON.stringify(answer, null, 2)}\n`;
    };
    const answer = await ask(executionSchema(schema()));
    expectFile(join(folder, 'answer.json'), answer);
    expectFile(join(folder, 'statements.cypher'), statements.sort().join('\n'));
    // What the engine assembles is passed on as it is: graphql-js, field by field, would have written the same.
    expect(answer).toBe(await ask(schema()));
  });
});
