import type { Coverage, CoveredList } from '../../graph/coverage.js';
import type { NodeName } from '../../model/declaration.js';
import { facetsOf } from '../../model/facets.js';
import { fieldsOf, nodeNamed } from '../../model/model.js';
import type { CityCoverage } from './city-coverage.js';
import type { Coverages, ReadPart } from './coverages.js';
import { Extent } from './extent.js';

/** Which filter it is, for as long as an operation that has it is kept: equal questions have the very same one. */
const filterNumbers = new WeakMap<object, number>();
let filters = 0;

function filterNumber(filter: object): number {
  const number = filterNumbers.get(filter) ?? ++filters;
  filterNumbers.set(filter, number);
  return number;
}

/** What the documents can tell of a list, by where it comes from, what it is filtered by and how it is divided. */
export function coverageOfList(cities: Coverages, list: CoveredList): Coverage {
  const { type, of, filter, facets } = list;
  const key = `${type} ${of?.field ?? ''} ${filter ? filterNumber(filter) : ''} ${facets.join(' ')} ${of?.id ?? ''}`;
  const known = cities.told.get(key);
  if (known) return known;
  const coverage = cities.tell((city) => readFor(city, list));
  const told = [coverage, ...coverage.municipalities];
  const ids = told.flatMap(({ missing }) => missing).reduce((sum, each) => sum + each.ids.length, 0);
  cities.told.set(key, coverage, { size: told.length + ids });
  return coverage;
}

function readFor(city: CityCoverage, list: CoveredList): ReadPart {
  const { extent, nodes } = foundBy(city, list);
  const asked = Extent.whole(list.filter ? ofFilter(city, list.type, nodes, list.filter) : new Extent());
  extent.add(asked);
  for (const facet of list.facets) extent.add(ofFacet(city, list.type, nodes, facet));
  // Things that are known without their list having been read can be told apart by what was read of them.
  return { extent, isOpen: nodes.length === 0 || asked.isUnread };
}

/** The things of a city among which those of a list are, and how far it is known which there are. */
export function foundBy(city: CityCoverage, { of, type }: CoveredList) {
  const extent = new Extent();
  if (of === null) {
    extent.add(city.ofType(type));
    return { extent, nodes: city.things(type) };
  }
  const relationship = fieldsOf(nodeNamed(of.type))[of.field];
  const thing = city.indexOf(of.id);
  if (relationship?.kind !== 'relationship' || thing === undefined) return { extent, nodes: [] };
  const { extent: along, to } = city.along([thing], relationship.path);
  extent.add(along);
  return { extent, nodes: to };
}

/** What is true of a thing by its identity, or is this service's own word, is known however little was read. */
const alwaysKnown: ReadonlySet<string> = new Set([
  ...['id', 'thingId', 'code', 'number', 'name', 'nameEn', 'aliases', 'misspellings', 'summary', 'summaryEn'],
  ...['stages', 'effective', 'presence', 'nameOnly', 'municipality', 'municipalityKey'],
]);

/** The conditions of a list of related things. */
const quantifiers: ReadonlySet<string> = new Set(['some', 'none', 'every']);

/** How far what a filter asks of things was read. */
export function ofFilter(city: CityCoverage, type: NodeName, things: readonly number[], filter: object): Extent {
  const extent = new Extent();
  const fields = fieldsOf(nodeNamed(type));
  for (const [name, condition] of Object.entries(filter)) {
    if (condition === null || condition === undefined) continue;
    const field = fields[name];
    if (name === 'and' || name === 'or' || name === 'not') {
      for (const part of Array.isArray(condition) ? condition : [condition])
        if (typeof part === 'object' && part !== null) extent.add(ofFilter(city, type, things, part));
    } else if (field?.kind === 'relationship') {
      const { extent: along, to } = city.along(things, field.path);
      extent.add(along);
      const { target } = field;
      if (target === 'Entity' || typeof condition !== 'object') continue;
      const parts = Object.entries(condition).filter(([key]) => quantifiers.has(key));
      const conditions = parts.length > 0 ? parts.map(([, part]) => part) : [condition];
      for (const part of conditions)
        if (typeof part === 'object' && part !== null) extent.add(ofFilter(city, target, to, part));
    } else if (field && !alwaysKnown.has(name)) extent.add(city.ofProperty(name, things));
  }
  return extent;
}

/** How far things were read for a facet of theirs. */
export function ofFacet(city: CityCoverage, type: NodeName, things: readonly number[], name: string): Extent {
  const facet = facetsOf(nodeNamed(type)).get(name);
  if (!facet) return new Extent();
  if (facet.declaration.kind === 'relationship') return city.along(things, facet.declaration.path).extent;
  return alwaysKnown.has(facet.field) ? new Extent() : city.ofProperty(facet.field, things);
}
