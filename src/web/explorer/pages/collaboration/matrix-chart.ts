import { axisX, axisY, cell, plot, text } from '@observablehq/plot';
import { shortened } from '../../parts/figure/row-layout.js';
import { matrixSize } from './matrix.js';

export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly weight: number;
  readonly href: string;
  readonly spoken: string;
}

export interface Matrix {
  /** Ids and names in the order of rows and columns. */
  readonly departments: readonly { readonly id: string; readonly name: string; readonly color: string }[];
  readonly cells: readonly MatrixCell[];
}

/** Which departments share work: the darker, the more. */
export function draw({ departments, cells }: Matrix, width: number) {
  const ids = departments.map(({ id }) => id);
  const named = new Map(departments.map(({ id, name }) => [id, shortened(name, 11)]));
  const colors = new Map(departments.map(({ id, color }) => [id, color]));
  const label = { tickSize: 0, tickFormat: (id: string) => named.get(id) ?? id, fontSize: 11, label: null };
  const heaviest = Math.max(1, ...cells.map(({ weight }) => weight));
  const strength = ({ weight }: MatrixCell) => 0.25 + (0.75 * weight) / heaviest;
  return plot({
    ...matrixSize(width, ids.length),
    padding: 0.06,
    x: { domain: ids, label: null },
    y: { domain: ids, label: null },
    marks: [
      axisX({ ...label, anchor: 'top', tickRotate: -90 }),
      axisY({ ...label, anchor: 'left' }),
      cell(ids, { x: (id) => id, y: (id) => id, fill: (id: string) => colors.get(id) ?? 'var(--quiet-mark)' }),
      cell(cells, {
        x: 'column',
        y: 'row',
        fill: 'var(--mark)',
        fillOpacity: strength,
        href: 'href',
        ariaLabel: 'spoken',
        title: 'spoken',
      }),
      text(cells, {
        x: 'column',
        y: 'row',
        text: 'weight',
        fontSize: 10,
        fill: 'var(--text)',
        stroke: 'var(--surface)',
        strokeWidth: 2,
        pointerEvents: 'none',
      }),
    ],
  });
}
