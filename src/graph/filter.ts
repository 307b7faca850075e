import type {
  NodeDeclaration,
  PropertyDeclaration,
  RelationshipDeclaration,
  ValuePropertyDeclaration,
} from '../model/declaration.js';
import { valueProperty } from '../model/graph-properties.js';
import { fieldsOf, findNode } from '../model/model.js';
import { Binding } from './binding.js';
import { pathOf } from './path.js';
import { all, read, readPart, type Statement, type View, where } from './statement.js';

/** An input object of a filter. Null anywhere in it means "not given". */
export type FilterInput = Readonly<Record<string, unknown>>;

const isGiven = (value: unknown) => value !== null && value !== undefined;
const isObject = (value: unknown): value is FilterInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Binding);

/**
 * A filter as the clauses that a list is found by. What must hold of a related node becomes a MATCH of its own, so that
 * Neo4j may start from whichever end is rarer (a department found by its name has nine measures; testing each of
 * thousands of measures for that department is ten times slower). Everything else is one condition.
 */
export function filterClauses(
  statement: Statement,
  filter: FilterInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
): { readonly matches: readonly string[]; readonly condition: string | null } {
  const matches: string[] = [];
  const rest: Record<string, unknown> = {};
  const fields = fieldsOf(node);
  for (const key of Object.keys(filter).sort()) {
    const given = filter[key];
    const field = fields[key];
    if (!isObject(given) || field?.kind !== 'relationship' || key === 'not') rest[key] = given;
    else if (field.shape === 'one' || field.shape === 'required')
      matches.push(relatedMatch(statement, field, given, variable, view));
    else {
      const { some, ...others } = given;
      if (isObject(some)) matches.push(relatedMatch(statement, field, some, variable, view));
      rest[key] = others;
    }
  }
  return { matches, condition: filterCondition(statement, rest, node, variable, view) };
}

/** One MATCH per related node: two conditions on the same relationship may be met by the same node. */
function relatedMatch(
  statement: Statement,
  field: RelationshipDeclaration,
  filter: FilterInput,
  parent: string,
  view: View,
): string {
  const path = pathOf(statement, field, parent, view);
  const { matches, condition } = filterClauses(statement, filter, targetType(field), path.target, view);
  return [`MATCH ${path.pattern}${where([...path.conditions, condition])}`, ...matches].join(' ');
}

function targetType({ target }: RelationshipDeclaration): NodeDeclaration {
  const node = findNode(target);
  if (!node) throw new Error(`expected a relationship to a node type in a filter, but got one to ${target}`);
  return node;
}

/**
 * A filter as one Cypher condition on a node, null where it asks for nothing. Two-valued: where a property is missing,
 * every comparison is false and `ne`, `notIn` and `not` are exact negations.
 */
function filterCondition(
  statement: Statement,
  filter: FilterInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
): string | null {
  const fields = fieldsOf(node);
  const conditions: string[] = [];
  for (const key of Object.keys(filter).sort()) {
    const given = filter[key];
    if (!isGiven(given)) continue;
    const condition =
      combined(statement, key, given, node, variable, view) ??
      fieldCondition(statement, key, fields[key], given, node, variable, view);
    if (condition !== null) conditions.push(condition);
  }
  return conditions.length === 0 ? null : all(conditions);
}

/** `and`, `or`, `not`. An empty `or` matches nothing, as an empty `and` matches everything. */
function combined(
  statement: Statement,
  key: string,
  given: unknown,
  node: NodeDeclaration,
  variable: string,
  view: View,
): string | null {
  const parts = () =>
    (given as readonly FilterInput[]).map((part) => filterCondition(statement, part, node, variable, view) ?? 'true');
  if (key === 'and') return parts().length === 0 ? null : `(${all(parts())})`;
  if (key === 'or') return `(${parts().join(' OR ') || 'false'})`;
  if (key === 'not' && isObject(given))
    return negation(filterCondition(statement, given, node, variable, view) ?? 'true');
  return null;
}

const negation = (condition: string) => `NOT coalesce((${condition}), false)`;

function fieldCondition(
  statement: Statement,
  key: string,
  field: ReturnType<typeof fieldsOf>[string] | undefined,
  given: unknown,
  node: NodeDeclaration,
  variable: string,
  view: View,
): string | null {
  if (key === 'and' || key === 'or' || key === 'not' || !isObject(given)) return null;
  if (key === 'effective') return operators(statement, `${variable}.effective`, 'Boolean', false, given);
  if (!field) throw new Error(`expected a field of ${node.name} in a filter, but got: ${key}`);
  if (field.kind === 'property')
    return operators(statement, read(variable, key, field, node, view), field.type, field.list ?? false, given);
  if (field.kind === 'valueProperty') return valueCondition(statement, key, field, given, node, variable, view);
  if (field.kind === 'relationship') return relationshipCondition(statement, field, given, variable, view);
  throw new Error(`expected a stored field of ${node.name} in a filter, but got: ${key}`);
}

