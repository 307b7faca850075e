import type { GraphqlRequest } from '../../../client/send.js';
import { Section } from '../../../parts/section.js';
import type { Row } from '../../types/rows.js';
import { FactList } from '../fact-list.js';
import { useThingLabels } from '../words.js';
import { differenceIn, distanceIn, distanceLabel, latestIn } from './course.js';
import { CourseChart, type DrawnIndicator } from './course-chart.js';

/** How far an indicator has to go, drawn and in words, and how fast; its figures themselves stand above. */
export function CourseSection({ node, request }: { readonly node: Row; readonly request: GraphqlRequest }) {
  const labels = useThingLabels();
  const { words, vocabulary } = labels;
  const indicator = node as unknown as DrawnIndicator;
  const { progress } = indicator;
  const title = (field: string) => vocabulary.field('IndicatorProgress', field);
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
          [title('latest'), latestIn(progress, labels)],
          [distanceLabel(progress, labels), progress.reached && distanceIn(progress, labels)],
          [
            title('reached'),
            progress.reached !== null && (progress.reached ? words.course.reached : words.course.notReached),
          ],
          [
            title('requiredPerYear'),
            progress.requiredPerYear !== null && (
              <>
                {differenceIn(progress.requiredPerYear, progress, labels)}{' '}
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
