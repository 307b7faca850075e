import type { Column } from '../../../parts/data-table.js';
import { FoldedSources } from '../../../parts/sources.js';
import { type Named, ThingLink } from '../../../parts/thing-link.js';
import type { Labels } from '../labels.js';
import { ThingLinks } from '../parts/cells.js';
import type { Columns, Link, Recorded } from '../thing-type.js';

/** A column of the name of the thing that a row links to; it leads to its page. */
export const nameColumn = <Node extends Named>(type: string, labels: Labels): Column<{ readonly node: Node }> => ({
  id: 'name',
  title: labels.vocabulary.type(type),
  value: ({ node }) => labels.nameOf(node),
  cell: ({ node }) => <ThingLink thing={{ ...node, code: null }} />,
});

/** A column of things that are related to the thing of the row. */
export const linksColumn = <Node,>(
  id: string,
  title: string,
  thingsOf: (node: Node) => readonly Named[],
  { nameOf }: Labels,
): Column<{ readonly node: Node }> => ({
  id,
  title,
  value: ({ node }) => listed(thingsOf(node).map((thing) => `${thing.code ?? ''} ${nameOf(thing)}`.trim())),
  cell: ({ node }) => <ThingLinks things={thingsOf(node)} />,
});

/** Entries of a cell as they are sorted and filtered; null where there are none, so that the row sorts last. */
export const listed = (entries: readonly string[]): string | null => (entries.length > 0 ? entries.join(', ') : null);

/** The facts of the link itself, the last columns of every table of links. */
export const linkColumns: Columns<Link> = (labels) => [
  { id: 'printedAs', title: labels.words.printedAs, value: ({ printedAs }) => printedAs },
  {
    id: 'stages',
    title: labels.vocabulary.field('Entity', 'stages'),
    value: ({ stages }) => listed(stages.map((stage) => labels.vocabulary.value('PlanStage', stage))),
  },
  sourcesColumn(labels),
];

/** Where the row was read, folded until it is asked for. */
export const sourcesColumn = <Row extends Recorded>({ words }: Labels): Column<Row> => ({
  id: 'sources',
  title: words.sources,
  value: ({ sources }) => sources.length || null,
  cell: ({ sources }) => <FoldedSources sources={sources} />,
});

/** Columns without those that are empty in every row. */
export const filledColumns = <Row,>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly Column<Row>[] =>
  columns.filter(({ value }) => rows.some((row) => value(row) !== null && value(row) !== ''));
