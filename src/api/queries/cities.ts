/** Which cities a question is about, and their graphs. */
import type { CityGraph } from '../../analysis/city-graph.js';
import { municipalityKey } from '../../graph/engine.js';
import { nodes } from '../../model/model.js';
import { badInput, Refusal } from '../../refusal.js';
import type { RequestContext } from '../context.js';

/** The most cities that one question may look at. */
const maximumCities = 10;

/** The key of the municipality that an argument names; null where it is left out. Fails where no such one is loaded. */
export async function municipalityOf(
  given: string | null,
  { caller, ask, municipalities }: RequestContext,
): Promise<string | null> {
  return given === null ? null : municipalities.keyOf(given, ask, caller.rights);
}

/** The cities that a question is about: the one that is named, else all that are loaded. */
export async function citiesOf(municipality: string | null, context: RequestContext): Promise<readonly string[]> {
  const named = await municipalityOf(municipality, context);
  if (named !== null) return [named];
  const loaded = await firstLoaded(context);
  if (loaded.length > maximumCities)
    throw badInput(
      `municipality: expected the id, the code or the name of one municipality, because more than ${maximumCities} are loaded`,
      `${maximumCities}を超える市区町村が読み込まれています。municipalityを指定してください。`,
    );
  return loaded;
}

/** The loaded cities; where they are more than a question may look at, one more than that. */
const firstLoaded = async ({ municipalities, caller, ask, revision }: RequestContext): Promise<readonly string[]> =>
  municipalities.first(maximumCities + 1, ask, caller.rights, await revision());

/** Prefixes of ids that all municipalities share: "sdg". */
const shared: ReadonlySet<string> = new Set(nodes.filter(({ global }) => global).map(({ idWord }) => idWord));

/** Where a question about connections looks. */
interface Scope {
  /** The things it is about. */
  readonly ids: readonly string[];
  readonly municipality?: string | null;
  readonly stage?: string | null;
}

/** The most cities that one request may look at, those of each question and stage apart: each takes about a megabyte. */
export const maximumCitiesOfRequest = 20;

/** What a request looks at already: graphs by stage and cities, and how many cities they are. */
interface Seen {
  readonly graphs: Map<string, Promise<CityGraph>>;
  cities: number;
}

const seenBy = new WeakMap<RequestContext, Seen>();

/** The graph of the cities that a question is about; read at most once for a request. */
export async function cityGraphFor(scope: Scope, context: RequestContext): Promise<CityGraph> {
  const municipalities = await citiesNamed(scope, context);
  const stage = scope.stage ?? null;
  const seen = seenBy.get(context) ?? { graphs: new Map(), cities: 0 };
  seenBy.set(context, seen);
  const key = JSON.stringify([stage, ...municipalities]);
  const known = seen.graphs.get(key);
  if (known) return known;
  if (seen.cities + municipalities.length > maximumCitiesOfRequest) throw tooManyCities;
  seen.cities += municipalities.length;
  const { revision, cityGraphs, caller, ask } = context;
  const graph = revision().then((known) => cityGraphs.of({ municipalities, stage }, caller.rights, ask, known));
  seen.graphs.set(key, graph);
  return graph;
}

const tooManyCities = new Refusal(
  'QUERY_TOO_COSTLY',
  `expected questions about the connections of at most ${maximumCitiesOfRequest} municipalities in one operation, those of each question and stage counted, but got more: ask about fewer at a time`,
  `1回の問い合わせで関係を調べられるのは${maximumCitiesOfRequest}市区町村まで（問い合わせと計画段階ごとに数えます）です。対象を減らしてください。`,
);

/** Whether a question that names no city would be about more of them than it may look at. */
export async function areTooManyCities({ ids, municipality = null }: Scope, context: RequestContext): Promise<boolean> {
  if (municipality !== null || ids.some((id) => !shared.has(municipalityKey(id)))) return false;
  return (await firstLoaded(context)).length > maximumCities;
}

/** The cities that ids and argument name; where they name none, all that are loaded. */
async function citiesNamed({ ids, municipality = null }: Scope, context: RequestContext): Promise<readonly string[]> {
  const named = ids.map(municipalityKey).filter((key) => !shared.has(key));
  if (named.length === 0) return citiesOf(municipality, context);
  const beside = await municipalityOf(municipality, context);
  if (beside !== null) named.push(beside);
  const cities = [...new Set(named)].sort();
  if (cities.length <= maximumCities) return cities;
  throw badInput(
    `ids: expected things of at most ${maximumCities} municipalities, but got those of ${cities.length}`,
    `idsに指定できるのは${maximumCities}市区町村までの項目です（指定は${cities.length}市区町村）。`,
  );
}
