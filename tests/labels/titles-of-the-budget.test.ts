import { schema } from '../../src/api/schema.js';
import { labelsIn } from '../../src/labels/labels.js';
import { vocabularyOf } from '../../src/labels/vocabulary.js';
import { ExpenditureFunction } from '../../src/model/enums.js';

test('titles of the budget are called on pages and in files as in cross tables, in the order of the law', () => {
  const labels = labelsIn(vocabularyOf(schema()), 'en');
  const named = labels.valuesOf('ExpenditureFunction').map((value) => labels.value('ExpenditureFunction', value));
  expect(named).toEqual(Object.values(ExpenditureFunction.values).map(({ en }) => en.replace(/\.$/, '')));
});
