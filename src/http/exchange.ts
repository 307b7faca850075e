import type { IncomingMessage } from 'node:http';
import type { OperationRecord } from '../operation/operation-record.js';
import type { Accepted } from './graphql-request.js';

/** A request that is being answered. */
export interface Exchange {
  readonly request: Pick<IncomingMessage, 'method' | 'headers'>;
  readonly record: OperationRecord;
  readonly accepted: Accepted;
  readonly signal: AbortSignal;
}
