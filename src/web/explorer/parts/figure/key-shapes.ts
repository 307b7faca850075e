/** How a key of a legend is drawn: as what it stands for is drawn in the chart. */
export type KeyShape = 'filled' | 'hollow' | 'edged' | 'line' | 'dotted' | 'arrow';

/** A path of a key, and how it looks: names of CSS as a style of React has them. */
interface Part {
  readonly d: string;
  readonly look: Readonly<Record<string, string | number>>;
}

const square = 'M3 1H9a2 2 0 0 1 2 2V9a2 2 0 0 1 -2 2H3a2 2 0 0 1 -2 -2V3a2 2 0 0 1 2 -2Z';
const level = 'M1 6H23';
const line = (stroke: string) => ({ fill: 'none', stroke, strokeWidth: 2, strokeLinecap: 'round' });

const shapes: Readonly<Record<KeyShape, (color: string) => readonly Part[]>> = {
  filled: (color) => [{ d: square, look: { fill: color } }],
  hollow: (color) => [{ d: square, look: { fill: 'none', stroke: color, strokeDasharray: '2 2' } }],
  edged: (color) => [
    { d: 'M0 0H12V12H0Z', look: { fill: 'var(--quiet-mark)' } },
    { d: 'M0 0H3V12H0Z', look: { fill: color } },
  ],
  line: (color) => [{ d: level, look: line(color) }],
  dotted: (color) => [{ d: level, look: { ...line(color), strokeDasharray: '0.1 4' } }],
  arrow: (color) => [{ d: 'M1 6H22M17 2L22 6L17 10', look: line(color) }],
};

/** A key as paths, in a frame that is 12 high and `width` wide. */
export const keyShape = (shape: KeyShape, color: string) => ({
  width: shape === 'line' || shape === 'dotted' || shape === 'arrow' ? 24 : 12,
  parts: shapes[shape](color),
});

/** How a part looks, as the attribute of an element says it. */
export const styleOf = ({ look }: Part): string =>
  Object.entries(look)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value}`)
    .join('; ');
