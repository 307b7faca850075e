/** What was read for the values of facets: whether what has none has none, and what the empty cells of tables of two mean. */
import type { CoveredList, Division, FacetStates } from '../../graph/coverage.js';
import { facetsOf } from '../../model/facets.js';
import { nodeNamed } from '../../model/model.js';
import type { Side } from '../cross-tab-statement.js';
import type { CityCoverage } from './city-coverage.js';
import { foundBy, ofFacet } from './covered-list.js';
import { turned } from './cross-tab-states.js';
import { Extent } from './extent.js';
import { type DividedSide, statesOfSides } from './side-states.js';

type Value = string | null;

/** The states of the values of each facet of a list, in the order of its facets. */
export function statesOfFacets(
  cities: readonly CityCoverage[],
  list: CoveredList,
  { sides, members }: Division,
): readonly ReadonlyMap<Value, FacetStates>[] {
  const known = new Set(cities.map(({ municipality }) => municipality));
  const facetAt = (index: number) => facetsOf(nodeNamed(list.type)).get(list.facets[index] ?? '');
  const headsOf = (index: number) =>
    (sides[index] ?? []).map(([value, total]) => {
      const isNode = facetAt(index)?.declaration.kind === 'relationship' || facetAt(index)?.byCity;
      const nodeId = isNode && !facetAt(index)?.byType ? value : null;
      const city = nodeId?.slice(0, nodeId.indexOf(':')) ?? '';
      return { key: value, nodeId, municipality: known.has(city) ? city : null, total };
    });
  const membersOf = (index: number) => {
    const found = new Map<Value, Set<string>>();
    if (index < sides.length)
      for (const [id, ...values] of members) {
        const value = values[index] ?? null;
        found.set(value, (found.get(value) ?? new Set()).add(id));
      }
    return found;
  };
  const states = statesOfSides<Value>(cities, {
    type: list.type,
    filter: list.filter,
    among: (city) => foundBy(city, list),
    sides: { row: sideOf(list, 0), column: sideOf(list, 1) },
    heads: { row: headsOf(0), column: headsOf(1) },
    members: { row: membersOf(0), column: membersOf(1) },
    noValue: null,
  });
  const order: readonly Side[] = ['row', 'column'];
  return order.slice(0, sides.length).map((side) => states[side]);
}

/** Of a list that is divided in one respect alone, the other side says nothing. */
function sideOf({ type, facets }: CoveredList, index: number): DividedSide {
  const name = facets[index] ?? '';
  const facet = facetsOf(nodeNamed(type)).get(name);
  if (!facet || facet.byCity) return { ofCity: facet !== undefined, along: () => new Extent(), back: null };
  const { declaration, byType } = facet;
  return {
    ofCity: false,
    along: (city, things) => ofFacet(city, type, things, name),
    back:
      declaration.kind === 'relationship' && !byType
        ? (city, node) => [city.along([node], declaration.path.toReversed().map(turned)).extent]
        : null,
  };
}
