/** Words for what the schema has, in one language: the same on pages and in files. */
export type Language = 'ja' | 'en';

/** By name, what something is called: Japanese, then English. */
export type LabelTable = Readonly<Record<string, readonly string[]>>;

/** What the schema calls its types, the fields of each type, and the values of each enumeration. */
export interface Vocabulary {
  readonly types: LabelTable;
  readonly fields: Readonly<Record<string, LabelTable>>;
  readonly values: Readonly<Record<string, LabelTable>>;
}

/** The vocabulary in one language; what it does not have is called by its name. */
export interface Labels {
  type(name: string): string;
  /** The same for many of them, which Japanese does not tell from one. */
  types(name: string): string;
  field(type: string, name: string): string;
  value(enumeration: string, name: string): string;
  /** The names of the values of an enumeration, in its order. */
  valuesOf(enumeration: string): readonly string[];
}

export function labelsIn({ types, fields, values }: Vocabulary, language: Language): Labels {
  const labelIn = (table: LabelTable | undefined, name: string) => table?.[name]?.[language === 'ja' ? 0 : 1] ?? name;
  return {
    type: (name) => labelIn(types, name),
    types: (name) => (language === 'ja' ? labelIn(types, name) : `${labelIn(types, name)}s`),
    field: (type, name) => labelIn(fields[type], name),
    value: (enumeration, name) => labelIn(values[enumeration], name),
    valuesOf: (enumeration) => Object.keys(values[enumeration] ?? {}),
  };
}
