import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { thingAddress } from '../../parts/thing-link.js';
import { hrefOf, useView } from '../../site/view.js';
import { lastSurvey, meanOf, type Quadrant, quadrantNames, quadrantsHeight } from './survey.js';
import { figureText, useResultColumns, useSurvey } from './use-survey.js';
import { useSurveyWords } from './words.js';

const load = () => import('./quadrants-chart.js');
const colors: Readonly<Record<Quadrant, string>> = {
  improve: 'var(--bad)',
  keep: 'var(--mark)',
  watch: 'var(--warn)',
  enough: 'var(--text-quiet)',
};
const quadrants = ['improve', 'keep', 'watch', 'enough'] as const;

/** The most items that a title names. */
const named = 2;

/** The last survey: satisfaction against importance, parted by the means of what was read. */
export function QuadrantsFigure() {
  const words = useSurveyWords();
  const { nameOf } = useLabels();
  const { link } = useView();
  const { answer, request } = useSurvey();
  const { nodes, coverage } = answer.surveyResults;
  const last = lastSurvey(nodes);
  const means = {
    satisfaction: meanOf(last.map(({ satisfaction }) => satisfaction)),
    importance: meanOf(last.map(({ importance }) => importance)),
  };
  const marks = last.flatMap(({ policyItem, satisfaction, importance, ...rest }) => {
    if (!policyItem || !rest.quadrant) return [];
    const quadrant = quadrantNames[rest.quadrant];
    const name = nameOf(policyItem);
    return {
      id: policyItem.id,
      code: policyItem.code,
      name,
      satisfaction,
      importance,
      color: colors[quadrant],
      bold: quadrant === 'improve',
      href: hrefOf(link(thingAddress(policyItem.id))),
      spoken: words.spoken(
        `${policyItem.code} ${name}`,
        figureText(satisfaction),
        figureText(importance),
        words.quadrants[quadrant],
      ),
    };
  });
  const unsatisfying = marks.filter(({ bold }) => bold).toSorted((a, b) => b.importance - a.importance);
  const year = last[0] ? words.year(last[0].era, last[0].year) : '';
  const columns = useResultColumns();
  return (
    <Figure
      id="survey-quadrants"
      title={
        marks.length > 0
          ? words.quadrants.finding(
              unsatisfying.slice(0, named).map(({ name }) => name),
              unsatisfying.length,
              marks.length,
            )
          : words.quadrants.subject
      }
      about={marks.length > 0 ? words.quadrants.about(year) : words.quadrants.subject}
      notes={[marks.length > 0 && words.quadrants.note(marks.length, last[0]?.rankOf ?? null)]}
      coverage={coverage}
      legend={quadrants.map((quadrant) => ({ label: words.quadrants[quadrant], color: colors[quadrant] }))}
      drawn={
        marks.length === 0
          ? null
          : {
              load,
              data: {
                marks,
                means,
                words: { ...words.quadrants, satisfaction: words.satisfaction, importance: words.importance },
              },
              height: quadrantsHeight,
            }
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
