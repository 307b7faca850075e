import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { deadlineError } from '../database/database-error.js';
import type { Admission } from '../operation/admission.js';
import type { Answering } from '../operation/answering.js';
import { logOperation, newRecord, type OperationRecord } from '../operation/operation-record.js';
import { ClientGone, Refusal } from '../refusal.js';
import type { HttpSettings } from '../settings.js';
import type { Exchange } from './exchange.js';
import { failure } from './failure.js';
import { type Accepted, acceptedBy, type GraphqlRequest, readGraphqlRequest } from './graphql-request.js';
import type { Metrics } from './metrics.js';
import { type HttpAnswer, respond } from './respond.js';

export interface EndpointOptions {
  readonly answering: Pick<Answering, 'answer'>;
  readonly admission: Admission;
  readonly settings: Pick<HttpSettings, 'limits' | 'deadline'>;
  readonly metrics: Pick<Metrics, 'operation'>;
  /** False while there is nothing yet that could be asked about. */
  readonly open: () => boolean;
  readonly log: Logger;
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
    const { log, metrics } = this.options;
    const record = newRecord(requestId);
    const stopping = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) stopping.abort(new ClientGone());
    });
    let accepted: Accepted | undefined;
    let answer: HttpAnswer;
    try {
      accepted = acceptedBy(request.headers.accept);
      const asked = await readGraphqlRequest(request, this.options.settings.limits);
      answer = await this.withinDeadline(asked, { request, record, accepted, signal: stopping.signal }, stopping);
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
    if (stopping.signal.reason instanceof ClientGone) Object.assign(record, { status: 499, code: 'CLIENT_GONE' });
    metrics.operation(record);
    logOperation(log, record);
  }

  /**
   * Answers an operation that another route puts in the name of a request, such as a page of an export: with the same
   * room, deadline, count and line in the log. The headers of the request stay behind, as they ask for another answer.
   */
  async answerFor(
    asked: GraphqlRequest,
    requestId: string,
    gone: AbortSignal,
  ): Promise<HttpAnswer & { readonly code: OperationRecord['code'] }> {
    const { log, metrics } = this.options;
    const record = newRecord(requestId);
    const stopping = new AbortController();
    const leave = () => stopping.abort(gone.reason);
    gone.addEventListener('abort', leave);
    try {
      gone.throwIfAborted();
      const request = { method: 'GET', headers: { 'content-type': 'application/json' } };
      const accepted = acceptedBy(undefined);
      const answer = await this.withinDeadline(
        asked,
        { request, record, accepted, signal: stopping.signal },
        stopping,
      ).catch((error) => failure(error, record));
      record.status = answer.status;
      if (gone.aborted) Object.assign(record, { status: 499, code: 'CLIENT_GONE' });
      return { ...answer, code: record.code };
    } finally {
      gone.removeEventListener('abort', leave);
      metrics.operation(record);
      logOperation(log, record);
    }
  }

  private async withinDeadline(
    asked: GraphqlRequest,
    exchange: Exchange,
    stopping: AbortController,
  ): Promise<HttpAnswer> {
    const { settings, open, admission, answering } = this.options;
    if (!open()) throw new Refusal('SERVICE_UNAVAILABLE');
    const { deadline } = settings;
    const grace = graceOf(deadline);
    const timer = setTimeout(() => stopping.abort(deadlineError(deadline)), deadline - grace);
    try {
      const leave = await admission.enter(stopping.signal);
      const answer = answering.answer(asked, exchange);
      // It keeps its place until it is really over, also where its answer is not waited for any more.
      answer.then(leave, leave);
      return await Promise.race([answer, givenUp(stopping.signal, grace)]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Fails so many milliseconds after the signal. What listens to the signal by itself has then had its say. */
async function givenUp(signal: AbortSignal, milliseconds: number): Promise<never> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await delay(milliseconds);
  throw signal.reason;
}
