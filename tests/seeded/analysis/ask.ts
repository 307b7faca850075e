import type { GraphQLError } from 'graphql';
import { requestContext } from '../../../src/api/request-context.js';
import type { Connection } from '../../../src/database/connection.js';
import { prepareOwn } from '../../../src/operation/prepare/prepare.js';

interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly GraphQLError[];
  /** How many statements were sent for it. */
  readonly statements: number;
}

/** What an operation that must succeed is answered, as it is served. */
export async function ask<Data>(
  connection: Connection,
  operation: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors } = await answer<Data>(connection, operation, variables);
  if (errors.length > 0)
    throw new Error(`expected an answer, but got: ${errors.map(({ message }) => message).join('; ')}`);
  return data;
}

/** What is answered to an operation, errors included, and how many statements that took. */
// biome-ignore lint/suspicious/noExplicitAny: the operations of the tests have many shapes
export async function answer<Data = any>(
  connection: Pick<Connection, 'read'>,
  operation: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Data>> {
  let statements = 0;
  const contextValue = requestContext((cypher, parameters) => {
    statements += 1;
    return connection.read(cypher, parameters);
  });
  const { data, errors } = await prepareOwn(operation).execute(contextValue, variables);
  return { data: JSON.parse(JSON.stringify(data ?? null)) as Data, errors: errors ?? [], statements };
}
