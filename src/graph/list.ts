import type { NodeDeclaration } from '../model/declaration.js';
import { type Answer, put } from './answer.js';
import type { Variables } from './binding.js';
import { type FilterInput, filterClauses } from './filter.js';
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

type Row = Readonly<Record<string, unknown>>;

/** The clauses that find the nodes of a list, and whether a node can be found more than once. */
function matchClauses(statement: Statement, { node, path, view, selected }: ListRequest) {
  const { filter } = selected.arguments as ListArguments;
  const { matches, condition } = filterClauses(statement, filter ?? {}, node, path.target, view);
  const clauses = `MATCH ${path.pattern}${where([...path.conditions, condition])}${matches.map((match) => ` ${match}`).join('')}`;
  return { clauses, repeats: path.derived || matches.length > 0 };
}

/** A connection: its total regardless of paging, and one page of its nodes in a stable order. */
export function compileConnection(statement: Statement, request: ListRequest): Compiled {
  const { list, node, path, view, selected } = request;
  const connection = selected.below.of(`${node.name}Connection`);
  const wanted = (name: string) => connection.filter((field) => field.name === name);
  const keys = orderKeys(statement, (selected.arguments as ListArguments).orderBy ?? [], node, path.target, view);
  const page = pageOf(selected.arguments as PageArguments, list, keys);
  const parts: RowPart[] = [
    ...wanted('nodes').map((field) => nodePart(statement, field, request)),
    ...wanted('edges').map((field) => edgePart(statement, field, request)),
  ];
  const placed = wanted('pageInfo').length > 0 || parts.some(({ needsCursor }) => needsCursor);
  const rows = compileRows(statement, request, keys, page, parts, placed);
  const entries: string[] = [];
  if (wanted('totalCount').length > 0) entries.push(`total: ${countExpression(statement, request)}`);
  if (parts.length > 0 || placed) entries.push(`rows: ${rows.expression}`);

  return {
    expression: `{${entries.join(', ')}}`,
    assemble: (value, variables) => {
      const { total, rows: found = [] } = value as { readonly total?: number; readonly rows?: readonly unknown[] };
      const size = page.size(variables);
      const kept = rows.page(found, size);
      const cursor = (row: unknown) => writeCursor(list, keys, rows.keys(row));
      const answer: Answer = {};
      for (const { responseKey } of wanted('totalCount')) put(answer, responseKey, total);
      for (const [index, part] of parts.entries())
        put(
          answer,
          part.responseKey,
          kept.map((row) => part.assemble(rows.part(row, index), variables, () => cursor(row))),
        );
      for (const { responseKey, below } of wanted('pageInfo'))
        put(answer, responseKey, pageInfo(below.of('PageInfo'), page, found.length > size, kept, cursor));
      return answer;
    },
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
    const column = `c${columns.length}`;
    if (name in edgeFacts) {
      columns.push(`${column}: ${path.edge}.${name}`);
      return write((row) => row[column] ?? edgeFacts[name]);
    }
    const compiled =
      name === 'node'
        ? compileNode(statement, node, path.target, below, view)
        : sourcesExpression(statement, path.edge ?? '', below, view);
    columns.push(`${column}: ${compiled.expression}`);
    return write((row, variables) => compiled.assemble(row[column], variables));
  });
  return {
    responseKey: selected.responseKey,
    expression: `{${columns.join(', ')}}`,
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
  const { clauses, repeats } = matchClauses(statement, request);
  const scope = [path.target, ...(path.edge ? [path.edge] : [])].join(', ');
  const variables = keys.map(() => statement.variable('k'));
  // Keys become variables only where they are used again: for the boundary of the page or for cursors.
  const named = placed || page.bounded;
  const sortBy = named ? variables : keys.map(({ expression }) => expression);
  const carried = named
    ? `${scope}, ${keys.map(({ expression }, index) => `${expression} AS ${variables[index]}`).join(', ')}`
    : scope;
  const distinct = repeats ? ` WITH DISTINCT ${scope}` : '';
  const boundary = page.bounded ? where([beyond(statement, keys, variables, page)]) : '';
  const { value, fold } = page.limit(placed ? 1 : 0);
  const limit = statement.parameter(value ?? null, fold);
  // A boundary filters before the page is cut, so it needs a clause of its own.
  const cut = boundary === '' ? ` WITH ${carried}` : ` WITH ${carried}${boundary} WITH *`;
  const columns = [
    ...(placed ? [`k: [${variables.join(', ')}]`] : []),
    ...parts.map(({ expression }, index) => `p${index}: ${expression}`),
  ];
  const single = !placed && parts.length === 1;
  return {
    expression: `COLLECT { ${clauses}${distinct}${cut} ORDER BY ${orderBy(keys, sortBy, page.backward)} LIMIT toInteger(${limit}) RETURN ${single ? parts[0]?.expression : `{${columns.join(', ')}}`} }`,
    page: (found: readonly unknown[], size: number): readonly unknown[] => {
      const kept = found.length > size ? found.slice(0, size) : found;
      return page.backward ? [...kept].reverse() : kept;
    },
    keys: (row: unknown) => (row as { readonly k: readonly unknown[] }).k,
    part: (row: unknown, index: number) => (single ? row : (row as Row)[`p${index}`]),
  };
}

function countExpression(statement: Statement, request: ListRequest): string {
  const { clauses, repeats } = matchClauses(statement, request);
  return `COUNT { ${clauses} RETURN ${repeats ? 'DISTINCT ' : ''}${request.path.target} }`;
}

/** A plain list: short by its nature, so it is not paged; filtered and ordered like a connection. */
export function compileList(statement: Statement, request: ListRequest): Compiled {
  const { node, path, view, selected } = request;
  const keys = orderKeys(statement, (selected.arguments as ListArguments).orderBy ?? [], node, path.target, view);
  const { clauses, repeats } = matchClauses(statement, request);
  const inner = compileNode(statement, node, path.target, selected.below, view);
  const sortBy = orderBy(
    keys,
    keys.map(({ expression }) => expression),
    false,
  );
  return {
    expression: `COLLECT { ${clauses} WITH ${repeats ? 'DISTINCT ' : ''}${path.target} ORDER BY ${sortBy} RETURN ${inner.expression} }`,
    assemble: (value, variables) => (value as readonly unknown[]).map((row) => inner.assemble(row, variables)),
  };
}
