import { type Language, useLanguage, useVocabulary } from './language.js';

const words: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  name: ['名称', 'Name'],
  number: ['番号', 'Number'],
  content: ['内容', 'Content'],
  wording: ['表現', 'Wording'],
  vision: ['めざす姿', 'Vision'],
  situation: ['現況と課題', 'Situation'],
  collaboration: ['協働による取組', 'Collaboration with citizens'],
  departments: ['評価回答部署', 'Departments'],
  period: ['計画期間', 'Period'],
  target: ['目標値', 'Target'],
  baseline: ['現状値', 'Baseline'],
  role: ['区分', 'Role'],
  subtitle: ['副題', 'Subtitle'],
  reference: ['参照する施策', 'Reference'],
};

/** What of a thing changed, in words: `vision 2` is めざす姿 2. A field that is not known stays as the API names it. */
export function changedField(field: string, language: Language): string {
  const [name = '', ...rest] = field.split(' ');
  const pair = words[name];
  return [pair ? pair[language === 'ja' ? 0 : 1] : name, ...rest].join(' ');
}

/** Names the fields and the values of changes in the language of the page. */
export function useChangeWords() {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  return {
    field: (field: string | null) => (field === null ? null : changedField(field, language)),
    /** Roles are values of the schema; all else stands as it is printed. */
    value: (field: string | null, value: string | null) =>
      value !== null && field === 'role' ? vocabulary.value('IndicatorRole', value) : value,
  };
}
