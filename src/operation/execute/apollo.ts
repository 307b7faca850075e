import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { formatError } from '../../api/errors.js';
import type { GraphqlRequest } from '../exchange.js';
import type { OperationContext } from './context.js';

export type Plugin = ApolloServerPlugin<OperationContext>;

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly plugins: readonly Plugin[];
  readonly log: Logger;
}

/**
 * Apollo Server, through which an operation goes when its text is new: with its plugins, and with its wording of errors.
 * The operation is prepared already, so Apollo neither parses nor validates it again, and executes it by its gateway: the
 * one way in which Apollo lets somebody else choose how.
 */
export class Apollo {
  private readonly server: ApolloServer<OperationContext>;
  /** Documents of the operations that are under way, by the hash under which Apollo looks for them. */
  private readonly documents = new Map<string, OperationContext['prepared']['document']>();

  constructor({ schema, introspection, plugins, log }: ApolloOptions) {
    const { documents } = this;
    this.server = new ApolloServer<OperationContext>({
      gateway: {
        onSchemaLoadOrUpdate: (update) => {
          update({ apiSchema: schema, coreSupergraphSdl: '' });
          return () => {};
        },
        load: async () => ({
          executor: async ({ context, request }) => {
            const operationContext = context as OperationContext;
            return operationContext.prepared.execute(operationContext, request.variables ?? {});
          },
        }),
        stop: async () => {},
      },
      documentStore: {
        // Apollo puts a prefix of its own before the hash.
        get: async (key) => documents.get(key.slice(key.lastIndexOf(':') + 1)),
        set: async () => {},
        delete: async () => true,
      },
      introspection,
      persistedQueries: false,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      formatError,
      logger: {
        debug: (message) => log.debug(message),
        info: (message) => log.info(message),
        warn: (message) => log.warn(message),
        error: (message) => log.error(message),
      },
      plugins: [
        ...plugins,
        noteUnexpectedErrors,
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        ApolloServerPluginSchemaReportingDisabled(),
        ApolloServerPluginCacheControlDisabled(),
      ],
    });
  }

  start(): Promise<void> {
    return this.server.start();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  async execute(
    { query, operationName, variables, extensions }: GraphqlRequest,
    headers: NodeJS.Dict<string | string[]>,
    contextValue: OperationContext,
  ): Promise<FormattedExecutionResult> {
    const { document, hash } = contextValue.prepared;
    this.documents.set(hash, document);
    try {
      const { body } = await this.server.executeOperation(
        {
          query,
          ...(operationName === null ? {} : { operationName }),
          variables: { ...variables },
          extensions: { ...extensions },
          http: { method: 'POST', headers: headerMap(headers), search: '', body: null },
        },
        { contextValue },
      );
      if (body.kind !== 'single') throw new Error('expected one result of an operation, but got several');
      return body.singleResult;
    } finally {
      this.documents.delete(hash);
    }
  }
}

const noteUnexpectedErrors: Plugin = {
  async unexpectedErrorProcessingRequest({ requestContext: { contextValue }, error }) {
    contextValue.record.hidden.push(error);
  },
};

function headerMap(headers: NodeJS.Dict<string | string[]>): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}
