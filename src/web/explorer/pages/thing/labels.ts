import { type Language, useLanguage, useNameOf, useVocabulary, type Vocabulary } from '../../language/language.js';
import { type ThingWords, useThingWords } from './words.js';

/** All that declarations need to name things in the language of the page. */
export interface Labels {
  readonly language: Language;
  readonly words: ThingWords;
  readonly vocabulary: Vocabulary;
  readonly nameOf: ReturnType<typeof useNameOf>;
}

export function useLabels(): Labels {
  return { language: useLanguage(), words: useThingWords(), vocabulary: useVocabulary(), nameOf: useNameOf() };
}
