import { subjectOf } from '../model/model.js';
import { located } from '../refusal.js';
import { type Answer, put, write } from './answer.js';
import type { Assembling } from './assembling.js';
import { compileCoverage } from './coverage.js';
import { compileFacetTable } from './facet-table.js';
import { compileFacets, type Position } from './facets.js';
import { findNodes, type ListArguments, type ListRequest, matchClauses } from './list-request.js';
import { orderKeys } from './order.js';
import { type Page, type PageArguments, pageOf, writeCursor } from './page.js';
import { pathOf } from './path.js';
import type { Compiled } from './projection.js';
import { compileRows, edgePart, nodePart, type RowPart } from './rows.js';
import type { Below, SelectedField } from './selection.js';
import { Joins } from './shared-nodes.js';
import type { Statement } from './statement.js';

/** What a connection reads, in parts: what is true of all its nodes, and the rows of a page. */
interface ConnectionParts {
  /** Expressions that are no rows of the page: totals, facets, and whether something lies before it. */
  readonly overall: readonly string[];
  /** Null where nobody asks for the page. */
  readonly rows: { readonly clauses: string; readonly row: string } | null;
  readonly joins: Joins;
  assemble(
    overall: readonly unknown[],
    rows: readonly unknown[],
    assembling: Assembling,
    writeRows?: WriteRows,
  ): Answer;
}

/** What is written of the rows of a page; the list may still grow, where there are too many rows for one turn. */
export type WriteRows = (rows: readonly unknown[], write: (row: unknown) => unknown) => readonly unknown[];

const atOnce: WriteRows = (rows, write) => rows.map(write);

/** `hasNextPage` needs no cursors; where a page begins and ends is a cursor. */
const selectsCursor = ({ name, below }: SelectedField): boolean =>
  name === 'pageInfo' && below.of('PageInfo').some(({ name: part }) => part === 'startCursor' || part === 'endCursor');

/** The one of hasNextPage and hasPreviousPage that is about what lies on the other side of where the page starts. */
const selectsBehind = ({ name, below }: SelectedField, { backward, bounded }: Page): boolean =>
  bounded &&
  name === 'pageInfo' &&
  below.of('PageInfo').some(({ name: part }) => part === (backward ? 'hasNextPage' : 'hasPreviousPage'));

/** The fields of a connection that are about one page of it. */
const ofPage: ReadonlySet<string> = new Set(['nodes', 'edges', 'pageInfo']);

/** A connection: its total and facets regardless of paging, and one page of its nodes in a stable order. */
const connectionParts = (statement: Statement, request: ListRequest, position: Position): ConnectionParts =>
  located(request.selected.path, () => partsOf(statement, request, position));

function partsOf(statement: Statement, request: ListRequest, position: Position): ConnectionParts {
  const { list, node, path, view, selected } = request;
  const connection = selected.below.of(`${node.name}Connection`);
  const { orderBy } = selected.arguments as ListArguments;
  // What is counted only is found by `overallOf`.
  const found = connection.some(({ name }) => ofPage.has(name)) ? findNodes(statement, request) : null;
  const keys = orderKeys(statement, orderBy ?? [], node, path.target, view, found?.related);
  const page = pageOf(selected.arguments as PageArguments, list, keys);
  // A wrong page is refused also where nothing of it is selected.
  statement.check((variables) => located(selected.path, () => page.check(variables)));
  const overall: Overall[] = connection.flatMap((field) => overallOf(statement, request, field, position) ?? []);
  const covers = new Map(
    connection
      .filter(({ name }) => name === 'coverage')
      .map((field) => [field, compileCoverage(request, [field.arguments.by])]),
  );
  // At the root each row is a record of its own, with nothing beside them.
  const joins = new Joins({ sharing: position === 'below a node' });
  const parts: RowPart[] = connection.flatMap((field) => {
    if (field.name === 'nodes') return nodePart(statement, field, request, joins);
    return field.name === 'edges' ? edgePart(statement, field, request, joins) : [];
  });
  const rows = found
    ? compileRows(statement, request, found, keys, page, parts, joins, {
        more: connection.some(({ name }) => name === 'pageInfo'),
        cursors: parts.some(({ needsCursor }) => needsCursor) || connection.some(selectsCursor),
      })
    : null;

  const behind = rows?.behind && connection.some((field) => selectsBehind(field, page)) ? [rows.behind] : [];

  return {
    overall: [...overall.map(({ expression }) => expression), ...behind],
    rows,
    joins,
    assemble: (values, answered, assembling, writeRows = atOnce) => {
      const size = page.size(assembling.variables);
      const kept = rows?.page(answered, size) ?? [];
      const cursor = (row: unknown) => writeCursor(list, keys, rows?.keys(row) ?? []);
      const answer: Answer = {};
      for (const field of connection) {
        const { name, responseKey, below } = field;
        const part = parts.findIndex((each) => each.responseKey === responseKey);
        const whole = overall.findIndex((each) => each.responseKey === responseKey);
        if (part >= 0 && rows) {
          const write = (row: unknown) => parts[part]?.assemble(rows.part(row, part), assembling, () => cursor(row));
          put(answer, responseKey, writeRows(kept, write));
        } else if (whole >= 0) put(answer, responseKey, overall[whole]?.assemble(values[whole], assembling));
        else if (name === '__typename') put(answer, responseKey, `${node.name}Connection`);
        else if (name === 'coverage') {
          // Its place among the others is that of the operation.
          put(answer, responseKey, null);
          covers.get(field)?.(below, assembling, (coverage) => put(answer, responseKey, coverage));
        } else {
          const more = { ahead: answered.length > size, behind: values[overall.length] === true };
          put(answer, responseKey, pageInfo(below, page, more, kept, cursor));
        }
      }
      return answer;
    },
  };
}

