import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** A request as bytes, ready to be sent any number of times. */
export function httpRequest(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Buffer {
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/**
 * A keep-alive connection that asks one thing at a time. It reads only as much of HTTP as the contestants send, so that
 * on a machine that client and servers share the client takes as little as possible.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('expected an answer, but the server closed the connection')));
  }

  static async open(port: number): Promise<HttpConnection> {
    const socket = connect({ host: '127.0.0.1', port });
    await once(socket, 'connect');
    return new HttpConnection(socket);
  }

  send(request: Buffer): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }

  private fail(error: Error): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.reject(error);
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headerEnd = this.received.indexOf('\r\n\r\n');
    if (headerEnd === -1) return;
    const header = this.received.toString('latin1', 0, headerEnd);
    const body = this.received.subarray(headerEnd + 4);
    const length = /\r\ncontent-length: *(\d+)/i.exec(header)?.[1];
    const whole = length === undefined ? joinChunks(body) : body.length >= Number(length) ? body : null;
    if (!whole) return;
    this.received = Buffer.alloc(0);
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve({ status: Number(header.slice(9, 12)), body: whole });
  }
}

/** The body of a chunked answer; null while its end is missing. */
function joinChunks(body: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let place = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', place);
    if (lineEnd === -1) return null;
    const size = Number.parseInt(body.toString('latin1', place, lineEnd), 16);
    if (Number.isNaN(size)) throw new Error('expected a chunked answer or one with a content-length, but got another');
    const start = lineEnd + 2;
    if (body.length < start + size + 2) return null;
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(start, start + size));
    place = start + size + 2;
  }
}
