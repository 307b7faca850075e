import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { thingAddress } from '../../parts/thing-link.js';
import { hrefOf, useView } from '../../site/view.js';
import { lastSurvey } from './survey.js';
import { useResultColumns, useSurvey } from './use-survey.js';
import { useSurveyWords } from './words.js';

const load = () => import('./ranks-chart.js');

/** The ranks that the last survey prints: by importance and by satisfaction, those that lag most first. */
export function RanksFigure() {
  const words = useSurveyWords();
  const { nameOf } = useLabels();
  const { link } = useView();
  const { answer, request } = useSurvey();
  const { nodes, coverage } = answer.surveyResults;
  const columns = useResultColumns();
  const last = lastSurvey(nodes);
  const rows = last
    .flatMap(({ policyItem, satisfactionRank: satisfaction, importanceRank: importance }) => {
      if (!policyItem || satisfaction === null || importance === null) return [];
      const name = nameOf(policyItem);
      return {
        id: policyItem.id,
        name,
        label: `${policyItem.code} ${name}`,
        value: words.ranks.value(importance, satisfaction),
        href: hrefOf(link(thingAddress(policyItem.id))),
        spoken: words.spoken(
          `${policyItem.code} ${name}`,
          words.ranks.rank(satisfaction),
          words.ranks.rank(importance),
          '',
        ),
        satisfaction,
        importance,
      };
    })
    .toSorted((a, b) => b.satisfaction - b.importance - (a.satisfaction - a.importance));
  const of = Math.max(
    ...last.map(({ rankOf }) => rankOf ?? 0),
    ...rows.map((row) => Math.max(row.satisfaction, row.importance)),
  );
  const first = rows[0];
  return (
    <Figure
      id="survey-ranks"
      title={first ? words.ranks.finding(first.name, first.importance, first.satisfaction) : words.ranks.subject}
      about={first && last[0] ? words.ranks.about(words.year(last[0].era, last[0].year), of) : words.ranks.subject}
      notes={first ? [words.ranks.note] : []}
      coverage={coverage}
      legend={[
        { label: words.importance, color: 'var(--warn)' },
        { label: words.satisfaction, color: 'var(--mark)' },
      ]}
      drawn={
        first
          ? {
              load,
              data: { rows, of, first: words.ranks.rank(1), last: words.ranks.rank(of) },
              height: (width) => rowLayout(rows.length, width, 10).height,
            }
          : null
      }
      request={request}
      save={{ connection: 'surveyResults' }}
      rows={last}
      keyOf={({ id }) => id}
      columns={columns}
      sources={last.flatMap(({ sources }) => sources)}
    />
  );
}
