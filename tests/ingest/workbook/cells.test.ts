import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CellError } from '../../../src/ingest/dataset/cell.js';
import type { BookCell } from '../../../src/ingest/workbook/book.js';
import {
  displayed,
  readCode,
  readNames,
  readQuantity,
  readText,
  readYear,
} from '../../../src/ingest/workbook/cells.js';
import { eraLabel } from '../../../src/model/fiscal-year.js';

const cell = (value: BookCell['value'], format: string | null = null): BookCell => ({
  value,
  format,
  mergedFrom: null,
});
const date = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));

/** What a reader says that refuses a cell. */
function refusal(read: () => unknown): { ja: string; en: string } {
  try {
    read();
  } catch (error) {
    if (error instanceof CellError) return error.words;
    throw error;
  }
  throw new Error('expected a CellError, but the cell was read');
}

const wide = (text: string) => text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

describe('A fiscal year', () => {
  test.each([
    ['R5', 2023],
    ['令和5年度', 2023],
    ['令和元年', 2019],
    ['平成三十一年度', 2019],
    ['令和十年', 2028],
    ['令和一年度', 2019],
    ['H31', 2019],
    ['平成34年度', 2022],
    ['2023年度', 2023],
    ['2023', 2023],
    ['FY2023', 2023],
    ['Ｒ５', 2023],
    ['令和 5 年度末', 2023],
    ['2023(令和5)年度', 2023],
    ['令和5年度（2023年度）', 2023],
    ['2024/4/1', 2024],
    ['2024/3/31', 2023],
    ['令和6年4月1日', 2024],
    ['R6.3.31', 2023],
    ['2024-04', 2024],
    ['r13', 2031],
    ['R4実績', 2022],
    ['令和15年度見込', 2033],
    ['R5決算', 2023],
    ['令和元年度末実績', 2019],
    ['2023年度（見込）', 2023],
    ['2023（令和5）年度見込値', 2023],
  ])('is read from %s', (text, year) => {
    expect(readYear(cell(text))).toBe(year);
  });

  test('is that in which a date lies: it begins in April', () => {
    expect(readYear(cell(date(2024, 3, 31), 'yyyy/m/d'))).toBe(2023);
    expect(readYear(cell(date(2024, 4, 1), 'yyyy/m/d'))).toBe(2024);
  });

  test('is the same in every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), (year) => {
        const era = eraLabel(year) ?? '';
        const ways = [
          String(year),
          `${year}年度`,
          `${year}年`,
          era,
          `${era}年度`,
          `${year}/4/1`,
          `${year}（${era}）年度`,
        ];
        const purposes = ['', '実績', '（見込）', '当初予算額'];
        for (const way of ways.flatMap((text) => [text, wide(text), ` ${text} `, text.toLowerCase()]))
          for (const purpose of purposes.slice(0, way.includes('/') ? 1 : undefined))
            expect(readYear(cell(`${way}${purpose}`))).toBe(year);
        expect(readYear(cell(year))).toBe(year);
      }),
    );
  });

  test.each([
    ['6', '令和6年は 2024'],
    ['45383', '2024 のことと思われます'],
    ['#REF!', '計算できなかった数式'],
    ['1850', 'のような 1900 から 2100 までの年度'],
    ['2023（令和6）', '年度が必要ですが'],
    ['R5～R9', '年度が必要ですが'],
    ['1月1日', '年度が必要ですが'],
    ['実績', '年度が必要ですが'],
    ['R5～R9実績', '年度が必要ですが'],
  ])('is not guessed from %s', (text, said) => {
    expect(refusal(() => readYear(cell(text))).ja).toContain(said);
  });

  test('is read or refused, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        try {
          const year = readYear(cell(text));
          expect(year).toBeGreaterThanOrEqual(1900);
          expect(year).toBeLessThanOrEqual(2100);
        } catch (error) {
          expect(error).toBeInstanceOf(CellError);
        }
      }),
    );
  });
});

