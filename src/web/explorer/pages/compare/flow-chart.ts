import { areaY, type Markish, plot, text } from '@observablehq/plot';
import { flowLayout, flowMargins, totalOf } from './flow-layout.js';

/** The things that had one kind of change on a step; they open as a list. */
export interface FlowBand {
  readonly kind: string;
  readonly count: number;
  readonly label: string;
  readonly color: string;
  readonly href: string;
  readonly spoken: string;
  /** Whether the stage before has them, and the one after. */
  readonly before: boolean;
  readonly after: boolean;
}

/** One step: its stages in words, and its bands from top to bottom. */
export interface FlowStep {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly bands: readonly FlowBand[];
}

/** A band with fewer pixels has no room for words. */
const leastForWords = 14;

interface Point extends FlowBand {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The steps as flows from one stage to the next: what stays runs straight, what goes runs out below, what comes runs in
 * from below. All steps have the same scale.
 */
export function draw(steps: readonly FlowStep[], width: number) {
  const { unit, columns, tops, height } = flowLayout(steps.map(totalOf), width);
  const marks = steps.flatMap((step, index) => {
    const column = index % columns;
    return stepMarks(step, { left: column + 0.03, right: column + 0.97, top: tops[index] ?? 0, unit });
  });
  return plot({
    width,
    height,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 0,
    marginRight: 0,
    x: { domain: [0, columns], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks,
  });
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Pixels of one thing. */
  readonly unit: number;
}

function stepMarks({ from, to, bands }: FlowStep, { left, right, top, unit }: Frame): Markish[] {
  const start = top + flowMargins.top;
  const middle = (left + right) / 2;
  const end = start + totalOf({ bands }) * unit;
  let kept = start;
  const heightOf = ({ count }: FlowBand) => count * unit;
  const points = bands.flatMap((band): readonly Point[] => {
    const height = heightOf(band);
    const point = (x: number, low: number, high: number): Point => ({ ...band, x, low, high });
    if (band.before && band.after) {
      const [low, high] = [kept, kept + height];
      kept = high;
      return [point(left, low, high), point(right, low, high)];
    }
    const out = point(middle, end, end);
    return band.before ? [point(left, kept, kept + height), out] : [out, point(right, kept, kept + height)];
  });
  const named = bands
    .filter((band) => heightOf(band) >= leastForWords)
    .map((band) => {
      const own = points.filter(({ kind }) => kind === band.kind);
      const side = band.before ? own[0] : own.at(-1);
      return { ...band, y: side ? (side.low + side.high) / 2 : start };
    });
  const shape = { x: 'x', y1: 'low', y2: 'high', z: 'kind', curve: 'bump-x' } as const;
  const labels = (of: readonly (typeof named)[number][], x: number, textAnchor: 'start' | 'end', dx: number) =>
    text(of, { x: () => x, y: 'y', text: 'label', textAnchor, dx, fill: 'var(--text)', pointerEvents: 'none' });
  const heading = (words: string, x: number, textAnchor: 'start' | 'end') =>
    text([words], { x: () => x, y: () => top + 12, textAnchor, fontWeight: 600, fill: 'var(--text)' });
  return [
    heading(from, left, 'start'),
    heading(to, right, 'end'),
    areaY(points, {
      ...shape,
      fill: 'color',
      fillOpacity: 0.55,
      stroke: 'var(--surface)',
      href: 'href',
      ariaLabel: 'spoken',
      title: 'spoken',
    }),
    labels(
      named.filter(({ before }) => before),
      left,
      'start',
      6,
    ),
    labels(
      named.filter(({ before }) => !before),
      right,
      'end',
      -6,
    ),
  ];
}
