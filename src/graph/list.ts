import { findNodes, type ListArguments, type ListRequest } from './list-request.js';
import { orderKeys } from './order.js';
import { orderBy } from './page.js';
import { type Compiled, compileNode } from './projection.js';
import { Joins } from './shared-nodes.js';
import type { Statement } from './statement.js';

/** A plain list: short by its nature, so it is not paged; filtered and ordered like a connection. */
export function compileList(statement: Statement, request: ListRequest): Compiled {
  const { node, path, view, selected } = request;
  const { orderBy: wishes } = selected.arguments as ListArguments;
  const found = findNodes(statement, request);
  const keys = orderKeys(statement, wishes ?? [], node, path.target, view, found.related);
  const joins = new Joins({ sharing: true });
  const inner = compileNode(statement, node, path.target, selected.below, view, joins);
  const sortBy = orderBy(
    keys,
    keys.map(({ expression }) => expression),
    false,
  );
  const clauses = [found.clauses, ...keys.flatMap(({ match }) => match ?? []), ...joins.clauses].join(' ');
  const carried = joins.clauses.length > 0 ? '*' : path.target;
  return {
    expression: joins.collect(statement, `${clauses} WITH ${carried} ORDER BY ${sortBy}`, inner.expression),
    assemble: (value, around) => {
      const { rows, assembling } = joins.open(value, around);
      return rows.map((row) => inner.assemble(row, assembling));
    },
  };
}
