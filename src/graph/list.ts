import type { NodeDeclaration } from '../model/declaration.js';
import { type FilterInput, filterCondition } from './filter.js';
import { orderKeys } from './order.js';
import { beyond, orderBy, type PageArguments, pageOf, writeCursor } from './page.js';
import type { Path } from './path.js';
import { type Compiled, compileNode } from './projection.js';
import type { SelectedField } from './selection.js';
import { sourcesExpression } from './sources.js';
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

interface ListArguments extends PageArguments {
  readonly filter?: FilterInput | null;
  readonly orderBy?: readonly Readonly<Record<string, unknown>>[] | null;
}

/** Edge facts that a connection can show. */
const edgeColumns = { stages: 'stages', effective: 'effective', printedAs: 'printedAs' } as const;

/** A connection: its total regardless of paging, and one page of its nodes in a stable order. */
export function compileConnection(statement: Statement, { list, node, path, view, selected }: ListRequest): Compiled {
  const wishes = selected.arguments as ListArguments;
  const connection = selected.below.of(`${node.name}Connection`);
  const wanted = (name: string) => connection.filter((field) => field.name === name);
  const filter = filterCondition(statement, wishes.filter ?? {}, node, path.target, view);
  const conditions = [...path.conditions, filter];
  const keys = orderKeys(statement, wishes.orderBy ?? [], node, path.target, view);
  const page = pageOf(wishes, list, keys);
  const keyNames = keys.map(() => statement.variable('k'));

  const nodes = wanted('nodes').map((field) => ({
    field,
    ...compileNode(statement, node, path.target, field.below, view),
  }));
  const edges = wanted('edges').map((field) => ({
    field,
    selection: field.below.of(`${node.name}Edge`),
    parts: edgeParts(statement, field, node, path, view),
  }));
  const columns = [
    `keys: [${keyNames.join(', ')}]`,
    ...nodes.map(({ expression }, index) => `node${index}: ${expression}`),
    ...edges.flatMap(({ parts }, index) => parts.map(({ name, expression }) => `edge${index}${name}: ${expression}`)),
  ];
  const scope = [path.target, ...(path.edge ? [path.edge] : [])].join(', ');
  const rows =
    `COLLECT { MATCH ${path.pattern}${where(conditions)} WITH DISTINCT ${scope} ` +
    `WITH ${scope}, ${keys.map(({ expression }, index) => `${expression} AS ${keyNames[index]}`).join(', ')}` +
    `${where([beyond(statement, keys, keyNames, page)])} ` +
    `ORDER BY ${orderBy(keys, keyNames, page.backward)} LIMIT toInteger(${statement.parameter(page.size + 1)}) RETURN {${columns.join(', ')}} }`;
  const total = `COUNT { MATCH ${path.pattern}${where(conditions)} RETURN DISTINCT ${path.target} }`;
  const needsRows = connection.some(({ name }) => name !== 'totalCount' && name !== '__typename');
  const needsTotal = wanted('totalCount').length > 0;
  const entries = [...(needsTotal ? [`total: ${total}`] : []), ...(needsRows ? [`rows: ${rows}`] : [])];

  return {
    expression: `{${entries.join(', ')}}`,
    assemble: (value) => {
      const { total: count, rows: found = [] } = value as {
        readonly total?: number;
        readonly rows?: readonly Record<string, unknown>[];
      };
      const more = found.length > page.size;
      const kept = found.slice(0, page.size);
      if (page.backward) kept.reverse();
      const cursor = (row: Record<string, unknown> | undefined) =>
        row ? writeCursor(list, keys, row.keys as readonly unknown[]) : null;
      const answer: Record<string, unknown> = { __typename: `${node.name}Connection` };
      for (const { responseKey } of wanted('totalCount')) answer[responseKey] = count;
      for (const [index, { field, assemble }] of nodes.entries())
        answer[field.responseKey] = kept.map((row) => assemble(row[`node${index}`]));
      for (const [index, { field, selection, parts }] of edges.entries())
        answer[field.responseKey] = kept.map((row) => {
          const edge: Record<string, unknown> = { __typename: `${node.name}Edge` };
          for (const { name, responseKey } of selection) if (name === 'cursor') edge[responseKey] = cursor(row);
          for (const { name, responseKey, assemble } of parts) edge[responseKey] = assemble(row[`edge${index}${name}`]);
          return edge;
        });
      for (const field of wanted('pageInfo')) {
        const info: Record<string, unknown> = {
          hasNextPage: page.backward ? page.boundary !== null : more,
          hasPreviousPage: page.backward ? more : page.boundary !== null,
          startCursor: cursor(kept[0]),
          endCursor: cursor(kept.at(-1)),
        };
        answer[field.responseKey] = Object.fromEntries(
          field.below.of('PageInfo').map(({ name, responseKey }) => [responseKey, info[name]]),
        );
      }
      return answer;
    },
  };
}

interface EdgePart extends Compiled {
  readonly name: string;
  readonly responseKey: string;
}

/** The node and the facts of an edge; a derived relationship has no facts of its own. */
function edgeParts(
  statement: Statement,
  edges: SelectedField,
  node: NodeDeclaration,
  path: Path,
  view: View,
): readonly EdgePart[] {
  return edges.below.of(`${node.name}Edge`).flatMap((field, index): EdgePart[] => {
    const part = (compiled: Compiled): EdgePart[] => [
      { name: `_${index}`, responseKey: field.responseKey, ...compiled },
    ];
    if (field.name === 'node') return part(compileNode(statement, node, path.target, field.below, view));
    if (field.name === 'cursor' || field.name === '__typename') return [];
    if (field.name === 'sources')
      return part(
        path.edge
          ? sourcesExpression(statement, path.edge, field.below, view)
          : { expression: '[]', assemble: () => [] },
      );
    const column = edgeColumns[field.name as keyof typeof edgeColumns];
    const absent = column === 'stages' ? [] : column === 'effective' ? true : null;
    return part(
      path.edge
        ? { expression: `${path.edge}.${column}`, assemble: (value) => value ?? absent }
        : { expression: 'null', assemble: () => absent },
    );
  });
}

/** A plain list: short by its nature, so it is not paged; filtered and ordered like a connection. */
export function compileList(statement: Statement, { node, path, view, selected }: ListRequest): Compiled {
  const wishes = selected.arguments as ListArguments;
  const filter = filterCondition(statement, wishes.filter ?? {}, node, path.target, view);
  const keys = orderKeys(statement, wishes.orderBy ?? [], node, path.target, view);
  const keyNames = keys.map(() => statement.variable('k'));
  const inner = compileNode(statement, node, path.target, selected.below, view);
  return {
    expression:
      `COLLECT { MATCH ${path.pattern} WHERE ${all([...path.conditions, filter])} WITH DISTINCT ${path.target} ` +
      `WITH ${path.target}, ${keys.map(({ expression }, index) => `${expression} AS ${keyNames[index]}`).join(', ')} ` +
      `ORDER BY ${orderBy(keys, keyNames, false)} RETURN ${inner.expression} }`,
    assemble: (value) => (value as readonly unknown[]).map(inner.assemble),
  };
}
