import { isRecord } from '../json.js';
import type {
  ComputedDeclaration,
  FieldDeclaration,
  NodeDeclaration,
  RelationshipDeclaration,
  ValuePropertyDeclaration,
} from '../model/declaration.js';
import { choiceName } from '../model/facets.js';
import { valueProperty } from '../model/graph-properties.js';
import { foldedKey } from '../model/indexes.js';
import { anyEntity, fieldsOf, filteredType, nodes } from '../model/model.js';
import { edgeProperties, linkProperties } from '../model/nodes/entity.js';
import { badInput, unreadable } from '../refusal.js';
import { Binding } from './binding.js';
import { type Compared, type FilterInput, givenNames, isGiven, operators } from './operators.js';
import { countOf, factsOnTheWay, isSingleEdge, type LinkFacts, type Path, type PathOptions, pathOf } from './path.js';
import { all, isPerStage, read, readPart, type Statement, typeLabel, type View, where } from './statement.js';

/** The maximum number of conditions of one `and` or `or`. */
const maximumJoined = 50;

export const isObject = (value: unknown): value is FilterInput => isRecord(value) && !(value instanceof Binding);

/** Whether a filter asks at its own level about a property. */
export const filtersBy = (filter: unknown, property: string): boolean => {
  const condition = isObject(filter) ? filter[property] : null;
  return isObject(condition) && givenNames(condition).length > 0;
};

/** Whether a filter asks at its own level about being in force: then what is not in force is looked at too. */
export const filtersByEffective = (filter: unknown): boolean => filtersBy(filter, 'effective');

/** The same of conditions on links, at any level: one that is not in force cannot be told from none where it is not looked at. */
const asksOfLinksInForce = (edge: unknown): boolean =>
  isObject(edge) &&
  (filtersByEffective(edge) ||
    [edge.and, edge.or, edge.not, ...ofWay(edge)].flat().some((part) => asksOfLinksInForce(part)));

/** What a filter on links asks of the links from which one follows. */
const ofWay = ({ via }: FilterInput): readonly unknown[] => (isObject(via) ? Object.values(via) : []);

/**
 * The conditions of a filter on a node, null where it has none. Those on related nodes are kept apart: applied to the
 * nodes that were found already (`WITH n WHERE …`) it is planned in milliseconds, beside the pattern that finds them it
 * can take Neo4j's planner a minute, because it orders all of it as one.
 */
interface Condition {
  readonly own: string | null;
  readonly related: string | null;
}

const together = (conditions: readonly Condition[]): Condition => {
  const joined = (kind: keyof Condition) => {
    const given = conditions.flatMap((condition) => condition[kind] ?? []);
    return given.length === 0 ? null : all(given);
  };
  return { own: joined('own'), related: joined('related') };
};

/** Both kinds as one expression. */
const whole = ({ own, related }: Condition): string | null =>
  own === null && related === null ? null : all([own, related]);

/** A filter as what a list is found by: clauses of their own, and a condition on the node. */
interface Clauses {
  readonly matches: readonly string[];
  /** A clause can find a node more than once. */
  readonly repeats: boolean;
  /** The variables of the single related nodes that clauses found, by their field: where one is, every node has it. */
  readonly related: ReadonlyMap<string, string>;
  readonly condition: Condition;
}

/** How many conditions of a list become a MATCH: one of them is where Neo4j starts, and it orders all of them. */
const mostMatches = 4;

/**
 * A filter as the clauses that a list is found by. A related node that is named by a key becomes a MATCH of its own, so
 * that Neo4j may start from there (a department found by its name has nine measures; testing each of thousands of
 * measures for that department is ten times slower). Everything else is one condition: a MATCH for it would find a node
 * as often as it has related ones; so is one of several keys (`in`) beside one key, as it finds more than that does, and
 * what goes beyond `mostMatches`.
 */
export function filterClauses(
  statement: Statement,
  filter: FilterInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
  budget = { matches: mostMatches },
): Clauses {
  const matches: string[] = [];
  const found = new Map<string, string>();
  let repeats = false;
  const conditions: Condition[] = [];
  const rest: Record<string, unknown> = {};
  const fields = fieldsOf(node);
  const namesOne = givenNames(filter).some((key) => namingOf(fields[key], filter[key]) === 'one');
  for (const key of givenNames(filter)) {
    const given = filter[key];
    const field = fields[key];
    const naming = namingOf(field, given);
    if (key === 'and') {
      for (const part of joined(key, given)) {
        const inner = filterClauses(statement, part, node, variable, view, budget);
        matches.push(...inner.matches);
        conditions.push(inner.condition);
        repeats ||= inner.repeats;
        for (const [name, target] of inner.related) found.set(name, target);
      }
    } else if (field?.kind !== 'relationship' || !isObject(given) || naming === null || budget.matches === 0)
      rest[key] = given;
    else if (isSingle(field)) {
      const related = relatedMatch(statement, field, given, null, variable, view, budget);
      matches.push(related.match);
      repeats ||= related.repeats || !isSingleEdge(field);
      // What is looked for whether it is in force or not need not be what the view sees.
      if (isSingleEdge(field) && !filtersByEffective(given)) found.set(key, related.target);
    } else if (naming === 'one' || !namesOne) {
      const { some, ...others } = given;
      matches.push(relatedMatch(statement, field, some as FilterInput, given.edge, variable, view, budget).match);
      repeats = true;
      if (givenNames(others).some((name) => name !== 'edge')) rest[key] = others;
    } else rest[key] = given;
  }
  conditions.push(filterCondition(statement, rest, node, variable, view));
  return { matches, repeats, related: found, condition: together(conditions) };
}

