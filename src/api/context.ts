import { Engine, type Read } from '../graph/engine.js';
import type { PlanCache } from '../graph/plan.js';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly requestId: string;
  readonly engine: Engine;
  /** One statement to the graph; its rows as plain objects. */
  readonly read: Read;
}

export const requestContext = (read: Read, requestId: string, plans?: PlanCache): RequestContext => ({
  requestId,
  read,
  engine: new Engine(read, plans),
});
