import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unitOfHeading, unitOfTable, withoutBrackets, withoutUnit, yenIn } from '../../../src/ingest/workbook/yen.js';

test.each([
  ['12,000,000', 12_000_000],
  ['12000000円', 12_000_000],
  ['12,000千円', 12_000_000],
  ['1.2百万円', 1_200_000],
  ['3.5億円', 350_000_000],
  ['1億2,000万円', 120_000_000],
  ['1億2千万円', 120_000_000],
  ['3千万円', 30_000_000],
  ['△2千万5千円', -20_005_000],
  ['5万3千円', 53_000],
  ['¥500', 500],
  ['△1,000', -1000],
  ['0', 0],
])('%s is %d yen', (text, yen) => {
  expect(yenIn(text, 1)).toBe(yen);
});

test.each(['', '円', '千円', '未定', '12,00', '1,20,000', '約100円', '100人', '1-1'])('%s is no amount', (text) => {
  expect(yenIn(text, 1)).toBeNull();
});

test('A number without a unit is in the one that stands above it, one with a unit is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom(1, 1000, 10_000, 1_000_000), (number, above) => {
      expect(yenIn(String(number), above)).toBe(number * above);
      expect(yenIn(`${number.toLocaleString('en')}千円`, above)).toBe(number * 1000);
    }),
  );
});

test('A unit in brackets of any kind behind a figure is its unit', () => {
  const units = { 円: 1, 千円: 1e3, 万円: 1e4, 百万円: 1e6, 億円: 1e8 };
  const brackets = fc.constantFrom('()', '[]', '【】', '〔〕');
  fc.assert(
    fc.property(
      fc.nat(10 ** 6),
      fc.constantFrom(...Object.entries(units)),
      brackets,
      (number, [unit, yen], [open, close]) => {
        for (const inside of [unit, `単位:${unit}`])
          for (const behind of ['', '(見込)'])
            expect(yenIn(withoutBrackets(`△${number}${open}${inside}${close}${behind}`), 10)).toBe(-number * yen || 0);
      },
    ),
  );
});

test('An explanation in brackets is left out, unless it may say what the figure counts', () => {
  expect(yenIn(withoutBrackets('12,000(見込)'), 1000)).toBe(12_000_000);
  expect(yenIn(withoutBrackets('12,000円(うち国費3,000円)'), 1)).toBe(12_000);
  for (const text of ['12,000(千)', '12,000円(千円)', '12,000(千円未満切捨て)', '(5,000)'])
    expect(yenIn(withoutBrackets(text), 1)).toBeNull();
});

test('Headings and cells above a table name units', () => {
  expect(['予算額(千円)', '予算額', '決算額[百万円]', '決算額円'].map(unitOfHeading)).toEqual([
    1000,
    undefined,
    1e6,
    1,
  ]);
  expect(['(単位:千円)', '単位百万円', '令和5年度'].map(unitOfTable)).toEqual([1000, 1e6, undefined]);
  expect(['予算額(千円)', '予算額(単位:円)', '予算額(税込)'].map(withoutUnit)).toEqual([
    '予算額',
    '予算額',
    '予算額(税込)',
  ]);
});
