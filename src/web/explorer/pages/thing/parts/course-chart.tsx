import type { IndicatorProgressCellFragment, QuantityCellFragment } from '../../../graphql/graphql.js';
import { figureIn } from '../../../language/figures.js';
import { useThingLabels } from '../words.js';
import './charts.css';

/** What is drawn of an indicator. */
export interface DrawnIndicator {
  readonly baseline: QuantityCellFragment | null;
  readonly target: QuantityCellFragment | null;
  readonly progress: IndicatorProgressCellFragment;
}

const width = 200;
const height = 24;
const margin = 8;

/** An indicator on a scale from zero: a ring at the baseline, an arrow, a dot at the target. Nothing without two numbers. */
export function CourseChart({ indicator }: { readonly indicator: DrawnIndicator }) {
  const { language, words } = useThingLabels();
  const { baseline, target } = indicator.progress;
  if (baseline === null || target === null) return null;
  const lowest = Math.min(0, baseline, target);
  const highest = Math.max(0, baseline, target) || 1;
  const x = (value: number) => margin + ((value - lowest) / (highest - lowest)) * (width - 2 * margin);
  const middle = height / 2;
  const [from, to] = [x(baseline), x(target)];
  const way = Math.sign(to - from);
  return (
    <svg
      className="chart course-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.course.picture(
        figureIn(indicator.baseline, language) ?? String(baseline),
        figureIn(indicator.target, language) ?? String(target),
      )}
    >
      <line className="axis" x1={margin} x2={width - margin} y1={middle} y2={middle} />
      <line className="axis" x1={x(0)} x2={x(0)} y1={middle - 6} y2={middle + 6} />
      {Math.abs(to - from) > 12 && (
        <path
          className="line"
          d={`M${from + 5 * way} ${middle}H${to - 6 * way}m${-4 * way} -4l${4 * way} 4l${-4 * way} 4`}
        />
      )}
      <circle className="ring" cx={from} cy={middle} r={4.5} />
      <circle className="point" cx={to} cy={middle} r={5} />
    </svg>
  );
}
