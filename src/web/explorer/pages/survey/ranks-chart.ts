import { dot, link, plot, ruleX, text } from '@observablehq/plot';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { type ChartRow, rowFrame, rowMarks } from '../../parts/figure/row-marks.js';

interface RankRow extends ChartRow {
  readonly satisfaction: number;
  readonly importance: number;
}

export interface RanksChart {
  readonly rows: readonly RankRow[];
  readonly of: number;
  readonly first: string;
  readonly last: string;
}

export const ranksLayout = (count: number, width: number) => rowLayout(count, width, 10);

/** Two dots a row: the rank by importance and the one by satisfaction, the first at the left. */
export function draw({ rows, of, first, last }: RanksChart, width: number) {
  const layout = ranksLayout(rows.length, width);
  const dy = layout.isWide ? 0 : 8;
  const ends = { frameAnchor: 'top', dy: -14, fill: 'var(--text-quiet)', fontSize: 12 } as const;
  return plot({
    ...rowFrame(layout, rows),
    x: { domain: [1, of], axis: null, insetLeft: 8, insetRight: 8 },
    marks: [
      ruleX([(1 + of) / 2], { stroke: 'var(--line)', strokeDasharray: '4 3' }),
      text([1], { ...ends, x: (rank) => rank, text: () => first, textAnchor: 'start', dx: -6 }),
      text([of], { ...ends, x: (rank) => rank, text: () => last, textAnchor: 'end', dx: 6 }),
      link(rows, { x1: 'importance', x2: 'satisfaction', y: 'id', dy, stroke: 'var(--line)', strokeWidth: 4 }),
      dot(rows, { x: 'importance', y: 'id', dy, r: 6, fill: 'var(--warn)', stroke: 'var(--surface)' }),
      dot(rows, { x: 'satisfaction', y: 'id', dy, r: 6, fill: 'var(--mark)', stroke: 'var(--surface)' }),
      ...rowMarks(rows, layout),
    ],
  });
}