/** Something that is true of all nodes of a connection. */
interface Overall {
  readonly responseKey: string;
  readonly expression: string;
  readonly assemble: (value: unknown, assembling: Assembling) => unknown;
}

function overallOf(
  statement: Statement,
  request: ListRequest,
  field: SelectedField,
  position: Position,
): Overall | null {
  const { name, responseKey } = field;
  if (name === 'facets') {
    const { expression, assemble } = compileFacets(statement, request, field, position);
    return { responseKey, expression, assemble };
  }
  if (name === 'crossTab') {
    const { expression, assemble } = compileFacetTable(statement, request, field, position);
    return { responseKey, expression, assemble };
  }
  if (name !== 'totalCount' && name !== 'subjectCount') return null;
  const { node, path, view } = request;
  const subject = name === 'subjectCount' && subjectOf(node);
  const about = subject && pathOf(statement, subject, path.target, view);
  const counted = about ? ` MATCH ${about.pattern} RETURN DISTINCT ${about.target}` : ` RETURN ${path.target}`;
  const expression = `COUNT { ${matchClauses(statement, request)}${counted} }`;
  return { responseKey, expression, assemble: (value) => value };
}

/** A connection below a node: one value of its row. */
export function compileConnection(statement: Statement, request: ListRequest): Compiled {
  const { overall, rows, joins, assemble } = connectionParts(statement, request, 'below a node');
  const collected = rows ? joins.collect(statement, rows.clauses, rows.row) : '[]';
  const write = (values: readonly unknown[], found: unknown, around: Assembling) => {
    const { rows: answered, assembling } = joins.open(found, around);
    return assemble(values, answered, assembling);
  };
  if (overall.length === 0)
    return { expression: collected, assemble: (found, assembling) => write([], found, assembling) };
  return {
    expression: `[[${overall.join(', ')}], ${collected}]`,
    assemble: (value, assembling) => {
      const [values, found] = value as readonly [readonly unknown[], unknown];
      return write(values, found, assembling);
    },
  };
}

/**
 * A connection as a whole statement: a record for each row, which the driver reads faster than all rows in one. What is
 * true of all comes first; Neo4j answers the parts of a union one after the other.
 */
export function compileRootConnection(
  statement: Statement,
  request: ListRequest,
): {
  readonly text: string;
  readonly assemble: (found: readonly unknown[], assembling: Assembling, writeRows?: WriteRows) => Answer;
} {
  const { overall, rows, assemble } = connectionParts(statement, request, 'at the root');
  const first = overall.length > 0 ? [`RETURN [${overall.join(', ')}] AS answer`] : [];
  const listed = rows === null ? [] : [`${rows.clauses} RETURN ${rows.row} AS answer`];
  const branches = [...first, ...listed];
  return {
    text: branches.length > 0 ? branches.join(' UNION ALL ') : 'RETURN null AS answer LIMIT 0',
    assemble: (found, assembling, writeRows) =>
      overall.length === 0
        ? assemble([], found, assembling, writeRows)
        : assemble(found[0] as readonly unknown[], found.slice(1), assembling, writeRows),
  };
}

function pageInfo(
  below: Below,
  { backward }: Page,
  { ahead, behind }: { readonly ahead: boolean; readonly behind: boolean },
  kept: readonly unknown[],
  cursor: (row: unknown) => string,
): Answer {
  const cursorOf = (row: unknown) => (kept.length > 0 ? cursor(row) : null);
  return write('PageInfo', below, {
    hasNextPage: () => (backward ? behind : ahead),
    hasPreviousPage: () => (backward ? ahead : behind),
    startCursor: () => cursorOf(kept[0]),
    endCursor: () => cursorOf(kept.at(-1)),
  });
}
