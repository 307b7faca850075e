import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { Exchange } from '../http/exchange.js';
import type { GraphqlRequest } from '../http/graphql-request.js';
import { yieldIfLong } from '../yielding.js';
import type { RequestContext } from './context.js';
import type { Executor } from './executor.js';
import { hashStart } from './operation-record.js';
import { writeJson } from './write-json.js';

/** The answer to an operation, before it is known what it is kept under and how it is sent. */
export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Carries operations out: one that is asked for the first time goes through all of Apollo, a query that is asked again
 * straight to the executor. An answer with errors is always put into words by Apollo.
 */
export class CarryingOut {
  private readonly apollo: ApolloServer<RequestContext>;
  private readonly executor: Executor;

  constructor(apollo: ApolloServer<RequestContext>, executor: Executor) {
    this.apollo = apollo;
    this.executor = executor;
  }

  /** `whole`: through all of Apollo in any case, as plugins have something to add to the answer. */
  async of(asked: GraphqlRequest, exchange: Exchange, context: RequestContext, whole: boolean): Promise<Outcome> {
    const repeated = whole ? null : await this.executor.again(asked, context);
    if (!repeated) return this.throughApollo(asked, exchange, context);
    const { known, result } = repeated;
    if (result.errors) return this.throughApollo(asked, exchange, { ...context, executed: result });
    const { operation, hash } = known;
    Object.assign(exchange.record, {
      kind: operation.operation,
      operation: operation.name?.value ?? null,
      document: hashStart(hash),
    });
    // Writing a large answer as JSON is a turn's work of its own.
    await yieldIfLong();
    return { status: 200, headers: {}, text: await writeJson({ data: result.data }) };
  }

  private async throughApollo(
    { query, operationName, variables, extensions }: GraphqlRequest,
    { request, record }: Exchange,
    context: RequestContext,
  ): Promise<Outcome> {
    const { apollo } = this;
    const answer = await apollo.executeHTTPGraphQLRequest({
      // What came by GET was taken apart already; that it may not change anything is seen to by `onlyQueries`.
      httpGraphQLRequest: {
        method: 'POST',
        headers: headerMap(request),
        search: '',
        body: { query, operationName, variables, extensions },
      },
      context: async () => context,
    });
    const { status = 200, headers, body } = answer;
    if (!record.settled || body.kind !== 'complete')
      throw new Error('expected the answer of an operation, but got another', { cause: record.hidden.shift() });
    return { status, headers: Object.fromEntries(headers), text: body.string };
  }
}

function headerMap({ headers }: Exchange['request']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}
