import { type ListArguments, type ListRequest, matchClauses } from './list-request.js';
import { orderKeys } from './order.js';
import { orderBy } from './page.js';
import { type Compiled, compileNode } from './projection.js';
import type { Statement } from './statement.js';

/** A plain list: short by its nature, so it is not paged; filtered and ordered like a connection. */
export function compileList(statement: Statement, request: ListRequest): Compiled {
  const { node, path, view, selected } = request;
  const keys = orderKeys(statement, (selected.arguments as ListArguments).orderBy ?? [], node, path.target, view);
  const inner = compileNode(statement, node, path.target, selected.below, view);
  const sortBy = orderBy(
    keys,
    keys.map(({ expression }) => expression),
    false,
  );
  const clauses = [matchClauses(statement, request), ...keys.flatMap(({ match }) => match ?? [])].join(' ');
  return {
    expression: `COLLECT { ${clauses} WITH ${path.target} ORDER BY ${sortBy} RETURN ${inner.expression} }`,
    assemble: (value, variables) => (value as readonly unknown[]).map((row) => inner.assemble(row, variables)),
  };
}
