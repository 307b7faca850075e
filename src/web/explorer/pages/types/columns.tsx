import { Fragment } from 'react';
import type { NamedWithCodeFragment, PlanStage, SourceLinesFragment } from '../../graphql/graphql.js';
import type { Column } from '../../parts/data-table.js';
import { ListLink } from '../../parts/list-link.js';
import { tailOf } from '../../parts/lists.js';
import { codeOf } from '../../parts/search-match.js';
import { FoldedSources } from '../../parts/sources.js';
import { Code, type Named, ThingLink, ThingLinks } from '../../parts/thing-link.js';
import type { ThingLabels } from '../thing/words.js';
import { pageType } from './all.js';
import { cellsOfFields, cellsOfTypes } from './cells.js';
import type { PageType, ShownField } from './page-type.js';
import { inWords, listed, manyAt, named, type Row, type TableKind, valueAt } from './rows.js';
import { sayingUnread } from './unread.js';

/** The columns of a table of one type; columns that `without` names are left out. */
export function columnsOf(
  type: PageType,
  table: TableKind,
  labels: ThingLabels,
  without: readonly string[] = [],
): readonly Column<Row>[] {
  const fields = table === 'list' ? (type.list?.columns ?? []) : type.row;
  return fields
    .filter(({ field, path }) => !without.includes(field) || path.includes('.totalCount'))
    .map((field) => sayingUnread(columnOf(field, table, labels), field, labels));
}

/** One field as a column. */
export const columnOf = (field: ShownField, table: TableKind, labels: ThingLabels): Column<Row> => ({
  id: field.path,
  title: titleOf(field, table, labels),
  ...byKind(field, table, labels),
  ...cellOfType(field, labels),
  ...(cellsOfFields[`${field.owner}.${field.field}`]?.(labels, table) as Partial<Column<Row>> | undefined),
});

function cellOfType({ kind, type, path }: ShownField, labels: ThingLabels): Partial<Column<Row>> | undefined {
  if (kind === 'many') return cellsOfTypes[type]?.((row) => manyAt(row, path) as never, labels);
  return kind === 'value' ? cellsOfTypes[type]?.((row) => valueAt(row, path) as never, labels) : undefined;
}

function titleOf({ owner, field }: ShownField, table: TableKind, { vocabulary }: ThingLabels): string {
  if (table === 'links' && field === 'name') return vocabulary.type(owner);
  if (table === 'links' && field === 'code') return vocabulary.field(owner, 'number');
  return vocabulary.field(owner, field);
}

function byKind(
  shown: ShownField,
  table: TableKind,
  labels: ThingLabels,
): Pick<Column<Row>, 'value' | 'cell' | 'numeric' | 'isName'> {
  const { kind, path, type, field, opens, owner } = shown;
  const { nameOf, vocabulary } = labels;
  if (field === 'name')
    return { value: (row) => nameOf(row as unknown as Named), cell: (row) => <NameLink row={row} />, isName: true };
  if (kind === 'count') {
    const value = (row: Row) => Number(valueAt(row, path) ?? 0);
    if (table !== 'list' || !opens) return { value, numeric: true };
    const cell = (row: Row) => (
      <ListLink
        list={opens.list}
        filters={{ [opens.filter]: tailOf(String(row.id)) }}
        label={`${nameOf(row as unknown as Named)}: ${vocabulary.field(owner, field)} ${value(row)}`}
      >
        {value(row)}
      </ListLink>
    );
    return { value, numeric: true, cell: (row) => (value(row) === 0 ? 0 : cell(row)) };
  }
  if (kind === 'one' || kind === 'many') {
    const things = (row: Row) => named(type, manyAt(row, path));
    const text = (thing: Named) => `${thing.code ?? ''} ${nameOf(thing)}`.trim();
    return { value: (row) => listed(things(row).map(text)), cell: (row) => <ThingLinks things={things(row)} /> };
  }
  const value = (row: Row) => inWords(shown, row, labels);
  const isKey = field === pageType(owner)?.key && type === 'String';
  if (isKey) return { value, cell: (row) => <Code>{value(row)}</Code> };
  return { value, ...(['Int', 'Float'].includes(type) && field !== 'number' && { numeric: true }) };
}

const NameLink = ({ row }: { readonly row: Row }) => <ThingLink thing={{ ...(row as unknown as Named), code: null }} />;

/** A link from the thing of the page to another, with its facts. */
export interface Link {
  readonly printedAs: string | null;
  readonly stages: readonly PlanStage[];
  /** The ways by which a link follows: the things between, of each. Not asked for where documents state it. */
  readonly via?: readonly { readonly nodes: readonly NamedWithCodeFragment[] }[];
  readonly sources: readonly SourceLinesFragment[];
  readonly node: Row;
}

/** The columns of a table of links: those of the nodes, then the facts of the link itself. */
export function linkColumnsOf(
  type: PageType,
  labels: ThingLabels,
  without: readonly string[],
): readonly Column<Link>[] {
  const ofNodes = columnsOf(type, 'links', labels, without).map(({ value, cell, ...column }) => ({
    ...column,
    value: ({ node }: Link) => value(node),
    ...(cell && { cell: ({ node }: Link) => cell(node) }),
  }));
  const { vocabulary, words } = labels;
  return [
    ...ofNodes,
    { id: 'printedAs', title: words.printedAs, value: ({ printedAs }) => printedAs },
    {
      id: 'stages',
      title: vocabulary.field('Entity', 'stages'),
      value: ({ stages }) =>
        listed(
          stages.map((stage) => vocabulary.value('PlanStage', stage)),
          words.comma,
        ),
    },
    viaColumn(labels),
    sourcesColumn(labels),
  ];
}

/** By way of what a derived link follows, way by way. */
function viaColumn({ words, nameOf }: ThingLabels): Column<Link> {
  const waysOf = ({ via = [] }: Link) => via.map(({ nodes }) => nodes.map((node) => ({ ...node, code: codeOf(node) })));
  const text = (way: readonly Named[]) => way.map((thing) => `${thing.code ?? ''} ${nameOf(thing)}`.trim()).join(' → ');
  return {
    id: 'via',
    title: words.via,
    value: (link) => listed(waysOf(link).map(text)),
    cell: (link) => (
      <ul className="cell-list plain">
        {waysOf(link).map((way) => (
          <li key={way.map(({ id }) => id).join(' ')}>
            {way.map((thing, index) => (
              <Fragment key={thing.id}>
                {index > 0 && ' → '}
                <ThingLink thing={thing} />
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    ),
  };
}

/** Where the row was read, folded until it is asked for. */
export const sourcesColumn = <Each extends { readonly sources?: unknown }>({ words }: ThingLabels): Column<Each> => {
  const sourcesOf = ({ sources }: Each) => (sources ?? []) as readonly SourceLinesFragment[];
  return {
    id: 'sources',
    title: words.sources,
    value: (row) => sourcesOf(row).length || null,
    cell: (row) => <FoldedSources sources={sourcesOf(row)} />,
  };
};

/** Columns without those that are empty in every row. */
export const filledColumns = <Each,>(
  columns: readonly Column<Each>[],
  rows: readonly Each[],
): readonly Column<Each>[] =>
  columns.filter(({ value }) => rows.some((row) => value(row) !== null && value(row) !== ''));
