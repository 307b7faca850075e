import { execute, parse, validate } from 'graphql';
import { requestContext } from '../../../src/api/context.js';
import { schemaFor } from '../../../src/api/execution/executor.js';
import { schema } from '../../../src/api/schema.js';
import type { Connection } from '../../../src/database/connection.js';

/** Asks an operation as it is served; fails where it has errors. */
export async function ask<Data>(
  connection: Connection,
  operation: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors } = await answer(connection, operation, variables);
  if (errors) throw new Error(`expected an answer, but got: ${errors.map(({ message }) => message).join('; ')}`);
  return data as Data;
}

/** What is answered to an operation, errors included. */
export async function answer(
  connection: Connection,
  operation: string,
  variables: Readonly<Record<string, unknown>> = {},
) {
  const document = parse(operation);
  const mistakes = validate(schema(), document);
  if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join('; '));
  return execute({
    schema: schemaFor(schema())(document),
    document,
    contextValue: requestContext(connection.read, 'analysis'),
    variableValues: variables,
  });
}
