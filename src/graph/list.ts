import type { NodeDeclaration } from '../model/declaration.js';
import { type Answer, put } from './answer.js';
import type { Variables } from './binding.js';
import { filterClauses } from './filter.js';
import type { FilterInput } from './operators.js';
import { type OrderKey, orderKeys } from './order.js';
import { beyond, orderBy, type Page, type PageArguments, pageOf, writeCursor } from './page.js';
import type { Path } from './path.js';
import { type Compiled, compileNode } from './projection.js';
import type { SelectedField } from './selection.js';
import { sourcesExpression } from './sources.js';
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

interface ListArguments extends PageArguments {
  readonly filter?: FilterInput | null;
  readonly orderBy?: readonly Readonly<Record<string, unknown>>[] | null;
}

type Row = readonly unknown[];

/** The clauses that find the nodes of a list, each once. */
function matchClauses(statement: Statement, { node, path, view, selected }: ListRequest): string {
  const { filter } = selected.arguments as ListArguments;
  const { matches, repeats, condition } = filterClauses(statement, filter ?? {}, node, path.target, view);
  const { own, related } = condition;
  const found = [`MATCH ${path.pattern}${where([...path.conditions, own])}`, ...matches].join(' ');
  const distinct = path.derived || repeats ? 'DISTINCT ' : '';
  return distinct || related ? `${found} WITH ${distinct}${scopeOf(path)}${where([related])}` : found;
}

/** The variables of a list that what is selected of it goes by. */
const scopeOf = ({ target, edge }: Path): string => (edge ? `${target}, ${edge}` : target);

/** What a connection reads, in parts: how many nodes there are, and the rows of a page. */
interface ConnectionParts {
  /** Null where nobody asks for it. */
  readonly total: string | null;
  readonly rows: { readonly clauses: string; readonly row: string } | null;
  assemble(total: unknown, rows: readonly unknown[], variables: Variables): Answer;
}

/** A connection: its total regardless of paging, and one page of its nodes in a stable order. */
function connectionParts(statement: Statement, request: ListRequest): ConnectionParts {
  const { list, node, path, view, selected } = request;
  const connection = selected.below.of(`${node.name}Connection`);
  const wanted = (name: string) => connection.filter((field) => field.name === name);
  const keys = orderKeys(statement, (selected.arguments as ListArguments).orderBy ?? [], node, path.target, view);
  const page = pageOf(selected.arguments as PageArguments, list, keys);
  // A wrong page is refused also where nothing of it is asked for.
  statement.check(page.check);
  const parts: RowPart[] = [
    ...wanted('nodes').map((field) => nodePart(statement, field, request)),
    ...wanted('edges').map((field) => edgePart(statement, field, request)),
  ];
  const placed = wanted('pageInfo').length > 0 || parts.some(({ needsCursor }) => needsCursor);
  const rows = parts.length > 0 || placed ? compileRows(statement, request, keys, page, parts, placed) : null;

  return {
    total: wanted('totalCount').length > 0 ? countExpression(statement, request) : null,
    rows,
    assemble: (total, found, variables) => {
      const size = page.size(variables);
      const kept = rows?.page(found, size) ?? [];
      const cursor = (row: unknown) => writeCursor(list, keys, rows?.keys(row) ?? []);
      const answer: Answer = {};
      for (const { name, responseKey, below } of connection) {
        const index = parts.findIndex((part) => part.responseKey === responseKey);
        const part = parts[index];
        if (part && rows) {
          const assembled = kept.map((row) => part.assemble(rows.part(row, index), variables, () => cursor(row)));
          put(answer, responseKey, assembled);
        } else if (name === 'totalCount') put(answer, responseKey, total);
        else if (name === '__typename') put(answer, responseKey, `${node.name}Connection`);
        else put(answer, responseKey, pageInfo(below.of('PageInfo'), page, found.length > size, kept, cursor));
      }
      return answer;
    },
  };
}

/** A connection below a node: one value of its row. */
export function compileConnection(statement: Statement, request: ListRequest): Compiled {
  const { total, rows, assemble } = connectionParts(statement, request);
  const collected = rows ? `COLLECT { ${rows.clauses} RETURN ${rows.row} }` : '[]';
  if (total === null)
    return { expression: collected, assemble: (found, variables) => assemble(null, found as unknown[], variables) };
  return {
    expression: `[${total}, ${collected}]`,
    assemble: (value, variables) => {
      const [count, found] = value as readonly [number, readonly unknown[]];
      return assemble(count, found, variables);
    },
  };
}

/** A connection as a whole statement: a record for each row, which the driver reads faster than all rows in one. */
export function compileRootConnection(
  statement: Statement,
  request: ListRequest,
): { readonly text: string; readonly assemble: (found: readonly unknown[], variables: Variables) => Answer } {
  const { total, rows, assemble } = connectionParts(statement, request);
  const counted = total === null ? [] : [`RETURN ${total} AS answer`];
  const listed = rows === null ? [] : [`${rows.clauses} RETURN ${rows.row} AS answer`];
  const branches = [...counted, ...listed];
  return {
    text: branches.length > 0 ? branches.join(' UNION ALL ') : 'RETURN null AS answer LIMIT 0',
    assemble: (found, variables) =>
      total === null ? assemble(null, found, variables) : assemble(found[0], found.slice(1), variables),
  };
}

