import { useAnswer } from '../../client/use-answer.js';
import { IndicatorDistancesDocument, type IndicatorDistancesQuery } from '../../graphql/graphql.js';
import { figureIn, shortNumber, unitAfter } from '../../language/figures.js';
import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { FoldedSources } from '../../parts/sources.js';
import { ThingLink, thingAddress } from '../../parts/thing-link.js';
import { hrefOf, useView } from '../../site/view.js';
import { attainmentOf, byAttainment, latestYears } from './attainment.js';
import { signOf } from './sign.js';
import { useProgressWords } from './words.js';

type Progress = IndicatorDistancesQuery['progress']['indicators'][number];

const load = () => import('./distance-chart.js');

const figure = /^([\d.,]+)(\D*)$/;

/** A figure without its unit, where the one behind it has the same: 545 of "545人 → 2,000人"; English may tell one from many. */
function withoutUnitOf(text: string, next: string): string {
  const [, number = text, unit] = figure.exec(text) ?? [];
  const [, , nextUnit] = figure.exec(next) ?? [];
  return unit !== undefined && nextUnit?.startsWith(unit) ? number : text;
}

/** Indicators by how far they are from their targets, the farthest first. */
export function IndicatorDistance() {
  const words = useProgressWords();
  const { vocabulary, language, nameOf, pick } = useLabels();
  const { municipality, link } = useView();
  const { answer, request } = useAnswer(IndicatorDistancesDocument, { municipality: municipality.id });
  const all = answer.progress.indicators;
  const measured = byAttainment(all);
  const planOf = ({ linkagePlan }: Progress['indicator']) => (linkagePlan ? words.plan(linkagePlan.number) : null);
  const actualYears = latestYears(all);
  const about = words.distance.about(actualYears !== null);
  const actualOf = ({ latest, unit }: Progress) =>
    latest === null ? null : `${shortNumber().format(latest)}${unitAfter(unit, language, latest)}`;
  const startOf = (each: Progress) => {
    const actual = actualOf(each);
    if (actual === null || each.latestYear === null) return figureIn(each.indicator.baseline, language);
    return words.distance.actual(actual, pick(each.latestEra, null) ?? words.year(each.latestYear));
  };
  const printed = (each: Progress): readonly [string, string] => [
    startOf(each) ?? '—',
    figureIn(each.indicator.target, language) ?? '—',
  ];
  const rows = measured.map((each) => {
    const { indicator, attainment, reached, direction } = each;
    const label = [signOf(indicator, nameOf), planOf(indicator), nameOf(indicator)].filter(Boolean).join(' ');
    const [start, target] = printed(each);
    return {
      id: indicator.id,
      label,
      value: `${withoutUnitOf(start, target)} → ${target}`,
      href: hrefOf(link(thingAddress(indicator.id))),
      spoken: words.distance.spoken(
        label,
        `${start} → ${target}`,
        words.distance.percent(attainment),
        reached === true,
      ),
      attainment,
      color: reached ? 'var(--good)' : direction === 'INCREASE' ? 'var(--mark)' : 'var(--warn)',
    };
  });
  const data = { rows, target: words.distance.target };
  const reached = measured.filter((each) => each.reached).length;
  const farthest = measured.find((each) => !each.reached);
  const ofDirection = (fall: boolean) =>
    measured.some((each) => !each.reached && (each.direction !== 'INCREASE') === fall);
  return (
    <Figure
      id="indicator-distance"
      title={
        measured.length === 0
          ? about
          : words.distance.finding(
              measured.length,
              reached,
              farthest ? nameOf(farthest.indicator) : null,
              words.distance.percent(farthest?.attainment ?? 100),
            )
      }
      about={about}
      coverage={answer.progress.indicatorCoverage}
      notes={[
        measured.length > 0 &&
          (actualYears ? words.distance.howActual(actualYears.first, actualYears.last) : words.distance.how),
        all.length > measured.length && words.distance.leftOut(all.length - measured.length, all.length),
      ]}
      legend={[
        ...(ofDirection(false) ? [{ label: words.distance.rise, color: 'var(--mark)' }] : []),
        ...(ofDirection(true) ? [{ label: words.distance.fall, color: 'var(--warn)' }] : []),
        ...(reached > 0 ? [{ label: words.distance.reached, color: 'var(--good)' }] : []),
        { label: words.distance.toGo, color: 'var(--quiet-mark)' },
      ]}
      drawn={
        measured.length === 0 ? null : { load, data, height: (width) => rowLayout(measured.length, width, 15).height }
      }
      request={request}
      save={{ connection: 'progress.indicators' }}
      rows={all}
      keyOf={({ indicator }) => indicator.id}
      columns={[
        {
          id: 'indicator',
          title: vocabulary.type('Indicator'),
          isName: true,
          value: ({ indicator }) => nameOf(indicator),
          cell: ({ indicator }) => <ThingLink thing={indicator} />,
        },
        {
          id: 'of',
          title: words.distance.of,
          value: ({ indicator }) => signOf(indicator, nameOf) ?? planOf(indicator),
        },
        {
          id: 'baseline',
          title: vocabulary.field('Indicator', 'baseline'),
          value: (each) => each.baseline,
          cell: ({ indicator, baselineEra }) =>
            [figureIn(indicator.baseline, language), baselineEra].filter(Boolean).join(' · '),
          numeric: true,
        },
        ...(actualYears === null
          ? []
          : [
              {
                id: 'latest',
                title: vocabulary.field('IndicatorProgress', 'latest'),
                value: (each: Progress) => each.latest,
                cell: (each: Progress) => [actualOf(each), each.latestEra].filter(Boolean).join(' · '),
                numeric: true,
              },
            ]),
        {
          id: 'target',
          title: vocabulary.field('Indicator', 'target'),
          value: (each) => each.target,
          cell: ({ indicator, targetEra }) =>
            [figureIn(indicator.target, language), targetEra].filter(Boolean).join(' · '),
          numeric: true,
        },
        {
          id: 'attainment',
          title: words.distance.column,
          value: attainmentOf,
          cell: (each) => {
            const attainment = attainmentOf(each);
            return attainment === null ? pick(each.reason, each.reasonEn) : words.distance.percent(attainment);
          },
          numeric: true,
        },
        {
          id: 'sources',
          title: vocabulary.field('Indicator', 'sources'),
          value: ({ sources }) => sources.length,
          cell: ({ sources }) => <FoldedSources sources={sources} />,
        },
      ]}
      sources={all.flatMap(({ sources }) => sources)}
    />
  );
}
