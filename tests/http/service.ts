import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';
import type { CallOptions } from '../../src/database/connection.js';
import { conditions } from '../../src/http/readiness.js';
import { type ServerOptions, type ServiceConnection, startServer } from '../../src/http/server.js';
import { serviceLog } from '../../src/http/service-log.js';
import { type HttpSettings, readSettings } from '../../src/settings.js';

type Row = Readonly<Record<string, unknown>>;
type Answer = (cypher: string, options: CallOptions) => Promise<readonly Row[]> | readonly Row[];

/** A graph that is told what to say: which revision it holds, and how it answers what operations read. */
export interface FakeGraph {
  revision: string;
  /** Whether a load is announced. */
  announced: boolean;
  /** The ids of the transactions that commit now. */
  committing: readonly string[];
  /** Answers the statements of operations; those about the revision are answered by themselves. */
  answer: Answer;
  /** The statements that came, those about the revision apart. */
  readonly statements: string[];
  revisionReads: number;
}

export function fakeGraph(answer?: Answer): FakeGraph {
  const graph: FakeGraph = {
    revision: 'r1',
    announced: false,
    committing: [],
    statements: [],
    revisionReads: 0,
    answer: answer ?? (() => [{ municipality: 'green', revision: graph.revision, loadedAt: '2026-01-01T00:00:00Z' }]),
  };
  return graph;
}

const connectionTo = (graph: FakeGraph): ServiceConnection => ({
  profile: async () => ({ rows: [], operators: null }),
  read: async <R extends object>(cypher: string, _parameters?: unknown, options: CallOptions = {}) => {
    if (cypher.startsWith('SHOW TRANSACTIONS'))
      return graph.committing.map((id) => ({ id })) as unknown as readonly R[];
    if (cypher.includes(':GraphRevision')) {
      graph.revisionReads++;
      return [{ revision: graph.revision, announced: graph.announced }] as unknown as readonly R[];
    }
    graph.statements.push(cypher);
    return (await graph.answer(cypher, options)) as readonly R[];
  },
});

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The body as JSON. */
  readonly json: () => { data?: unknown; errors?: readonly ReplyError[] };
}

export interface ReplyError {
  readonly message: string;
  readonly path?: readonly unknown[];
  readonly extensions: { readonly code: string; readonly messageJa: string; readonly requestId?: string };
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | readonly Buffer[];
  readonly signal?: AbortSignal;
  /** The address that it comes from. */
  readonly localAddress?: string;
}

/** A running service over a fake graph, everything it logged, and everything it said. */
export interface Service {
  readonly url: string;
  readonly log: Record<string, unknown>[];
  readonly bodies: string[];
  send(sent: Sent): Promise<Reply>;
  /** Posts an operation as JSON. */
  post(
    query: string,
    more?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  stop(): Promise<void>;
}

/** Sends a request exactly as told: fetch would add headers of its own. */
export function sendTo(
  url: string,
  { method = 'POST', path = '/graphql', headers = {}, body, signal, localAddress }: Sent,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method,
      headers,
      agent: false,
      ...(signal ? { signal } : {}),
      ...(localAddress ? { localAddress } : {}),
    };
    const request = httpRequest(`${url}${path}`, options, async (response) => {
      try {
        const answered = await text(response);
        const { statusCode: status = 0, headers: answeredWith } = response;
        resolve({ status, headers: answeredWith, body: answered, json: () => JSON.parse(answered) });
      } catch (error) {
        reject(error);
      }
    });
    request.once('error', reject);
    if (Array.isArray(body)) for (const piece of body) request.write(piece);
    request.end(Array.isArray(body) ? undefined : body);
  });
}

export async function startService(
  graph: FakeGraph = fakeGraph(),
  settings: Partial<HttpSettings> = {},
  options: Partial<ServerOptions> = {},
): Promise<Service> {
  const log: Record<string, unknown>[] = [];
  const bodies: string[] = [];
  const server = await startServer({
    connection: connectionTo(graph),
    readiness: async () => new Set(conditions),
    host: '127.0.0.1',
    port: 0,
    settings: { ...readSettings({}).http, ...settings },
    log: serviceLog('info', { write: (line) => void log.push(JSON.parse(line)) }),
    ...options,
  });
  const send = async (sent: Sent) => {
    const reply = await sendTo(server.url, sent);
    bodies.push(reply.body);
    return reply;
  };
  return {
    url: server.url,
    log,
    bodies,
    send,
    post: (query, more = {}, headers = {}) =>
      send({ headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, ...more }) }),
    stop: () => server.stop(),
  };
}