function pageInfo(
  fields: readonly SelectedField[],
  page: Page,
  more: boolean,
  kept: readonly unknown[],
  cursor: (row: unknown) => string,
) {
  const info: Record<string, unknown> = {
    __typename: 'PageInfo',
    hasNextPage: page.backward ? page.bounded : more,
    hasPreviousPage: page.backward ? more : page.bounded,
    startCursor: kept.length > 0 ? cursor(kept[0]) : null,
    endCursor: kept.length > 0 ? cursor(kept.at(-1)) : null,
  };
  return Object.fromEntries(fields.map(({ name, responseKey }) => [responseKey, info[name]]));
}

/** One answer that every row of a page gives: a node, or an edge with its node. */
interface RowPart {
  readonly responseKey: string;
  readonly expression: string;
  readonly needsCursor: boolean;
  assemble(value: unknown, variables: Variables, cursor: () => string): unknown;
}

function nodePart(
  statement: Statement,
  { responseKey, below }: SelectedField,
  { node, path, view }: ListRequest,
): RowPart {
  const { expression, assemble } = compileNode(statement, node, path.target, below, view);
  return { responseKey, expression, needsCursor: false, assemble };
}

/** Edge facts that a connection can show, and what stands for them where the relationship is derived. */
const edgeFacts: Readonly<Record<string, unknown>> = { stages: [], effective: true, printedAs: null };

function edgePart(statement: Statement, selected: SelectedField, { node, path, view }: ListRequest): RowPart {
  const fields = selected.below.of(`${node.name}Edge`);
  const columns: string[] = [];
  const writers = fields.map(({ name, responseKey, below }) => {
    const write = (value: (row: Row, variables: Variables, cursor: () => string) => unknown) =>
      [responseKey, value] as const;
    if (name === '__typename') return write(() => `${node.name}Edge`);
    if (name === 'cursor') return write((_row, _variables, cursor) => cursor());
    if (name in edgeFacts && !path.edge) return write(() => edgeFacts[name]);
    if (name === 'sources' && !path.edge) return write(() => []);
    const column = columns.length;
    if (name in edgeFacts) {
      columns.push(`${path.edge}.${name}`);
      return write((row) => row[column] ?? edgeFacts[name]);
    }
    const compiled =
      name === 'node'
        ? compileNode(statement, node, path.target, below, view)
        : sourcesExpression(statement, path.edge ?? '', below, view);
    columns.push(compiled.expression);
    return write((row, variables) => compiled.assemble(row[column], variables));
  });
  return {
    responseKey: selected.responseKey,
    expression: `[${columns.join(', ')}]`,
    needsCursor: fields.some(({ name }) => name === 'cursor'),
    assemble: (row, variables, cursor) =>
      Object.fromEntries(writers.map(([responseKey, value]) => [responseKey, value(row as Row, variables, cursor)])),
  };
}

/**
 * The rows of a page. They carry no more than what is asked for: the keys of the order only where a cursor is wanted,
 * and a single part as it is, without a map around it; every column costs time in the database and on the wire.
 */
function compileRows(
  statement: Statement,
  request: ListRequest,
  keys: readonly OrderKey[],
  page: Page,
  parts: readonly RowPart[],
  placed: boolean,
) {
  const { path } = request;
  const scope = scopeOf(path);
  const variables = keys.map(() => statement.variable('k'));
  // Keys become variables only where they are used again: for the boundary of the page or for cursors.
  const named = placed || page.bounded;
  const sortBy = named ? variables : keys.map(({ expression }) => expression);
  const carried = named
    ? `${scope}, ${keys.map(({ expression }, index) => `${expression} AS ${variables[index]}`).join(', ')}`
    : scope;
  const boundary = page.bounded ? where([beyond(statement, keys, variables, page)]) : '';
  const { value, fold } = page.limit(placed ? 1 : 0);
  const limit = statement.parameter(value ?? null, fold);
  // A boundary filters before the page is cut, so it needs a clause of its own.
  const cut = boundary === '' ? `WITH ${carried}` : `WITH ${carried}${boundary} WITH *`;
  const single = !placed && parts.length === 1;
  const columns = [...(placed ? [`[${variables.join(', ')}]`] : []), ...parts.map(({ expression }) => expression)];
  const offset = placed ? 1 : 0;
  return {
    clauses: [
      matchClauses(statement, request),
      ...keys.flatMap(({ match }) => match ?? []),
      cut,
      `ORDER BY ${orderBy(keys, sortBy, page.backward)} LIMIT toInteger(${limit})`,
    ].join(' '),
    row: single ? (parts[0]?.expression ?? '') : `[${columns.join(', ')}]`,
    page: (found: readonly unknown[], size: number): readonly unknown[] => {
      const kept = found.length > size ? found.slice(0, size) : found;
      return page.backward ? [...kept].reverse() : kept;
    },
    keys: (row: unknown) => (row as Row)[0] as readonly unknown[],
    part: (row: unknown, index: number) => (single ? row : (row as Row)[index + offset]),
  };
}

function countExpression(statement: Statement, request: ListRequest): string {
  return `COUNT { ${matchClauses(statement, request)} RETURN ${request.path.target} }`;
}

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
