import { createContext, useContext } from 'react';
import { type Language, type LevelNames, labelsIn, type Labels as Vocabulary } from '../../../labels/labels.js';
import vocabulary from '../graphql/vocabulary.json' with { type: 'json' };

export type { Language, LevelNames, Vocabulary };

export const LanguageContext = createContext<Language>('ja');

/** Where several cities are looked at, or none: levels are called as in all of them. */
export const generalNames: LevelNames = {};

/** What the city that is looked at calls the levels of its plan. */
export const LevelNamesContext = createContext<LevelNames>(generalNames);

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

const labelsOf = (names: LevelNames): Record<Language, Labels> => ({
  ja: { language: 'ja', vocabulary: labelsIn(vocabulary, 'ja', names), nameOf: ({ name }) => name, pick: (ja) => ja },
  en: {
    language: 'en',
    vocabulary: labelsIn(vocabulary, 'en', names),
    nameOf: ({ name, nameEn }) => nameEn || name,
    pick: (_ja, en) => en,
  },
});

/** Made once for each city: hooks depend on them. */
const known = new WeakMap<LevelNames, Record<Language, Labels>>();

/** All names in the language of the page, levels as the city that is looked at calls them. */
export function useLabels(): Labels {
  const names = useContext(LevelNamesContext);
  const labels = known.get(names) ?? labelsOf(names);
  known.set(names, labels);
  return labels[useLanguage()];
}

/** A day as the language writes it: that of Japan, where the documents are from, as saved files and dossiers have it. */
export const dayIn = (language: Language, time: string | number): string =>
  new Date(time).toLocaleDateString(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Asia/Tokyo',
  });
