/** How far what was read can answer questions that are about more than one list. */
import { contentsOf } from '../../model/containment.js';
import type { EdgeName, NodeName } from '../../model/declaration.js';
import { into, out } from '../../model/edges.js';
import { edgeOfType, edges, nodeNamed, nodes, possibleTypes, relationshipsOf } from '../../model/model.js';
import { countables, dimensionBeside } from '../cross-tab-dimensions.js';
import type { CrossTabQuestion } from '../cross-tab-statement.js';
import { comparedTypes } from '../likeness/aspects.js';
import type { CityCoverage } from './city-coverage.js';
import { ofFilter } from './covered-list.js';
import { Extent } from './extent.js';

/** Which things there are of some types; of all that have a name, where none are chosen. */
export function ofTypes(city: CityCoverage, types: readonly NodeName[] | null): Extent {
  const extent = new Extent();
  const named = nodes.filter(({ entity }) => entity).map(({ name }) => name);
  for (const type of types ?? named) extent.addBeside(city.ofType(type));
  return extent;
}

/** Which links there are of some types; of all, where none are chosen. */
export function ofLinks(city: CityCoverage, types: ReadonlySet<EdgeName> | null): Extent {
  const extent = new Extent();
  for (const { type } of edges) {
    if (types ? !types.has(type) : isOfThings(type)) continue;
    const sources = possibleTypes(edgeOfType(type).from);
    for (const { name } of sources) {
      extent.addBeside(city.ofType(name));
      extent.addBeside(city.ofStep(city.things(name), out(type)));
    }
  }
  return extent;
}

/** What anything can have, such as changes and texts, joins nothing. */
const isOfThings = (type: EdgeName): boolean => edgeOfType(type).to === 'Entity';

/** What a cross table counts, and by what it is laid out. */
export function ofCrossTab(city: CityCoverage, { counted, rows, columns, filter }: CrossTabQuestion): Extent {
  const type = countables[counted];
  const things = city.things(type);
  const extent = new Extent();
  extent.add(city.ofType(type));
  if (filter) extent.add(ofFilter(city, type, things, filter));
  for (const dimension of [dimensionBeside(rows, columns), dimensionBeside(columns, rows)])
    for (const way of dimension.ways[counted] ?? []) {
      const { extent: along, to } = city.along(things, way);
      extent.add(along);
      if (dimension.value) extent.add(city.ofProperty(dimension.value, to));
    }
  return extent;
}

/** What projects there are, under which titles of the budget, and what they cost. */
export function ofExpenditures(city: CityCoverage): Extent {
  const projects = city.things('Project');
  const extent = new Extent();
  extent.add(city.ofType('Project'));
  extent.add(city.ofProperty('expenditureFunction', projects));
  extent.add(city.ofStep(projects, into('COST_OF')));
  return extent;
}

/** What things of some types there are, and what they could share. */
export function ofLikeness(city: CityCoverage, types: Iterable<NodeName>): Extent {
  const extent = new Extent();
  for (const type of types) {
    extent.add(city.ofType(type));
    for (const [, ...path] of comparedTypes.get(type) ?? [])
      extent.addBeside(city.along(city.things(type), path).extent);
  }
  return extent;
}

/** What reform sheets there are, and which goals they have. */
export function ofGoals(city: CityCoverage): Extent {
  const extent = new Extent();
  extent.add(city.ofType('ReformSheet'));
  extent.add(city.ofStep(city.things('ReformSheet'), into('GOAL_OF')));
  return extent;
}

/** What is said of one field of all things of a type. */
export interface FieldExtent {
  readonly type: NodeName;
  readonly field: string;
  readonly things: readonly number[];
  readonly extent: Extent;
}

/** The whole picture: of each field of which documents list something, for which things they do. */
export const ofAllFields = (city: CityCoverage): readonly FieldExtent[] =>
  nodes.flatMap(({ name }) => {
    const contents = new Set(contentsOf(nodeNamed(name)).map(({ field }) => field));
    return relationshipsOf(nodeNamed(name)).flatMap(([field]): readonly FieldExtent[] => {
      const isSaid = city.speaksOf(name, field) || contents.has(field);
      const things = city.things(name);
      return isSaid && things.length > 0
        ? [{ type: name, field, things, extent: city.listed(name, field, things) }]
        : [];
    });
  });
