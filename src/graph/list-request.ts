import type { NodeDeclaration } from '../model/declaration.js';
import { filterClauses } from './filter.js';
import type { FilterInput } from './operators.js';
import type { PageArguments } from './page.js';
import type { Path } from './path.js';
import type { SelectedField } from './selection.js';
import { type Statement, type View, where } from './statement.js';

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
  readonly orderBy?: readonly Readonly<Record<string, unknown>>[] | null;
}

/** The clauses that find the nodes of a list, each once. */
export function matchClauses(statement: Statement, { node, path, view, selected }: ListRequest): string {
  const { filter } = selected.arguments as ListArguments;
  const { matches, repeats, condition } = filterClauses(statement, filter ?? {}, node, path.target, view);
  const { own, related } = condition;
  const found = [`MATCH ${path.pattern}${where([...path.conditions, own])}`, ...matches].join(' ');
  const distinct = path.derived || repeats ? 'DISTINCT ' : '';
  return distinct || related ? `${found} WITH ${distinct}${scopeOf(path)}${where([related])}` : found;
}

/** The variables of a list that what is selected of it goes by. */
export const scopeOf = ({ target, edge }: Path): string => (edge ? `${target}, ${edge}` : target);
