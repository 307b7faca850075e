/** Room above the bands for the names of the stages, and below them, in pixels. */
export const flowMargins = { top: 26, bottom: 8 } as const;
/** The most pixels for one thing, and for all things of a step. */
const most = { ofOne: 8, ofAll: 230 } as const;

/** Where the steps of a flow stand: all with the same scale, beside each other where there is room, else below each other. */
export function flowLayout(totals: readonly number[], width: number) {
  const largest = Math.max(1, ...totals);
  const unit = Math.min(most.ofOne, most.ofAll / largest);
  const columns = width >= 560 ? totals.length : 1;
  const heightOf = (things: number) => flowMargins.top + things * unit + flowMargins.bottom;
  const isBeside = columns > 1;
  // Below each other, each is as high as what it shows.
  const tops = totals.map((_, step) => (isBeside ? 0 : sum(totals.slice(0, step).map(heightOf))));
  return { unit, columns, tops, height: isBeside ? heightOf(largest) : sum(totals.map(heightOf)) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export const totalOf = ({ bands }: { readonly bands: readonly { readonly count: number }[] }): number =>
  bands.reduce((sum, { count }) => sum + count, 0);