export const isSingle = ({ shape }: RelationshipDeclaration) => shape === 'one' || shape === 'required';

/** How many nodes a filter names by id or natural key, itself or through related ones: then few fit it. */
type Naming = 'one' | 'several' | null;

/** How a condition on a related node, or on some of them, names it. */
function namingOf(field: FieldDeclaration | undefined, given: unknown): Naming {
  if (field?.kind !== 'relationship' || !isObject(given)) return null;
  const inner = isSingle(field) ? given : given.some;
  return isObject(inner) ? namingIn(inner, targetType(field)) : null;
}

function namingIn(filter: FilterInput, node: NodeDeclaration): Naming {
  const fields = fieldsOf(node);
  const namings = givenNames(filter).map((name): Naming => {
    const given = filter[name];
    const field = fields[name];
    if (field?.kind === 'relationship') return namingOf(field, given);
    if (!isObject(given) || (name !== 'id' && !Object.hasOwn(node.lookup ?? {}, name))) return null;
    if (isGiven(given.eq)) return 'one';
    return isGiven(given.in) ? 'several' : null;
  });
  return namings.includes('one') ? 'one' : namings.includes('several') ? 'several' : null;
}

/** One MATCH per related node: two conditions on the same relationship may be met by the same node. */
function relatedMatch(
  statement: Statement,
  field: RelationshipDeclaration,
  filter: FilterInput,
  edge: unknown,
  parent: string,
  view: View,
  budget: { matches: number },
): { readonly match: string; readonly repeats: boolean; readonly target: string } {
  budget.matches--;
  const path = relatedPath(statement, field, filter, edge, parent, view);
  const { matches, repeats, condition } = filterClauses(
    statement,
    filter,
    targetType(field),
    path.target,
    view,
    budget,
  );
  const found = `MATCH ${path.pattern}${where([...path.conditions, whole(condition)])}`;
  return { match: [found, ...matches].join(' '), repeats, target: path.target };
}

/** Whether a filter on links asks for anything: an empty `or`, and the negation of nothing, do. */
const hasConditions = (edge: FilterInput): boolean =>
  givenNames(edge).some((name) => {
    const part = edge[name];
    if (name === 'or' || name === 'not') return true;
    if (name === 'and') return joined(name, part).some(hasConditions);
    return isObject(part) && givenNames(part).length > 0;
  });

/** The path to related nodes that a filter speaks of, along edges that fit. */
export function relatedPath(
  statement: Statement,
  field: RelationshipDeclaration,
  filter: FilterInput,
  edge: unknown,
  parent: string,
  view: View,
  options: Pick<PathOptions, 'start' | 'shown'> = {},
): Path {
  const anyNode = filtersByEffective(filter);
  const anyEdge = asksOfLinksInForce(edge);
  const path = pathOf(statement, field, parent, view, { ...options, anyNode, anyEdge });
  const condition = isObject(edge) ? linkCondition(statement, path.facts, edge, waysOf(path)) : null;
  if (condition === null) return path;
  return { ...path, conditions: [...path.conditions, condition], always: [...path.always, condition] };
}

/** What can be asked of a link beside its facts. */
interface Asked {
  readonly properties: Readonly<Record<string, Compared>>;
  /** The variables of the links from which it follows; none where it is an edge. */
  readonly via: readonly string[];
}

const waysOf = ({ derivation }: Path): Asked => ({ properties: linkProperties, via: derivation?.links ?? [] });

/** What can be asked of a link on the way. */
const onTheWay: Asked = { properties: { ...edgeProperties, relationship: { type: 'String', few: true } }, via: [] };

