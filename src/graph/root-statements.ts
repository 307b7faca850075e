/** What answers hang on: lists of all nodes of a type, and nodes that ids or natural keys name. */
import { idOfOtherCycle } from '../model/cycle-id.js';
import type { NodeDeclaration, PropertyDeclaration, TypeOrInterface } from '../model/declaration.js';
import { foldedKey } from '../model/indexes.js';
import { codeProperty, fieldsOf } from '../model/model.js';
import { compileConnection, compileRootConnection } from './connection.js';
import { filtersByEffective } from './filter.js';
import { type FindIds, findByFilter, joinedSearches, listedBy } from './filter-steps.js';
import { comparable, type FilterInput, isGiven } from './operators.js';
import { freePath } from './path.js';
import { compileAny } from './projection.js';
import type { SelectedField } from './selection.js';
import { matchesAll, viewOf, viewsOf } from './stages.js';
import {
  all,
  eachKey,
  eachKeyAsKey,
  effectiveView,
  inForceView,
  isPerStage,
  nodeVisible,
  read,
  Statement,
  type View,
} from './statement.js';
import { type Compile, connectionSteps, type Steps } from './steps.js';

/** What must hold for a node to be in the list of all of its type. */
function listed(node: NodeDeclaration, variable: string, view: View, filter: unknown): readonly string[] {
  const anyNode = view.kind === 'effective' && filtersByEffective(filter);
  const visible = anyNode ? null : nodeVisible(variable, node, view);
  return visible ? [visible] : [];
}

/** Which nodes of a type a list has: all, those of the municipality `$municipality`, or those of `$municipalities`. */
export type Cities = 'all' | 'one' | 'several';

/** One has a condition of its own: only then does the index of the type's lists give their order, too. */
const cityConditions: Readonly<Record<Cities, readonly string[]>> = {
  all: [],
  one: ['municipality = $municipality'],
  several: ['municipality IN $municipalities'],
};

const ofCities = (variable: string, cities: Cities): readonly string[] =>
  cityConditions[cities].map((condition) => `${variable}.${condition}`);

/** All nodes of a type, or those of some municipalities, as a connection. */
export const allNodes =
  (node: NodeDeclaration, cities: Cities): Compile =>
  (statement, selected) => {
    const { filter, stages } = selected.arguments;
    const onlyInForce = !isGiven(stages) && !filtersByEffective(filter);
    const view = viewOf(statement, selected.arguments, onlyInForce ? inForceView : effectiveView);
    const variable = statement.variable('n');
    const seenIn = (other: View) => listed(node, variable, other, filter);
    const always = ofCities(variable, cities);
    const path = freePath(`(${variable}:${node.name})`, variable, view, { always, seenIn });
    const { text, assemble } = compileRootConnection(statement, { list: node.plural, node, path, view, selected });
    return {
      text,
      assemble: (rows, assembling, writeRows) => assemble(rows as readonly unknown[], assembling, writeRows),
    };
  };

/** The node with an id, of a type or of any behind an interface; `stage` is the view of the level above. */
export const nodeById =
  (type: TypeOrInterface, stage: string | null = null): Compile =>
  (statement, { arguments: given, below }) => {
    const above = stage === null ? effectiveView : statement.stage(stage);
    const view = viewOf(statement, given, above);
    const variable = statement.variable('n');
    const { expression, assemble } = compileAny(statement, type, variable, below, view);
    return {
      text: `UNWIND $keys AS key MATCH (${variable}:Node {id: key}) RETURN key, ${expression} AS answer`,
      assemble,
    };
  };

/** All nodes of a type that a municipality has, in their natural order. */
export const nodesOfMunicipality =
  (node: NodeDeclaration): Compile =>
  (statement, { below }) => {
    const variable = statement.variable('n');
    const { expression, assemble } = compileAny(statement, node.name, variable, below, effectiveView);
    return {
      text:
        'UNWIND $keys AS key RETURN key, ' +
        `COLLECT { MATCH (${variable}:${node.name}) WHERE ${variable}.municipality = key ` +
        `WITH ${variable} ORDER BY ${variable}.sortKey RETURN ${expression} } AS answer`,
      assemble: (rows, assembling) => (rows as readonly unknown[]).map((row) => assemble(row, assembling)),
    };
  };

/** A connection of the nodes with ids, in force or not. */
export const nodesByIds =
  (node: NodeDeclaration, list: string, usualOrder: readonly FilterInput[]): Compile =>
  (statement, field) => {
    const orderBy = field.arguments.orderBy ?? usualOrder;
    const selected = { ...field, arguments: { ...field.arguments, orderBy } };
    const view = viewOf(statement, selected.arguments, effectiveView);
    const target = statement.variable('n');
    // Not by a variable: every row that is put in order would carry all of the ids with it.
    const always = [`${target}.id IN $keys[index]`, `${target}:${node.name}`];
    const path = freePath(`(${target}:Node)`, target, view, { always });
    const { expression, assemble } = compileConnection(statement, { list, node, path, view, selected });
    return { text: `${eachKey} RETURN index, ${expression} AS answer`, assemble };
  };

