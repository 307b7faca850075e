import fc from 'fast-check';
import { parsePeriod } from '../../../src/ingest/documents/period.js';

const years = ({ startFiscalYear, endFiscalYear, revisedFiscalYear }: ReturnType<typeof parsePeriod>) => [
  startFiscalYear,
  endFiscalYear,
  revisedFiscalYear,
];

describe('A printed period', () => {
  test.each([
    ['平成30～34年度', 2018, 2022, null],
    ['令和5～9年度', 2023, 2027, null],
    ['令和3年3月～', 2020, null, null],
    ['令和3年4月～', 2021, null, null],
    ['H30-R4年度', 2018, 2022, null],
    ['H27-31年度', 2015, 2019, null],
    ['H29-R28年度', 2017, 2046, null],
    ['H19年度-(H29改定)', 2007, null, 2017],
    ['H19年度-(平成29年3月改訂)', 2007, null, 2016],
    ['H27年3月-', 2014, null, null],
    ['H27年3月-R9年3月', 2014, 2026, null],
    ['R 5年度-', 2023, null, null],
    ['Ｒ５－Ｒ９年度', 2023, 2027, null],
    ['令和元年度から令和6年度まで', 2019, 2024, null],
    ['令和6年度', 2024, 2024, null],
  ])('%s runs from %s to %s (revised: %s)', (text, start, end, revised) => {
    expect(years(parsePeriod(text))).toEqual([start, end, revised]);
  });

  test.each([
    '',
    '毎年度',
    '5年度-',
    '-R9年度',
    'R5年13月-',
    'R5年0月-',
    'R0年度-',
    'R9-R5年度',
    'H30-4年度',
    'M45年度-',
    'R5-R9年度ごろ',
  ])('"%s" is kept as printed without a year', (text) => {
    expect(parsePeriod(text)).toEqual({
      text: text,
      startFiscalYear: null,
      endFiscalYear: null,
      revisedFiscalYear: null,
    });
  });

  test('keeps its text after NFKC', () => {
    expect(parsePeriod(' 平成３０～３４年度 ').text).toBe('平成30~34年度');
  });

  const dash = fc.constantFrom('-', '～', '〜', '~', '－', '–', ' - ');
  const heisei = fc.integer({ min: 1, max: 30 });
  const reiwa = fc.integer({ min: 1, max: 40 });

  test('has the same years in any writing of the era, the digits and the dash', () => {
    const writing = fc.constantFrom(['H', 'R'], ['平成', '令和'], ['Ｈ', 'Ｒ'], ['H ', 'R ']);
    fc.assert(
      fc.property(heisei, reiwa, dash, writing, fc.boolean(), (start, end, sign, [h, r], wide) => {
        const digits = (year: number) =>
          wide ? String.fromCodePoint(...[...String(year)].map((d) => (d.codePointAt(0) ?? 0) + 0xfee0)) : String(year);
        const period = parsePeriod(`${h}${digits(start)}${sign}${r}${digits(end)}年度`);
        expect(years(period)).toEqual([1988 + start, 2018 + end, null]);
      }),
    );
  });

  test('ends in the era of its start where the end has none', () => {
    fc.assert(
      fc.property(reiwa, fc.nat({ max: 20 }), dash, (start, length, sign) => {
        const bare = parsePeriod(`令和${start}${sign}${start + length}年度`);
        expect(years(bare)).toEqual(years(parsePeriod(`令和${start}${sign}令和${start + length}年度`)));
      }),
    );
  });

  test('starts in the fiscal year before when its month is before April', () => {
    fc.assert(
      fc.property(reiwa, fc.integer({ min: 1, max: 12 }), (year, month) => {
        const start = parsePeriod(`R${year}年${month}月～`).startFiscalYear;
        expect(start).toBe(2018 + year - (month < 4 ? 1 : 0));
      }),
    );
  });

  test('never ends before it starts, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'HR令和平成元0123456789年度月-～()改定 ') }), (text) => {
        const { startFiscalYear, endFiscalYear, revisedFiscalYear } = parsePeriod(text);
        if (startFiscalYear === null) expect([endFiscalYear, revisedFiscalYear]).toEqual([null, null]);
        else expect(endFiscalYear ?? startFiscalYear).toBeGreaterThanOrEqual(startFiscalYear);
      }),
    );
  });
});
