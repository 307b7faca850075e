import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { FigureTabs, useFigureChoice } from '../../parts/figure/figure-tabs.js';
import { thingAddress } from '../../parts/thing-link.js';
import { hrefOf, useView } from '../../site/view.js';
import { byItem, courseOf, slopesHeight } from './survey.js';
import { figureText, useResultColumns, useSurvey } from './use-survey.js';
import { useSurveyWords } from './words.js';

const load = () => import('./slopes-chart.js');
const measures = ['satisfaction', 'importance'] as const;

/** `?of=…`: how satisfaction or importance of each item moved through the surveys. */
export function SlopesFigure() {
  const words = useSurveyWords();
  const { nameOf } = useLabels();
  const { link } = useView();
  const measure = useFigureChoice('of', measures);
  const { answer, request } = useSurvey();
  const { nodes, coverage } = answer.surveyResults;
  const columns = useResultColumns();
  const moved = byItem(nodes).flatMap((surveys) => {
    const change = courseOf(surveys, measure);
    return change === null ? [] : [{ ...surveys, change }];
  });
  const slopes = moved.map(({ item, results, change }) => {
    const points = results.flatMap(({ year, ...result }) =>
      result[measure] === null ? [] : [{ year, value: result[measure] }],
    );
    const name = nameOf(item);
    return {
      id: item.id,
      code: item.code,
      name,
      color: change < 0 ? 'var(--bad)' : 'var(--mark)',
      href: hrefOf(link(thingAddress(item.id))),
      spoken: words.course(
        `${item.code} ${name}`,
        points.map(({ year, value }) => `${year} ${figureText(value)}`).join(' → '),
      ),
      points,
    };
  });
  const years = [...new Map(moved.flatMap(({ results }) => results.map(({ year, era }) => [year, era])))]
    .toSorted(([a], [b]) => a - b)
    .map(([year, era]) => ({ year, label: era ? `${year} (${era})` : String(year) }));
  const most = moved.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  const about = words.slopes.about(words[measure], years.map(({ label }) => label).join('–'));
  return (
    <Figure
      id="survey-slopes"
      title={
        most
          ? words.slopes.finding(
              words[measure],
              moved.filter(({ change }) => change > 0).length,
              moved.filter(({ change }) => change < 0).length,
              nameOf(most.item),
              most.change,
            )
          : words[measure]
      }
      about={most ? about : words[measure]}
      notes={most ? [words.slopes.note] : []}
      coverage={coverage}
      legend={[
        { label: words.slopes.rising, color: 'var(--mark)' },
        { label: words.slopes.falling, color: 'var(--bad)' },
      ]}
      drawn={most ? { load, data: { slopes, years, label: words[measure] }, height: slopesHeight } : null}
      request={request}
      save={{ connection: 'surveyResults' }}
      rows={nodes}
      keyOf={({ id }) => id}
      columns={columns}
      sources={nodes.flatMap(({ sources }) => sources)}
    >
      <FigureTabs name="of" label={words.slopes.by} options={measures.map((each) => [each, words[each]])} />
    </Figure>
  );
}
