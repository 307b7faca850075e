import type { CityGraphs } from '../analysis/city-graphs.js';
import type { Municipalities } from '../analysis/municipalities.js';
import type { Ask } from '../analysis/statements.js';
import type { Caller } from '../caller.js';
import type { Engine } from '../graph/engine.js';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly caller: Caller;
  readonly engine: Engine;
  /** Asks the graph what is no selection of it. */
  readonly ask: Ask;
  /** The revision of which the answer will be: what is kept under it may be used. Null where it is not known. */
  readonly revision: () => Promise<string | null>;
  /** Knows which municipalities are loaded, and which one an argument means. */
  readonly municipalities: Municipalities;
  /** The graphs of cities that earlier requests read. */
  readonly cityGraphs: CityGraphs;
}
