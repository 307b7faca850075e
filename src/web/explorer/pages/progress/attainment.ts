/** The figures of an indicator that tell how far it is. */
export interface Figures {
  readonly baseline: number | null;
  /** The latest actual value, which goes before the baseline. */
  readonly latest: number | null;
  readonly target: number | null;
  readonly reached: boolean | null;
}

/**
 * How far an indicator is, in percent of its target: the latest actual value, or the baseline without one, as a part of the
 * target, or, where it is above what it should be, the target as a part of it. 100 where it is reached. Null without two
 * numbers, where nobody knows whether it is reached, or where their ratio says nothing: below zero, or on the way down to zero.
 */
export function attainmentOf({ baseline, latest, target, reached }: Figures): number | null {
  const value = latest ?? baseline;
  if (value === null || target === null || reached === null) return null;
  if (reached) return 100;
  const isBelow = value < target;
  const [part, whole] = isBelow ? [value, target] : [target, value];
  return (isBelow ? part >= 0 : part > 0) && whole > 0 ? (part / whole) * 100 : null;
}

/** Those that have an attainment, with it, the farthest from their targets first. */
export function byAttainment<Each extends Figures>(
  all: readonly Each[],
): readonly (Each & { readonly attainment: number })[] {
  return all
    .flatMap((each) => {
      const attainment = attainmentOf(each);
      return attainment === null ? [] : [{ ...each, attainment }];
    })
    .toSorted((a, b) => a.attainment - b.attainment);
}

/** The first and the last year of the latest actual values; null where no indicator has one. */
export function latestYears(
  all: readonly { readonly latestYear: number | null }[],
): { readonly first: number; readonly last: number } | null {
  const years = all.flatMap(({ latestYear }) => latestYear ?? []);
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}
