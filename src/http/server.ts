import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Ask } from '../analysis/statements.js';
import { schema } from '../api/schema.js';
import { type Authenticate, anonymous, clientOf } from '../caller.js';
import { trustedProxies } from '../client-address.js';
import type { Connection } from '../database/connection.js';
import { StatementPlanner } from '../graph/statement-planner.js';
import { CityLabels } from '../labels/city-labels.js';
import { Admission } from '../operation/admission.js';
import { AnswerCache } from '../operation/answer/answer-cache.js';
import { Apollo, type Plugin } from '../operation/execute/apollo.js';
import { GraphAccess } from '../operation/execute/graph-access.js';
import { Operations } from '../operation/operations.js';
import type { PrepareOptions } from '../operation/prepare/prepare.js';
import { schemasOf } from '../operation/prepare/prepared-operation.js';
import { programDigest } from '../operation/program.js';
import { projectFile } from '../project-files.js';
import { Refusal } from '../refusal.js';
import { type HttpSettings, readSettings } from '../settings.js';
import { application } from './application.js';
import { refuse } from './failure.js';
import { GraphqlEndpoint, type OnBehalf } from './graphql-endpoint.js';
import { allowOrigins, setSecurityHeaders } from './headers.js';
import { createListener } from './listener.js';
import { createMetrics } from './metrics.js';
import { refusalOfExpectation, refusalOfName, refusalOfSite } from './own-names.js';
import { type Readiness, readinessOf } from './readiness.js';
import { requestIdOf } from './request-id.js';
import { dossierRoutes } from './routes/dossier-routes.js';
import { embedRoutes } from './routes/embed-routes.js';
import { graphRoutes, type Reader } from './routes/graph-routes.js';
import { schemaRoutes } from './routes/schema-routes.js';
import { inTurn } from './routes/sending.js';
import { tableRoutes } from './routes/table-routes.js';
import { opensPage, webRoutes } from './routes/web-routes.js';
import { serviceRoutes } from './service-routes.js';

/** What the service needs of a database. */
export type ServiceConnection = Pick<Connection, 'read' | 'profile'>;

export interface ServerOptions {
  readonly connection: ServiceConnection;
  readonly host: string;
  readonly port: number;
  /** As with no environment variable set, if left out. */
  readonly settings?: HttpSettings;
  /** Whether all is there that answers come from; by default what `readinessOf` looks at. */
  readonly readiness?: Readiness;
  readonly log: Logger;
  /** False until there is something to be asked about; operations are refused until then. */
  readonly open?: () => boolean;
  /** Answers what the database has not planned yet in steps, which are quick to plan (`src/graph/statement-planner.ts`). */
  readonly steps?: boolean;
  /** Finds out who sends a request; until there are accounts everybody is anonymous. */
  readonly authenticate?: Authenticate;
  /** Plugins of Apollo Server, for operations that it executes. */
  readonly plugins?: readonly Plugin[];
  /** Measures operations in another way. */
  readonly measure?: PrepareOptions['measure'];
  /** The folder of the web pages; by default where they are built into. */
  readonly pages?: string;
  /** Further routes beside GraphQL and those for the people who run the service. */
  readonly routers?: readonly Router[];
}

export interface RunningServer {
  readonly url: string;
  /** Stops taking requests, answers those under way, and closes; once, however often it is called. */
  stop(): Promise<void>;
}

/** How long planning a statement behind may take. */
const planningTimeout = 60_000;
/** How long a request may wait for room. */
const queuePatience = 1_000;
/** Pieces of downloads that are made at the same time, each after those of other clients. */
const downloadLimits = { inFlight: 2, perClient: 1, patience: 60_000, rate: 0 };
/** What requests under way still get when the server is stopped. */
const stopGrace = 10_000;

