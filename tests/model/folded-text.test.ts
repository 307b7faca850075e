import fc from 'fast-check';
import { fold, foldDesignation, foldWithPlaces } from '../../src/model/folded-text.js';

describe('Folded text', () => {
  test.each([
    ['ＮＰＯ法人', 'NPO法人'],
    ['ﾈｳﾎﾞﾗ', 'ねうぼら'],
    ['さーびす', 'サービス'],
    ['市民活動　推進 課', '市民活動推進課'],
    ['「窓口」（電子申請）の活用', '窓口電子申請の活用'],
    ['ボランティア団体・NPO法人等', 'ボランティア団体NPO法人等'],
    ['Gender  Equality', 'gender equality'],
    ['child-rearing', 'Child Rearing'],
    ["Citizen's", 'citizens'],
    ['５－２－３', '5-2-3'],
    ['5ー2ー3', '5-2-3'],
    ['1,000件', '1000件'],
  ])('of %s and %s is the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([
    ['5-2-3', '523'],
    ['1.5', '15'],
    ['art show', 'artshow'],
    ['コー', 'コ'],
  ])('of %s and %s is not', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test('is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = fold(text);
        fc.pre(once === once.normalize('NFKC'));
        expect(fold(once)).toBe(once);
      }),
    );
  });

  test('holds letters and digits only, parted by a blank, a hyphen or a point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toMatch(/^(?:[\p{L}\p{N}\p{M}]+(?:[ .-](?=[\p{L}\p{N}\p{M}]))?)*$/u);
      }),
    );
  });

  test.each(['「窓口」（ｶﾞｽ）', 'がき', '1 － 2', 'ㄱㅏ각', 'ﾡￂ', 'N°5'])('of %s is the same with places', (text) => {
    expect(foldWithPlaces(text).text).toBe(fold(text));
  });

  test('is the same with places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWithPlaces(text).text).toBe(fold(text));
      }),
    );
  });

  test('knows where each of its characters stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const { text, places, ends } = foldWithPlaces(given);
        expect(places).toHaveLength(text.length);
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        for (const [index, place] of places.entries()) expect(ends[index]).toBeGreaterThanOrEqual(place);
        for (const end of ends) expect(end).toBeLessThanOrEqual(given.length);
      }),
    );
    const { text, places, ends } = foldWithPlaces('「窓口」（ｶﾞｽ）');
    expect([...text].map((character, index) => [character, places[index], ends[index]])).toEqual([
      ['窓', 1, 2],
      ['口', 2, 3],
      ['ガ', 5, 7],
      ['ス', 7, 8],
    ]);
  });
});

test.each(['5-2-3', '5−2−3', '5‐2‐3', '5–2—3', '５－２－３', '5ー2ー3'])('the designation %s is 5-2-3', (typed) => {
  expect(foldDesignation(typed)).toBe('5-2-3');
});

test('a dash beside a word stays what it is', () => {
  expect(foldDesignation('窓口ー1')).toBe('窓口ー1');
});
