import type { IndicatorDirection } from '../../graphql/graphql.js';

/** The figures of an indicator that tell how far it is. */
export interface Figures {
  readonly direction: IndicatorDirection | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly reached: boolean | null;
}

/**
 * How far an indicator is, in percent of its target: the baseline as a part of the target, or, of what there is to be less
 * of, the target as a part of the baseline. 100 where it is reached. Null without two numbers, or where their ratio says nothing:
 * below zero, or on the way down to zero.
 */
export function attainmentOf({ direction, baseline, target, reached }: Figures): number | null {
  if (baseline === null || target === null) return null;
  if (reached) return 100;
  const [part, whole] = direction === 'INCREASE' ? [baseline, target] : [target, baseline];
  return (direction === 'INCREASE' ? part >= 0 : part > 0) && whole > 0 ? (part / whole) * 100 : null;
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
