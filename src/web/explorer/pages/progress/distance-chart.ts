import { barX, plot, ruleX, text } from '@observablehq/plot';
import { emsOf, type RowLayout, rowLayout } from '../../parts/figure/row-layout.js';
import { barInsets, type ChartRow, rowFrame, rowMarks } from '../../parts/figure/row-marks.js';

export interface DistanceRow extends ChartRow {
  readonly attainment: number;
  readonly color: string;
}

export interface DistanceChart {
  readonly rows: readonly DistanceRow[];
  /** What stands above the line of the target. */
  readonly target: string;
}

/** `values` are what stands behind the rows, which have room for the longest. */
export const distanceLayout = (count: number, width: number, values: readonly string[] = []): RowLayout =>
  rowLayout(count, width, Math.max(15, ...values.map(emsOf)));

/** Each indicator as a bar from nothing to its target. */
export function draw({ rows, target }: DistanceChart, width: number) {
  const layout = distanceLayout(
    rows.length,
    width,
    rows.map(({ value }) => value),
  );
  return plot({
    ...rowFrame(layout, rows),
    x: { domain: [0, 100], axis: null },
    marks: [
      barX(rows, { y: 'id', x1: 0, x2: 100, fill: 'var(--quiet-mark)', rx: 3, ...barInsets(layout) }),
      barX(rows, { y: 'id', x1: 0, x2: 'attainment', fill: 'color', rx: 3, ...barInsets(layout) }),
      ruleX([100], { stroke: 'var(--text)', strokeWidth: 1.5 }),
      text([100], { x: (value) => value, frameAnchor: 'top', dy: -14, text: () => target, textAnchor: 'end', dx: 2 }),
      ...rowMarks(rows, layout),
    ],
  });
}
