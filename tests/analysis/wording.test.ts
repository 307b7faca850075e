import { labelOf, sentenceOf } from '../../src/analysis/wording.js';
import { edges } from '../../src/model/model.js';

test('a thing is called by its name, in English by the Japanese one where there is no other', () => {
  expect(labelOf('Measure', ['緑化の推進', 'Greening', 3])).toEqual({ ja: '緑化の推進', en: 'Greening' });
  expect(labelOf('Measure', ['緑化の推進', null, 3])).toEqual({ ja: '緑化の推進', en: '緑化の推進' });
});

test('what has no name is called by its type and number', () => {
  expect(labelOf('AnnualGoal', [null, null, 2024])).toEqual({ ja: '各年度達成目標 2024', en: 'Annual goal 2024' });
  expect(labelOf('Change', [null, null, null])).toEqual({ ja: '変更', en: 'Change' });
});

test('every relationship reads as a sentence with both ends in it', () => {
  for (const { type } of edges) {
    const { ja, en } = sentenceOf(type, { ja: '甲', en: 'One' }, { ja: '乙', en: 'Other' });
    expect(ja).toMatch(/(?=.*甲)(?=.*乙).*。$/);
    expect(en).toMatch(/(?=.*One)(?=.*Other).*\.$/);
    expect(ja + en).not.toMatch(/[{}]/);
  }
});

test('names are taken as they are', () => {
  expect(sentenceOf('OWNED_BY', { ja: '{to}$&', en: '$1' }, { ja: '課', en: 'Division' })).toEqual({
    ja: '課が「{to}$&」の評価回答部署です。',
    en: 'Division answers for $1.',
  });
});
