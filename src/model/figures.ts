/** What follows from the printed figures of an indicator. */

/** Which way an indicator should move. */
export type Direction = 'INCREASE' | 'DECREASE' | 'MAINTAIN' | 'AT_MOST';

interface Figures {
  readonly direction: Direction | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly comparator: string | null;
}

/** Without the noise of binary fractions: 85 - 82.31 is 2.69. */
export const decimal = (value: number): number => Number(value.toPrecision(12));

/** As stored, else by the figures. */
export function directionOf({ direction, baseline, target, comparator }: Figures): Direction | null {
  if (direction !== null || baseline === null || target === null) return direction;
  if (comparator === 'AT_MOST') return 'AT_MOST';
  if (target === baseline) return 'MAINTAIN';
  return target > baseline ? 'INCREASE' : 'DECREASE';
}

/**
 * How far it is to the target, from the latest actual value where one is given, else from the baseline; each part null where
 * the figures do not tell it.
 */
export function distanceOf(figures: Figures, latest: number | null = null) {
  const { target } = figures;
  const from = latest ?? figures.baseline;
  const distance = from === null || target === null ? null : decimal(target - from);
  return {
    /** Target less the value that it goes from. */
    distance,
    /** In percent of that value; null where it is 0. */
    distancePercent: distance === null || !from ? null : decimal((distance / Math.abs(from)) * 100),
    /** The value is already where the target wants it. */
    reached:
      distance === null ? null : latest === null ? isReached(directionOf(figures), distance) : isMet(figures, distance),
  };
}

/**
 * Whether an actual value meets the target. A target that is a bound says so itself: a baseline at 85 with a target of at
 * least 85 is to be kept, and 90 keeps it. Null where neither a bound nor a direction is known.
 */
function isMet(figures: Figures, distance: number): boolean | null {
  if (distance === 0) return true;
  if (figures.comparator === 'AT_LEAST') return distance < 0;
  if (figures.comparator === 'AT_MOST') return distance > 0;
  const direction = directionOf(figures);
  return direction === null ? null : isReached(direction, distance);
}

function isReached(direction: Direction | null, distance: number): boolean {
  if (direction === 'INCREASE') return distance <= 0;
  if (direction === 'MAINTAIN') return distance === 0;
  return distance >= 0;
}