/** The conditions of a filter on links; null where it asks for nothing. */
function linkCondition(statement: Statement, facts: LinkFacts, given: FilterInput, asked: Asked): string | null {
  const part = (filter: FilterInput) => linkCondition(statement, facts, filter, asked);
  const conditions = givenNames(given).flatMap((name) => {
    const operation = given[name];
    if (name === 'and') return joined(name, operation).flatMap((each) => part(each) ?? []);
    if (name === 'or')
      return `(${
        joined(name, operation)
          .map((each) => part(each) ?? 'true')
          .join(' OR ') || 'false'
      })`;
    if (!isObject(operation)) return [];
    if (name === 'not') return negation(part(operation) ?? 'true');
    if (name === 'via') return wayConditions(statement, asked.via, operation);
    const declaration = asked.properties[name];
    const fact = facts[name];
    return declaration && fact ? (operators(statement, fact, declaration, operation) ?? []) : [];
  });
  return conditions.length === 0 ? null : all(conditions);
}

/** Conditions on the links from which one follows, those of one way; an edge follows from none. */
function wayConditions(statement: Statement, via: readonly string[], given: FilterInput): readonly string[] {
  const oneThat = (filter: FilterInput, wrap: (condition: string) => string = (condition) => condition) => {
    if (via.length === 0) return 'false';
    const link = statement.variable('r');
    const fitting = linkCondition(statement, factsOnTheWay(link), filter, onTheWay) ?? 'true';
    return `any(${link} IN [${via.join(', ')}] WHERE ${wrap(fitting)})`;
  };
  const { some, none, every } = given;
  return [
    ...(isObject(some) ? [oneThat(some)] : []),
    ...(isObject(none) ? [negation(oneThat(none))] : []),
    ...(isObject(every) ? [negation(oneThat(every, negation))] : []),
  ];
}

export const targetType = ({ target }: RelationshipDeclaration): NodeDeclaration => filteredType(target);

/**
 * A filter as conditions on a node. Two-valued: where a property is missing, every comparison is false and `ne`, `notIn`
 * and `not` are exact negations.
 */
function filterCondition(
  statement: Statement,
  filter: FilterInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
): Condition {
  return together(givenNames(filter).map((key) => namedCondition(statement, key, filter[key], node, variable, view)));
}

/** A filter as one condition on a node; null where it asks for nothing. */
export const conditionOf = (
  statement: Statement,
  filter: FilterInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
): string | null => whole(filterCondition(statement, filter, node, variable, view));

/** The parts of an `and` or `or`. */
export function joined(name: 'and' | 'or', given: unknown): readonly FilterInput[] {
  const parts = given as readonly FilterInput[];
  if (parts.length > maximumJoined)
    throw badInput(
      `filter: expected at most ${maximumJoined} conditions in "${name}", but got ${parts.length}`,
      `filterの「${name}」に指定できる条件は${maximumJoined}個までです（指定：${parts.length}個）。`,
    );
  return parts;
}

const negation = (condition: string) => `NOT coalesce((${condition}), false)`;

const nothing: Condition = { own: null, related: null };
const own = (condition: string | null): Condition => ({ own: condition, related: null });

/** What one entry of a filter asks for. An empty `or` matches nothing, as an empty `and` matches everything. */
function namedCondition(
  statement: Statement,
  key: string,
  given: unknown,
  node: NodeDeclaration,
  variable: string,
  view: View,
): Condition {
  const part = (filter: FilterInput) => filterCondition(statement, filter, node, variable, view);
  if (key === 'and') return together(joined(key, given).map(part));
  if (key === 'or') {
    const parts = joined(key, given).map(part);
    return likeAll(parts, `(${parts.map((each) => whole(each) ?? 'true').join(' OR ') || 'false'})`);
  }
  if (!isObject(given)) return nothing;
  if (key === 'not') {
    const inner = part(given);
    return likeAll([inner], negation(whole(inner) ?? 'true'));
  }
  if (key === 'effective') return own(operators(statement, `${variable}.effective`, { type: 'Boolean' }, given));
  if (key === 'type' && node === anyEntity) return own(typeCondition(statement, variable, given));
  const field = fieldsOf(node)[key];
  switch (field?.kind) {
    case 'property':
      return own(
        operators(statement, read(variable, key, field, node, view), field, given, {
          foldedKey: foldedKeyOf(node, key, variable, view),
        }),
      );
    case 'valueProperty':
      return own(valueCondition(statement, key, field, given, node, variable, view));
    case 'computed':
      if (field.renamed) return own(operators(statement, `${variable}.${field.from[0]}`, { type: field.type }, given));
      return own(computedCondition(statement, field, given, (name) => propertyOf(node, name, variable, view)));
    case 'relationship':
      return { own: null, related: relationshipCondition(statement, field, given, variable, view) };
    default:
      throw new Error(`expected a field of ${node.name} in a filter, but got: ${key}`);
  }
}

/** Where an index has a key that is printed otherwise; null where none does, as at a stage that can have another value. */
const foldedKeyOf = (node: NodeDeclaration, key: string, variable: string, view: View): string | null => {
  const [property] = foldedKey(node, key);
  const field = fieldsOf(node)[key];
  return property === undefined || (field?.kind === 'property' && isPerStage(field, node, view))
    ? null
    : `${variable}.${property}`;
};

