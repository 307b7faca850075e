import { createContext, useContext } from 'react';
import { type Language, labelsIn, type Labels as Vocabulary } from '../../../labels/labels.js';
import vocabulary from '../graphql/vocabulary.json' with { type: 'json' };

export type { Language, Vocabulary };

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
  ja: { language: 'ja', vocabulary: labelsIn(vocabulary, 'ja'), nameOf: ({ name }) => name, pick: (ja) => ja },
  en: {
    language: 'en',
    vocabulary: labelsIn(vocabulary, 'en'),
    nameOf: ({ name, nameEn }) => nameEn || name,
    pick: (_ja, en) => en,
  },
};

/** All names in the language of the page. */
export const useLabels = (): Labels => labels[useLanguage()];

/** A day as the language writes it. */
export const dayIn = (language: Language, time: string | number): string =>
  new Date(time).toLocaleDateString(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long' });
