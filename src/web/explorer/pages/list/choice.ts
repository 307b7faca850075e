import type { noneHeaders } from '../../../../labels/empty-cells.js';
import { collator } from '../../parts/collator.js';
import { none, tailOf } from '../../parts/lists.js';

/** A value that a list can be narrowed to, and how many it would then have; counted by the API. */
export interface Choice {
  /** As it stands in an address. */
  readonly value: string;
  readonly label: string | null;
  readonly labelEn: string | null;
  readonly count: number;
  /** Of what has none: whether it has none, or was not read for it. */
  readonly noneState: keyof typeof noneHeaders | null;
}

export type Facet = Omit<Choice, 'value'> & { readonly value: string | null };

export interface Header {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string | null;
  readonly total: number;
  readonly noneState: Choice['noneState'];
}

/** Choices of the rows or columns of a cross table. */
export const fromHeaders = (headers: readonly Header[]): readonly Choice[] =>
  fromFacet(headers.map(({ key, total, ...labels }) => ({ ...labels, value: key, count: total })));

/** Choices of the facet of a list: by code where there are codes, else as the API has them; those without a value last. */
export function fromFacet(facets: readonly Facet[]): readonly Choice[] {
  const choices = facets.map(({ value: id, label, labelEn, count, noneState }) => {
    const value = id === null ? none : id.includes(':') ? tailOf(id) : id;
    return { value, label: withCode(value, label), labelEn: withCode(value, labelEn), count, noneState };
  });
  const coded = choices.some(({ value, label }) => label?.startsWith(`${value} `));
  return choices.toSorted(
    (a, b) => Number(a.value === none) - Number(b.value === none) || (coded ? collator().compare(a.value, b.value) : 0),
  );
}

/** `5-1` or `17`: what people know a thing by stands before its name. */
const withCode = (value: string, label: string | null) =>
  label !== null && label !== value && /^\d+(?:-\d+)*$/.test(value) ? `${value} ${label}` : label;
