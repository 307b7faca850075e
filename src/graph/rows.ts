import { type Answer, put } from './answer.js';
import type { Assembling } from './assembling.js';
import { derivedLink, linkFacts } from './links.js';
import { type Found, type ListRequest, scopeOf } from './list-request.js';
import type { OrderKey } from './order.js';
import { beyond, isSortedTwice, orderBy, type Page } from './page.js';
import { compileNode } from './projection.js';
import type { SelectedField } from './selection.js';
import type { Joins } from './shared-nodes.js';
import { viewsOf } from './stages.js';
import { type Statement, where } from './statement.js';

type Row = readonly unknown[];

/** One answer that every row of a page gives: a node, or an edge with its node. */
export interface RowPart {
  readonly responseKey: string;
  readonly expression: string;
  readonly needsCursor: boolean;
  /** Whether it reads the edge beside the node. */
  readonly needsEdge: boolean;
  assemble(value: unknown, assembling: Assembling, cursor: () => string): unknown;
}

export function nodePart(statement: Statement, selected: SelectedField, request: ListRequest, joins: Joins): RowPart {
  const { responseKey, below } = selected;
  const { node, path, view } = request;
  if (statement.stepwise) {
    // The statement of a step is the same for nodes and for edges.
    const edge = edgePart(
      statement,
      { ...selected, below: { of: () => [{ ...selected, name: 'node', responseKey: 'node' }] } },
      request,
      joins,
    );
    const assemble: RowPart['assemble'] = (...given) => (edge.assemble(...given) as Answer).node;
    return { ...edge, assemble };
  }
  const { expression, assemble } = compileNode(statement, node, path.target, below, view, joins);
  return { responseKey, expression, needsCursor: false, needsEdge: false, assemble };
}

export function edgePart(
  statement: Statement,
  selected: SelectedField,
  { node, path, view, selected: list }: ListRequest,
  joins: Joins,
): RowPart {
  const fields = selected.below.of(`${node.name}Edge`);
  const { columns, write } = path.derivation
    ? derivedLink(statement, path.derivation, path.target, {
        shown: view,
        found: viewsOf(statement, list.arguments) ?? [view],
      })
    : linkFacts(statement, path.edge, view, path.facts.derived === 'true');
  const writers = fields.map((field): WriteEdge => {
    const { name, responseKey, below } = field;
    if (name === '__typename') return (answer) => put(answer, responseKey, `${node.name}Edge`);
    if (name === 'cursor') return (answer, _row, _assembling, cursor) => put(answer, responseKey, cursor());
    if (name !== 'node') return write(field);
    const compiled = compileNode(statement, node, path.target, below, view, joins);
    const column = columns.push(compiled.expression) - 1;
    return (answer, row, assembling) => put(answer, responseKey, compiled.assemble(row[column], assembling));
  });
  return {
    responseKey: selected.responseKey,
    expression: `[${columns.join(', ')}]`,
    needsCursor: fields.some(({ name }) => name === 'cursor'),
    needsEdge: path.edge !== null,
    assemble: (row, assembling, cursor) => {
      const answer: Answer = {};
      for (const write of writers) write(answer, row as Row, assembling, cursor);
      return answer;
    },
  };
}

type WriteEdge = (answer: Answer, row: Row, assembling: Assembling, cursor: () => string) => void;

/**
 * The rows of a page, and one `more` where the operation selects whether there are more. They carry no more than what is selected:
 * the keys of the order only where `cursors` are wanted, and a single part as it is, without a map around it; every column
 * costs time in the database and on the wire.
 */
export function compileRows(
  statement: Statement,
  { path }: ListRequest,
  found: Found,
  keys: readonly OrderKey[],
  page: Page,
  parts: readonly RowPart[],
  joins: Joins,
  { more, cursors }: { readonly more: boolean; readonly cursors: boolean },
) {
  const scope = parts.some(({ needsEdge }) => needsEdge) ? scopeOf(path) : path.target;
  const variables = keys.map(() => statement.variable('k'));
  // The statement of a step is the same with cursors and without.
  const keyed = cursors || statement.stepwise;
  // Keys become variables only where they are used again: for the boundary of the page, for cursors, behind joins, or where
  // what is missing is put last.
  const named = keyed || page.bounded || joins.clauses.length > 0 || keys.some(isSortedTwice);
  const sortBy = named ? variables : keys.map(({ expression }) => expression);
  const carried = named
    ? `${scope}, ${keys.map(({ expression }, index) => `${expression} AS ${variables[index]}`).join(', ')}`
    : scope;
  const inPage = page.bounded ? beyond(statement, keys, variables, page) : null;
  const { value, fold } = page.limit(more ? 1 : 0);
  const limit = statement.parameter(value ?? null, fold);
  // A boundary filters before the page is cut, so it needs a clause of its own.
  const cut = inPage === null ? `WITH ${carried}` : `WITH ${carried}${where([inPage])} WITH *`;
  const single = !keyed && parts.length === 1;
  const keyValues = `[${variables.join(', ')}]`;
  const keyColumn = statement.stepwise ? `CASE WHEN ${statement.parameter(cursors)} THEN ${keyValues} END` : keyValues;
  const columns = [...(keyed ? [keyColumn] : []), ...parts.map(({ expression }) => expression)];
  const offset = keyed ? 1 : 0;
  const order = `ORDER BY ${orderBy(keys, sortBy, page.backward)}`;
  const placed = [found.clauses, ...keys.flatMap(({ match }) => match ?? [])].join(' ');
  return {
    /** Whether there are rows on the other side of the boundary; null where there is none. */
    behind:
      inPage === null ? null : `EXISTS { ${placed} WITH ${carried} WHERE NOT coalesce(${inPage}, false) RETURN 1 }`,
    clauses: [
      placed,
      cut,
      `${order} LIMIT toInteger(${limit})`,
      // Cypher promises no order behind another clause; the planner sees that the rows have it already.
      ...(joins.clauses.length > 0 ? [...joins.clauses, `WITH * ${order}`] : []),
    ].join(' '),
    row: single ? (parts[0]?.expression ?? '') : `[${columns.join(', ')}]`,
    page: (answered: readonly unknown[], size: number): readonly unknown[] => {
      const kept = answered.length > size ? answered.slice(0, size) : answered;
      return page.backward ? [...kept].reverse() : kept;
    },
    keys: (row: unknown) => (row as Row)[0] as readonly unknown[],
    part: (row: unknown, index: number) => (single ? row : (row as Row)[index + offset]),
  };
}
