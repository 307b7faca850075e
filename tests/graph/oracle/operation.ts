/**
 * An operation as plain data, so that fast-check can make it smaller. Every value that a variable may bring has two
 * forms: the one of the first request and the one of the second, which asks the same with other variables.
 */
export interface Operation {
  readonly fields: Selection;
}

export type Selection = readonly (FieldItem | FragmentItem)[];

/** `@skip` or `@include` on a selection. */
export interface Guard {
  readonly directive: 'skip' | 'include';
  readonly condition: Given;
}

export interface FieldItem {
  readonly kind: 'field';
  readonly name: string;
  readonly arguments: readonly Entry[];
  readonly below: Selection | null;
  readonly alias: boolean;
  /** Written twice under one key, with half of what lies below each time. */
  readonly halved: boolean;
  readonly guard: Guard | null;
}

export interface FragmentItem {
  readonly kind: 'fragment';
  /** Type condition; null where there is none. */
  readonly on: string | null;
  /** A fragment of its own rather than an inline one. */
  readonly named: boolean;
  readonly below: Selection;
  readonly guard: Guard | null;
}

/** A name and a value: an argument, or a field of an input object. */
export type Entry = readonly [name: string, value: Given];

/** How a value gets into the request. An absent one is a variable without value, a default one has its value in the operation. */
export type Way = 'literal' | 'variable' | 'absent' | 'default';

export type Plain = string | number | boolean;

export type Given =
  | { readonly kind: 'leaf'; readonly values: readonly [Plain, Plain]; readonly way: Way }
  | { readonly kind: 'null'; readonly way: 'literal' | 'variable' }
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly way: Way }
  /** A list; `bare` writes its only item without brackets, as GraphQL allows. */
  | { readonly kind: 'list'; readonly items: readonly Given[]; readonly bare: boolean; readonly way: Way }
  /** A cursor that the same list returned in an earlier answer. */
  | { readonly kind: 'cursor'; readonly pick: number; readonly way: 'literal' | 'variable' };

/** A field as most operations write it. */
export const item = (name: string, args: readonly Entry[], below: Selection | null): FieldItem => ({
  kind: 'field',
  name,
  arguments: args,
  below,
  alias: false,
  halved: false,
  guard: null,
});