function valueCondition(
  statement: Statement,
  key: string,
  field: ValuePropertyDeclaration,
  given: FilterInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
): string | null {
  const conditions = Object.keys(given)
    .sort()
    .map((name) => {
      const declaration = field.type.properties[name];
      const operation = given[name];
      if (!declaration || !isObject(operation)) return null;
      const part = { name: valueProperty(key, name), presentWhen: valueProperty(key, field.presentWhen) };
      const expression = readPart(variable, part, field, node, view);
      return operators(statement, expression, declaration.type, false, operation);
    });
  return conditions.some((condition) => condition !== null) ? all(conditions) : null;
}

function relationshipCondition(
  statement: Statement,
  field: RelationshipDeclaration,
  given: FilterInput,
  parent: string,
  view: View,
): string | null {
  const target = targetType(field);
  const inside = (filter: FilterInput, wrap: (condition: string) => string = (condition) => condition) => {
    const path = pathOf(statement, field, parent, view);
    const condition = filterCondition(statement, filter, target, path.target, view);
    return {
      asksForNothing: condition === null,
      exists: `EXISTS { MATCH ${path.pattern} WHERE ${all([...path.conditions, condition === null ? null : wrap(condition)])} }`,
    };
  };
  if (field.shape === 'one' || field.shape === 'required') return inside(given).exists;
  const conditions: string[] = [];
  if (isObject(given.some)) conditions.push(inside(given.some).exists);
  if (isObject(given.none)) conditions.push(`NOT ${inside(given.none).exists}`);
  if (isObject(given.every)) {
    const exception = inside(given.every, negation);
    // Every target fits a filter that asks for nothing.
    if (!exception.asksForNothing) conditions.push(`NOT ${exception.exists}`);
  }
  if (isObject(given.count)) {
    const path = pathOf(statement, field, parent, view);
    const count = `COUNT { MATCH ${path.pattern} WHERE ${all(path.conditions)} RETURN DISTINCT ${path.target} }`;
    const condition = operators(statement, count, 'Int', false, given.count);
    if (condition !== null) conditions.push(condition);
  }
  return conditions.length === 0 ? null : all(conditions);
}

const comparisons: Readonly<Record<string, string>> = {
  eq: '=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  contains: 'CONTAINS',
  startsWith: 'STARTS WITH',
  endsWith: 'ENDS WITH',
};

/** The operators of one property. Strings are compared after NFKC, which the graph holds already; case on request. */
function operators(
  statement: Statement,
  expression: string,
  type: PropertyDeclaration['type'],
  list: boolean,
  given: FilterInput,
): string | null {
  const ignoreCase = given.ignoreCase === true;
  const textual = type === 'String' || type === 'ID';
  const left = ignoreCase && textual ? `toLower(${expression})` : expression;
  const fold = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fold);
    if (typeof value !== 'string' || !textual) return value;
    const folded = value.normalize('NFKC');
    return ignoreCase ? folded.toLowerCase() : folded;
  };
  const conditions = Object.keys(given)
    .sort()
    .flatMap((operator) => {
      const value = given[operator];
      if (!isGiven(value) || operator === 'ignoreCase') return [];
      if (operator === 'isNull') return [`${expression} IS ${value === true ? '' : 'NOT '}NULL`];
      if (operator === 'isEmpty') return [`size(${expression}) ${value === true ? '=' : '>'} 0`];
      const parameter = statement.parameter(value, fold);
      if (list && operator === 'has') return [`${parameter} IN ${expression}`];
      if (list && operator === 'hasAny') return [`any(item IN ${parameter} WHERE item IN ${expression})`];
      if (list && operator === 'hasAll') return [`all(item IN ${parameter} WHERE item IN ${expression})`];
      if (operator === 'ne') return [`(${left} <> ${parameter} OR ${left} IS NULL)`];
      if (operator === 'in') return [`${left} IN ${parameter}`];
      if (operator === 'notIn') return [`(NOT ${left} IN ${parameter} OR ${left} IS NULL)`];
      const symbol = comparisons[operator];
      if (!symbol) throw new Error(`expected an operator of the filter, but got: ${operator}`);
      return [`${left} ${symbol} ${parameter}`];
    });
  return conditions.length === 0 ? null : all(conditions);
}