/** Serves the GraphQL API over HTTP until it is stopped. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { connection, log, open = () => true, steps = false, routers = [], pages = projectFile('dist/web') } = options;
  const { settings = readSettings({}).http } = options;
  const { authenticate = () => anonymous, plugins = [], measure } = options;
  const { readiness = readinessOf(connection, projectFile('cypher/migrations')) } = options;
  const admission = new Admission({ ...settings, patience: queuePatience });
  const downloads = new Admission({ ...downloadLimits, queued: settings.connections.maximum });
  const cache = new AnswerCache(settings.answerCache);
  const metrics = createMetrics(admission, cache);
  let draining = false;

  const isProxy = trustedProxies(settings.trustedProxies);
  const answer: RequestListener = (request, response) => {
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    setSecurityHeaders(response);
    // The client must send its next request to somebody else.
    if (draining) response.setHeader('connection', 'close');
    const refusal =
      refusalOfName(request, settings) ?? refusalOfExpectation(request) ?? refusalOfSite(request, settings);
    if (refusal) {
      // Nothing reads its body, so that nobody knows where the next request begins.
      response.setHeader('connection', 'close');
      refuse(response, refusal);
      return;
    }
    if (allowOrigins(settings.corsOrigins, request, response)) return;
    if (isGraphql(request.url) && !opensPage(request)) void endpoint.handle(request, response, requestId);
    else app(request, response);
  };
  const httpServer = createListener(answer, { connections: settings.connections, isProxy });
  const schemas = schemasOf(schema());
  const labels = new CityLabels(schemas.schema);
  const apollo = new Apollo({
    schema: schemas.schema,
    introspection: settings.introspection,
    plugins: [...plugins, ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: stopGrace })],
    log,
  });
  const graph = new GraphAccess(connection, metrics.database, settings.deadline);
  const explain = (text: string) => connection.read(`EXPLAIN ${text}`, {}, { timeout: planningTimeout });
  const operations = new Operations({
    schemas,
    apollo,
    graph,
    planner: steps ? new StatementPlanner(explain, () => admission.inFlight > 0) : null,
    cache,
    ...(measure ? { measure } : {}),
    introspection: settings.introspection,
    limits: settings.limits,
    explain: settings.explain,
    // Whether the schema may be read and what is refused have a say in answers, too.
    program: `${programDigest()} ${settings.introspection} ${JSON.stringify(settings.limits)}`,
  });
  const endpoint = new GraphqlEndpoint({ operations, authenticate, admission, isProxy, settings, metrics, open, log });
  /** For downloads, which read page by page: each takes its turn among the operations. */
  const readerFor = async ({ headers, address, gone }: OnBehalf): Promise<Reader> => {
    const caller = await authenticate(headers);
    const { read, seen } = graph.for(caller, gone);
    const ask: Ask = async (cypher, parameters) => {
      if (!open()) throw new Refusal('SERVICE_UNAVAILABLE');
      const leave = await admission.enter(clientOf(caller, address), gone);
      try {
        return await read(cypher, parameters);
      } finally {
        leave();
      }
    };
    return { caller, ask, seen };
  };
  const app = application(
    [
      serviceRoutes({ readiness, draining: () => draining, metrics, log }),
      dossierRoutes(labels, endpoint),
      graphRoutes({ readerFor, inTurn: inTurn(downloads), limits: settings.limits, log }),
      tableRoutes({
        schema: schemas.schema,
        labels,
        endpoint,
        inTurn: inTurn(downloads),
        limits: settings.limits,
        log,
      }),
      schemaRoutes(settings),
      embedRoutes(settings.embedOrigins),
      webRoutes({
        folder: pages,
        site: settings.site,
        embedOrigins: settings.embedOrigins,
        labels,
        endpoint,
      }),
      ...routers,
    ],
    isProxy,
    log,
  );

  await apollo.start();
  await listen(httpServer, options);
  let stopped: Promise<void> | null = null;
  const stop = async () => {
    draining = true;
    if (settings.drainDelay > 0) await delay(settings.drainDelay);
    await apollo.stop();
  };
  return {
    url: urlOf(httpServer),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

const isGraphql = (url = '') => {
  const path = url.split('?', 1)[0];
  return path === '/graphql' || path === '/graphql/';
};

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

function urlOf(server: Server): string {
  const { family, address, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