describe('A code', () => {
  test.each([
    ['1-1', '1-1'],
    ['１－１', '1-1'],
    ['1ー1', '1-1'],
    ['1 – 1', '1-1'],
    ['K-12', 'K-12'],
    ['0101', '0101'],
    [12, '12'],
  ])('is read from %s', (value, code) => {
    expect(readCode(cell(value), 2)).toBe(code);
  });

  test('keeps the zeros that the format of its cell shows', () => {
    expect(readCode(cell(101, '0000'), 2)).toBe('0101');
  });

  test('comes back from any width and dash', () => {
    const number = fc.integer({ min: 1, max: 999 });
    const dash = fc.constantFrom('-', '－', '‐', '–', '—', '−', 'ー', ' - ');
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 4 }), dash, (numbers, separator) => {
        // Of three numbers the first may look like a year.
        const code = numbers.join('-');
        expect(readCode(cell(numbers.join(separator)), numbers.length)).toBe(code);
        expect(readCode(cell(wide(code)), numbers.length)).toBe(code);
      }),
    );
  });

  test.each([
    [cell('1月9日'), 2, '1-9 '],
    [cell(date(2024, 1, 9), 'm"月"d"日"'), 2, '1-9 '],
    [cell(date(2005, 1, 2), 'yyyy/m/d'), 3, '5-1-2 '],
    [cell('43474'), 2, '1-9 '],
    [cell(43466), 2, '1-1 '],
    [cell('1E+05'), 2, '100000 '],
    [cell('1.1'), 2, '1-1 '],
    [cell(1.1), 2, '1-1 '],
    [cell('#N/A'), 2, '計算できなかった数式'],
    [cell('1:2'), 2, '使えません'],
  ])('that a spreadsheet program has changed is refused: %j', (value, parts, said) => {
    expect(refusal(() => readCode(value, parts, true)).ja).toContain(said);
  });
});

describe('A figure', () => {
  test.each([
    ['1,234', 1234, null, null],
    ['△5', -5, null, null],
    ['▲5.5%', -5.5, '%', null],
    ['85%以上', 85, '%', 'AT_LEAST'],
    ['１２０人', 120, '人', null],
    ['約30件', 30, '件', 'ABOUT'],
    ['△ 5', -5, null, null],
    ['－ 5', -5, null, null],
    ['ー5', -5, null, null],
    ['▲ 5.0％', -5, '%', null],
    ['12,000（千円）', 12_000, '千円', null],
    ['12 [千人]以上', 12, '千人', 'AT_LEAST'],
    ['45.2（％）', 45.2, '%', null],
    ['30（単位：ｔ）', 30, 't', null],
    ['12（見込）', 12, null, null],
    ['12（R5）', 12, null, null],
    ['60〜70', null, null, null],
    ['－', null, null, null],
  ])('is read from %s', (text, value, unit, comparator) => {
    expect(readQuantity(cell(text))).toMatchObject({ text, value, unit, comparator });
  });

  test('shows what the format of its cell shows', () => {
    expect(readQuantity(cell(0.725, '0.0%'))).toMatchObject({ text: '72.5%', value: 72.5, unit: '%' });
    expect(readQuantity(cell(1200, '#,##0"人"'))).toMatchObject({ text: '1200人', value: 1200, unit: '人' });
    expect(readQuantity(cell(12_345_000, '#,##0,"千円"'))).toMatchObject({
      text: '12345千円',
      value: 12_345,
      unit: '千円',
    });
    expect(readQuantity(cell(0.1 + 0.2))).toMatchObject({ text: '0.3', value: 0.3 });
    expect(readQuantity(cell(-5, '#,##0;"△"#,##0'))).toMatchObject({ value: -5 });
  });

  test('of any number of twelve digits comes back, in any width, with separators and triangles', () => {
    const figures = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }), fc.boolean());
    fc.assert(
      fc.property(figures, ([whole, thousandths, negative]) => {
        const value = (negative ? -1 : 1) * Number(`${whole}.${String(thousandths).padStart(3, '0')}`) || 0;
        expect(readQuantity(cell(value)).value).toBe(value);
        const absolute = String(Math.abs(value));
        const grouped = absolute.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
        const sign = negative && value !== 0 ? '△' : '';
        for (const text of [absolute, grouped, wide(grouped)])
          for (const minus of sign === '' ? [''] : ['△', '▲ ', '-', '－　', '−'])
            for (const unit of ['', '（千人）', ' 千人'])
              expect(readQuantity(cell(`${minus}${text}${unit}`))).toMatchObject({
                value,
                unit: unit === '' ? null : '千人',
              });
      }),
    );
  });

  test('that became a date or was abbreviated is refused', () => {
    expect(refusal(() => readQuantity(cell(date(2024, 1, 5), 'm"月"d"日"'))).ja).toContain('日付に変えた値です');
    expect(refusal(() => readQuantity(cell('1E+05'))).ja).toContain('100000');
  });
});

