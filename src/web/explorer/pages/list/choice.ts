import { none, tailOf } from '../../parts/lists.js';

/** A value that a list can be narrowed to, and how many it would then have; counted by the API. */
export interface Choice {
  /** As it stands in an address. */
  readonly value: string;
  readonly label: string | null;
  readonly labelEn: string | null;
  readonly count: number;
}

export interface Facet {
  readonly value: string | null;
  readonly label: string | null;
  readonly labelEn: string | null;
  readonly count: number;
}

export interface Header {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string | null;
  readonly total: number;
}

const ofThing = (id: string) => (id.includes(':') ? tailOf(id) : id);

/** `5-1` or `17`: what people know a thing by stands before its name. */
const withCode = (value: string, label: string | null) =>
  label !== null && label !== value && /^\d+(?:-\d+)*$/.test(value) ? `${value} ${label}` : label;

/** Choices of the facet of a list, in natural order where they have codes. */
export const fromFacet = (facets: readonly Facet[]): readonly Choice[] =>
  inOrder(
    facets.map(({ value, label, labelEn, count }) => {
      const shown = value === null ? none : ofThing(value);
      return { value: shown, label: withCode(shown, label), labelEn: withCode(shown, labelEn), count };
    }),
  );

/** Choices of the rows or columns of a cross table. */
export const fromHeaders = (headers: readonly Header[]): readonly Choice[] =>
  inOrder(
    headers.map(({ key, label, labelEn, total }) => {
      const value = ofThing(key);
      return { value, label: withCode(value, label), labelEn: withCode(value, labelEn), count: total };
    }),
  );

const collator = new Intl.Collator('ja', { numeric: true });

/** By code where there are codes, else as the API has them; those that have nothing last. */
function inOrder(choices: readonly Choice[]): readonly Choice[] {
  const coded = choices.some(({ value, label }) => label?.startsWith(`${value} `));
  return choices.toSorted(
    (a, b) => Number(a.value === none) - Number(b.value === none) || (coded ? collator.compare(a.value, b.value) : 0),
  );
}
