import { useAnswer } from '../../client/use-answer.js';
import { SurveyFiguresDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { FoldedSources } from '../../parts/sources.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';
import type { Result } from './survey.js';

/** All results that were read, asked for once by all figures. */
export function useSurvey() {
  const { municipality, stage } = useView();
  return useAnswer(SurveyFiguresDocument, { municipality: municipality.id, stage });
}

/** A figure of the survey, with as many digits as it is printed with. */
export const figureText = (value: number): string => value.toFixed(2).replace('-', '−');

/** What tables of results show. */
export function useResultColumns(): readonly Column<Result>[] {
  const { vocabulary, nameOf } = useLabels();
  const field = (name: string) => vocabulary.field('SurveyResult', name);
  const numeric = (name: 'satisfaction' | 'satisfactionRank' | 'importance' | 'importanceRank'): Column<Result> => ({
    id: name,
    title: field(name),
    value: (result) => result[name],
    numeric: true,
  });
  return [
    {
      id: 'item',
      title: vocabulary.type('PolicyItem'),
      isName: true,
      value: ({ policyItem }) => policyItem && `${policyItem.code} ${nameOf(policyItem)}`,
      cell: ({ policyItem }) => policyItem && <ThingLink thing={policyItem} />,
    },
    { id: 'year', title: field('year'), value: ({ year }) => year, numeric: true },
    numeric('satisfaction'),
    numeric('satisfactionRank'),
    numeric('importance'),
    numeric('importanceRank'),
    {
      id: 'sources',
      title: field('sources'),
      value: ({ sources }) => sources.length,
      cell: ({ sources }) => <FoldedSources sources={sources} />,
    },
  ];
}
