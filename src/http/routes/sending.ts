import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { plainAddress } from '../../client-address.js';
import type { Admission } from '../../operation/admission.js';
import type { HttpAnswer } from '../../operation/exchange.js';
import { ClientGone } from '../../refusal.js';
import { goneSignal, type OnBehalf } from '../graphql-endpoint.js';

/** The id of the request, which the server gave it. */
const requestIdIn = (response: Response): string => String(response.getHeader('x-request-id') ?? '');

/**
 * The request in whose name a route sends operations. Cookies stay behind: a browser sends them with whatever a page of
 * another site links to, so that they tell nothing of who asks.
 */
export function onBehalfOf(request: Request, response: Response): OnBehalf {
  const { cookie: _cookie, ...headers } = request.headers;
  return { requestId: requestIdIn(response), headers, address: plainAddress(request.ip), gone: goneSignal(response) };
}

/** The service as the client knows it: `http://127.0.0.1:4000`. */
export const originOf = ({ protocol, headers }: Pick<Request, 'protocol' | 'headers'>): string =>
  `${protocol}://${headers.host ?? ''}`;

/** Sends an answer as it is: what a route got instead of what it asked for. */
export function sendAnswer(response: Response, { status, headers, body }: HttpAnswer): void {
  response.status(status).set(headers).send(body);
}

type Pieces = AsyncIterable<string | Uint8Array>;

/** Makes each piece when it is the turn of its client among all downloads. */
export type InTurn = (pieces: Pieces, onBehalf: Pick<OnBehalf, 'address' | 'gone'>) => Pieces;

/** Shares an admission among downloads: a few pieces are made at a time, and a client that takes them slowly holds nobody. */
export const inTurn = (downloads: Admission): InTurn =>
  async function* (pieces, { address, gone }) {
    const iterator = pieces[Symbol.asyncIterator]();
    try {
      while (true) {
        const leave = await downloads.enter(address, gone);
        let next: IteratorResult<string | Uint8Array>;
        try {
          next = await iterator.next();
        } finally {
          leave();
        }
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  };

/**
 * Sends pieces as they are made; each is made only when the client has taken those before it. A download that cannot be
 * completed is broken off, so that nobody takes a part for the whole.
 */
export async function sendPieces(response: Response, pieces: Pieces, log: Logger): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), response);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    response.destroy();
    if (code === 'ERR_STREAM_PREMATURE_CLOSE' || error instanceof ClientGone) return;
    log.error({ requestId: requestIdIn(response), err: error }, 'download broken off');
  }
}

/** What HEAD gets of a download. */
export async function* noPieces(): Pieces {}

/** How often a download is begun anew where loads commit meanwhile. */
const attempts = 4;

/**
 * Makes the first `size` characters or bytes of a download, of most downloads all, and makes them anew where a load has
 * `crossed` them. A download that a load crosses later is broken off.
 */
export async function ofOneState<Made extends { readonly pieces: Pieces }>(
  make: () => Promise<Made>,
  crossed: (error: unknown) => boolean | Promise<boolean>,
  size: number,
): Promise<Made> {
  for (let attempt = 1; ; attempt++) {
    try {
      const made = await make();
      return { ...made, pieces: await begun(made.pieces, size) };
    } catch (error) {
      if (attempt === attempts || !(await crossed(error))) throw error;
    }
  }
}

async function begun(pieces: Pieces, size: number): Promise<Pieces> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first: (string | Uint8Array)[] = [];
  for (let length = 0; length < size; ) {
    const { value, done } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  return (async function* () {
    yield* first.splice(0);
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}

/** `content-disposition` of a download with a Japanese name, by RFC 6266 and 8187, and a plain one for old clients. */
export function downloadAs(name: string, plainName: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
