import { none } from '../../parts/lists.js';
import type { FilterType } from '../types/page-type.js';

/** A condition of the API, such as `{ departments: { some: { id: { eq: … } } } }`. */
export type Condition = Readonly<Record<string, unknown>>;

/** The id of a node by what an address has of it: `17` is `sdg:17`, `5-1` is `honjo:policy-item:5-1`. */
const idOf = ({ idWord, shared }: FilterType, tail: string, municipality: string): string =>
  shared ? `${idWord}:${tail}` : `${municipality}:${idWord}:${tail}`;

/** Puts a condition on the value at the end of the steps around it. */
export const around = (steps: FilterType['steps'], condition: Condition): Condition =>
  steps.reduceRight<Condition>(
    (inner, { field, kind }) => ({ [field]: kind === 'many' ? { some: inner } : inner }),
    condition,
  );

/** The condition for any of the values that an address gives; null where there can be none of them. */
function conditionFor(filter: FilterType, given: readonly string[], municipality: string): Condition | null {
  const { steps, others, idWord, enumeration } = filter;
  const values = given.filter((value) => value !== none && value !== '');
  const is = (all: readonly unknown[]): Condition => (all.length === 1 ? { eq: all[0] } : { in: all });
  const ofValues =
    enumeration === 'Boolean'
      ? values.map((value) => around(steps, { eq: value === 'true' }))
      : values.length === 0
        ? []
        : [steps, ...others].map((way) =>
            around(way, idWord ? { id: is(values.map((value) => idOf(filter, value, municipality))) } : is(values)),
          );
  const ways = [...ofValues, ...(given.includes(none) ? ofNothing(filter) : [])];
  return ways.length > 1 ? { or: ways } : (ways[0] ?? null);
}

/** The conditions for those that have nothing there: no such thing, or one without the value. */
function ofNothing({ steps, none: kind }: FilterType): readonly Condition[] {
  const [first] = steps;
  if (!first || !kind) return [];
  const withoutValue = steps.at(-1)?.kind === 'scalar' ? [around(steps, { isNull: true })] : [];
  return kind === 'empty' ? [{ [first.field]: { count: { eq: 0 } } }, ...withoutValue] : withoutValue;
}

/**
 * The condition of the API for the filters in an address; null where there are none. Several values of one filter are as
 * good as each other, filters must all hold. Parameters that are no filter of the list, and values that it cannot have, are
 * ignored. `municipality` is the key that its ids begin with; `without` leaves out the filter of that name.
 */
export function conditionOf(
  filters: readonly FilterType[],
  parameters: URLSearchParams,
  municipality: string,
  without?: string,
): Condition | null {
  return allOf(
    filters
      .filter(({ name }) => name !== without)
      .map((filter) => conditionFor(filter, parameters.getAll(filter.name), municipality)),
  );
}

/** One condition of several, those that are none left out. */
export function allOf(conditions: readonly (Condition | null)[]): Condition | null {
  const given = conditions.filter((condition) => condition !== null);
  return given.length > 1 ? { and: given } : (given[0] ?? null);
}
