/** Words for what the schema has, in one language: the same on pages and in files. */
export type Language = 'ja' | 'en';

/** By name, what something is called: Japanese, then English. */
export type LabelTable = Readonly<Record<string, readonly string[]>>;

/** What the schema calls its types, the fields of each type, and the values of each enumeration. */
export interface Vocabulary {
  readonly types: LabelTable;
  readonly fields: Readonly<Record<string, LabelTable>>;
  readonly values: Readonly<Record<string, LabelTable>>;
  /** The types that are levels of a plan, each with the fields whose labels speak of it: `Measure.code`, `Department.measures`. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
}

/** What a city calls the levels of its plan, by type; one that is not there is called as in all cities. */
export type LevelNames = Readonly<
  Record<string, { readonly name?: string | null; readonly nameEn?: string | null } | null>
>;

/** The vocabulary in one language; what it does not have is called by its name. */
export interface Labels {
  type(name: string): string;
  /** The same for many of them, which Japanese does not tell from one. */
  types(name: string): string;
  field(type: string, name: string): string;
  value(enumeration: string, name: string): string;
  /** The names of the values of an enumeration, in its order. */
  valuesOf(enumeration: string): readonly string[];
  /** Words of this service that may speak of levels, such as a title, as the city calls them. */
  text(words: string): string;
}

/** Labels of the schema; `names` has what a city calls the levels of its plan, where it is of one city that they speak. */
export function labelsIn(
  { types, fields, values, levels }: Vocabulary,
  language: Language,
  names: LevelNames = {},
): Labels {
  const labelIn = (table: LabelTable | undefined, name: string) => table?.[name]?.[language === 'ja' ? 0 : 1] ?? name;
  const renamed = Object.keys(levels).flatMap((type) => {
    const own = language === 'ja' ? names[type]?.name : names[type]?.nameEn;
    const general = labelIn(types, type);
    return own && own !== general ? [{ type, general, own }] : [];
  });
  const type = (name: string) => renamed.find((level) => level.type === name)?.own ?? labelIn(types, name);
  return {
    type,
    types: (name) => (language === 'ja' ? type(name) : inPlural(type(name))),
    field: (owner, name) =>
      renamed
        .filter((level) => levels[level.type]?.includes(`${owner}.${name}`))
        .reduce((label, { general, own }) => replaced(label, general, own), labelIn(fields[owner], name)),
    value: (enumeration, name) => {
      const label = labelIn(values[enumeration], name);
      const level = renamed.find(({ general }) => label === general || label === inPlural(general));
      return level ? replaced(label, level.general, level.own) : label;
    },
    valuesOf: (enumeration) => Object.keys(values[enumeration] ?? {}),
    text: (words) => renamed.reduce((text, { general, own }) => replaced(text, general, own), words),
  };
}

const inPlural = (name: string): string => (/[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`);

/** A label with another word for a level: one or many of it, at the beginning of the label or within. */
function replaced(label: string, general: string, own: string): string {
  // 改革分野 is no 分野 of a plan, 事業費 no 事業; 事業番号 is the number of one.
  const one = new RegExp(`(?<![\\p{Script=Han}a-z])${general}(s?)(?!(?!番号)\\p{Script=Han}|[a-z])`, 'giu');
  return label.replace(one, (found, many: string) => {
    const name = many === '' ? own : inPlural(own);
    return found.charAt(0) === general.charAt(0) ? name : name.charAt(0).toLowerCase() + name.slice(1);
  });
}
