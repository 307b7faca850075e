import { shortNumber } from '../../../language/figures.js';
import { useThingWords } from '../words.js';
import './charts.css';

/** A year of the chart; years without a number stay on the axis. */
export interface DrawnGoal {
  readonly year: number;
  readonly era: string | null;
  readonly value: number | null;
  readonly grade: string | null;
}

const width = 560;
const height = 220;
const margin = { top: 28, right: 40, bottom: 44, left: 40 };

/** Goals over the fiscal years on a scale from zero, each with its figure and unit, the years in both ways of counting. */
export function GoalsChart({
  points,
  unitAfter,
}: {
  readonly points: readonly DrawnGoal[];
  /** The unit of a number, as it stands behind it. */
  readonly unitAfter: (value: number) => string;
}) {
  const { goals, year: yearInWords } = useThingWords();
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values) || 1;
  const step = (width - margin.left - margin.right) / Math.max(1, points.length - 1);
  const x = (index: number) => margin.left + index * step;
  const y = (value: number) =>
    height - margin.bottom - ((value - lowest) / (highest - lowest)) * (height - margin.top - margin.bottom);
  const drawn = points.flatMap(({ value, ...point }, index) => (value === null ? [] : [{ ...point, index, value }]));
  const text = drawn.map(
    ({ year, era, value }) => `${yearInWords(era, year)} ${shortNumber().format(value)}${unitAfter(value)}`,
  );
  return (
    <svg
      className="chart goals-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${goals.picture}: ${text.join(', ')}`}
    >
      <line className="axis" x1={margin.left - 16} x2={width - margin.right + 16} y1={y(0)} y2={y(0)} />
      <polyline className="line" points={drawn.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ')} />
      {drawn.map(({ index, year, value }) => (
        <g key={year}>
          <circle className="point" cx={x(index)} cy={y(value)} r={5} />
          <text className="outlined" x={x(index)} y={y(value) - 12}>
            {shortNumber().format(value)}
            {unitAfter(value)}
          </text>
        </g>
      ))}
      {points.map(({ year, era, grade }, index) => (
        <text key={year} className="quiet" x={x(index)} y={height - margin.bottom + 18}>
          {era ?? year}
          <tspan x={x(index)} dy="1.3em">
            {era && year}
            {grade && ` · ${grade}`}
          </tspan>
        </text>
      ))}
    </svg>
  );
}
