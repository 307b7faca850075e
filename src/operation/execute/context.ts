import type { RequestContext } from '../../api/context.js';
import type { OperationRecord } from '../operation-record.js';
import type { PreparedOperation } from '../prepare/prepared-operation.js';

/** What the execution of an operation knows beside what its resolvers share. */
export interface OperationContext extends RequestContext {
  readonly prepared: PreparedOperation;
  /** What the log and the metrics will say. */
  readonly record: OperationRecord;
}
