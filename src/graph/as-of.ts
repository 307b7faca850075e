/** What a list is asked for a day: a condition like any other, beside those of its filter. */
import { type FilterInput, isGiven } from './operators.js';

type Arguments = Readonly<Record<string, unknown>>;

/**
 * The arguments of a list with `asOf` as a part of the filter. What is left out is known not to have existed on that day:
 * it began later, or had ended.
 */
export function asFilter({ asOf, ...others }: Arguments): Arguments {
  if (!isGiven(asOf)) return others;
  const { and, ...filter } = (others.filter ?? {}) as FilterInput;
  const outside = { or: [{ validFrom: { gt: asOf } }, { validTo: { lt: asOf } }] };
  const parts = [...(isGiven(and) ? [{ and }] : []), { not: outside }];
  return { ...others, filter: { ...filter, and: parts } };
}
