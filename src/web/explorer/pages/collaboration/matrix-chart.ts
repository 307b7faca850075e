import { axisX, axisY, cell, plot, scale, text } from '@observablehq/plot';
import { shortened } from '../../parts/figure/row-layout.js';
import { matrixSize } from './matrix.js';

export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly weight: number;
  /** Whether the department of the row leads any of the work, and that of the column. */
  readonly rowLeads: boolean;
  readonly columnLeads: boolean;
  readonly href: string;
  readonly spoken: string;
}

export interface Matrix {
  /** Ids and names in the order of rows and columns. */
  readonly departments: readonly { readonly id: string; readonly name: string; readonly color: string }[];
  readonly cells: readonly MatrixCell[];
}

/** How thick the side of a cell is at which the one stands who leads, in pixels. */
const edge = 3;

/** Which departments share work: the darker, the more; a thick side is that of the department that leads. */
export function draw({ departments, cells }: Matrix, width: number) {
  const ids = departments.map(({ id }) => id);
  const named = new Map(departments.map(({ id, name }) => [id, shortened(name, 11)]));
  const colors = new Map(departments.map(({ id, color }) => [id, color]));
  const label = { tickSize: 0, tickFormat: (id: string) => named.get(id) ?? id, fontSize: 11, label: null };
  const heaviest = Math.max(1, ...cells.map(({ weight }) => weight));
  const strength = ({ weight }: MatrixCell) => 0.25 + (0.75 * weight) / heaviest;
  const size = matrixSize(width, ids.length);
  const bands = { domain: ids, type: 'band', padding: 0.06 } as const;
  const range: [number, number] = [size.marginLeft, size.width - size.marginRight];
  const inset = (scale({ x: { ...bands, range } }).bandwidth ?? 0) - edge;
  const side = { x: 'column', y: 'row', fill: 'var(--text)', pointerEvents: 'none' } as const;
  return plot({
    ...size,
    padding: bands.padding,
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
      cell(
        cells.filter(({ rowLeads }) => rowLeads),
        { ...side, insetRight: inset },
      ),
      cell(
        cells.filter(({ columnLeads }) => columnLeads),
        { ...side, insetBottom: inset },
      ),
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
