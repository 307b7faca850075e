/** Filters in steps: which nodes fit is put together here, from sets of ids that small statements find. */
import type { NodeDeclaration, PropertyDeclaration, RelationshipDeclaration, TextKind } from '../model/declaration.js';
import { fieldsOf } from '../model/model.js';
import type { Variables } from './binding.js';
import { conditionOf, isObject, isSingle, joined, relatedPath, targetType } from './filter.js';
import { type FilterInput, givenNames, operators } from './operators.js';
import { isPerStage, Statement, stageProperty, type View, where } from './statement.js';

/** A statement whose rows are ids, of `$keys` or found from them. */
interface IdStatement {
  readonly text: string;
  readonly parameters: (variables: Variables) => Readonly<Record<string, unknown>>;
}

/** Reads the ids that a statement finds. */
export type ReadIds = (statement: IdStatement, keys: readonly string[]) => Promise<readonly string[]>;

/** Finds the nodes that fit a filter; null where there are too many of a type to hold all their ids. */
export type FindIds = (read: ReadIds) => Promise<ReadonlySet<string> | null>;

/** With more nodes of a type, planning the one statement takes no longer than reading their ids. */
const mostNodes = 20_000;

class TooManyNodes extends Error {}

/** What one search for ids reads: all nodes of a type are read once. */
class Search {
  private readonly read: ReadIds;
  private readonly ofType = new Map<NodeDeclaration, Promise<ReadonlySet<string>>>();

  constructor(read: ReadIds) {
    this.read = read;
  }

  all(node: NodeDeclaration): Promise<ReadonlySet<string>> {
    const ids = this.ofType.get(node) ?? this.ids(allOf(node), []);
    this.ofType.set(node, ids);
    return ids;
  }

  async ids(statement: IdStatement, keys: Iterable<string>): Promise<ReadonlySet<string>> {
    const ids = await this.read(statement, [...keys]);
    if (ids.length > mostNodes) throw new TooManyNodes();
    return new Set(ids);
  }
}

/** A part of a filter, as the set of the nodes that fit it. */
type Part = (search: Search) => Promise<ReadonlySet<string>>;

/**
 * The nodes of a type that fit a filter and a condition of the list. The texts of the statements do not depend on which
 * properties are compared with what, nor on what else the filter asks for: Neo4j has planned them already, while a filter
 * as one condition is a statement of its own, which takes it some ten milliseconds per related node to plan.
 */
export function findByFilter(node: NodeDeclaration, filter: FilterInput, listed: IdStatement, view: View): FindIds {
  const fitting = partOf(node, filter, view) ?? everything(node);
  const inList: Part = (search) => search.ids(listed, []);
  return async (read) => {
    try {
      return await every([inList, fitting])(new Search(read));
    } catch (error) {
      if (error instanceof TooManyNodes) return null;
      throw error;
    }
  };
}

/** What all or any of these searches find. */
export const joinedSearches =
  (searches: readonly FindIds[], all: boolean): FindIds =>
  async (read) => {
    const found = await Promise.all(searches.map((search) => search(read)));
    const sets = found.filter((ids) => ids !== null);
    if (sets.length < found.length) return null;
    const [first = new Set<string>(), ...others] = sets;
    return all
      ? new Set([...first].filter((id) => others.every((ids) => ids.has(id))))
      : new Set(sets.flatMap((ids) => [...ids]));
  };

const limited = (match: string) => `${match} RETURN n.id AS id LIMIT ${mostNodes + 1}`;

/** All nodes of a type, whatever the view sees. */
export const allOf = ({ name }: NodeDeclaration): IdStatement => ({
  text: limited(`MATCH (n:${name})`),
  parameters: () => ({}),
});

/** The nodes of a type for which these conditions on `n` hold. */
export function listedBy(node: NodeDeclaration, conditions: (statement: Statement) => readonly string[]): IdStatement {
  const statement = new Statement({ stepwise: true });
  const text = limited(`MATCH (n:${node.name})${where(conditions(statement))}`);
  return { text, parameters: (variables) => statement.parameters(variables) };
}

const everything =
  (node: NodeDeclaration): Part =>
  (search) =>
    search.all(node);

const every =
  (parts: readonly Part[]): Part =>
  async (search) => {
    const [first = new Set<string>(), ...others] = await Promise.all(parts.map((part) => part(search)));
    return new Set([...first].filter((id) => others.every((ids) => ids.has(id))));
  };

const some =
  (parts: readonly Part[]): Part =>
  async (search) => {
    const sets = await Promise.all(parts.map((part) => part(search)));
    return new Set(sets.flatMap((ids) => [...ids]));
  };

const except =
  (node: NodeDeclaration, part: Part): Part =>
  async (search) => {
    const [all, without] = await Promise.all([search.all(node), part(search)]);
    return new Set([...all].filter((id) => !without.has(id)));
  };