function propertyOf(node: NodeDeclaration, name: string, variable: string, view: View): string {
  const field = fieldsOf(node)[name];
  if (field?.kind !== 'property') throw new Error(`expected a property of ${node.name}, but got: ${name}`);
  return read(variable, name, field, node, view);
}

/** Conditions on a computed field, as conditions on what it is worked out from. */
function computedCondition(
  statement: Statement,
  { from: [name = ''], list = false, reading }: ComputedDeclaration,
  given: FilterInput,
  stored: (name: string) => string,
): string | null {
  if (!reading) return null;
  const readText = (text: unknown): unknown => {
    if (Array.isArray(text)) return text.map(readText);
    if (typeof text !== 'string') return text;
    const value = reading.read(text);
    if (value === null) throw unreadable('filter', reading.expected, text);
    return value;
  };
  return operators(statement, stored(name), { type: 'Int', list }, given, { readValue: readText });
}

const typeNames = Object.fromEntries(nodes.map(({ name }) => [name, choiceName(name)]));

/** Conditions on the type of a thing, by the names that the schema has for types. */
const typeCondition = (statement: Statement, variable: string, given: FilterInput): string | null =>
  operators(statement, `${statement.parameter(typeNames)}[${typeLabel(variable)}]`, { type: 'String' }, given);

/** A condition made of others is about related nodes where one of them is. */
const likeAll = (parts: readonly Condition[], condition: string): Condition =>
  parts.some(({ related }) => related !== null) ? { own: null, related: condition } : own(condition);

function valueCondition(
  statement: Statement,
  key: string,
  field: ValuePropertyDeclaration,
  given: FilterInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
): string | null {
  const conditions = givenNames(given).flatMap((name) => {
    const { properties, computed = {} } = field.type;
    const declaration = properties[name];
    const operation = given[name];
    if (!isObject(operation)) return [];
    const stored = (property: string) => {
      const part = { name: valueProperty(key, property), presentWhen: valueProperty(key, field.presentWhen) };
      return readPart(variable, part, field, node, view);
    };
    if (!declaration)
      return computed[name] ? (computedCondition(statement, computed[name], operation, stored) ?? []) : [];
    return operators(statement, stored(name), { type: declaration.type }, operation) ?? [];
  });
  return conditions.length === 0 ? null : all(conditions);
}

function relationshipCondition(
  statement: Statement,
  field: RelationshipDeclaration,
  given: FilterInput,
  parent: string,
  view: View,
): string | null {
  const target = targetType(field);
  const single = isSingle(field);
  const edge = single ? null : given.edge;
  const look = (filter: FilterInput, wrap: (condition: Condition) => Condition = (condition) => condition) => {
    const path = relatedPath(statement, field, filter, edge, parent, view);
    const condition = filterCondition(statement, filter, target, path.target, view);
    const wrapped = wrap(condition);
    const found = `MATCH ${path.pattern}${where([...path.conditions, wrapped.own])}`;
    const { related } = wrapped;
    const further = related === null ? '' : ` WITH ${path.target} WHERE ${related} RETURN ${path.target}`;
    return { isEmpty: whole(condition) === null, exists: `EXISTS { ${found}${further} }` };
  };
  if (single) return look(given).exists;
  const conditions: string[] = [];
  if (isObject(given.some)) conditions.push(look(given.some).exists);
  if (isObject(given.none)) conditions.push(`NOT ${look(given.none).exists}`);
  if (isObject(given.every)) {
    const exception = look(given.every, (condition) => likeAll([condition], negation(whole(condition) ?? 'true')));
    // Every target fits a filter that asks for nothing.
    if (!exception.isEmpty) conditions.push(`NOT ${exception.exists}`);
  }
  if (isObject(given.count)) {
    const path = relatedPath(statement, field, {}, edge, parent, view);
    const condition = countCondition(statement, countOf(field, path), given.count);
    if (condition !== null) conditions.push(condition);
  }
  // Conditions on the links alone ask that there is such a link.
  const alone = givenNames(given).every((name) => name === 'edge');
  if (alone && isObject(edge) && hasConditions(edge)) conditions.push(look({}).exists);
  return conditions.length === 0 ? null : all(conditions);
}

/** The operators of a count, which is worked out once for all of them and always there. */
function countCondition(statement: Statement, count: string, given: FilterInput): string | null {
  const { isNull, ...others } = given;
  const compared = operators(statement, 'total', { type: 'Int', nullable: false }, others);
  const conditions = [
    ...(isGiven(isNull) ? [String(isNull === false)] : []),
    ...(compared === null ? [] : [`any(total IN [${count}] WHERE ${compared})`]),
  ];
  return conditions.length === 0 ? null : all(conditions);
}
