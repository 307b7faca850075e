/** Where the label of a dot stands. */
export type Side = 'above' | 'right' | 'below' | 'left';

export const sides: readonly Side[] = ['above', 'right', 'below', 'left'];

/** A dot with the width of its label, in pixels. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far a label is from the centre of its dot, and how high it is. */
export const labelGap = 9;
const height = 13;
const radius = 6;

/**
 * The side of each dot on which its label covers neither another dot nor a label before it, and lies between `left` and
 * `right`; above where that holds of none.
 */
export function labelSides(dots: readonly Labelled[], left: number, right: number): readonly Side[] {
  const taken: Box[] = [];
  return dots.map((dot) => {
    const others = dots.filter((other) => other !== dot).map(boxOfDot);
    const fits = (side: Side) => {
      const box = boxOf(dot, side);
      return box.left >= left && box.right <= right && ![...others, ...taken].some((each) => overlap(each, box));
    };
    const side = sides.find(fits) ?? 'above';
    taken.push(boxOf(dot, side));
    return side;
  });
}

const boxOfDot = ({ x, y }: Labelled): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

function boxOf({ x, y, width }: Labelled, side: Side): Box {
  if (side === 'above' || side === 'below') {
    const top = side === 'above' ? y - labelGap - height : y + labelGap;
    return { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
  }
  const left = side === 'right' ? x + labelGap : x - labelGap - width;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
