import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { BREAK, type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, visit } from 'graphql';
import { askedFields, executionSchema } from '../api/schema.js';
import type { GraphqlRequest } from '../http/graphql-request.js';
import type { RequestContext } from './context.js';
import type { Admits } from './cost-plugin.js';
import { type KnownOperation, KnownOperations } from './known-operations.js';

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

/** What is asked of an executor again: as a request brings it. */
export type AskedAgain = Pick<GraphqlRequest, 'query' | 'operationName' | 'variables'>;

/** What came of an operation that is known. */
export interface Repeated {
  readonly known: KnownOperation;
  readonly result: ExecutionResult;
}

/**
 * graphql-js over the schema that is chosen for a document; clients and validation see the whole one.
 *
 * A query that Apollo has let through before is carried out again without it, if its variables are admitted: what Apollo
 * does for each request takes as long as all else. Whatever comes of it but data is Apollo's to tell.
 */
export class Executor {
  private readonly schema: GraphQLSchema;
  private readonly chosen: (document: DocumentNode) => GraphQLSchema;
  private readonly admits: Admits | null;
  private readonly known = new KnownOperations();

  /** Without `admits` nothing is carried out without Apollo. */
  constructor(schema: GraphQLSchema, admits: Admits | null = null) {
    this.schema = schema;
    this.chosen = schemaFor(schema);
    this.admits = admits;
  }

  /** How Apollo carries operations out: it lets nothing but a gateway choose the schema. */
  gateway(): ApolloServerOptionsWithGateway<RequestContext>['gateway'] {
    return {
      onSchemaLoadOrUpdate: (update) => {
        update({ apiSchema: this.schema, coreSupergraphSdl: '' });
        return () => {};
      },
      load: async () => ({
        executor: async ({ document, operation, operationName, queryHash, source, request, context: given }) => {
          const context = given as RequestContext;
          if (context.executed) return context.executed;
          const asked = request.operationName ?? null;
          if (operation.operation === 'query')
            this.known.remember(source, { document, operation, asked, hash: queryHash });
          return this.execute(document, operationName, request.variables ?? {}, context);
        },
      }),
      stop: async () => {},
    };
  }

  /** Carries a query out that is known and admitted; null where it is not. */
  async again({ query, operationName, variables }: AskedAgain, context: RequestContext): Promise<Repeated | null> {
    const known = this.known.find(query, operationName);
    const { schema } = this;
    if (!known || !this.admits?.({ schema, ...known, variables })) return null;
    return { known, result: await this.execute(known.document, operationName, variables, context) };
  }

  private execute(
    document: DocumentNode,
    operationName: string | null,
    variableValues: Readonly<Record<string, unknown>>,
    contextValue: RequestContext,
  ): ExecutionResult | Promise<ExecutionResult> {
    const schema = this.chosen(document);
    return execute({
      schema,
      document,
      operationName,
      variableValues,
      contextValue,
      options: { maxCoercionErrors },
    });
  }
}
