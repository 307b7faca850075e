/** What the transport hands over and gets back: the types that `http` and `operation` share. */
import type { IncomingMessage } from 'node:http';
import type { Caller } from '../caller.js';
import type { OperationRecord } from './operation-record.js';

/** A GraphQL request as it was sent, checked as far as that goes without its document being parsed. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** The variables and extensions as one text that is the same for equal values. */
  readonly canonicalValues: string;
  /** The document of which the cost counts, where the service has put something beside what was sent. */
  readonly charged?: string;
}

/** What a client wants answers to be. */
export interface Accepted {
  readonly contentType: string;
  /** It names application/json: for GraphQL over HTTP a client of before there were status codes. */
  readonly legacy: boolean;
}

/** A request that is being answered. */
export interface Exchange {
  readonly request: Pick<IncomingMessage, 'method' | 'headers'>;
  readonly caller: Caller;
  readonly record: OperationRecord;
  readonly accepted: Accepted;
  /** Aborted when the answer is no longer wanted: the deadline has passed, or the client has hung up. */
  readonly signal: AbortSignal;
}

/** An answer that is ready to be sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for answers without one: 204, 304. */
  readonly body: Buffer | null;
  /** The revision of the graph that it is of; `timeless` where it is of none, null where there is none or it is unknown. */
  readonly revision?: string | null;
  /** Where compressed forms of the body are kept, for answers that are sent more than once. */
  readonly compressed?: Map<string, Buffer>;
}
