import { type Language, useLanguage, useVocabulary } from './language.js';

/** What of a thing changed: its code, and that in words; null where it is the thing itself. */
export interface ChangedField {
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly fieldLabelEn: string | null;
}

/** What of a thing changed, in words. */
export const changedField = ({ fieldLabel, fieldLabelEn }: ChangedField, language: Language): string | null =>
  language === 'ja' ? fieldLabel : fieldLabelEn;

/** Names the fields and the values of changes in the language of the page. */
export function useChangeWords() {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  return {
    field: (change: ChangedField) => changedField(change, language),
    /** Roles are values of the schema; all else stands as it is printed. */
    value: (field: string | null, value: string | null) =>
      value !== null && field === 'role' ? vocabulary.value('IndicatorRole', value) : value,
  };
}