describe('Several names in one cell', () => {
  const known = new Set(['健康・福祉課', '企画課', '子ども未来課']);
  const isName = (name: string) => known.has(name);

  test.each([
    ['企画課', ['企画課']],
    ['企画課\n子ども未来課', ['企画課', '子ども未来課']],
    ['企画課、子ども未来課', ['企画課', '子ども未来課']],
    ['企画課／子ども未来課；企画課', ['企画課', '子ども未来課']],
    ['・企画課\r\n・子ども未来課', ['企画課', '子ども未来課']],
    ['健康・福祉課', ['健康・福祉課']],
    ['企画課・子ども未来課', ['企画課', '子ども未来課']],
    ['財政課・税務課', ['財政課', '税務課']],
    ['まちづくり・みどり課', ['まちづくり・みどり課']],
  ])('%j', (text, names) => {
    expect(readNames(cell(text), isName)).toEqual(names);
  });

  test('with a middle dot before and inside of a name are those that are known', () => {
    expect(readNames(cell('企画課・健康・福祉課'), isName)).toEqual(['企画課', '健康・福祉課']);
  });

  test('come back in their order, whatever separates them', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[あ-ん]{1,5}課$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        names,
        fc.constantFrom('\n', '\r\n', '、', '，', ', ', ';', '；', '/', '／', '・', ' 、 '),
        (list, separator) => {
          expect(readNames(cell(list.join(separator)))).toEqual(list);
        },
      ),
    );
  });
});

test('A text keeps the width in which it is written, without the breaks that fit it into its cell', () => {
  expect(readText(cell(' 子育て支援の\n充実（ＤＶ） '))).toBe('子育て支援の充実（ＤＶ）');
  expect(readText(cell('Aoba\r\nCity'))).toBe('Aoba City');
  expect(refusal(() => readText(cell('#REF!'))).ja).toContain('計算できなかった数式');
});

test('A code that is not odd is as it is written; what a spreadsheet program made of another is none', () => {
  for (const code of ['40123', '0101', '1.2', '5_1', 'A-01', '1E2', '第3', '(2)'])
    expect(readCode(cell(code), 2)).toBe(code);
  expect(readCode(cell('１．１＿２'), 2)).toBe('1.1_2');
  for (const slip of ['1月1日', '1E+05', '2024/1/5']) expect(() => readCode(cell(slip), 2)).toThrow('expected a code');
});

test('What a date shows depends on its format', () => {
  expect(displayed(cell(date(2024, 1, 5), 'yyyy/m/d'))).toBe('2024/1/5');
  expect(displayed(cell(date(2024, 1, 5), '[$-411]ge.m.d'))).toBe('2024/1/5');
  expect(displayed(cell(date(2024, 1, 5), 'm"月"d"日"'))).toBe('1月5日');
});

describe('Letters that look like figures', () => {
  test.each(['1O5', '1,2OO', 'O.5', 'l2', '1o％', 'I5.3人', '１Ｏ', '2I0', '2l0人', '1,2I', '2OI0件', '３Ｉ％'])(
    'are no part of a figure: %s',
    (text) => {
      expect(() => readQuantity(cell(text))).toThrow(CellError);
    },
  );

  test.each(['12l', '5L', 'CO2 10', '3OECD', '10 kWh', 'A1', '約300か所'])(
    'are read where they mean something: %s',
    (text) => {
      expect(() => readQuantity(cell(text))).not.toThrow();
    },
  );
});
