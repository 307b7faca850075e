import { useAnswer } from '../../client/use-answer.js';
import { SdgByDepartmentDocument, type SdgByDepartmentQueryVariables } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { CrossTable } from '../../parts/cross-table/cross-table.js';
import { none } from '../../parts/lists.js';
import { Section } from '../../parts/section.js';
import { useOverviewWords } from './words.js';

const allGoals = Array.from({ length: 17 }, (_each, index) => index + 1);

/** SDGs by department, counting measures: the busiest department first, each number opening the measures it counted. */
export function HeatMap({ variables }: { readonly variables: SdgByDepartmentQueryVariables }) {
  const words = useOverviewWords();
  const { pick } = useLabels();
  const { answer, request } = useAnswer(SdgByDepartmentDocument, variables);
  const { rows, columns, coverage, note, noteEn } = answer.crossTab;
  const goals = columns.flatMap(({ key, code }) => (key === none ? [] : Number(code)));
  const others = goals.length === 0 ? [] : allGoals.filter((goal) => !goals.includes(goal));
  const departments = rows.toSorted((a, b) => Number(a.key === none) - Number(b.key === none) || b.total - a.total);
  return (
    <Section title={words.heatMap} request={request} save={{ connection: 'crossTab' }} coverage={coverage}>
      <p className="quiet-text">
        {[rows, columns].some((headers) => headers.every(({ key }) => key === none))
          ? words.heatMapEmpty
          : words.heatMapHint}
        {others.length > 0 && ` ${words.goalsWithout(others.join(pick('、', ', ')))}`}
      </p>
      <CrossTable
        table={{ ...answer.crossTab, rows: departments }}
        label={words.heatMap}
        rowTitle={words.department}
        counted={{ list: 'measures', rows: 'department', columns: 'sdg' }}
      />
      <p className="quiet-text">{pick(note, noteEn)}</p>
    </Section>
  );
}
