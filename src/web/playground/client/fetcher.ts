import type { Fetcher, FetcherParams, Observable } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { type Answer, choices, lastExchange, schemaError } from './exchange.js';

interface Observer {
  next(answer: ExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

/** GraphiQL asks for the schema under this name. */
const introspection = 'IntrospectionQuery';

/**
 * Asks the API for GraphiQL, and keeps the account of the last operation for the panes. It can be stopped.
 *
 * Answers are asked for as `application/json`, which has mistakes of a document at status 200: a browser notes every
 * other status as an error of the page.
 */
export const fetcher: Fetcher = (params, { headers = {} } = {}) => {
  const subscribe = ({ next, error, complete }: Observer) => {
    const stopping = new AbortController();
    const explaining = params.operationName === introspection ? {} : accountHeaders();
    send(params, { ...explaining, ...headers }, stopping.signal)
      .then((answer) => {
        next(answer as ExecutionResult);
        complete();
      })
      .catch((reason: unknown) => stopping.signal.aborted || error(reason));
    return { unsubscribe: () => stopping.abort() };
  };
  return { subscribe } as Observable<ExecutionResult>;
};

const accountHeaders = () => ({ 'x-cost': '1', 'x-explain': choices.get().profile ? 'profile' : '1' });

async function send(
  params: FetcherParams,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Answer> {
  const start = performance.now();
  const request = { ...params, operationName: params.operationName || null };
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(request),
    signal,
  }).catch(() => null);
  const answer: Answer = (await response?.json().catch(() => null)) ?? failureOf(response);
  signal.throwIfAborted();
  if (params.operationName === introspection) {
    schemaError.set(answer.errors?.[0] ?? null);
    return answer;
  }
  lastExchange.set({ request, answer, milliseconds: performance.now() - start });
  const { extensions, ...shown } = answer;
  return choices.get().showExtensions ? answer : shown;
}

/** What stands in place of an answer that is no JSON, or that did not come. */
function failureOf(response: Response | null): Answer {
  if (!response)
    return failure(
      'OFFLINE',
      'The service cannot be reached; try again shortly.',
      'サービスに接続できません。しばらくしてから再度お試しください。',
    );
  return failure(
    'UNEXPECTED_ANSWER',
    `Expected JSON of the service, but got another answer with the status ${response.status}.`,
    `サービスの応答がJSONではありません（ステータス ${response.status}）。`,
  );
}

const failure = (code: string, message: string, messageJa: string): Answer => ({
  errors: [{ message, extensions: { code, messageJa } }],
});
