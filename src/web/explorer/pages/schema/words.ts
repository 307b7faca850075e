import { useLanguage } from '../../language/language.js';

const ja = {
  hint: '型を選ぶと、そのフィールドと行き先が表示されます。線は、一方から他方へ進めるフィールドがあることを示します。',
  records: '変更・評価などの記録も描く',
  types: (count: number) => `型 ${count} 種類`,
  choose: '型を選ぶ',
  field: 'フィールド',
  type: '型',
  arguments: '引数',
  meaning: '意味',
};

const en: typeof ja = {
  hint: 'Choose a type to see its fields and where they lead. A line means that a field leads from one to the other.',
  records: 'Draw records such as changes and grades too',
  types: (count) => `${count} types`,
  choose: 'Choose a type',
  field: 'Field',
  type: 'Type',
  arguments: 'Arguments',
  meaning: 'Meaning',
};

export const useSchemaWords = () => ({ ja, en })[useLanguage()];
