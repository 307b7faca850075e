import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { ClientGone, Refusal } from '../refusal.js';

const decompress: Readonly<Record<string, (data: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** True for application/json in UTF-8; other parameters than charset do not matter. */
export function isJson(contentType: string | undefined): boolean {
  const [essence, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  return (
    essence === 'application/json' &&
    parameters.every((parameter) => !/^charset\s*=/.test(parameter) || /^charset="?utf-?8"?$/.test(parameter))
  );
}

/** Reads the body of a request as JSON, of which no more than the limit is ever in memory. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = request.headers;
  if (!isJson(type)) throw refuseUnread(request, new Refusal('UNSUPPORTED_MEDIA_TYPE'));
  const raw = await readBytes(request, limit);
  const bytes = await decode(raw, encoding.trim().toLowerCase(), limit);
  if (!isUtf8(bytes)) throw malformed('The body is not UTF-8.', '本文がUTF-8ではありません。');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('The body is not JSON.', '本文がJSONではありません。');
  }
}

function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const tooLarge = () => reject(refuseUnread(request, tooLargeFor(limit)));
    if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge();
    const chunks: Buffer[] = [];
    let length = 0;
    const receive = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) return void chunks.push(chunk);
      request.off('data', receive);
      tooLarge();
    };
    request.on('data', receive);
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', () => reject(new ClientGone()));
    request.once('close', () => {
      if (!request.complete) reject(new ClientGone());
    });
  });
}

/** The rest of a body that is refused is thrown away as it comes: a client that is still sending would not hear us. */
function refuseUnread(request: IncomingMessage, refusal: Refusal): Refusal {
  request.resume();
  return refusal;
}

async function decode(raw: Buffer, encoding: string, limit: number): Promise<Buffer> {
  if (encoding === 'identity') return raw;
  const known = Object.hasOwn(decompress, encoding) ? decompress[encoding] : undefined;
  if (!known) throw new Refusal('UNSUPPORTED_MEDIA_TYPE').withHeaders({ 'accept-encoding': 'gzip, deflate, br' });
  try {
    return await known(raw, { maxOutputLength: limit });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLargeFor(limit);
    throw malformed(`The body is not ${encoding}.`, `本文を${encoding}として展開できません。`);
  }
}

const malformed = (message: string, messageJa: string) => new Refusal('BAD_REQUEST', message, messageJa);

const tooLargeFor = (limit: number) =>
  new Refusal(
    'PAYLOAD_TOO_LARGE',
    `The body of the request is larger than ${limit} bytes.`,
    `リクエストの本文が${limit}バイトを超えています。`,
  );
