/** What people search a thing by beside its name. */
export interface SearchCode {
  /** What operations, and so exported tables, call its key. */
  readonly alias: string;
  /** What stands before the key, as in SDG 17. */
  readonly prefix?: string;
}

/**
 * The codes of types, which is what they are looked up by; those that are left out go by their names. They stand apart from what else
 * is declared of types: the search box has them on every page.
 */
export const codes: Readonly<Record<string, SearchCode>> = {
  PolicyItem: { alias: 'item' },
  Measure: { alias: 'measure' },
  Sdg: { alias: 'goal', prefix: 'SDG ' },
  ReformSheet: { alias: 'sheet' },
};
