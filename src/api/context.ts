import { CityGraphs } from '../analysis/city-graphs.js';
import { Municipalities } from '../analysis/municipalities.js';
import { anonymous, type Caller } from '../caller.js';
import { Engine, type EngineOptions, type Read } from '../graph/engine.js';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly caller: Caller;
  readonly engine: Engine;
  /** The revision that the graph has now: what is kept under it holds. Null where it is not known. */
  readonly revision: () => Promise<string | null>;
  /** Knows which municipality an argument means. */
  readonly municipalities: Municipalities;
  /** The graphs of cities that earlier requests read. */
  readonly cityGraphs: CityGraphs;
}

/** The context of one request; by default that of an operation of the service's own, which remembers nothing. */
export function requestContext(
  read: Read,
  {
    caller = anonymous,
    revision = async () => null,
    municipalities = new Municipalities(),
    cityGraphs = new CityGraphs(),
    ...engine
  }: Partial<Omit<RequestContext, 'engine'>> & EngineOptions = {},
): RequestContext {
  return { caller, revision, municipalities, cityGraphs, engine: new Engine(read, engine) };
}
