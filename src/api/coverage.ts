/** Works out for the engine what the documents can tell of lists. */
import type { CityGraph } from '../analysis/city-graph.js';
import type { CityCoverage } from '../analysis/coverage/city-coverage.js';
import { Coverages } from '../analysis/coverage/coverages.js';
import { coverageOfList } from '../analysis/coverage/covered-list.js';
import { Extent } from '../analysis/coverage/extent.js';
import { statesOfFacets } from '../analysis/coverage/facet-states.js';
import { levelNamesOf, levelProperties } from '../analysis/coverage/level-names.js';
import { tooManyCitiesToSay, withUnknownValues } from '../analysis/coverage/words.js';
import { statement } from '../analysis/statements.js';
import { type KnownThing, KnownValues, unknownAmong } from '../analysis/unknown-values.js';
import { type Coverage, type CoveredList, type UnknownValue, writeCoverage } from '../graph/coverage.js';
import { municipalityKey } from '../graph/engine.js';
import { selectionBelow } from '../graph/selection.js';
import { identifying, type WantedValue } from '../graph/wanted-values.js';
import type { CoverageStatement } from '../model/coverage-statements.js';
import type { NodeName } from '../model/declaration.js';
import { nodeNamed } from '../model/model.js';
import type { RequestContext } from './context.js';
import { areTooManyCities, type ChosenCities, cityGraphFor } from './queries/cities.js';
import { computed } from './types/declare.js';
import { Coverage as CoverageType } from './types/objects.js';

const statementsText = statement('coverage-statements');
const levelNamesText = statement('level-names');

/** By graph: both are of one revision, and forgotten together. */
const known = new WeakMap<CityGraph, Promise<Coverages>>();

/** Where a question of coverage looks. */
type CoverageScope = ChosenCities & Pick<CoveredList, 'stage'> & { readonly ids: readonly string[] };

/** What the documents of the cities can tell that a question is about; null where it is about too many. */
export async function coveragesFor(scope: CoverageScope, context: RequestContext): Promise<Coverages | null> {
  if (await areTooManyCities(scope, context)) return null;
  const graph = await cityGraphFor(scope, context);
  const coverage = known.get(graph) ?? coverageIn(graph, scope.stage, context);
  known.set(graph, coverage);
  coverage.catch(() => known.delete(graph));
  return coverage;
}

async function coverageIn(graph: CityGraph, stage: string | null, { ask }: RequestContext): Promise<Coverages> {
  const cities = graph.ids.filter((_, index) => graph.types[index] === 'Municipality').map(municipalityKey);
  const [rows, named] = await Promise.all([
    ask(statementsText, { municipalities: cities }),
    ask(levelNamesText, { municipalities: cities, properties: levelProperties }),
  ]);
  const levels = new Map(
    named.map(({ municipality, names }) => [String(municipality), levelNamesOf(names as readonly [string, string][])]),
  );
  return new Coverages(graph, rows as unknown as CoverageStatement[], stage, levels);
}

/** The coverage of lists, each in its place; lists of the same cities and stage share what is read. */
export async function coverLists(lists: readonly CoveredList[], context: RequestContext): Promise<readonly Coverage[]> {
  const found = new Map<string, Coverages | null>();
  const places = lists.map(placeOf);
  for (const [index, { of, municipalities, stage }] of lists.entries()) {
    const place = places[index] ?? '';
    if (found.has(place)) continue;
    found.set(place, await coveragesFor({ ids: of ? [of.id] : [], municipalities, stage }, context));
  }
  const unknown = new Map<string, readonly UnknownValue[]>();
  for (const [index, { wanted }] of lists.entries()) {
    const cities = found.get(places[index] ?? '');
    const key = unknownKey(places[index], wanted);
    if (cities && wanted.length > 0 && !unknown.has(key)) unknown.set(key, await unknownIn(cities, wanted, context));
  }
  return lists.map((list, index) => {
    const cities = found.get(places[index] ?? '');
    if (!cities) return tooManyCitiesToSay;
    const coverage = coverageOfList(cities, list);
    if (list.division) return { ...coverage, divided: statesOfFacets(cities.cities, list, list.division) };
    return list.wanted.length === 0
      ? coverage
      : withUnknownValues(coverage, unknown.get(unknownKey(places[index], list.wanted)) ?? []);
  });
}

/** The same text for what is named in the same cities: the lists below the things of a list name the same. */
const unknownKey = (place = '', wanted: readonly WantedValue[]): string =>
  `${place} ${wanted.map(({ path, value }) => `${path} ${value}`).join(' ')}`;

const knownValuesText = statement('known-values');

/** What things of a type are known by, as long as the coverage of their cities is kept. */
const knownValues = new WeakMap<Coverages, Map<NodeName, Promise<KnownValues>>>();

/** The values that nothing in the cities has. */
async function unknownIn(
  cities: Coverages,
  wanted: readonly WantedValue[],
  { ask }: RequestContext,
): Promise<readonly UnknownValue[]> {
  const known = knownValues.get(cities) ?? new Map<NodeName, Promise<KnownValues>>();
  knownValues.set(cities, known);
  const municipalities = cities.cities.map(({ municipality }) => municipality);
  const read = async (type: NodeName) => {
    const { global, idWord } = nodeNamed(type);
    const shared = global ? `${idWord}:` : null;
    const rows = await ask(knownValuesText, { type, shared, municipalities, properties: [...identifying] });
    return new KnownValues(type, rows as unknown as KnownThing[]);
  };
  const types = [...new Set(wanted.map(({ type }) => type))];
  const ofTypes = new Map(
    await Promise.all(
      types.map(async (type) => {
        const values = known.get(type) ?? read(type);
        known.set(type, values);
        values.catch(() => known.delete(type));
        return [type, await values] as const;
      }),
    ),
  );
  return unknownAmong(wanted, (type) => ofTypes.get(type));
}

/** The same text for lists of the same cities and stage; an answer can have thousands of lists. */
const placeOf = ({ of, municipalities, stage }: CoveredList): string =>
  // Of a thing as the graph has its id.
  `${of ? of.id.slice(0, of.id.indexOf(':')) : ''} ${stage} ${municipalities ? JSON.stringify(municipalities) : ''}`;

/** What an analysis has found, as far as its coverage goes by it. */
interface CoveredAnswer {
  readonly scope: CoverageScope;
  readonly extent: (city: CityCoverage) => Extent;
  /** Nothing was found, in all or of a city, which may be for want of what was not read. */
  readonly isEmpty: boolean | ((city: CityCoverage) => boolean);
  /** What its conditions name. */
  readonly wanted?: readonly WantedValue[];
}

/** What the documents can tell of the answer of an analysis. */
export async function coverageOf(
  { scope, extent, isEmpty, wanted = [] }: CoveredAnswer,
  context: RequestContext,
): Promise<Coverage> {
  const cities = await coveragesFor(scope, context);
  if (!cities) return tooManyCitiesToSay;
  const coverage = cities.tell((city) => ({
    extent: Extent.whole(extent(city)),
    isOpen: typeof isEmpty === 'function' ? isEmpty(city) : isEmpty,
  }));
  return wanted.length === 0 ? coverage : withUnknownValues(coverage, await unknownIn(cities, wanted, context));
}

/** A field of an analysis that says what the documents can tell of it, as far as the analysis goes. */
export const coverageField = <Source>(description: string, of: (source: Source) => CoveredAnswer) =>
  computed(CoverageType, description, async (source: Source, _given, context, info) =>
    writeCoverage(await coverageOf(of(source), context), selectionBelow(info)),
  );
