import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Authenticate, clientOf } from '../caller.js';
import { clientAddress, type TrustedProxies } from '../client-address.js';
import { deadlineError } from '../database/database-error.js';
import type { Admission } from '../operation/admission.js';
import type { Accepted, Exchange, GraphqlRequest, HttpAnswer } from '../operation/exchange.js';
import { logOperation, newRecord, type OperationRecord } from '../operation/operation-record.js';
import type { Operations } from '../operation/operations.js';
import { ClientGone, Refusal } from '../refusal.js';
import type { HttpSettings } from '../settings.js';
import { failure } from './failure.js';
import { acceptedBy, readGraphqlRequest } from './graphql-request.js';
import type { Metrics } from './metrics.js';
import { respond } from './respond.js';

export interface EndpointOptions {
  readonly operations: Pick<Operations, 'answer'>;
  /** Finds out who sends a request. */
  readonly authenticate: Authenticate;
  readonly admission: Admission;
  readonly isProxy: TrustedProxies;
  readonly settings: Pick<HttpSettings, 'limits' | 'deadline'>;
  readonly metrics: Pick<Metrics, 'operation'>;
  /** False while there is nothing yet that could be asked about. */
  readonly open: () => boolean;
  readonly log: Logger;
}

/** A request in whose name another route sends an operation. */
export interface OnBehalf {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  /** The address of its client. */
  readonly address: string;
  /** Aborted when its client has hung up. */
  readonly gone: AbortSignal;
}

/** What a request that was given up still gets of its time to come to its own end before it is answered for. */
const graceOf = (deadline: number): number => Math.min(250, deadline / 20);

/**
 * The endpoint takes POST and GET of GraphQL straight from node's HTTP server: the way through Express alone would take
 * longer than answering a small operation.
 */
export class GraphqlEndpoint {
  private readonly options: EndpointOptions;

  constructor(options: EndpointOptions) {
    this.options = options;
  }

  /** Answers one request, notes it in the log and counts it. Never fails: what goes wrong is an answer too. */
  async handle(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const record = newRecord(requestId);
    const gone = goneSignal(response);
    let accepted: Accepted | undefined;
    let answer: HttpAnswer;
    try {
      accepted = acceptedBy(request.headers.accept);
      const caller = await this.options.authenticate(request.headers);
      const operation = await readGraphqlRequest(request, this.options.settings.limits);
      const client = clientOf(caller, clientAddress(request, this.options.isProxy));
      answer = await this.withinDeadline(operation, { request, caller, record, accepted }, client, gone);
    } catch (error) {
      answer = failure(error, record, accepted?.contentType);
    }
    try {
      await respond(request, response, answer);
    } catch (error) {
      record.hidden.push(error);
      response.destroy();
    }
    record.status = answer.status;
    this.note(record, gone);
  }

  /**
   * Answers an operation that another route puts in the name of a request, such as a page of an export: with the same
   * caller, limits and line in the log. The other headers of the request stay behind, as they ask for another answer.
   */
  async answerFor(
    operation: GraphqlRequest,
    { requestId, headers, address, gone }: OnBehalf,
  ): Promise<HttpAnswer & { readonly code: OperationRecord['code'] }> {
    const record = newRecord(requestId);
    try {
      gone.throwIfAborted();
      const caller = await this.options.authenticate(headers);
      const request = { method: 'GET', headers: { 'content-type': 'application/json' } };
      const exchange = { request, caller, record, accepted: acceptedBy(undefined) };
      const client = clientOf(caller, address);
      const answer = await this.withinDeadline(operation, exchange, client, gone).catch((error) =>
        failure(error, record),
      );
      record.status = answer.status;
      return { ...answer, code: record.code };
    } finally {
      this.note(record, gone);
    }
  }

  private note(record: OperationRecord, gone: AbortSignal): void {
    if (gone.aborted) Object.assign(record, { status: 499, code: 'CLIENT_GONE' });
    this.options.metrics.operation(record);
    logOperation(this.options.log, record);
  }

  private async withinDeadline(
    request: GraphqlRequest,
    exchange: Omit<Exchange, 'signal'>,
    client: string,
    gone: AbortSignal,
  ): Promise<HttpAnswer> {
    const { settings, open, admission, operations } = this.options;
    if (!open()) throw new Refusal('SERVICE_UNAVAILABLE');
    const { deadline } = settings;
    const grace = graceOf(deadline);
    const stopping = new AbortController();
    const { signal } = stopping;
    const timer = setTimeout(() => stopping.abort(deadlineError(deadline)), deadline - grace);
    const stop = () => stopping.abort(gone.reason);
    gone.addEventListener('abort', stop);
    try {
      gone.throwIfAborted();
      const leave = await admission.enter(client, signal);
      const answer = operations.answer(request, { ...exchange, signal });
      // It keeps its place until it is really over, also where its answer is not waited for any more.
      answer.then(leave, leave);
      return await Promise.race([answer, givenUp(signal, grace)]);
    } finally {
      clearTimeout(timer);
      gone.removeEventListener('abort', stop);
    }
  }
}

/** Aborted when the client of a response has hung up. */
export function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new ClientGone());
  });
  return gone.signal;
}

/** Fails so many milliseconds after the signal. What listens to the signal by itself has then had its say. */
async function givenUp(signal: AbortSignal, milliseconds: number): Promise<never> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await delay(milliseconds);
  throw signal.reason;
}
