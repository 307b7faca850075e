import { useMemo } from 'react';
import { type Language, useLanguage, useNameOf, useVocabulary, type Vocabulary } from '../../language/language.js';
import { type ThingWords, useThingWords } from './words.js';

/** All that tables and facts need to name things in the language of the page. */
export interface Labels {
  readonly language: Language;
  readonly words: ThingWords;
  readonly vocabulary: Vocabulary;
  readonly nameOf: ReturnType<typeof useNameOf>;
}

export function useLabels(): Labels {
  const [language, words, vocabulary, nameOf] = [useLanguage(), useThingWords(), useVocabulary(), useNameOf()];
  return useMemo(() => ({ language, words, vocabulary, nameOf }), [language, words, vocabulary, nameOf]);
}
