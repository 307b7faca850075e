import { type ArrowOptions, arrow, dot, plot, rect, text } from '@observablehq/plot';
import { emsOf, shortened } from '../../parts/figure/row-layout.js';
import { labelGap, type Place, ringLayout } from './ring-layout.js';
import type { TieKind } from './roles.js';
import { showRelated } from './show-related.js';

interface NetworkDot {
  readonly id: string;
  readonly name: string;
  readonly group: number;
  readonly color: string;
  /** With how many others it works. */
  readonly degree: number;
  readonly href: string;
  readonly spoken: string;
}

interface NetworkLine {
  readonly kind: TieKind;
  /** Ids. */
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly href: string;
  readonly spoken: string;
}

export interface NetworkChart {
  /** As they stand on the ring. */
  readonly dots: readonly NetworkDot[];
  readonly lines: readonly NetworkLine[];
  readonly groups: readonly { readonly group: number; readonly name: string }[];
}

/** How each kind looks, and which part it bends of what lines bend at most: so none of the same two lies upon another. */
const looks: Readonly<Record<TieKind, { readonly bent: number; readonly look: ArrowOptions }>> = {
  supports: { bent: 0.4, look: { stroke: 'var(--text-quiet)', strokeDasharray: '0.1 4', strokeOpacity: 0.75 } },
  together: { bent: 0.7, look: { stroke: 'var(--text-quiet)', strokeOpacity: 0.9 } },
  leads: { bent: 1, look: { stroke: 'var(--mark)', headLength: 7 } },
};

/** How far a line from one side to the other bends at most, in degrees. */
const acrossBent = 24;

const sides = ['right', 'left'] as const;

/** From what is drawn below to what lies above; lines within a side bend more, so that they stand apart. */
const layers = (['supports', 'together', 'leads'] as const).flatMap((kind) =>
  [true, false].map((isAcross) => ({ kind, isAcross, ...looks[kind] })),
);

/** Pixels of a line for one thing that is shared, for what the heaviest has beside it, and of what can be pressed. */
const thinnest = 1.25;
const thickest = 6;
const pressed = 9;

/** Departments on a ring, and lines for what they share: the thicker, the more; arrows lead from who leads to who supports. */
export function draw({ dots, lines, groups }: NetworkChart, available: number) {
  const layout = ringLayout(
    dots.map(({ group }) => group),
    Math.max(...dots.map(({ name }) => emsOf(name))),
    available,
  );
  const most = Math.max(1, ...dots.map(({ degree }) => degree));
  const placed = dots.map((each, index) => ({
    ...each,
    ...(layout.places[index] as Place),
    radius: 5 + 4 * Math.sqrt(each.degree / most),
    label: shortened(each.name, layout.labelEms),
  }));
  const groupNames = new Map(groups.map(({ group, name }) => [group, name]));
  const at = new Map(placed.map((each) => [each.id, each]));
  const all = lines.flatMap((line) => {
    const [from, to] = [at.get(line.from), at.get(line.to)];
    if (!from || !to) return [];
    return [{ ...line, x1: from.x, y1: from.y, x2: to.x, y2: to.y, isAcross: from.side !== to.side }];
  });
  const layered = layers.map(({ kind, isAcross, bent, look }) => ({
    look,
    bend: bent * (isAcross ? acrossBent : layout.mostBent),
    lines: all.filter((line) => line.kind === kind && line.isAcross === isAcross),
  }));
  const joined = layered.flatMap((layer) => layer.lines);
  const heaviest = Math.max(1, ...joined.map(({ weight }) => weight));
  const step = heaviest === 1 ? 0 : Math.min(thinnest, (thickest - thinnest) / (heaviest - 1));
  const ends = {
    x1: 'x1',
    y1: 'y1',
    x2: 'x2',
    y2: 'y2',
    insetStart: 8,
    insetEnd: 10,
    headLength: 0,
    // Towards the middle, from whichever end a line is drawn.
    sweep: (x1: number, y1: number, x2: number, y2: number) =>
      (x2 - x1) * (layout.centre.y - y1) < (y2 - y1) * (layout.centre.x - x1) ? 1 : -1,
  };
  const beside = (side: Place['side']) =>
    ({
      x: 'x',
      y: 'y',
      dx: side === 'right' ? labelGap : -labelGap,
      textAnchor: side === 'right' ? 'start' : 'end',
      fontSize: layout.letters,
    }) as const;
  const names = sides.flatMap((side) => [
    text(
      placed.filter((each) => each.side === side),
      { ...beside(side), className: 'network-name', text: 'label', fill: 'var(--text)' },
    ),
    text(
      layout.headings.filter((each) => each.side === side),
      { ...beside(side), text: ({ group }) => groupNames.get(group) ?? '', fill: 'var(--text-quiet)' },
    ),
  ]);
  const picture = plot({
    width: layout.width,
    height: layout.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    marks: [
      ...layered.map(({ lines, bend, look }) =>
        arrow(lines, {
          ...ends,
          ...look,
          bend,
          className: 'network-line',
          strokeWidth: ({ weight }: NetworkLine) => thinnest + step * (weight - 1),
          pointerEvents: 'none',
        }),
      ),
      ...names,
      dot(placed, {
        className: 'network-dot',
        x: 'x',
        y: 'y',
        r: 'radius',
        fill: 'color',
        stroke: 'var(--text-quiet)',
        strokeWidth: 1,
        sort: null,
      }),
      rect(placed, {
        x1: ({ x, side, label }) => (side === 'right' ? x - labelGap : x - labelGap - emsOf(label) * layout.letters),
        x2: ({ x, side, label }) => (side === 'left' ? x + labelGap : x + labelGap + emsOf(label) * layout.letters),
        y1: ({ y }) => y - layout.letters,
        y2: ({ y }) => y + layout.letters,
        rx: 3,
        fill: 'transparent',
        pointerEvents: 'all',
        href: 'href',
        ariaLabel: 'spoken',
        title: 'spoken',
      }),
      ...layered.map(({ lines, bend }) =>
        arrow(lines, {
          ...ends,
          bend,
          stroke: 'transparent',
          strokeWidth: pressed,
          pointerEvents: 'stroke',
          href: 'href',
          ariaLabel: 'spoken',
          title: 'spoken',
        }),
      ),
    ],
  });
  showRelated(picture, placed, joined);
  return picture;
}
