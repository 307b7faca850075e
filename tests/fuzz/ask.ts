import { type ExecutionResult, GraphQLError } from 'graphql';
import { isErrorCode, meaningOf } from '../../src/error-codes.js';
import type { Variables } from '../graph/oracle/service.js';
import { type Reply, type Sent, sendTo } from '../http/service.js';
import { Fault, Refused } from './outcome.js';

/** Milliseconds after which a request counts as one without an answer: far more than the deadline of any. */
const patience = 90_000;

/** What no answer tells: frames of a stack, the database's own words, addresses of its driver. */
const inside = /\bat [\w.<]+ \(|Neo\.\w|node_modules|bolt:\/\/|ECONN|GqlStatusError/;

/** An operation of so many bytes is answered within its deadline, however it is made. */
const small = 1_024;

/** Sends a request, and makes sure of what holds for every answer. */
export async function send(url: string, sent: Sent): Promise<Reply> {
  const reply = await sendTo(url, { ...sent, signal: AbortSignal.timeout(patience) }).catch((error: Error) => {
    throw new Fault('silent', `expected an answer, but got: ${error.message}`);
  });
  judge(reply, sent);
  return reply;
}

function judge({ status, headers, body }: Reply, { path = '', body: asked = '' }: Sent): void {
  // Whether the database answers in time is all that it is about.
  if (status === 503 && /^\/+readyz/.test(path)) return;
  // Also beside data: there an answer of status 200 has errors.
  const codes = isJson(headers['content-type']) && body !== '' ? codesIn(body, status >= 400) : [];
  const length = path.length + Buffer.byteLength(Array.isArray(asked) ? Buffer.concat(asked) : (asked as string));
  if (codes.includes('TIMEOUT')) {
    if (length <= small) throw new Fault('late', `expected an answer in time: ${body.slice(0, 300)}`);
    throw new Refused('late');
  }
  const failure = codes.find((code) => !isErrorCode(code) || meaningOf(code).status >= 500);
  if (status >= 500 || failure !== undefined)
    throw new Fault('failed', `status ${status}, ${failure}: ${body.slice(0, 300)}`);
  for (const name of ['x-request-id', 'x-content-type-options'])
    if (!headers[name]) throw new Fault('malformed', `expected the header ${name} (status ${status})`);
  const told = status >= 400 || codes.length > 0 ? inside.exec(body) : null;
  if (told) throw new Fault('malformed', `expected nothing of the inside, but got: ${told[0]}`);
}

const isJson = (type: string | undefined) => /json/.test(type ?? '');

/** The codes of all errors of an answer; a refusal has at least one. */
function codesIn(body: string, isRefusal: boolean): readonly unknown[] {
  try {
    const { errors = [] } = JSON.parse(body) as { errors?: readonly { extensions: { code: unknown } }[] };
    if (isRefusal && errors.length === 0) throw new Error('no errors');
    return errors.map(({ extensions }) => extensions.code);
  } catch (error) {
    throw new Fault('malformed', `expected errors in their usual shape, but got: ${body.slice(0, 300)} (${error})`);
  }
}

const json = { 'content-type': 'application/json' };

/** Addresses longer than this are refused by the service; an operation goes by POST then. */
const longestAddress = 8_000;

const post = (query: string, variables: Variables, more: Readonly<Record<string, string>> = {}): Sent => ({
  headers: { ...json, ...more },
  body: JSON.stringify({ query, variables }),
});

function get(query: string, variables: Variables): Sent {
  const parameters = String(new URLSearchParams({ query, variables: JSON.stringify(variables) }));
  if (parameters.length > longestAddress) return post(query, variables);
  return { method: 'GET', path: `/graphql?${parameters}`, headers: { 'apollo-require-preflight': '1' } };
}

/** How an operation is sent. */
export const transports = {
  post: (query: string, variables: Variables) => post(query, variables),
  'post, not from what is kept': (query: string, variables: Variables) => post(query, variables, { 'x-no-cache': '1' }),
  get,
};

export type Transport = keyof typeof transports;

/** Refused for what they ask for, before they are answered: the oracle knows no limits. */
const limits = new Set(['QUERY_TOO_COSTLY', 'TOO_MANY_ALIASES', 'TOO_MANY_TOKENS', 'TOO_DEEP', 'TOO_MANY_DIRECTIVES']);

/** The answer to an operation, in the form that the oracle gives its own. */
export async function ask(
  url: string,
  query: string,
  variables: Variables,
  transport: Transport = 'post',
): Promise<ExecutionResult> {
  const reply = await send(url, transports[transport](query, variables));
  const { data, errors } = reply.json();
  if (errors?.some(({ extensions }) => limits.has(extensions.code))) throw new Refused(errors[0]?.message);
  return {
    data: (data ?? null) as NonNullable<ExecutionResult['data']>,
    ...(errors ? { errors: errors.map(asGraphQlError) } : {}),
  };
}

const asGraphQlError = ({ message, path, extensions }: NonNullable<ReturnType<Reply['json']>['errors']>[number]) =>
  new GraphQLError(message, { extensions, ...(path ? { path: path as readonly (string | number)[] } : {}) });
