import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import { requestContext } from '../../../src/api/context.js';
import { executionSchema, schema } from '../../../src/api/schema.js';
import type { Connection } from '../../../src/database/connection.js';

let built: GraphQLSchema | undefined;

/** The answer to an operation as it is served, and how many statements were sent for it. */
export async function ask(
  connection: Connection,
  operation: string,
  variables: Readonly<Record<string, unknown>> = {},
  // biome-ignore lint/suspicious/noExplicitAny: the operations of the tests have many shapes
): Promise<{ readonly data: any; readonly errors: readonly string[]; readonly statements: number }> {
  const document = parse(operation);
  const wrong = validate(schema(), document);
  if (wrong.length > 0) throw new Error(`expected an operation that fits the schema, but got: ${wrong.join('; ')}`);
  built ??= executionSchema(schema());
  let statements = 0;
  const contextValue = requestContext((cypher, parameters) => {
    statements += 1;
    return connection.read(cypher, parameters);
  }, 'test');
  const { data, errors } = await execute({ schema: built, document, contextValue, variableValues: variables });
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    errors: (errors ?? []).map(({ message }) => message),
    statements,
  };
}
