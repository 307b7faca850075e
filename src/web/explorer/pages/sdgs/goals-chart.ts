import { barX, plot } from '@observablehq/plot';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { barInsets, type ChartRow, rowFrame, rowMarks } from '../../parts/figure/row-marks.js';

export interface GoalRow extends ChartRow {
  readonly count: number;
  readonly color: string;
}

/** Each goal as a bar of the policy items that touch it. */
export function draw(rows: readonly GoalRow[], width: number) {
  const layout = rowLayout(rows.length, width, 18, 4);
  return plot({
    ...rowFrame(layout, rows),
    x: { axis: null },
    marks: [barX(rows, { y: 'id', x: 'count', fill: 'color', rx: 3, ...barInsets(layout) }), ...rowMarks(rows, layout)],
  });
}
