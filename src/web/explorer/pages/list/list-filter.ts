import type { PlanStage } from '../../graphql/graphql.js';
import { none } from '../../parts/lists.js';
import type { FilterType } from '../types/page-type.js';

/** A condition of the API, such as `{ departments: { some: { id: { eq: … } } } }`. */
export type Condition = Readonly<Record<string, unknown>>;

/** What the operations of a list are sent with. */
export interface ListVariables {
  readonly municipality: string;
  readonly stage: PlanStage | null;
  readonly filter?: Condition;
}

/** The id of a node by what an address has of it: `17` is `sdg:17`, `5-1` is `honjo:policy-item:5-1`. */
const idOf = ({ idWord, shared }: FilterType, tail: string, municipality: string): string =>
  shared ? `${idWord}:${tail}` : `${municipality}:${idWord}:${tail}`;

/** Puts a condition on the value at the end of the steps around it. */
const around = (steps: FilterType['steps'], condition: Condition): Condition =>
  steps.reduceRight<Condition>(
    (inner, { field, kind }) => ({ [field]: kind === 'many' ? { some: inner } : inner }),
    condition,
  );

function conditionFor(filter: FilterType, value: string, municipality: string): Condition | null {
  const { steps, idWord, enumeration } = filter;
  if (value !== none)
    return around(
      steps,
      idWord ? { id: { eq: idOf(filter, value, municipality) } } : { eq: typed(enumeration, value) },
    );
  const [first] = steps;
  if (!first || !filter.none) return null;
  return { [first.field]: filter.none === 'empty' ? { count: { eq: 0 } } : { isNull: true } };
}

const typed = (enumeration: string | null, value: string) => (enumeration === 'Boolean' ? value === 'true' : value);

/**
 * The condition of the API for the filters in an address; null where there are none. Parameters that are no filter of the
 * list, and values that it cannot have, are ignored. `municipality` is the key that its ids begin with.
 */
export function conditionOf(
  filters: readonly FilterType[],
  parameters: URLSearchParams,
  municipality: string,
): Condition | null {
  const conditions = filters.flatMap((filter) => {
    const value = parameters.get(filter.name);
    const condition = value ? conditionFor(filter, value, municipality) : null;
    return condition ? [condition] : [];
  });
  return conditions.length > 1 ? { and: conditions } : (conditions[0] ?? null);
}
