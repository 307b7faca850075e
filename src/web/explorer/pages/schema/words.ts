import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of the schema map. */
export const useSchemaWords = bilingual({
  hint: [
    '型を選ぶと、そのフィールドと行き先が表示されます。線は、一方から他方へ進めるフィールドがあることを示します。',
    'Choose a type to see its fields and where they lead. A line means that a field leads from one to the other.',
  ],
  records: ['変更・評価などの記録も描く', 'Draw records such as changes and grades too'],
  types: (count: number) => [`型 ${count} 種類`, counted(count, 'type')],
  choose: ['型を選ぶ', 'Choose a type'],
  field: ['フィールド', 'Field'],
  type: ['型', 'Type'],
  arguments: ['引数', 'Arguments'],
  meaning: ['意味', 'Meaning'],
});
