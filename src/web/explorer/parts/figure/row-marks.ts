import { type Markish, rect, text } from '@observablehq/plot';
import { emsOf, type RowLayout, shortened } from './row-layout.js';

/** One row of a chart: the thing, what is said of it, and its page. */
export interface ChartRow {
  readonly id: string;
  readonly label: string;
  /** What stands behind the row. */
  readonly value: string;
  readonly href: string;
  /** All of the row in words, for those who hear it and for the mouse. */
  readonly spoken: string;
}

/** The scales and margins of rows, for `plot`. */
export const rowFrame = (
  { width, height, marginTop, marginLeft, marginRight }: RowLayout,
  rows: readonly ChartRow[],
) => ({
  width,
  height,
  marginTop,
  marginLeft,
  marginRight,
  marginBottom: 4,
  y: { domain: rows.map(({ id }) => id), axis: null, padding: 0, type: 'band' as const },
});

/** The room of a bar within its row. */
export const barInsets = ({ insetTop, insetBottom }: RowLayout) => ({ insetTop, insetBottom });

/** The names and what stands behind the rows; `isWhole`: each row is one link. */
export function rowMarks(rows: readonly ChartRow[], layout: RowLayout, isWhole = true): Markish[] {
  const { isWide, labelEms, marginLeft, marginRight } = layout;
  return [
    text(rows, {
      y: 'id',
      frameAnchor: 'left',
      textAnchor: isWide ? 'end' : 'start',
      dx: isWide ? -10 : 0,
      dy: isWide ? 0 : -12,
      text: ({ label, value }: ChartRow) => shortened(label, isWide ? labelEms : labelEms - emsOf(value)),
      fontSize: 12,
      fill: 'var(--text)',
    }),
    text(rows, {
      y: 'id',
      frameAnchor: 'right',
      textAnchor: isWide ? 'start' : 'end',
      dx: isWide ? 10 : -4,
      dy: isWide ? 0 : -12,
      text: 'value',
      fontSize: 12,
      fill: 'var(--text-quiet)',
    }),
    ...(isWhole
      ? [
          rect(rows, {
            y: 'id',
            fill: 'transparent',
            pointerEvents: 'all',
            insetLeft: -marginLeft,
            insetRight: -marginRight,
            rx: 3,
            href: 'href',
            ariaLabel: 'spoken',
            title: 'spoken',
          }),
        ]
      : []),
  ];
}
