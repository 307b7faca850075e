import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { BREAK, type DocumentNode, execute, type GraphQLSchema, visit } from 'graphql';
import type { RequestContext } from '../context.js';
import { askedFields, executionSchema } from '../schema.js';

/** Whether a document has one of these fields; looked up once for each document. */
function asking(names: ReadonlySet<string>): (document: DocumentNode) => boolean {
  const asks = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    const known = asks.get(document);
    if (known !== undefined) return known;
    let found = false;
    visit(document, {
      Field: ({ name }) => {
        found ||= names.has(name.value);
        return found ? BREAK : undefined;
      },
    });
    asks.set(document, found);
    return found;
  };
}

/**
 * Chooses the schema by which a document is carried out: the one that passes on what the engine assembles, unless only the
 * schema as the client sees it can answer what is asked about it, or what analyses say of single nodes.
 */
export function schemaFor(schema: GraphQLSchema): (document: DocumentNode) => GraphQLSchema {
  const passing = executionSchema(schema);
  const needsWhole = asking(new Set(['__schema', '__type', ...askedFields(schema)]));
  return (document) => (needsWhole(document) ? schema : passing);
}

/** More errors about variables than this are not told. */
const maxCoercionErrors = 5;

/**
 * graphql-js over the schema that is chosen for a document. Apollo lets nothing but a
 * gateway choose the schema by which an operation is carried out; clients and validation see the whole one.
 */
export function executorOf(schema: GraphQLSchema): ApolloServerOptionsWithGateway<RequestContext>['gateway'] {
  const chosen = schemaFor(schema);
  return {
    onSchemaLoadOrUpdate(update) {
      update({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operationName, request, context }) =>
        execute({
          schema: chosen(document),
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
