/** Requests that no client library would write, byte by byte over a socket. */
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import fc, { type Arbitrary } from 'fast-check';
import { Fault } from './outcome.js';

interface Raw {
  readonly text: string;
  /** Sent in two pieces, cut here. */
  readonly cut: number;
}

const body = JSON.stringify({ query: '{ sdgs(first: 1) { nodes { id } } }' });

/** Requests whose heads say odd things about their bodies, their kind and where they go to. */
export function framings({ host }: Pick<URL, 'host'>): Arbitrary<Raw> {
  const lines = fc.constantFrom(
    ...[
      'POST /graphql HTTP/1.1',
      'GET / HTTP/1.1',
      'GET /healthz HTTP/1.0',
      'POST /graphql HTTP/1.1',
      'GET  / HTTP/1.1',
    ],
    ...[
      'GET / HTTP/9.9',
      'GET /',
      'CONNECT a:1 HTTP/1.1',
      'PRI * HTTP/2.0',
      'OPTIONS * HTTP/1.1',
      'get / http/1.1',
      '\0',
    ],
    ...['GET http://evil.example/ HTTP/1.1', 'GET //evil.example HTTP/1.1', `GET /${'a'.repeat(20_000)} HTTP/1.1`],
  );
  const heads = fc.array(
    fc.constantFrom(
      ...[
        `Host: ${host}`,
        `Host: ${host}`,
        'Host: evil.example',
        'Host:',
        'Host: a, b',
        'Content-Type: application/json',
      ],
      ...[
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        'Content-Length: 0',
        'Content-Length: -1',
      ],
      ...['Content-Length: 5', 'Content-Length: +5', 'Content-Length: 0x10', 'Content-Length: 99999999999999999999'],
      ...['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked, chunked', 'Transfer-Encoding : chunked'],
      ...[
        'Transfer-Encoding: xchunked',
        'Transfer-Encoding:\tchunked',
        'Expect: 100-continue',
        'Expect: x',
        'Upgrade: h2c',
      ],
      ...[
        'Connection: upgrade, close',
        'Connection: keep-alive',
        ' folded: line',
        'no colon',
        'A\0B: c',
        `X: ${'y'.repeat(9_000)}`,
      ],
      ...['apollo-require-preflight: 1', 'X-Request-Id: a\tb', 'TE: trailers', 'Trailer: host'],
    ),
    { maxLength: 6 },
  );
  const contents = fc.constantFrom(
    ...[
      body,
      body,
      '',
      `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
      'ffffffffffffffff\r\n',
      '5;a=b\r\n{"que\r\n0\r\n',
    ],
    ...[
      '0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n',
      `${body}GET /metrics HTTP/1.1\r\n\r\n`,
      '-1\r\n\r\n',
      '\r\n\r\n',
    ],
  );
  return fc
    .tuple(lines, heads, contents, fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r'), fc.nat(400))
    .map(([line, head, content, end, cut]) => ({ text: `${[line, ...head, '', ''].join(end)}${content}`, cut }));
}

/** Milliseconds of waiting for what may be half a request, of which the service waits for the rest. */
const silence = 400;

/** Sends it and looks at all that comes back until the service closes the connection, or says nothing more. */
export async function sendRaw({ hostname, port }: URL, { text, cut }: Raw): Promise<void> {
  const socket = connect(Number(port), hostname);
  let answered = '';
  const closed = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      answered += chunk.toString('latin1');
    });
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
  try {
    const bytes = Buffer.from(text, 'latin1');
    socket.write(bytes.subarray(0, cut));
    await delay(1);
    socket.write(bytes.subarray(cut));
    await Promise.race([closed, delay(silence)]);
  } finally {
    socket.destroy();
  }
  for (const [line, status] of answered.matchAll(/^HTTP\/1\.[01] (\d{3}).*/gm))
    if (Number(status) >= 500) throw new Fault('failed', `answered with ${line.trim()}`);
  if (/^\s+at .+:\d+:\d+\)?$/m.test(answered)) throw new Fault('malformed', `answered with a stack: ${answered}`);
}
