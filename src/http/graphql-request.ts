import type { IncomingMessage } from 'node:http';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import Negotiator from 'negotiator';
import { isRecord } from '../json.js';
import type { Accepted, GraphqlRequest } from '../operation/exchange.js';
import { tooDeep } from '../operation/prepare/document-extent.js';
import { quoted, Refusal } from '../refusal.js';
import type { RequestLimits } from '../settings.js';
import { isJson, readJson } from './body.js';
import { canonicalJson, deepestValue } from './canonical-json.js';

/** So many objects variables may hold, ten times as many as a filter made by people: each is held against its whole type. */
const mostObjects = 1_000;

const refuse = (message: string, messageJa: string) => new Refusal('BAD_REQUEST', message, messageJa);

/** Headers that a page of another site cannot set without being asked first. */
const preflightHeaders = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** The request that a POST or GET brings. */
export async function readGraphqlRequest(request: IncomingMessage, limits: RequestLimits): Promise<GraphqlRequest> {
  if (request.method === 'POST') return graphqlRequest(await readJson(request, limits.body));
  if (request.method !== 'GET') throw new Refusal('METHOD_NOT_ALLOWED').withHeaders({ allow: 'GET, POST' });
  return requestByGet(request);
}

/** The request in an address, from a client that no page of another site can make send it. */
function requestByGet(request: Pick<IncomingMessage, 'headers' | 'url'>): GraphqlRequest {
  const { 'content-type': type } = request.headers;
  if (type !== undefined && !isJson(type)) throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  if (type === undefined && !preflightHeaders.some((name) => request.headers[name])) throw new Refusal('CSRF_BLOCKED');
  return requestIn(request.url ?? '');
}

/** The request in an address, whoever sent it. */
export const requestIn = (url: string): GraphqlRequest => graphqlRequest(parametersOf(url));

/** What GraphQL over HTTP knows; all other names are reserved for later versions of it. */
const parameterNames = ['query', 'operationName', 'variables', 'extensions'];

/**
 * Refuses what is nearly the name of a parameter that is missing: without its variables an operation may ask for far more
 * than was meant. Other names are left alone, as clients may send what a later version knows.
 */
function refuseMisspelt(given: readonly string[]): void {
  for (const name of given) {
    if (parameterNames.includes(name)) continue;
    const missing = parameterNames.filter((each) => !given.includes(each));
    const [meant] = suggestionList(name.slice(0, 50).replace(/[[{(].*$/, ''), missing);
    if (meant)
      throw refuse(
        `${quoted(name)}: there is no such parameter. Did you mean ${meant}?`,
        `${quoted(name)}というパラメーターはありません。${meant}のことですか。`,
      );
  }
}

/** The parameters of a request that came by GET. */
export function parametersOf(url: string): Readonly<Record<string, unknown>> {
  const search = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
  refuseMisspelt([...search.keys()]);
  const once = (name: string) => {
    const values = search.getAll(name);
    if (values.length > 1)
      throw refuse(
        `${name}: expected it once, but got it ${values.length} times.`,
        `${name}は一度だけ指定してください。`,
      );
    return values[0];
  };
  const json = (name: string): unknown => {
    const value = once(name);
    if (value === undefined) return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw refuse(`${name}: expected JSON.`, `${name}はJSONで指定してください。`);
    }
  };
  return {
    query: once('query'),
    // Empty is as good as left out.
    operationName: once('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  };
}

/** A request out of what a body or parameters hold. */
export function graphqlRequest(body: unknown): GraphqlRequest {
  if (Array.isArray(body))
    throw refuse(
      'Batches of operations are not accepted; send one.',
      '複数の操作をまとめて送ることはできません。1つずつ送ってください。',
    );
  if (!isRecord(body))
    throw refuse('Expected a JSON object with a query.', 'queryを含むJSONオブジェクトを送ってください。');
  refuseMisspelt(Object.keys(body));
  const extensions = objectOf(body, 'extensions');
  if (extensions.persistedQuery) throw new Refusal('PERSISTED_QUERY_NOT_SUPPORTED');
  const { query, operationName = null } = body;
  if (typeof query !== 'string' || query.trim() === '')
    throw refuse('query: expected the text of a GraphQL document.', 'queryにGraphQLの文を指定してください。');
  if (operationName !== null && typeof operationName !== 'string')
    throw refuse('operationName: expected a text or null.', 'operationNameは文字列で指定してください。');
  const variables = objectOf(body, 'variables');
  const values = canonicalJson([variables, extensions]);
  if (values === null) throw tooDeep('variables', deepestValue);
  const objects = objectsIn(variables);
  if (objects > mostObjects) throw tooManyObjects(objects);
  return { query, operationName, variables, extensions, canonicalValues: values };
}

function objectOf(body: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = body[name] ?? {};
  if (!isRecord(value))
    throw refuse(`${name}: expected an object or null.`, `${name}はオブジェクトで指定してください。`);
  return value;
}

/** How many objects there are in a value, itself among them. */
function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, part) => sum + objectsIn(part), 0);
  return Array.isArray(value) ? inner : inner + 1;
}

const tooManyObjects = (came: number) =>
  new Refusal(
    'QUERY_TOO_COSTLY',
    `variables: expected at most ${mostObjects} objects, but got ${came}.`,
    `variablesに含められるオブジェクトは${mostObjects}個までです（指定：${came}個）。`,
  );

const graphqlJson = 'application/graphql-response+json; charset=utf-8';
const plainJson = 'application/json; charset=utf-8';

/** The media type of the answer. Without a preference it is application/json. */
export function acceptedBy(accept: string | undefined): Accepted {
  if (accept === undefined || accept === '*/*') return { contentType: plainJson, legacy: false };
  const types = new Negotiator({ headers: { accept } });
  const chosen = types.mediaType([plainJson, graphqlJson]);
  if (chosen === undefined) throw new Refusal('NOT_ACCEPTABLE');
  if (chosen === graphqlJson) return { contentType: graphqlJson, legacy: false };
  return { contentType: plainJson, legacy: types.mediaTypes().includes('application/json') };
}
