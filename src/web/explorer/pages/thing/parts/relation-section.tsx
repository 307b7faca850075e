import { TakeAway } from '../../../asking/take-away.js';
import { useAnswer } from '../../../asking/use-answer.js';
import { type Column, DataTable } from '../../../parts/data-table.js';
import { Section } from '../../../parts/section.js';
import { filledColumns, linkColumns, sourcesColumn } from '../columns/common.js';
import { useLabels } from '../labels.js';
import type { Link, Recorded, Relation, ThingType, ThingVariables } from '../thing-type.js';

/** What is related in one way, as a table that is read by an operation of its own. */
export function RelationSection({
  type,
  relation,
  variables,
}: {
  readonly type: ThingType;
  readonly relation: Relation;
  readonly variables: ThingVariables;
}) {
  const title = useLabels().vocabulary.field(type.name, relation.field);
  return relation.kind === 'links' ? (
    <Links title={title} relation={relation} variables={variables} />
  ) : (
    <Records title={title} relation={relation} variables={variables} />
  );
}

interface TableProps<Kind> {
  readonly title: string;
  readonly relation: Extract<Relation, { readonly kind: Kind }>;
  readonly variables: ThingVariables;
}

function Links({ title, relation: { field, document, columns }, variables }: TableProps<'links'>) {
  const labels = useLabels();
  const { answer, asked } = useAnswer(document, variables);
  const { totalCount, edges } = answer.node?.[field] ?? { totalCount: 0, edges: [] };
  return (
    <Section
      title={`${title} (${totalCount})`}
      asked={asked}
      takeAway={<TakeAway asked={asked} connection={`node.${field}`} ids={edges.map(({ node }) => node.id)} />}
    >
      <DataTable
        rows={edges}
        total={totalCount}
        columns={filledColumns([...columns(labels), ...linkColumns(labels)], edges)}
        keyOf={({ node }: Link) => node.id}
        label={title}
      />
    </Section>
  );
}

function Records({ title, relation: { field, document, columns }, variables }: TableProps<'records'>) {
  const labels = useLabels();
  const { answer, asked } = useAnswer(document, variables);
  const rows = answer.node?.[field] ?? [];
  const shown: readonly Column<Recorded>[] = filledColumns([...columns(labels), sourcesColumn(labels)], rows);
  return (
    <Section
      title={`${title} (${rows.length})`}
      asked={asked}
      takeAway={<TakeAway asked={asked} connection={`node.${field}`} />}
    >
      <DataTable rows={rows} columns={shown} keyOf={(row) => String(rows.indexOf(row))} label={title} />
    </Section>
  );
}
