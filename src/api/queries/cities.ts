/** Which cities a question is about, and their graphs. */
import type { CityGraph } from '../../analysis/city-graph.js';
import { municipalityKey } from '../../graph/engine.js';
import { nodes } from '../../model/model.js';
import { badInput, Refusal } from '../../refusal.js';
import type { RequestContext } from '../context.js';

/** The most cities that a question may look at as a whole. */
export const mostLookedAt = 10;

/** The most cities of which a question may select: their things are found by an index. */
export const mostSelected = 100;

/** The cities that arguments choose, as they are named there. */
export interface ChosenCities {
  readonly municipality?: string | null;
  /** In its place. */
  readonly municipalities?: readonly string[] | null;
}

/** The key of the municipality that an argument names; null where it is left out. Fails where no such one is loaded. */
export async function municipalityOf(
  given: string | null,
  { caller, ask, municipalities }: RequestContext,
): Promise<string | null> {
  return given === null ? null : municipalities.keyOf(given, ask, caller.rights);
}

/** The keys of the municipalities that arguments choose, in their order; null where they leave it open. */
export async function chosenCities(
  { municipality = null, municipalities: several = null }: ChosenCities,
  context: RequestContext,
  most = mostLookedAt,
): Promise<readonly string[] | null> {
  if (several === null) {
    const one = await municipalityOf(municipality, context);
    return one === null ? null : [one];
  }
  if (municipality !== null) throw eitherOr;
  if (several.length === 0 || several.length > most) throw wrongNumber(several.length, most);
  const { caller, ask, municipalities } = context;
  const keys = await Promise.all(
    several.map((given) => municipalities.keyOf(given, ask, caller.rights, 'municipalities')),
  );
  return [...new Set(keys)].sort();
}

const eitherOr = badInput(
  'municipality, municipalities: expected one of the two, but got both',
  'municipalityとmunicipalitiesは、どちらか一方を指定してください。',
);

const wrongNumber = (number: number, most: number) =>
  badInput(
    `municipalities: expected 1 to ${most} municipalities, but got ${number}`,
    `municipalitiesに指定できるのは1から${most}市区町村です（指定：${number}）。`,
  );

/** The cities that a question is about: those that are chosen, else all that are loaded. */
export async function citiesOf(given: ChosenCities, context: RequestContext): Promise<readonly string[]> {
  const chosen = await chosenCities(given, context);
  if (chosen) return chosen;
  const loaded = await firstLoaded(context);
  if (loaded.length > mostLookedAt)
    throw badInput(
      `municipality: expected the id, the code or the name of one municipality, or up to ${mostLookedAt} as municipalities, because more than ${mostLookedAt} are loaded`,
      `${mostLookedAt}を超える市区町村が読み込まれています。municipalityか、municipalities（${mostLookedAt}まで）を指定してください。`,
    );
  return loaded;
}

/** The loaded cities; where they are more than a question may look at, one more than that. */
const firstLoaded = async ({ municipalities, caller, ask, revision }: RequestContext): Promise<readonly string[]> =>
  municipalities.first(mostLookedAt + 1, ask, caller.rights, await revision());

/** Prefixes of ids that all municipalities share: "sdg". */
const shared: ReadonlySet<string> = new Set(nodes.filter(({ global }) => global).map(({ idWord }) => idWord));

/** Where a question about connections looks. */
interface Scope extends ChosenCities {
  /** The things it is about. */
  readonly ids: readonly string[];
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

/** Whether a question would be about more cities than it may look at: those that it selects from, or all that are loaded. */
export async function areTooManyCities(
  { ids, municipality = null, municipalities = null }: Scope,
  context: RequestContext,
): Promise<boolean> {
  if (municipalities !== null) return municipalities.length > mostLookedAt;
  const named = new Set(ids.map(municipalityKey).filter((key) => !shared.has(key)));
  if (municipality !== null || named.size > 0) return named.size > mostLookedAt;
  return (await firstLoaded(context)).length > mostLookedAt;
}

/** The cities that ids and arguments name; where they name none, all that are loaded. */
async function citiesNamed({ ids, ...given }: Scope, context: RequestContext): Promise<readonly string[]> {
  const named = ids.map(municipalityKey).filter((key) => !shared.has(key));
  if (named.length === 0) return citiesOf(given, context);
  const beside = await chosenCities(given, context);
  const cities = [...new Set([...named, ...(beside ?? [])])].sort();
  if (cities.length <= mostLookedAt) return cities;
  throw badInput(
    `ids: expected things of at most ${mostLookedAt} municipalities, but got those of ${cities.length}`,
    `idsに指定できるのは${mostLookedAt}市区町村までの項目です（指定：${cities.length}市区町村）。`,
  );
}
