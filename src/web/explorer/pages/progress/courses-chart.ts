import { plot, rect, text } from '@observablehq/plot';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { barInsets, type ChartRow, rowFrame, rowMarks } from '../../parts/figure/row-marks.js';
import type { Look } from './courses.js';

/** The goal of one year: what it is beside the one before, and its number. */
export interface CourseCell {
  readonly id: string;
  readonly year: number;
  readonly text: string;
  readonly look: Look;
}

export interface CoursesChart {
  readonly rows: readonly ChartRow[];
  readonly cells: readonly CourseCell[];
  readonly years: readonly { readonly year: number; readonly label: string }[];
}

/** The colours of cells; what has no number is an outline. */
export const fills: Readonly<Record<Look, string>> = {
  first: 'var(--quiet-mark)',
  towards: 'var(--towards)',
  level: 'var(--level)',
  against: 'var(--against)',
  words: 'none',
  empty: 'none',
};

export const coursesLayout = (count: number, width: number) => rowLayout(count, width, 5);

/** Sheets as rows, years as columns; each cell says its number, and by colour and sign how it moves. */
export function draw({ rows, cells, years }: CoursesChart, width: number) {
  const layout = coursesLayout(rows.length, width);
  const place = { x: 'year', y: 'id' } as const;
  return plot({
    ...rowFrame(layout, rows),
    x: { domain: years.map(({ year }) => year), axis: null, type: 'band', padding: 0.04 },
    marks: [
      text(years, { x: 'year', frameAnchor: 'top', dy: -14, text: 'label', fill: 'var(--text-quiet)', fontSize: 12 }),
      rect(cells, {
        ...place,
        fill: ({ look }: CourseCell) => fills[look],
        stroke: ({ look }: CourseCell) => (fills[look] === 'none' ? 'var(--line)' : 'none'),
        strokeDasharray: '2 3',
        rx: 3,
        ...barInsets({ ...layout, insetTop: layout.insetTop - 2, insetBottom: layout.insetBottom - 2 }),
      }),
      text(cells, {
        ...place,
        text: 'text',
        dy: layout.isWide ? 0 : 8,
        fontSize: 12,
        fill: ({ look }: CourseCell) => (look === 'words' || look === 'empty' ? 'var(--text-quiet)' : 'var(--text)'),
      }),
      ...rowMarks(rows, layout),
    ],
  });
}
