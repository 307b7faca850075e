import { dot, plot, ruleX, ruleY, text } from '@observablehq/plot';
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

/** A tenth more at each end, so that no mark lies on the frame. */
const around = (values: readonly number[]): [number, number] => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.12;
  return [low - room, high + room];
};

/** Satisfaction to the right, importance upwards; the lines are the means. */
export function draw({ marks, means, words }: QuadrantsChart, width: number) {
  const corner = { fill: 'var(--text-quiet)', fontSize: 11 } as const;
  return plot({
    width,
    height: quadrantsHeight(width),
    marginLeft: 44,
    marginBottom: 40,
    marginTop: 28,
    x: {
      domain: around(marks.map(({ satisfaction }) => satisfaction)),
      label: words.satisfaction,
      nice: true,
      ticks: width < 500 ? 4 : 8,
    },
    y: { domain: around(marks.map(({ importance }) => importance)), label: words.importance, nice: true, ticks: 6 },
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
      ...[true, false].map((ofBold) =>
        text(
          marks.filter(({ bold }) => bold === ofBold),
          {
            x: 'satisfaction',
            y: 'importance',
            dy: -13,
            text: ({ code, name }: Mark) => (ofBold && width >= 640 ? `${code} ${name}` : code),
            fontWeight: ofBold ? 600 : 400,
            stroke: 'var(--surface)',
            strokeWidth: 3,
            fill: 'var(--text)',
          },
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
