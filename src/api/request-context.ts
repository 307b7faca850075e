import { CityGraphs } from '../analysis/city-graphs.js';
import { Municipalities } from '../analysis/municipalities.js';
import { anonymous } from '../caller.js';
import { Engine, type EngineOptions, type Read } from '../graph/engine.js';
import type { RequestContext } from './context.js';
import { coverLists } from './coverage.js';

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
  const engine: Engine = new Engine(read, { coverLists: (lists) => coverLists(lists, context), ...options });
  const context: RequestContext = {
    caller,
    revision,
    municipalities,
    cityGraphs,
    engine,
    ask: engine.rows.bind(engine),
  };
  return context;
}
