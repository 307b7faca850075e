import type { GraphqlRequest } from '../../../client/send.js';
import { figureIn, unitAfter } from '../../../language/figures.js';
import { Section } from '../../../parts/section.js';
import type { Row } from '../../types/rows.js';
import { FactList } from '../fact-list.js';
import { useThingLabels } from '../words.js';
import { CourseChart, type DrawnIndicator } from './course-chart.js';

/** The figures of an indicator, drawn and in words: how far it has to go, and how fast. */
export function CourseSection({ node, request }: { readonly node: Row; readonly request: GraphqlRequest }) {
  const { words, vocabulary, language } = useThingLabels();
  const indicator = node as unknown as DrawnIndicator;
  const { baseline, target, progress } = indicator;
  const title = (field: string) => vocabulary.field('IndicatorProgress', field);
  // The difference of two shares in percent is not a share of the first.
  const differenceUnit = progress.unit === '%' ? 'ポイント' : progress.unit;
  const withUnit = (value: number | null) =>
    value !== null && `${signed(value)}${unitAfter(differenceUnit, language, value)}`;
  const year = (era: string | null, number: number | null) =>
    number === null ? '' : ` ${words.fiscalYear(era, number)}`;
  const drawn = progress.baseline !== null && progress.target !== null;
  return (
    <Section title={words.course.title} request={request}>
      {drawn ? (
        <div className="course-large">
          <CourseChart indicator={indicator} />
        </div>
      ) : (
        <p className="quiet-text">{words.course.noNumbers}</p>
      )}
      <FactList
        facts={[
          [
            vocabulary.field('Indicator', 'baseline'),
            baseline?.text
              ? `${figureIn(baseline, language)}${year(progress.baselineEra, progress.baselineYear)}`
              : words.unknown,
          ],
          [
            vocabulary.field('Indicator', 'target'),
            target?.text
              ? `${figureIn(target, language)}${year(progress.targetEra, progress.targetYear)}`
              : words.unknown,
          ],
          [title('direction'), progress.direction && vocabulary.value('IndicatorDirection', progress.direction)],
          [title('distance'), withUnit(progress.distance)],
          [title('distancePercent'), progress.distancePercent !== null && `${signed(progress.distancePercent)}%`],
          [
            title('reached'),
            progress.reached !== null && (progress.reached ? words.course.reached : words.course.notReached),
          ],
          [
            title('requiredPerYear'),
            progress.requiredPerYear !== null && (
              <>
                {withUnit(progress.requiredPerYear)}{' '}
                {progress.yearsAssumed && (
                  <span className="quiet-text">({words.course.yearsAssumed(progress.years)})</span>
                )}
              </>
            ),
          ],
        ]}
      />
    </Section>
  );
}

const format = new Intl.NumberFormat('ja', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const signed = (value: number) => format.format(value).replace('-', '−');
