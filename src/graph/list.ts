import { findNodes, type ListArguments, type ListRequest } from './list-request.js';
import { orderKeys } from './order.js';
import { orderBy } from './page.js';
import { type Compiled, compileNode, type Joins } from './projection.js';
import type { Statement } from './statement.js';

/** A plain list: short by its nature, so it is not paged; filtered and ordered like a connection. */
export function compileList(statement: Statement, request: ListRequest): Compiled {
  const { node, path, view, selected } = request;
  const { orderBy: wishes } = selected.arguments as ListArguments;
  const found = findNodes(statement, request);
  const keys = orderKeys(statement, wishes ?? [], node, path.target, view, found.related);
  const joins: Joins = [];
  const inner = compileNode(statement, node, path.target, selected.below, view, joins);
  const sortBy = orderBy(
    keys,
    keys.map(({ expression }) => expression),
    false,
  );
  const clauses = [found.clauses, ...keys.flatMap(({ match }) => match ?? []), ...joins].join(' ');
  const carried = joins.length > 0 ? '*' : path.target;
  return {
    expression: `COLLECT { ${clauses} WITH ${carried} ORDER BY ${sortBy} RETURN ${inner.expression} }`,
    assemble: (value, variables) => (value as readonly unknown[]).map((row) => inner.assemble(row, variables)),
  };
}
