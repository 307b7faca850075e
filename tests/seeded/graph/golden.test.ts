import { execute, type GraphQLSchema } from 'graphql';
import { executionSchema } from '../../../src/api/execution-schema.js';
import { requestContext } from '../../../src/api/request-context.js';
import { schema } from '../../../src/api/schema.js';
import type { Connection } from '../../../src/database/connection.js';
import type { Planner, Read } from '../../../src/graph/engine.js';
import { expectFile } from '../../expected-file.js';
import { caseNames, readCase, statementsFile } from '../../graph/cases.js';
import { AtOnce, type SentStatement } from '../../graph/sent-statements.js';
import { patience, seededDatabase } from '../seeded.js';

describe('the engine answers the cases of tests/graph with the same statements', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);

  afterAll(() => connection?.close());

  test.each(caseNames)('%s', async (name) => {
    const { document, variables: variableValues, path } = readCase(name);
    const statements: SentStatement[] = [];
    const ask = async (by: GraphQLSchema, planner: Planner | null = null) => {
      statements.length = 0;
      const read: Read = (cypher, parameters) => {
        statements.push({ cypher, parameters });
        return connection.read(cypher, parameters);
      };
      const contextValue = requestContext(read, { planner, chunks: new AtOnce() });
      const answer = await execute({ schema: by, document, contextValue, variableValues });
      return `${JSON.stringify(answer, null, 2)}\n`;
    };
    const answer = await ask(executionSchema(schema()));
    expectFile(path('answer.json'), answer);
    expectFile(path('statements.cypher'), statementsFile(statements));
    // What the engine assembles is passed on as it is: graphql-js, field by field, would have written the same.
    expect(answer).toBe(await ask(schema()));
    // Until the database has planned these statements, steps answer the same.
    expect(await ask(executionSchema(schema()), { isPlanned: () => false })).toBe(answer);
  });
});
