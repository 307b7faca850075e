import { useMemo } from 'react';
import { useParams } from 'react-router';
import { TakeAway } from '../../asking/take-away.js';
import { useAnswer } from '../../asking/use-answer.js';
import { MeasureListDocument, type MeasureListQuery } from '../../graphql/graphql.js';
import { useNameOf, useVocabulary } from '../../language/language.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { PageTitle } from '../../parts/page-title.js';
import { Section } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';

type Measure = MeasureListQuery['measures']['nodes'][number];

export function ListPage() {
  const { kind } = useParams();
  const { municipality, stage } = useView();
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  const { answer, asked } = useAnswer(MeasureListDocument, { municipality: municipality.id, stage });
  const { nodes, totalCount } = answer.measures;
  const columns = useMemo<readonly Column<Measure>[]>(
    () => [
      { id: 'code', title: vocabulary.field('Measure', 'code'), value: ({ code }) => code },
      {
        id: 'name',
        title: vocabulary.field('Measure', 'name'),
        value: nameOf,
        cell: (measure) => <ThingLink thing={{ ...measure, code: null }} />,
      },
      {
        id: 'departments',
        title: vocabulary.field('Measure', 'departments'),
        value: ({ departments }) => departments.nodes.map(nameOf).join(', '),
      },
      { id: 'sdgs', title: 'SDGs', value: ({ sdgs }) => sdgs.nodes.map(({ number }) => number).join(', ') },
    ],
    [vocabulary, nameOf],
  );
  return (
    <>
      <PageTitle title={kind ?? ''} />
      <Section
        title={vocabulary.type('Measure')}
        asked={asked}
        takeAway={<TakeAway asked={asked} connection="measures" ids={nodes.map(({ id }) => id)} />}
      >
        <DataTable
          rows={nodes}
          total={totalCount}
          columns={columns}
          keyOf={({ id }) => id}
          label={vocabulary.type('Measure')}
        />
      </Section>
    </>
  );
}
