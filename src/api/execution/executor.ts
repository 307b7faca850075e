import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { BREAK, type DocumentNode, execute, type GraphQLSchema, visit } from 'graphql';
import type { RequestContext } from '../context.js';
import { executionSchema } from '../schema.js';

const aboutTheSchema = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks about the schema itself, which only the schema as the client sees it can answer. */
function asksForSchema(document: DocumentNode): boolean {
  const known = aboutTheSchema.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      found ||= name.value === '__schema' || name.value === '__type';
      return found ? BREAK : undefined;
    },
  });
  aboutTheSchema.set(document, found);
  return found;
}

/** More errors about variables than this are not told. */
const maxCoercionErrors = 5;

/**
 * graphql-js over the execution schema, in which the engine's answers are passed on as they are. Apollo lets nothing but a
 * gateway choose the schema by which an operation is carried out; clients and validation see the whole one.
 */
export function executorOf(schema: GraphQLSchema): ApolloServerOptionsWithGateway<RequestContext>['gateway'] {
  const passing = executionSchema(schema);
  return {
    onSchemaLoadOrUpdate(update) {
      update({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operationName, request, context }) =>
        execute({
          schema: asksForSchema(document) ? schema : passing,
          document,
          operationName,
          variableValues: request.variables ?? {},
          contextValue: context,
          options: { maxCoercionErrors },
        }),
    }),
    stop: async () => {},
  };
}
