import type { ExecutionResult } from 'graphql';
import { Municipalities } from '../analysis/municipalities.js';
import type { AnswerRoom } from '../graph/answer-room.js';
import type { ReadByKeys } from '../graph/coalesced-reads.js';
import { Engine, type Planner, type ProfiledRead, type Read } from '../graph/engine.js';
import type { PlanCache } from '../graph/plan.js';
import { newRecord, type OperationRecord, type Timings } from './operation-record.js';

/** Who sent a request, and what the service notes about it. */
export interface Caller {
  /** What the sender may do and see; answers are kept for each role apart. */
  readonly role: string;
  /** Aborted when the answer is no longer wanted: the deadline has passed, or the client has hung up. */
  readonly signal: AbortSignal;
  /** A client that names application/json, and wants 200 for every well-formed request. */
  readonly legacyClient: boolean;
  /** The request came by GET, which may not change anything. */
  readonly onlyQueries: boolean;
  /** What the log and the metrics will say. */
  readonly record: OperationRecord;
  /** The revision that the graph has now: what is kept under it holds. Null where it is not known. */
  readonly revision: () => Promise<string | null>;
  /** Knows which municipality an argument means. */
  readonly municipalities: Municipalities;
}

/** What every resolver of one request shares. */
export interface RequestContext extends Caller {
  readonly requestId: string;
  readonly engine: Engine;
  /** Reads with the database's account of how it found the rows; null where there is none to be had. */
  readonly profile: ProfiledRead | null;
  /** Filled while the operation is answered. */
  readonly timings: Timings;
  /** What came of the operation already, where Apollo is left to say it. */
  readonly executed?: ExecutionResult;
}

/** The caller of requests that nobody sent: tests, and operations of the service's own. */
const nobody = (requestId: string): Caller => ({
  role: 'anonymous',
  signal: new AbortController().signal,
  legacyClient: false,
  onlyQueries: false,
  record: newRecord(requestId),
  revision: async () => null,
  municipalities: new Municipalities(),
});

export function requestContext(
  read: Read,
  requestId: string,
  plans?: PlanCache,
  caller: Caller = nobody(requestId),
  profile: ProfiledRead | null = null,
  readByKeys?: ReadByKeys,
  room?: AnswerRoom,
  planner?: Planner | null,
): RequestContext {
  const engine = new Engine(read, plans, readByKeys, room, planner);
  return { ...caller, profile, requestId, engine, timings: engine.trace };
}
