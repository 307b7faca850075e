import type { CoverageToldFragment } from '../../../graphql/graphql.js';
import { TableSection } from '../../../parts/section.js';
import { pageType } from '../../types/all.js';
import { columnsOf, filledColumns, type Link, linkColumnsOf, sourcesColumn } from '../../types/columns.js';
import type { PageType, RelationType } from '../../types/page-type.js';
import { countOf, manyAt, valueAt } from '../../types/rows.js';
import { UnreadColumns } from '../../types/unread.js';
import { type ShownNode, useNode } from '../../types/use-node.js';
import { useThingLabels } from '../words.js';

/** What is related in one way, as a table that is read by an operation of its own. */
export function RelationSection({
  type,
  relation: { field, kind, target, without, operation },
  shown,
  coverage,
}: {
  readonly type: PageType;
  readonly relation: RelationType;
  readonly shown: ShownNode;
  readonly coverage: CoverageToldFragment | null;
}) {
  const labels = useThingLabels();
  const { node, request } = useNode(operation, shown);
  const targetType = pageType(target);
  if (!node || !targetType) return null;
  const title = labels.vocabulary.field(type.name, field);
  const connection = `node.${field}`;
  if (kind === 'list') {
    const rows = manyAt(node, field);
    const columns = [...columnsOf(targetType, 'links', labels, without), sourcesColumn(labels)];
    const count = countOf(node, field);
    return (
      <TableSection
        title={`${title} (${count})`}
        request={request}
        save={{ connection }}
        rows={rows}
        total={count}
        columns={filledColumns(columns, rows)}
        keyOf={(row) => String(rows.indexOf(row))}
        label={title}
        coverage={coverage}
      />
    );
  }
  const edges = manyAt(node, `${field}.edges`) as unknown as readonly Link[];
  const total = Number(valueAt(node, `${field}.totalCount`));
  const columns = filledColumns(linkColumnsOf(targetType, labels, without), edges);
  return (
    <TableSection
      title={`${title} (${total})`}
      request={request}
      save={{ connection, ids: edges.map((edge) => String(edge.node.id)) }}
      rows={edges}
      total={total}
      columns={columns}
      keyOf={(edge) => String(edge.node.id)}
      label={title}
      coverage={coverage}
    >
      <UnreadColumns fields={targetType.row} columns={columns} rows={edges.map((edge) => edge.node)} />
    </TableSection>
  );
}
