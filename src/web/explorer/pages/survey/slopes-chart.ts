import { axisX, axisY, dot, gridX, line, link, plot, text } from '@observablehq/plot';
import { shortened } from '../../parts/figure/row-layout.js';
import { slopesHeight, spread } from './survey.js';

interface Slope {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly color: string;
  readonly href: string;
  readonly spoken: string;
  readonly points: readonly { readonly year: number; readonly value: number }[];
}

export interface SlopesChart {
  readonly slopes: readonly Slope[];
  readonly years: readonly { readonly year: number; readonly label: string }[];
  readonly label: string;
}

const margins = { top: 28, bottom: 30 } as const;
const marginLeft = 44;
/** Where the leader of a label begins and ends, and its label begins, in pixels from the last point. */
const leader = { start: 6, end: 20, label: 24 } as const;

/** Each item as a line through the surveys, with its code and name at the end. */
export function draw({ slopes, years, label }: SlopesChart, width: number) {
  const isWide = width >= 640;
  const height = slopesHeight();
  const points = slopes.flatMap((slope) => slope.points.map((point) => ({ ...slope, ...point })));
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.06;
  const domain = [low - room, high + room] as const;
  const gap = (15 / (height - margins.top - margins.bottom)) * (domain[1] - domain[0]);
  const lastYear = Math.max(...years.map(({ year }) => year));
  const lasts = slopes.map(({ points }) => points.at(-1)?.value ?? 0);
  const ends = spread(lasts, gap);
  const labelled = slopes.map((slope, index) => ({ ...slope, last: lasts[index], end: ends[index] }));
  const marginRight = isWide ? 240 : 56;
  const firstYear = Math.min(...years.map(({ year }) => year));
  // Right of the last survey, in its years: the leader from a point to its label, which may stand above or below it.
  const yearsOf = (pixels: number) => (pixels * (lastYear - firstYear || 1)) / (width - marginLeft - marginRight);
  return plot({
    width,
    height,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft,
    marginRight,
    x: { type: 'linear', domain: [firstYear, lastYear] },
    y: { domain },
    marks: [
      gridX(
        years.map(({ year }) => year),
        { stroke: 'var(--line)' },
      ),
      axisX(
        years.map(({ year }) => year),
        {
          tickFormat: (year: number) => years.find((each) => each.year === year)?.label ?? String(year),
          label: null,
          tickSize: 0,
          textAnchor: 'middle',
        },
      ),
      axisY({ label, ticks: 6, tickSize: 0 }),
      line(points, { x: 'year', y: 'value', z: 'id', stroke: 'color', strokeWidth: 2 }),
      dot(points, {
        x: 'year',
        y: 'value',
        r: 4.5,
        fill: 'color',
        stroke: 'var(--surface)',
      }),
      link(labelled, {
        x1: lastYear + yearsOf(leader.start),
        x2: lastYear + yearsOf(leader.end),
        y1: 'last',
        y2: 'end',
        stroke: 'color',
      }),
      text(labelled, {
        x: () => lastYear,
        y: 'end',
        textAnchor: 'start',
        dx: leader.label,
        text: ({ code, name }: Slope) => (isWide ? shortened(`${code} ${name}`, 18) : code),
        fill: 'var(--text)',
        fontSize: 12,
      }),
      // Wide enough to be hit.
      line(points, {
        x: 'year',
        y: 'value',
        z: 'id',
        stroke: 'transparent',
        strokeWidth: 14,
        pointerEvents: 'stroke',
        href: 'href',
        ariaLabel: 'spoken',
        title: 'spoken',
      }),
    ],
  });
}
