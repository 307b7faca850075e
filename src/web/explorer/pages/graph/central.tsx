import { useMemo } from 'react';
import { SaveAs } from '../../client/save-as.js';
import type { GraphqlRequest } from '../../client/send.js';
import type { CollaborationNetworkQuery } from '../../graphql/graphql.js';
import { useNameOf } from '../../language/language.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { Section } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useGraphWords } from './words.js';

type Network = CollaborationNetworkQuery['collaborations'];

/** Who stands between the others, and in which group. */
export function Central({ network, request }: { readonly network: Network; readonly request: GraphqlRequest }) {
  const words = useGraphWords();
  const nameOf = useNameOf();
  // biome-ignore lint/correctness/useExhaustiveDependencies: names change with the words
  const columns = useMemo<readonly Column<Network['departments'][number]>[]>(
    () => [
      {
        id: 'department',
        title: words.department,
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
    [words],
  );
  return (
    <Section
      title={words.central}
      request={request}
      takeAway={
        <SaveAs
          request={request}
          connection="collaborations.departments"
          ids={network.departments.map(({ department }) => department.id)}
        />
      }
    >
      <DataTable
        rows={network.departments}
        columns={columns}
        keyOf={({ department }) => department.id}
        label={words.central}
      />
    </Section>
  );
}