/** The list of `allNodes` in steps. Where it has a filter, the nodes that fit are found first. */
export function stepsOfAll(node: NodeDeclaration, cities: Cities, selected: SelectedField): Steps {
  const { filter, stages, stageMatch, ...others } = selected.arguments;
  if (!isGiven(filter)) return connectionSteps(node, selected, allNodes(node, cities));
  const views = viewsOf(new Statement(), selected.arguments) ?? [viewOf(new Statement(), others, effectiveView)];
  const searches = views.map((view): FindIds => {
    const conditions = (statement: Statement) => [
      ...ofCities('n', cities),
      ...listed(node, 'n', statement.sameView(view), filter),
    ];
    return findByFilter(node, filter as FilterInput, listedBy(node, conditions), view);
  });
  return {
    ...connectionSteps(
      node,
      { ...selected, arguments: { ...others, foundBy: filter } },
      nodesByIds(node, node.plural, []),
    ),
    findIds: joinedSearches(searches, matchesAll(selected.arguments)),
  };
}

/** By the name that is in force, or by the English name or an alias. */
export type Naming = 'exactly' | 'by another name';

/** The nodes that a natural key names. */
export const nodesByNaturalKey =
  (node: NodeDeclaration, names: readonly string[], how: Naming): Compile =>
  (statement, { arguments: given, below }) => {
    const view = viewOf(statement, given, inForceView);
    const variable = statement.variable('n');
    const { expression, assemble } = compileAny(statement, node.name, variable, below, view);
    return { text: naturalKeyText(node, variable, names, how, expression, view), assemble };
  };

/** How many municipalities have what a natural key names, and the first of them: key, code and name of each. */
export type CitiesOfKey = readonly [
  count: number,
  cities: readonly (readonly [key: string, code: string, name: string])[],
];

/** The most municipalities that are named where a natural key is not enough. */
const mostNamed = 10;

/** The municipalities that have what a natural key names. */
export const citiesByNaturalKey =
  (node: NodeDeclaration, names: readonly string[], how: Naming): Compile =>
  (statement, { arguments: given }) => {
    const view = viewOf(statement, given, inForceView);
    const variable = statement.variable('n');
    const condition = namedBy(node, variable, names, how, view);
    return {
      text:
        `${eachKeyAsKey} CALL (key) { MATCH (${variable}:${node.name}) WHERE ${condition} ` +
        `WITH DISTINCT ${variable}.municipality AS city ORDER BY city RETURN collect(city) AS cities } ` +
        `RETURN index, [size(cities), COLLECT { UNWIND cities[..${mostNamed}] AS city ` +
        'MATCH (m:Municipality {municipality: city}) RETURN [city, m.code, m.name] ORDER BY city }] AS answer',
      assemble: (found) => found,
    };
  };

/** A property that is what a key says, by an index where there is one. */
function equals(node: NodeDeclaration, name: string, field: PropertyDeclaration, variable: string, view: View): string {
  const value = read(variable, name, field, node, view);
  const [folded] = foldedKey(node, name);
  if (folded === undefined) return `${value} = key.${name}`;
  return isPerStage(field, node, view)
    ? `${comparable(value)} = key.${name}`
    : `(${value} = key.${name} OR ${variable}.${folded} = key.${name})`;
}

/** Of several things of a city the one that existed latest; what has no last day exists still. */
const latestOfCity = (variable: string): string =>
  `WITH ${variable} ORDER BY coalesce(${variable}.validTo, '9999') DESC, coalesce(${variable}.validFrom, '') DESC, ${variable}.id ` +
  `WITH ${variable}.municipality AS city, head(collect(${variable})) AS ${variable}`;

/**
 * A number means the thing of the planning cycle whose ids have no year, and so does the name of what has no stages. A code has
 * its year before it; of things of one name with stages, that in force is meant.
 */
function ofNoOtherCycle(node: NodeDeclaration, variable: string): readonly string[] {
  const code = codeProperty(node);
  const declared = fieldsOf(node)[code ?? 'name'];
  const isNumber = declared?.kind === 'property' && declared.type === 'Int';
  const isName = code === null && !node.staged && !node.dated;
  return !node.global && (isNumber || isName) ? [`NOT ${variable}.id =~ '${idOfOtherCycle}'`] : [];
}

/** The condition that a node is what a natural key names. */
function namedBy(node: NodeDeclaration, variable: string, names: readonly string[], how: Naming, view: View): string {
  const fields = fieldsOf(node);
  const conditions = names.map((name) => {
    if (name === 'municipality') return `${variable}.municipality = key.municipality`;
    const field = fields[name];
    if (field?.kind !== 'property')
      throw new Error(`expected a property of ${node.name} as a natural key, but got: ${name}`);
    if (name === 'name' && how === 'by another name') {
      const others = ['aliases', 'misspellings'].map((list) => comparable(`${variable}.${list}`, { list: true }));
      return `(toLower(${comparable(`${variable}.nameEn`)}) = toLower(key.name) OR key.name IN ${others.join(' OR key.name IN ')})`;
    }
    return equals(node, name, field, variable, view);
  });
  return all([nodeVisible(variable, node, view), ...conditions, ...ofNoOtherCycle(node, variable)]);
}

function naturalKeyText(
  node: NodeDeclaration,
  variable: string,
  names: readonly string[],
  how: Naming,
  answer: string,
  view: View,
): string {
  const match = `MATCH (${variable}:${node.name}) WHERE ${namedBy(node, variable, names, how, view)}`;
  // Of all municipalities hundreds may have something of that name, where two are enough to refuse.
  const few = node.global || names.includes('municipality');
  if (node.dated)
    return `${eachKeyAsKey} CALL (key) { ${match} ${latestOfCity(variable)} RETURN ${variable} LIMIT 2 } RETURN index, ${answer} AS answer`;
  const found = few ? match : `CALL (key) { ${match} RETURN ${variable} LIMIT 2 }`;
  return `${eachKeyAsKey} ${found} RETURN index, ${answer} AS answer`;
}