/** What a filter asks for; null where it asks for nothing. */
function partOf(node: NodeDeclaration, filter: FilterInput, view: View): Part | null {
  const parts = givenNames(filter).flatMap((name) => namedPart(node, name, filter[name], view) ?? []);
  return parts.length === 0 ? null : every(parts);
}

function namedPart(node: NodeDeclaration, name: string, given: unknown, view: View): Part | null {
  if (name === 'and') {
    const parts = joined(name, given).flatMap((part) => partOf(node, part, view) ?? []);
    return parts.length === 0 ? null : every(parts);
  }
  if (name === 'or') return some(joined(name, given).map((part) => partOf(node, part, view) ?? everything(node)));
  if (!isObject(given)) return null;
  if (name === 'not') return except(node, partOf(node, given, view) ?? everything(node));
  if (name === 'effective') return ofAll(node, comparison(node, name, { type: 'Boolean' }, given, view));
  const field = fieldsOf(node)[name];
  if (field?.kind === 'property') return ofAll(node, comparison(node, name, field, given, view));
  if (field?.kind === 'relationship') return related(node, name, field, given, view);
  return conditional(node, { [name]: given }, view);
}

/** Which of the nodes `$keys` a condition holds for; null where there is no condition. */
function tested(condition: (statement: Statement, variable: string) => string | null): IdStatement | null {
  const statement = new Statement({ stepwise: true });
  const variable = statement.variable('n');
  const holds = condition(statement, variable);
  return holds === null
    ? null
    : {
        text: `UNWIND $keys AS key MATCH (${variable}:Node {id: key}) WHERE ${holds} RETURN key AS id`,
        parameters: (variables) => statement.parameters(variables),
      };
}

const ofAll = (node: NodeDeclaration, statement: IdStatement | null): Part | null =>
  statement && (async (search) => search.ids(statement, await search.all(node)));

/** A property that is compared: its name is a parameter too. */
export const comparison = (
  node: NodeDeclaration,
  name: string,
  field: TextKind & Pick<PropertyDeclaration, 'list' | 'nullable' | 'perStage'>,
  given: FilterInput,
  view: View,
): IdStatement | null =>
  tested((statement, variable) => {
    const property = (named: string) => `${variable}[${statement.parameter(named)}]`;
    const own = property(name);
    const value = isPerStage(field, node, view) ? `coalesce(${property(stageProperty(name, view))}, ${own})` : own;
    return operators(statement, value, field, given);
  });

/** Conditions that are so rare that their statement is planned when they come. */
const conditional = (node: NodeDeclaration, filter: FilterInput, view: View): Part | null =>
  ofAll(
    node,
    tested((statement, variable) => conditionOf(statement, filter, node, variable, statement.sameView(view))),
  );

function related(
  node: NodeDeclaration,
  name: string,
  field: RelationshipDeclaration,
  given: FilterInput,
  view: View,
): Part | null {
  const target = targetType(field);
  const fitting = (filter: FilterInput) => partOf(target, filter, view) ?? everything(target);
  if (isSingle(field)) return reaching(field, given, null, fitting(given), view);
  const { some: wanted, none, every: wantedOfAll, edge, ...others } = given;
  const parts: Part[] = [];
  if (isObject(wanted)) parts.push(reaching(field, wanted, edge, fitting(wanted), view));
  if (isObject(none)) parts.push(except(node, reaching(field, none, edge, fitting(none), view)));
  if (isObject(wantedOfAll)) {
    const exceptions = except(target, fitting(wantedOfAll));
    parts.push(except(node, reaching(field, wantedOfAll, edge, exceptions, view)));
  }
  const asksOfAny = isObject(wanted) || isObject(none) || isObject(wantedOfAll);
  const rest = givenNames(others).length > 0 || !asksOfAny ? { ...others, edge } : null;
  const ofRest = rest && conditional(node, { [name]: rest }, view);
  if (ofRest) parts.push(ofRest);
  return parts.length === 0 ? null : every(parts);
}

/** The nodes from which a relationship leads to one of those that fit. */
function reaching(field: RelationshipDeclaration, filter: FilterInput, edge: unknown, fitting: Part, view: View): Part {
  const reached = reachedFrom(field, filter, edge, view);
  return async (search) => search.ids(reached, await fitting(search));
}

/** From the nodes of `$keys`, backwards along a relationship whose edges fit. */
export function reachedFrom(
  field: RelationshipDeclaration,
  filter: FilterInput,
  edge: unknown,
  seen: View,
): IdStatement {
  const statement = new Statement({ stepwise: true });
  const parent = statement.variable('n');
  const view = statement.sameView(seen);
  const { pattern, target, conditions } = relatedPath(statement, field, filter, edge, parent, view);
  const match = `MATCH (${target}:Node {id: key}) MATCH ${pattern}${where(conditions)}`;
  return {
    text: `UNWIND $keys AS key ${match} RETURN DISTINCT ${parent}.id AS id`,
    parameters: (variables) => statement.parameters(variables),
  };
}
