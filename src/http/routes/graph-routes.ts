import { type Request, Router } from 'express';
import type { Logger } from 'pino';
import { Municipalities } from '../../analysis/municipalities.js';
import type { Caller } from '../../caller.js';
import { vocabularyText } from '../../export/described-vocabulary.js';
import {
  type DatasetFacts,
  deepestNeighbourhood,
  everyGraph,
  type GraphReader,
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
import { isRecord } from '../../json.js';
import { readId } from '../../model/stage-id.js';
import { badInput, Refusal, wholeNumber } from '../../refusal.js';
import type { RequestLimits } from '../../settings.js';
import { readJson } from '../body.js';
import type { OnBehalf } from '../graphql-endpoint.js';
import { checkNames, parametersIn } from './parameters.js';
import { downloadAs, type InTurn, noPieces, ofOneState, onBehalfOf, sendPieces } from './sending.js';

interface GraphFormat {
  readonly mediaType: string;
  write(source: GraphSource): AsyncIterable<string>;
}

const formats: Readonly<Record<string, GraphFormat>> = {
  ttl: { mediaType: 'text/turtle; charset=utf-8', write: (source) => turtle(resourcesOf(source)) },
  jsonld: { mediaType: 'application/ld+json', write: (source) => jsonLd(resourcesOf(source)) },
  graphml: { mediaType: 'application/graphml+xml; charset=utf-8', write: graphml },
};

/** Reads the graph as a caller may see it. */
export interface Reader extends GraphReader {
  readonly caller: Caller;
}

export interface GraphRoutesOptions {
  /** How statements are read in the name of a request. */
  readonly readerFor: (request: OnBehalf) => Promise<Reader>;
  readonly inTurn: InTurn;
  readonly limits: Pick<RequestLimits, 'body' | 'answer'>;
  readonly log: Logger;
}

/** What asks for the graph of all municipalities. */
const every = 'all';
const everyNames = { ja: 'すべての市区町村', plain: every };

const namesOf = ([dataset]: readonly DatasetFacts[]) => ({
  ja: dataset?.city.name ?? every,
  plain: dataset?.municipality ?? every,
});

/**
 * `/export/graph.ttl`, `.jsonld` and `.graphml`: all of a municipality or of all of them, or what lies around some nodes;
 * `/export/vocabulary.ttl`: their terms.
 */
export function graphRoutes({ readerFor, inTurn, limits, log }: GraphRoutesOptions): Router {
  const router = Router();
  const municipalities = new Municipalities();
  router.all('/export/vocabulary.ttl', async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refusal('METHOD_NOT_ALLOWED').withHeaders({ allow: 'GET, HEAD' });
    parametersIn(request, []);
    response
      .set({
        'content-type': 'text/turtle; charset=utf-8',
        'content-disposition': downloadAs('vocabulary.ttl', 'vocabulary.ttl'),
        'cache-control': 'no-cache',
      })
      .send(await vocabularyText());
  });
  router.all('/export/graph.:extension', async (request, response) => {
    const { extension } = request.params;
    const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
    if (!format) throw noFormat;
    const { ids, depth, municipality } = part(await parametersOf(request, limits.body));
    const onBehalf = onBehalfOf(request, response);
    let reader: Reader | undefined;
    const open = async () => {
      reader = await readerFor(onBehalf);
      const { caller, ask } = reader;
      const one = async (given: string) => municipalities.keyOf(given, ask, caller.rights);
      const source = ids
        ? await neighbourhood(reader, { ids, depth })
        : municipality === every
          ? await everyGraph(reader)
          : await wholeGraph(reader, municipality && (await one(municipality)));
      return {
        names: municipality === every ? everyNames : namesOf(source.datasets),
        pieces: request.method === 'HEAD' ? noPieces() : inTurn(inPieces(format.write(source)), onBehalf),
      };
    };
    // A part of the graph before and a part of that after may also make it fail.
    const crossed = async () => reader !== undefined && (await reader.seen()) === undefined;
    const { names, pieces } = await ofOneState(open, crossed, limits.answer);
    response.set({
      'content-type': format.mediaType,
      'content-disposition': downloadAs(`${names.ja}.${extension}`, `${names.plain}.${extension}`),
      'cache-control': 'no-store',
    });
    await sendPieces(response, pieces, log);
  });
  return router;
}

const noFormat = new Refusal(
  'NOT_ACCEPTABLE',
  `The graph is ${Object.keys(formats)
    .map((extension) => `graph.${extension}`)
    .join(', ')}.`,
  `グラフの形式は${Object.keys(formats).join('、')}です。`,
);

const parameterNames = ['ids', 'depth', 'municipality'];
type Parameters = Readonly<Record<string, unknown>>;

/** What is asked for: the parameters of the address and, before them, those of a JSON body, which has room for many ids. */
async function parametersOf(request: Request, longestBody: number): Promise<Parameters> {
  const inAddress = parametersIn(request, parameterNames);
  if (request.method === 'GET' || request.method === 'HEAD') return inAddress;
  if (request.method !== 'POST') throw new Refusal('METHOD_NOT_ALLOWED').withHeaders({ allow: 'GET, HEAD, POST' });
  const body = await readJson(request, longestBody);
  if (isRecord(body)) {
    checkNames(Object.keys(body), parameterNames);
    return { ...inAddress, ...body };
  }
  throw new Refusal(
    'BAD_REQUEST',
    'Expected a JSON object, such as {"ids": ["sdg:17"], "depth": 1}.',
    '{"ids": ["sdg:17"], "depth": 1} のようなJSONオブジェクトを送ってください。',
  );
}

const part = (given: Parameters) => ({
  ids: idsOf(given.ids),
  depth: depthOf(given.depth),
  municipality: municipalityOf(given.municipality),
});

function municipalityOf(given: unknown): string | null {
  if (given === undefined || given === null) return null;
  if (typeof given === 'string' && given.trim() !== '') return given;
  throw badInput(
    'municipality: expected the id, the code or the name of one, as a text',
    'municipalityには市区町村を一つだけ、識別子・コード・名称のいずれかで指定してください。',
  );
}

/** Ids in a list, or between commas as an address has them; null where the whole graph is meant. What is exported has all stages. */
function idsOf(given: unknown): readonly string[] | null {
  if (given === undefined || given === null) return null;
  const listed: unknown = typeof given === 'string' ? given.split(',').filter((id) => id.trim() !== '') : given;
  const texts = Array.isArray(listed) && listed.every((id) => typeof id === 'string') ? listed : [];
  const ids = [...new Set(texts.map((id) => readId(id.trim()).id))];
  if (ids.length > 0 && ids.length <= mostIds) return ids;
  throw badInput(
    `ids: expected 1 to ${mostIds} ids, between commas or as a list of texts, but got ${ids.length}`,
    `idsには1〜${mostIds}件の識別子を、カンマ区切りまたは文字列の配列で指定してください。`,
  );
}

const depthOf = (given: unknown = 1): number =>
  wholeNumber(
    'depth',
    typeof given === 'string' && /^\d$/.test(given) ? Number(given) : given,
    0,
    deepestNeighbourhood,
  );
