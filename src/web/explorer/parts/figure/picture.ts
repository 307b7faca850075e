import { keyShape, styleOf } from './key-shapes.js';
import type { Key } from './legend.js';
import { linesOf } from './lines-of.js';

/** What is written around a chart in its picture. */
interface Around {
  readonly title: string;
  readonly about: string;
  readonly notes: readonly string[];
  readonly legend: readonly Key[];
  readonly credits: readonly string[];
}

interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 24;
/** Pixels of a PNG for each of the page, so that it can be printed. */
const scale = 2;

/** What of the look of an element its style sheets say, and a picture alone has to say itself. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'paint-order',
] as const;

/** The chart with all that is said of it, as one picture in the light colours, whatever those of the page are. */
export function pictureOf(chart: SVGSVGElement, around: Around): Picture {
  const light = document.createElement('div');
  light.className = 'figure-picture figure';
  const width = chart.viewBox.baseVal.width || chart.clientWidth;
  const chartHeight = chart.viewBox.baseVal.height || chart.clientHeight;
  const outer = element('svg', { xmlns: namespace });
  light.append(outer);
  document.body.append(light);
  try {
    const total = width + 2 * margin;
    let y = margin;
    const write = (text: string, size: number, options: { readonly bold?: boolean; readonly quiet?: boolean } = {}) => {
      const weight = options.bold ? '600' : '400';
      for (const line of linesOf(text, width, textWidth(outer, size, weight))) {
        y += size * 1.45;
        const attributes = { x: margin, y: y - size * 0.4, 'font-size': size, 'font-weight': weight };
        const fill = `var(--${options.quiet ? 'text-quiet' : 'text'})`;
        outer.append(element('text', { ...attributes, style: `fill: ${fill}` }, line));
      }
    };
    write(around.title, 18, { bold: true });
    write(around.about, 13, { quiet: true });
    y += drawLegend(outer, around.legend, y + 8, width) + 12;
    const copy = chart.cloneNode(true) as SVGSVGElement;
    for (const [name, value] of Object.entries({ x: margin, y, width, height: chartHeight }))
      copy.setAttribute(name, String(value));
    // A picture leads nowhere.
    for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
    outer.append(copy);
    y += chartHeight + 8;
    for (const note of around.notes) write(note, 12, { quiet: true });
    for (const credit of around.credits) write(credit, 12, { quiet: true });
    const height = Math.ceil(y + margin);
    for (const [name, value] of Object.entries({ width: total, height, viewBox: `0 0 ${total} ${height}` }))
      outer.setAttribute(name, String(value));
    outer.prepend(element('rect', { width: total, height, style: 'fill: var(--surface)' }));
    settleLooks(outer);
    return { svg: new XMLSerializer().serializeToString(outer), width: total, height };
  } finally {
    light.remove();
  }
}

/** The same as dots. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob)
      throw new Error(`expected a picture of ${canvas.width} × ${canvas.height} pixels, but the browser made none`);
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Keys from left to right, in as many rows as they need; gives the height. */
function drawLegend(outer: SVGElement, legend: readonly Key[], top: number, width: number): number {
  if (legend.length === 0) return 0;
  const measure = textWidth(outer, 12, '400');
  let x = margin;
  let row = 0;
  for (const { label, color, shape = 'filled' } of legend) {
    const { width: drawn, parts } = keyShape(shape, color);
    const space = drawn + 6 + measure(label) + 16;
    if (x > margin && x + space > margin + width) {
      x = margin;
      row += 1;
    }
    const y = top + row * 20;
    const key = element('g', { transform: `translate(${x} ${y + 1})` });
    key.append(...parts.map((part) => element('path', { d: part.d, style: styleOf(part) })));
    outer.append(
      key,
      element('text', { x: x + drawn + 6, y: y + 11, 'font-size': 12, style: 'fill: var(--text)' }, label),
    );
    x += space;
  }
  return (row + 1) * 20 + 8;
}

/** How wide a text is in the typeface of the page. */
function textWidth(outer: SVGElement, size: number, weight: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * size;
  context.font = `${weight} ${size}px ${getComputedStyle(outer).fontFamily}`;
  return (text) => context.measureText(text).width;
}

/** Writes onto every element how it looks here. */
function settleLooks(outer: SVGElement): void {
  const styles = [outer, ...outer.querySelectorAll<SVGElement>('*:not(style)')].map((each) => {
    const style = getComputedStyle(each);
    return [each, looks.map((name) => [name, style.getPropertyValue(name)] as const)] as const;
  });
  for (const [each, look] of styles) {
    each.removeAttribute('style');
    for (const [name, value] of look) if (value) each.setAttribute(name, value);
  }
  for (const style of outer.querySelectorAll('style')) style.remove();
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}
