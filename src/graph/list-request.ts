import type { NodeDeclaration } from '../model/declaration.js';
import { conditionOf, filterClauses } from './filter.js';
import type { FilterInput } from './operators.js';
import type { PageArguments } from './page.js';
import type { Path } from './path.js';
import type { SelectedField } from './selection.js';
import { matchesAll, viewsOf } from './stages.js';
import { all, type Statement, type View, where } from './statement.js';

/** A list of nodes: a relationship of a parent, or all nodes of a type. */
export interface ListRequest {
  /** Name of the list, which its cursors carry: "Measure.departments", "measures". */
  readonly list: string;
  readonly node: NodeDeclaration;
  readonly path: Path;
  readonly view: View;
  readonly selected: SelectedField;
}

export interface ListArguments extends PageArguments {
  readonly filter?: FilterInput | null;
  /** The filter by which the nodes of a list of ids were found. */
  readonly foundBy?: FilterInput | null;
  readonly orderBy?: readonly Readonly<Record<string, unknown>>[] | null;
}

/** How the nodes of a list are found. */
export interface Found {
  /** The clauses that find them, each once. */
  readonly clauses: string;
  /** The variables of single related nodes that are found on the way, by their field. */
  readonly related: ReadonlyMap<string, string>;
}

/** The clauses that find the nodes of a list, with what else they find that can be gone on with. */
export function findNodes(statement: Statement, request: ListRequest): Found {
  const { node, path, view, selected } = request;
  const views = viewsOf(statement, selected.arguments);
  if (views) return foundAtStages(statement, request, views);
  const { filter } = selected.arguments as ListArguments;
  const {
    matches,
    repeats,
    related: singles,
    condition,
  } = filterClauses(statement, filter ?? {}, node, path.target, view);
  const { own, related } = condition;
  const found = [`MATCH ${path.pattern}${where([...path.conditions, own])}`, ...matches].join(' ');
  const distinct = path.derivation || repeats ? 'DISTINCT ' : '';
  if (!distinct && !related) return { clauses: found, related: singles };
  const scope = [scopeOf(path), ...singles.values()].join(', ');
  return { clauses: `${found} WITH ${distinct}${scope}${where([related])}`, related: singles };
}

/** The nodes that any or all of several views have, each with its own answer to the filter. */
function foundAtStages(statement: Statement, { node, path, selected }: ListRequest, views: readonly View[]): Found {
  const { filter } = selected.arguments as ListArguments;
  const readings = views.map((view) =>
    all([...path.seenIn(view), conditionOf(statement, filter ?? {}, node, path.target, view)]),
  );
  const holds = readings.map((reading) => `(${reading})`).join(matchesAll(selected.arguments) ? ' AND ' : ' OR ');
  const found = `MATCH ${path.pattern}${where(path.always)}`;
  return {
    clauses: `${found} WITH ${path.derivation ? 'DISTINCT ' : ''}${scopeOf(path)} WHERE ${holds}`,
    related: new Map(),
  };
}

/** The same where only the nodes themselves are gone on with. */
export const matchClauses = (statement: Statement, request: ListRequest): string =>
  findNodes(statement, request).clauses;

/** The variables of a list that what is selected of it goes by. */
export const scopeOf = ({ target, edge }: Path): string => (edge ? `${target}, ${edge}` : target);
