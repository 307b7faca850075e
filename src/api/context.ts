import { Engine, type Read } from '../graph/engine.js';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly requestId: string;
  readonly engine: Engine;
  /** One statement to the graph; its rows as plain objects. */
  readonly read: Read;
}

export const requestContext = (read: Read, requestId: string): RequestContext => ({
  requestId,
  read,
  engine: new Engine(read),
});
