import { barX, plot, stackX, text } from '@observablehq/plot';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { barInsets, type ChartRow, rowFrame, rowMarks } from '../../parts/figure/row-marks.js';

/** The things of one row that have one grade; they open as a list. */
export interface GradeCell {
  readonly id: string;
  readonly grade: string;
  readonly count: number;
  readonly color: string;
  readonly href: string;
  readonly spoken: string;
}

export interface GradesChart {
  readonly rows: readonly ChartRow[];
  readonly cells: readonly GradeCell[];
}

/** Each row as a bar of its grades, as long as there are things. */
export function draw({ rows, cells }: GradesChart, width: number) {
  const layout = rowLayout(rows.length, width, 4, 4);
  const order = [...new Set(cells.map(({ grade }) => grade))];
  const place = { x: 'count', y: 'id', z: 'grade', order } as const;
  return plot({
    ...rowFrame(layout, rows),
    x: { axis: null },
    marks: [
      ...rowMarks(rows, layout, false),
      barX(
        cells,
        stackX({
          ...place,
          fill: 'color',
          href: 'href',
          ariaLabel: 'spoken',
          title: 'spoken',
          rx: 2,
          insetLeft: 0.5,
          insetRight: 0.5,
          ...barInsets({ ...layout, insetTop: layout.insetTop - 2, insetBottom: layout.insetBottom - 2 }),
        }),
      ),
      text(
        cells,
        stackX({ ...place, text: 'count', dy: layout.isWide ? 0 : 8, pointerEvents: 'none', fill: 'var(--on-grade)' }),
      ),
    ],
  });
}
