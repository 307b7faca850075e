import { useMemo } from 'react';
import type { GraphqlRequest } from '../../client/send.js';
import type { CollaborationNetworkQuery } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { TableSection } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useGraphWords } from './words.js';

type Network = CollaborationNetworkQuery['collaborations'];

/** Which departments stand between the others, and in which group. */
export function CentralDepartments({
  network: { departments },
  request,
}: {
  readonly network: Network;
  readonly request: GraphqlRequest;
}) {
  const words = useGraphWords();
  const { nameOf } = useLabels();
  const columns = useMemo<readonly Column<Network['departments'][number]>[]>(
    () => [
      {
        id: 'department',
        title: words.department,
        isName: true,
        value: ({ department }) => nameOf(department),
        cell: ({ department }) => <ThingLink thing={department} />,
      },
      { id: 'degree', title: words.degree, value: ({ degree }) => degree, numeric: true },
      { id: 'weight', title: words.weight, value: ({ weightedDegree }) => weightedDegree, numeric: true },
      {
        id: 'betweenness',
        title: words.betweenness,
        value: ({ betweenness }) => betweenness,
        cell: ({ betweenness }) => betweenness.toFixed(3),
        numeric: true,
      },
      { id: 'group', title: words.group, value: ({ group }) => group, numeric: true },
    ],
    [words, nameOf],
  );
  return (
    <TableSection
      title={words.central}
      request={request}
      save={{ connection: 'collaborations.departments', ids: departments.map(({ department }) => department.id) }}
      rows={departments}
      columns={columns}
      keyOf={({ department }) => department.id}
    />
  );
}
