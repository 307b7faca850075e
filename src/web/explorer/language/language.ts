import { createContext, useContext } from 'react';
import vocabulary from '../graphql/vocabulary.json' with { type: 'json' };
import { englishLabels } from './english-labels.js';

export type Language = 'ja' | 'en';

export const LanguageContext = createContext<Language>('ja');

/** The language the page is shown in. */
export const useLanguage = (): Language => useContext(LanguageContext);

type Text = readonly [ja: string, en: string];
type TextOf = (...values: never[]) => Text;
interface Texts {
  readonly [name: string]: Text | TextOf | Texts;
}
type InOneLanguage<All> = {
  readonly [Name in keyof All]: All[Name] extends Text
    ? string
    : All[Name] extends (...values: infer Values) => Text
      ? (...values: Values) => string
      : InOneLanguage<All[Name]>;
};

/** Declares words with both languages beside each other; the hook gives them in the language of the page. */
export function bilingual<const All extends Texts>(all: All): () => InOneLanguage<All> {
  const words = { ja: inOneLanguage(all, 0), en: inOneLanguage(all, 1) };
  return () => words[useLanguage()] as InOneLanguage<All>;
}

const isText = (text: Text | Texts): text is Text => Array.isArray(text);

const inOneLanguage = (all: Texts, index: 0 | 1): unknown =>
  Object.fromEntries(
    Object.entries(all).map(([name, text]) => {
      if (typeof text === 'function') return [name, (...values: never[]) => text(...values)[index]];
      return [name, isText(text) ? text[index] : inOneLanguage(text, index)];
    }),
  );

type Pair = readonly string[];
type Table = Readonly<Record<string, Pair>>;

/** What the schema calls its types, fields and enum values, in the language of the page. */
export interface Vocabulary {
  type(name: string): string;
  /** The same for many of them, which Japanese does not tell from one. */
  types(name: string): string;
  field(type: string, name: string): string;
  value(enumeration: string, name: string): string;
}

const types: Table = vocabulary.types;
const fields: Readonly<Record<string, Table>> = vocabulary.fields;
const values: Readonly<Record<string, Table>> = vocabulary.values;

const vocabularyIn = (language: Language): Vocabulary => {
  const pick = (pair: Pair | undefined, name: string) => pair?.[language === 'ja' ? 0 : 1] ?? name;
  const labelled = (type: string, name: string) => (language === 'en' ? englishLabels[type]?.[name] : undefined);
  return {
    type: (name) => pick(types[name], name),
    types: (name) => (language === 'ja' ? pick(types[name], name) : `${pick(types[name], name)}s`),
    field: (type, name) => labelled(type, name) ?? pick(fields[type]?.[name], name),
    value: (enumeration, name) => labelled(enumeration, name) ?? pick(values[enumeration]?.[name], name),
  };
};

type NameOf = (thing: { readonly name: string; readonly nameEn?: string | null }) => string;

/** Names everything that the API answers in one language. */
export interface Labels {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** The name of a thing: the Japanese one, which all have, where there is no English one. */
  readonly nameOf: NameOf;
  /** One of two texts that the API gives. */
  readonly pick: <Ja, En>(ja: Ja, en: En) => Ja | En;
}

const labels: Record<Language, Labels> = {
  ja: { language: 'ja', vocabulary: vocabularyIn('ja'), nameOf: ({ name }) => name, pick: (ja) => ja },
  en: {
    language: 'en',
    vocabulary: vocabularyIn('en'),
    nameOf: ({ name, nameEn }) => nameEn || name,
    pick: (_ja, en) => en,
  },
};

/** All names in the language of the page. */
export const useLabels = (): Labels => labels[useLanguage()];
