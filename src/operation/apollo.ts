import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import type { Logger } from 'pino';
import { formatError } from '../api/errors.js';
import type { RequestLimits } from '../settings.js';
import type { RequestContext } from './context.js';
import type { Admits } from './cost-plugin.js';
import type { Executor } from './executor.js';
import { maximumErrors, operationLimits } from './operation-limits.js';
import { writeJson } from './write-json.js';

/** What others add to the carrying out of operations: a cost limit, explanations. */
export interface Execution {
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
  readonly rules?: readonly ValidationRule[];
  /**
   * Tells of an operation that was let through before whether it may be carried out again, with its variables, past the
   * plugins; without it every request goes through all of them.
   */
  readonly admits?: Admits;
  /** Headers, with their values, that make an answer another one: with one of them it is neither kept nor taken from memory. */
  readonly distinguishingHeaders?: Readonly<Record<string, readonly string[]>>;
}

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly limits: RequestLimits;
  readonly executor: Executor;
  readonly execution: Execution;
  readonly plugins: readonly ApolloServerPlugin<RequestContext>[];
  readonly log: Logger;
}

/**
 * Memory for parsed documents by Apollo's own count. With their plans they really take twenty times as much: this is room
 * for more than two hundred and fifty operations, besides those that were let through (`known-operations.ts`).
 */
const documentMemory = 2 ** 19;

/** The GraphQL server behind the endpoint: it understands, checks and carries out operations. */
export function createApollo(options: ApolloOptions): ApolloServer<RequestContext> {
  const { schema, introspection, limits, executor, execution, plugins, log } = options;
  const { rules = [] } = execution;
  return new ApolloServer<RequestContext>({
    gateway: executor.gateway(),
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    stopOnTerminationSignals: false,
    stringifyResult: writeJson,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: maximumErrors },
    validationRules: [operationLimits(limits), ...rules],
    // Bounded: documents of strangers must not fill the memory.
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: documentMemory }),
    // Where the schema may not be read, errors do not tell it either.
    formatError: (formatted, error) => formatError(formatted, error, introspection ? schema : null),
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.info(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      ...plugins,
      ...(execution.plugins ?? []),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}
