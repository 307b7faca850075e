import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inFigures } from '../../../src/ingest/workbook/kanji-figures.js';
import { aobaCity, edited } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

describe('A numeral in kanji', () => {
  test.each([
    ['十二', '12'],
    ['十', '10'],
    ['百五', '105'],
    ['三千二百', '3200'],
    ['一万二千', '12000'],
    ['二億五十', '200000050'],
    ['二〇', '20'],
    ['一二〇', '120'],
    ['十二人', '12人'],
    ['五回 以上', '5回以上'],
  ])('is read: %s', (text, figures) => {
    expect(inFigures(text)).toBe(figures);
  });

  test.each([
    '一',
    '千',
    '万',
    '百',
    '〇',
    '〇五',
    '二十十',
    '十百',
    '三世代',
    '一部',
    '十分',
    '五万万',
    '二つ',
    '十二、三',
    'たくさん',
    '',
  ])('is not guessed: %s', (text) => {
    expect(inFigures(text)).toBeNull();
  });

  test('comes back from any number', () => {
    const written = (number: number): string => {
      const ranks = [
        [1e8, '億'],
        [1e4, '万'],
        [1000, '千'],
        [100, '百'],
        [10, '十'],
      ] as const;
      const [rank, sign] = ranks.find(([value]) => number >= value) ?? [1, ''];
      if (rank === 1) return '〇一二三四五六七八九'[number] ?? '';
      const [count, rest] = [Math.floor(number / rank), number % rank];
      return `${count === 1 && rank <= 1000 ? '' : written(count)}${sign}${rest > 0 ? written(rest) : ''}`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), (number) => {
        fc.pre(![100, 1000].includes(number));
        expect(inFigures(written(number))).toBe(String(number));
      }),
    );
  });
});

describe('A figure of an indicator', () => {
  test('in kanji is taken as a number, and a word for none is kept as text, both with a remark', async () => {
    const { errors, remarks, rows } = await imported(
      edited(aobaCity, '指標実績', { C2: '十二人', D2: 'たくさん', D3: '集計中' }),
    );
    expect(errors).toEqual([]);
    expect(rows('Observation')[0]).toMatchObject({
      planned_text: '十二人',
      planned_value: 12,
      planned_unit: '人',
      actual_text: 'たくさん',
      actual_value: null,
    });
    expect(remarks).toEqual(
      expect.arrayContaining([
        '指標実績!C2: 「十二人」を 12 として取り込みます',
        '指標実績!D2: 「たくさん」は数値ではないため、文字列として取り込みます',
      ]),
    );
    expect(remarks.filter((each) => each.includes('集計中'))).toEqual([]);
  });
});
