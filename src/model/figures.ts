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

/** How far it is from the baseline to the target; each part null where the figures do not tell it. */
export function distanceOf(figures: Figures) {
  const { baseline, target } = figures;
  const distance = baseline === null || target === null ? null : decimal(target - baseline);
  return {
    /** Target less baseline. */
    distance,
    /** In percent of the baseline; null where that is 0. */
    distancePercent: distance === null || !baseline ? null : decimal((distance / Math.abs(baseline)) * 100),
    /** The baseline is already where the target wants it. */
    reached: distance === null ? null : isReached(directionOf(figures), distance),
  };
}

function isReached(direction: Direction | null, distance: number): boolean {
  if (direction === 'INCREASE') return distance <= 0;
  if (direction === 'MAINTAIN') return distance === 0;
  return distance >= 0;
}
