import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import type { HttpAnswer } from '../operation/exchange.js';

/** Below this size compressing takes longer than it saves. */
const worthCompressing = 1024;

const compress: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      // The default is meant for files that are compressed once; this is as fast as gzip and still smaller.
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 4 }),
};

/** Best first. */
const encodings = Object.keys(compress);

/** Sends an answer, compressed where the client takes it and it is worth it. */
export async function respond(request: IncomingMessage, response: ServerResponse, answer: HttpAnswer): Promise<void> {
  const encoding = answer.body && answer.body.length > worthCompressing ? encodingFor(request) : null;
  const body = answer.body && encoding ? await compressed(answer, answer.body, encoding) : answer.body;
  if (response.destroyed) return;
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) {
    if (name === 'vary') response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  if (encoding) response.setHeader('content-encoding', encoding);
  if (body) response.setHeader('content-length', body.length);
  response.end(body ?? undefined);
}

function encodingFor({ headers }: IncomingMessage): string | null {
  const accepted = headers['accept-encoding'];
  if (accepted === undefined) return null;
  const possible = new Negotiator({ headers: { 'accept-encoding': String(accepted) } }).encodings(encodings);
  // Clients hardly ever mean the order in which they name them: the first that both know, by our own order.
  return encodings.find((encoding) => possible.includes(encoding)) ?? null;
}

async function compressed({ compressed: kept }: HttpAnswer, body: Buffer, encoding: string): Promise<Buffer> {
  const known = kept?.get(encoding);
  if (known) return known;
  const made = (await compress[encoding]?.(body)) ?? body;
  kept?.set(encoding, made);
  return made;
}
