/** Which names of a drawing can be read without lying on each other: what matters most is named first. */

/** A name below its node, in pixels of the screen. */
export interface PlacedLabel {
  readonly id: string;
  /** The middle of its upper edge. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** The height of its letters. */
  readonly letters: number;
  /** The width at which it goes on in the next line. */
  readonly width: number;
  /** The heavier goes before the lighter. */
  readonly weight: number;
}

/** The width of a label before it goes on in the next line, in pixels of the screen where nothing is enlarged. */
export const labelWidth = 120;

const lineHeight = 1.25;

/** What stays free around a name, in pixels of the screen. */
const margin = 3;

/** How wide a text is, in heights of its letters: Latin ones take a little more than half of what Japanese ones do. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u{2000}' ? 1 : 0.56), 0);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ x, y, text, letters, width: most }: PlacedLabel): Box {
  const width = widthOf(text);
  const inLine = Math.max(1, Math.floor(most / letters - 0.5));
  const half = (Math.min(width, inLine) * letters) / 2 + margin;
  const height = Math.ceil(width / inLine) * letters * lineHeight;
  return { left: x - half, right: x + half, top: y - margin, bottom: y + height + margin };
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The ids of those that can be read; equals in the order in which they come. */
export function readableLabels(labels: readonly PlacedLabel[]): ReadonlySet<string> {
  const taken: Box[] = [];
  const readable = new Set<string>();
  for (const label of labels.toSorted((a, b) => b.weight - a.weight)) {
    const box = boxOf(label);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    readable.add(label.id);
  }
  return readable;
}
