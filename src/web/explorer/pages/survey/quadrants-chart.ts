import { dot, plot, ruleX, ruleY, scale, text } from '@observablehq/plot';
import { labelGap, labelSides, type Side, sides } from '../../parts/figure/label-places.js';
import { emsOf } from '../../parts/figure/row-layout.js';
import { quadrantsHeight } from './survey.js';

interface Mark {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly satisfaction: number;
  readonly importance: number;
  readonly color: string;
  readonly bold: boolean;
  readonly href: string;
  readonly spoken: string;
}

export interface QuadrantsChart {
  readonly marks: readonly Mark[];
  readonly means: { readonly satisfaction: number; readonly importance: number };
  readonly words: {
    readonly satisfaction: string;
    readonly importance: string;
    readonly improve: string;
    readonly keep: string;
    readonly watch: string;
    readonly enough: string;
  };
}

/** The width of a letter of full width, in pixels. */
const letters = 12;

/** How a label stands at each side of its dot. */
const beside = {
  above: { dy: -labelGap, lineAnchor: 'bottom' },
  below: { dy: labelGap, lineAnchor: 'top' },
  right: { dx: labelGap, textAnchor: 'start' },
  left: { dx: -labelGap, textAnchor: 'end' },
} as const satisfies Readonly<Record<Side, object>>;

/** A tenth more at each end, so that no mark lies on the frame. */
const around = (values: readonly number[]): [number, number] => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.12;
  return [low - room, high + room];
};

/** Satisfaction to the right, importance upwards; the lines are the means. */
export function draw({ marks, means, words }: QuadrantsChart, width: number) {
  const corner = { fill: 'var(--text-quiet)', fontSize: 11 } as const;
  const height = quadrantsHeight(width);
  const margin = { marginLeft: 44, marginBottom: 40, marginTop: 28, marginRight: 20 };
  const x = {
    domain: around(marks.map(({ satisfaction }) => satisfaction)),
    label: words.satisfaction,
    nice: true,
    ticks: width < 500 ? 4 : 8,
  };
  const y = {
    domain: around(marks.map(({ importance }) => importance)),
    label: words.importance,
    nice: true,
    ticks: 6,
  };
  const labelOf = ({ bold, code, name }: Mark) => (bold && width >= 640 ? `${code} ${name}` : code);
  const [left, right] = [margin.marginLeft, width - margin.marginRight];
  const across = scale({ x: { ...x, range: [left, right] } });
  const up = scale({ y: { ...y, range: [height - margin.marginBottom, margin.marginTop] } });
  const places = labelSides(
    marks.map((mark) => ({
      x: across.apply(mark.satisfaction),
      y: up.apply(mark.importance),
      width: emsOf(labelOf(mark)) * letters,
    })),
    left,
    right,
  );
  return plot({
    width,
    height,
    ...margin,
    x,
    y,
    marks: [
      ruleX([means.satisfaction], { stroke: 'var(--text-quiet)', strokeDasharray: '4 3' }),
      ruleY([means.importance], { stroke: 'var(--text-quiet)', strokeDasharray: '4 3' }),
      ...(width < 520
        ? []
        : [
            text([words.improve], {
              ...corner,
              frameAnchor: 'top-left',
              dx: 6,
              dy: 4,
              fontWeight: 600,
              fill: 'var(--against-text)',
            }),
            text([words.keep], { ...corner, frameAnchor: 'top-right', dx: -4, dy: 4 }),
            text([words.watch], { ...corner, frameAnchor: 'bottom-left', dx: 6, dy: -6 }),
            text([words.enough], { ...corner, frameAnchor: 'bottom-right', dx: -4, dy: -6 }),
          ]),
      ...sides.flatMap((side) =>
        [true, false].map((ofBold) =>
          text(
            marks.filter((mark, index) => mark.bold === ofBold && places[index] === side),
            {
              x: 'satisfaction',
              y: 'importance',
              ...beside[side],
              text: labelOf,
              fontWeight: ofBold ? 600 : 400,
              stroke: 'var(--surface)',
              strokeWidth: 3,
              fill: 'var(--text)',
            },
          ),
        ),
      ),
      dot(marks, {
        x: 'satisfaction',
        y: 'importance',
        r: 6,
        fill: 'color',
        stroke: 'var(--surface)',
        href: 'href',
        ariaLabel: 'spoken',
        title: 'spoken',
      }),
    ],
  });
}
