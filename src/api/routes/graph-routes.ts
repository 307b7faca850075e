import { type Request, Router } from 'express';
import type { Logger } from 'pino';
import type { Ask } from '../../analysis/statements.js';
import {
  deepestNeighbourhood,
  type GraphSource,
  mostIds,
  neighbourhood,
  wholeGraph,
} from '../../export/graph-source.js';
import { graphml } from '../../export/graphml.js';
import { jsonLd } from '../../export/json-ld.js';
import { inPieces } from '../../export/pieces.js';
import { resourcesOf } from '../../export/resources.js';
import { turtle } from '../../export/turtle.js';
import { RequestError } from '../../graph/request-error.js';
import { Refusal } from '../errors.js';
import { downloadAs, goneSignal, sendPieces } from './sending.js';

interface GraphFormat {
  readonly mediaType: string;
  write(source: GraphSource): AsyncIterable<string>;
}

const formats: Readonly<Record<string, GraphFormat>> = {
  ttl: { mediaType: 'text/turtle; charset=utf-8', write: (source) => turtle(resourcesOf(source)) },
  jsonld: { mediaType: 'application/ld+json', write: (source) => jsonLd(resourcesOf(source)) },
  graphml: { mediaType: 'application/graphml+xml; charset=utf-8', write: graphml },
};

export interface GraphRoutesOptions {
  /** Reads in the name of a request, until the signal. */
  readonly askUntil: (gone: AbortSignal) => Ask;
  readonly log: Logger;
}

/** `/export/graph.ttl`, `.jsonld` and `.graphml`: all of a municipality, or what lies around some nodes. */
export function graphRoutes({ askUntil, log }: GraphRoutesOptions): Router {
  const router = Router();
  router.all('/export/graph.:extension', async (request, response) => {
    const { extension } = request.params;
    const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
    if (!format) throw noFormat;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refusal('METHOD_NOT_ALLOWED', undefined, { allow: 'GET, HEAD' });
    const ask = askUntil(goneSignal(response));
    const ids = idsOf(request);
    const source = ids
      ? await neighbourhood(ask, { ids, depth: depthOf(request) })
      : await wholeGraph(ask, parameter(request, 'municipality'));
    const { municipality, city } = source.dataset;
    response.set({
      'content-type': format.mediaType,
      'content-disposition': downloadAs(`${city.name}.${extension}`, `${municipality}.${extension}`),
      'cache-control': 'no-store',
    });
    if (request.method === 'HEAD') response.end();
    else await sendPieces(response, inPieces(format.write(source)), log);
  });
  return router;
}

const noFormat = new Refusal('NOT_ACCEPTABLE', {
  message: `The graph is ${Object.keys(formats)
    .map((extension) => `graph.${extension}`)
    .join(', ')}.`,
  messageJa: `グラフの形式は${Object.keys(formats).join('、')}です。`,
});

function parameter({ query }: Request, name: string): string | null {
  const value = query[name];
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  throw new RequestError('BAD_USER_INPUT', `${name}: expected it once`, `${name}は一度だけ指定してください。`);
}

/** Ids between commas; null where the whole graph is meant. */
function idsOf(request: Request): readonly string[] | null {
  const given = parameter(request, 'ids');
  if (given === null) return null;
  const ids = [
    ...new Set(
      given
        .normalize('NFKC')
        .split(',')
        .map((id) => id.trim()),
    ),
  ].filter((id) => id !== '');
  if (ids.length > 0 && ids.length <= mostIds) return ids;
  throw new RequestError(
    'BAD_USER_INPUT',
    `ids: expected 1 to ${mostIds} ids between commas, but got ${ids.length}`,
    `idsには1〜${mostIds}件の識別子をカンマ区切りで指定してください。`,
  );
}

function depthOf(request: Request): number {
  const given = parameter(request, 'depth') ?? '1';
  const depth = Number(given);
  if (/^\d$/.test(given) && depth <= deepestNeighbourhood) return depth;
  throw new RequestError(
    'BAD_USER_INPUT',
    `depth: expected a whole number between 0 and ${deepestNeighbourhood}, but got: ${given.slice(0, 50)}`,
    `depthには0〜${deepestNeighbourhood}の整数を指定してください。`,
  );
}
