import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { TrustedProxies } from '../client-address.js';
import { type ErrorCode, meaningOf } from '../error-codes.js';
import { Refusal } from '../refusal.js';
import { type ConnectionLimits, endSlowReaders, limitConnections, type SlowestReader } from './connections.js';
import { failure } from './failure.js';
import { securityHeaders } from './headers.js';
import { requestIdOf } from './request-id.js';

export interface ListenerOptions {
  readonly connections: ConnectionLimits;
  readonly isProxy: TrustedProxies;
  readonly slowestReader?: SlowestReader;
  /** Milliseconds for the whole of a request to arrive. */
  readonly requestTimeout?: number;
}

/** How long a connection stays for its client to read the last answer, which is lost where it is closed before. */
const lingering = 1_000;

/** An HTTP server that ends slow and malformed requests by itself, with errors of the same shape as all others. */
export function createListener(
  listener: RequestListener,
  { connections, isProxy, slowestReader, requestTimeout = 15_000 }: ListenerOptions,
): Server {
  const server = createServer(
    {
      requestTimeout,
      headersTimeout: Math.min(10_000, requestTimeout),
      // By default node looks for slow requests only every thirty seconds, whatever the limits say.
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16_384,
      // Longer than load balancers keep connections: one that closes first would lose requests under way to it.
      keepAliveTimeout: 65_000,
      // Its own answer has no body; a request without a host is refused as any other.
      requireHostHeader: false,
    },
    listener,
  );
  server.on('checkExpectation', listener);
  server.on('connect', (_request, socket: Socket) => endWith(socket, rawAnswer('METHOD_NOT_ALLOWED')));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Answers are written in whole pieces; one that has begun is complete already.
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
      socket.destroy();
      return;
    }
    endWith(socket, rawAnswer(codeOf(error.code)));
  });
  limitConnections(server, connections, isProxy);
  endSlowReaders(server, slowestReader);
  return server;
}

/** Sends the last word and closes; half closed, the connection would stay as long as the client likes. */
function endWith(socket: Socket, answer: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(answer);
  const closing = setTimeout(() => socket.destroy(), lingering).unref();
  socket.once('close', () => clearTimeout(closing));
}

function codeOf(reason: string | undefined): ErrorCode {
  if (reason === 'HPE_HEADER_OVERFLOW') return 'HEADERS_TOO_LARGE';
  return reason === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'REQUEST_TIMEOUT' : 'BAD_REQUEST';
}

/** The answer to what was no request that node could hand to anybody. */
function rawAnswer(code: ErrorCode): string {
  const { status } = meaningOf(code);
  const requestId = requestIdOf({ headers: {} });
  const { headers, body } = failure(new Refusal(code), { requestId, hidden: [], code: 'OK' });
  const all = {
    ...Object.fromEntries(securityHeaders),
    ...headers,
    'content-length': String(body?.length ?? 0),
    connection: 'close',
    'x-request-id': requestId,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body?.toString() ?? ''}`;
}
