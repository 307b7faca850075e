/** A field that a table or a list of facts shows, as the last step of its path. */
export interface ShownField {
  /** From the node: `code`, `policyItem.field`, `measures.totalCount`. */
  readonly path: string;
  /** The type that has the field, and the field: these name it. */
  readonly owner: string;
  readonly field: string;
  readonly kind: 'scalar' | 'enum' | 'value' | 'one' | 'many' | 'count';
  /** The scalar, the enumeration or the object type. */
  readonly type: string;
  /** Of a count: the list that has what is counted, and the filter that narrows it to the node of the row. */
  readonly opens?: { readonly list: string; readonly filter: string };
  /** Of a column of a list: what the API orders the list by for it, such as `policyItem.code`; null where it cannot. */
  readonly order?: string | null;
  /** What its cell shows beside the field, which goes with it into a file. */
  readonly savedWith?: readonly string[];
}

/** A relationship of a node, shown as a table of its own. */
export interface RelationType {
  readonly field: string;
  /** Rows are edges of a connection, with the facts of the link, or nodes of a plain list. */
  readonly kind: 'connection' | 'list';
  /** The type of the nodes, whose `row` has the columns. */
  readonly target: string;
  /** Columns that would say the same in every row. */
  readonly without: readonly string[];
  readonly operation: string;
}

/** One way to narrow a list. */
export interface FilterType {
  /** In the address, as in `/lists/measures?sdg=17`. */
  readonly name: string;
  /** The steps from the node to the value, each with what a condition on it looks like. */
  readonly steps: readonly FilterStep[];
  /** Further ways to such values: any of them will do. */
  readonly others: readonly (readonly FilterStep[])[];
  /** The type and field that it is called by. */
  readonly titledBy: readonly [type: string, field: string];
  /** The type of its values in ids, where these are nodes, and whether all municipalities share them. */
  readonly idWord: string | null;
  readonly shared: boolean;
  /** The enumeration (or Boolean) that names its values, where these are no nodes and the API does not name them. */
  readonly enumeration: string | null;
  /** The condition for nodes that have nothing there; null where there are none. */
  readonly none: 'empty' | 'null' | null;
  /**
   * Where its choices are in the answer: an alias of `facets`, or one side of a cross table by its alias; null where it
   * offers none.
   */
  readonly counted:
    | { readonly facet: string }
    | { readonly crossTab: string; readonly side: 'rows' | 'columns' }
    | null;
}

export interface FilterStep {
  readonly field: string;
  readonly kind: 'one' | 'many' | 'scalar';
}

/** A field in which a text is looked for that is typed above a list. */
export interface SearchedField extends Pick<FilterType, 'steps'> {
  /** Anywhere in it, at its beginning, or as a number, which `prefix` may stand before, as in SDG17. */
  readonly by: 'text' | 'code' | 'number';
  readonly prefix?: string;
}

/** What the pages show of a type and the operations they send: generated from the schema, `model.json` and `declarations.ts`. */
export interface PageType {
  readonly name: string;
  readonly plural: string;
  /** A named thing; others are records, such as grades. */
  readonly entity: boolean;
  /** Stages of the plan have it or not; others are seen at every stage. */
  readonly staged: boolean;
  /** All municipalities share it, so that operations about it are sent for one. */
  readonly shared: boolean;
  /** The field that stands before its name in links, such as a code. */
  readonly key: string | null;
  /** `/dossier/<id>` prints it. */
  readonly dossier: boolean;
  /** `likeness` finds what is alike. */
  readonly compared: boolean;
  /** `/compare` has its stages side by side, by its code. */
  readonly sideBySide: boolean;
  readonly facts: readonly ShownField[];
  /** The few facts at the top of its page. */
  readonly strip: readonly ShownField[];
  /** Its columns in tables of other pages. */
  readonly row: readonly ShownField[];
  readonly relations: readonly RelationType[];
  readonly factsOperation: string;
  /** How far a stage was read for things of the type; null for what is seen at every stage. */
  readonly stageOperation: string | null;
  /** What things of the type are compared by beside each other; null for records. */
  readonly besideOperation: string | null;
  readonly list: {
    readonly columns: readonly ShownField[];
    /** Its rows say where they were read. */
    readonly sources: boolean;
    /** It can be asked for a day: `asOf` in the address. */
    readonly dated: boolean;
    readonly searched: readonly SearchedField[];
    readonly filters: readonly FilterType[];
    readonly operation: string;
    /** Counts the choices of the filters; what a text is found in is asked before. */
    readonly choicesOperation: string | null;
    readonly foundOperation: string;
  } | null;
}
