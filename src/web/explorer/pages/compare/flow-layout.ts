/** Room above the bands for the names of the stages, and below them, in pixels. */
export const flowMargins = { top: 26, bottom: 8 } as const;
/** The most pixels for one thing, and for all things of a step. */
const most = { ofOne: 8, ofAll: 230 } as const;

/** Where the steps of a flow stand: all with the same scale, beside each other where there is room, else below each other. */
export function flowLayout(totals: readonly number[], width: number) {
  const largest = Math.max(1, ...totals);
  const unit = Math.min(most.ofOne, most.ofAll / largest);
  const columns = width >= 560 ? totals.length : 1;
  const rows = Math.ceil(totals.length / columns);
  const stepHeight = flowMargins.top + largest * unit + flowMargins.bottom;
  return { unit, columns, stepHeight, height: rows * stepHeight };
}

export const totalOf = ({ bands }: { readonly bands: readonly { readonly count: number }[] }): number =>
  bands.reduce((sum, { count }) => sum + count, 0);
