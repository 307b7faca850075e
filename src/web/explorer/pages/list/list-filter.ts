import { none } from '../../parts/lists.js';

/** One way to narrow a list. Its name stands in the address, as in `/lists/measures?sdg=17`. */
export interface ListFilter<Condition> {
  readonly name: string;
  /** The field of the schema that says what it is called, as in `Measure.departments`. */
  readonly titledBy: readonly [type: string, field: string];
  /** The type in the ids of its values, where these are things: the address has what comes behind it. */
  readonly idType?: string;
  /** The enumeration that names its values, where these are values of one. */
  readonly enumeration?: string;
  /** The condition of the API for a value: an id where there is an `idType`, else the value of the address. */
  readonly is: (value: string) => Condition;
  /** The condition for those that have nothing there, where there can be any. */
  readonly isNone?: Condition;
}

/** What the conditions of the API for related things have in common. */
interface Linked {
  readonly some?: { readonly id: { readonly eq: string } };
  readonly count?: { readonly eq: number };
}

/** Narrows by a thing of those that a field lists: `{ departments: { some: { id: { eq: … } } } }`. */
export const bySome = <Field extends string>(
  name: string,
  type: string,
  field: Field,
  idType: string,
): ListFilter<Readonly<Record<Field, Linked>>> => ({
  name,
  titledBy: [type, field],
  idType,
  is: (id) => ({ [field]: { some: { id: { eq: id } } } }) as Readonly<Record<Field, Linked>>,
  isNone: { [field]: { count: { eq: 0 } } } as Readonly<Record<Field, Linked>>,
});

/** Narrows by the one thing of a field: `{ policyItem: { id: { eq: … } } }`. */
export const byOne = <Field extends string>(
  name: string,
  type: string,
  field: Field,
  idType: string,
): ListFilter<Readonly<Record<Field, { readonly id: { readonly eq: string } }>>> => ({
  name,
  titledBy: [type, field],
  idType,
  is: (id) => ({ [field]: { id: { eq: id } } }) as Readonly<Record<Field, { readonly id: { readonly eq: string } }>>,
});

/** The id of a thing by what an address has of it: `17` is `sdg:17`, `5-1` is `honjo:policy-item:5-1`. */
const idOf = (idType: string, tail: string, municipality: string): string =>
  idType === 'sdg' ? `sdg:${tail}` : `${municipality}:${idType}:${tail}`;

/**
 * The condition of the API for what an address narrows by; null where it narrows by nothing. What no filter of the list
 * is named after, or can have, is not looked at. `municipality` is the key that its ids begin with.
 */
export function conditionOf<Condition extends object>(
  filters: readonly ListFilter<Condition>[],
  parameters: URLSearchParams,
  municipality: string,
): Condition | { readonly and: readonly Condition[] } | null {
  const conditions = filters.flatMap(({ name, idType, is, isNone }) => {
    const value = parameters.get(name);
    if (!value) return [];
    if (value === none) return isNone ? [isNone] : [];
    return [is(idType ? idOf(idType, value, municipality) : value)];
  });
  const [first, ...more] = conditions;
  if (!first) return null;
  return more.length > 0 ? { and: conditions } : first;
}
