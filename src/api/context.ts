import { CityGraphs } from '../analysis/city-graphs.js';
import { Municipalities } from '../analysis/municipalities.js';
import type { Ask } from '../analysis/statements.js';
import { anonymous, type Caller } from '../caller.js';
import { Engine, type EngineOptions, type Read } from '../graph/engine.js';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly caller: Caller;
  readonly engine: Engine;
  /** Asks the graph what is no selection of it. */
  readonly ask: Ask;
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
    ...options
  }: Partial<Omit<RequestContext, 'engine' | 'ask'>> & EngineOptions = {},
): RequestContext {
  const engine = new Engine(read, options);
  return { caller, revision, municipalities, cityGraphs, engine, ask: engine.rows.bind(engine) };
}
