import { createContext, useContext } from 'react';
import vocabulary from '../graphql/vocabulary.json' with { type: 'json' };
import { en } from './en.js';
import { englishLabels } from './english-labels.js';
import { ja, type Words } from './ja.js';

export type Language = 'ja' | 'en';

const words: Record<Language, Words> = { ja, en };

export const LanguageContext = createContext<Language>('ja');

/** The language the page is shown in. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** The words of the page itself, in its language. */
export const useWords = (): Words => words[useLanguage()];

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
const vocabularies: Record<Language, Vocabulary> = { ja: vocabularyIn('ja'), en: vocabularyIn('en') };

export const useVocabulary = (): Vocabulary => vocabularies[useLanguage()];

type NameOf = (thing: { readonly name: string; readonly nameEn?: string | null }) => string;

const names: Record<Language, NameOf> = {
  ja: ({ name }) => name,
  en: ({ name, nameEn }) => nameEn || name,
};

/** The name of a thing in the language of the page; the Japanese one, which all have, where there is no English one. */
export const useNameOf = (): NameOf => names[useLanguage()];
