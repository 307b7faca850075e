import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { Logger } from 'pino';
import type { Connection } from '../database/connection.js';
import { requestContext } from './context.js';
import { formatError } from './errors.js';
import { schema } from './schema.js';

export interface ServerOptions {
  readonly connection: Connection;
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
}

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Largest body of a request. */
const bodyLimit = '100kb';
/** Parsing stops at this many tokens, before a document can cost anything. */
const maximumTokens = 5_000;

/** Serves the GraphQL API over HTTP until it is stopped. */
export async function startServer({ connection, host, port, log }: ServerOptions): Promise<RunningServer> {
  const app = express();
  const httpServer = createServer(
    { requestTimeout: 15_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 },
    app,
  );
  const apollo = new ApolloServer({
    schema: schema(),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: maximumTokens },
    validationOptions: { maxErrors: 5 },
    executionOptions: { maxCoercionErrors: 5 },
    // Bounded: documents of strangers must not fill the memory.
    documentStore: new InMemoryLRUCache({ maxSize: 4 * 2 ** 20 }),
    formatError: (formatted, error) =>
      formatError(formatted, error, (hidden) => log.error({ err: hidden }, 'request failed')),
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 10_000 }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    try {
      await connection.verify(1_000);
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'unavailable' });
    }
  });
  app.use(
    '/graphql',
    express.json({ limit: bodyLimit }),
    expressMiddleware(apollo, {
      context: async () => requestContext((cypher, parameters) => connection.read(cypher, parameters), randomUUID()),
    }),
  );
  app.use(
    (_request, response) =>
      void response.status(404).json({ errors: [{ message: 'Not found', extensions: { code: 'NOT_FOUND' } }] }),
  );
  // Four arguments make it an error handler for Express; without it a malformed body is answered with a page of HTML.
  app.use(
    (
      error: Error & { status?: number },
      _request: express.Request,
      response: express.Response,
      _next: express.NextFunction,
    ) => {
      const status = error.status && error.status < 500 ? error.status : 500;
      if (status === 500) log.error({ err: error }, 'request failed');
      const [message, code] =
        status === 500 ? ['Internal server error', 'INTERNAL_SERVER_ERROR'] : [error.message, 'BAD_REQUEST'];
      response.status(status).json({ errors: [{ message, extensions: { code } }] });
    },
  );
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(port, host, () => resolve());
  });
  const address = httpServer.address() as AddressInfo;
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    stop: () => apollo.stop(),
  };
}
