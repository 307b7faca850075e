import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inOneFigure, timesUnit } from '../../../src/ingest/workbook/multiplied-figures.js';
import { aobaCity, edited, type Value } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

describe('A figure of several parts', () => {
  test.each([
    ['1万2千人', '12000人'],
    ['３億２，０００万円', '320000000円'],
    ['1億2千万円', '120000000円'],
    ['1億2千500万', '125000000'],
    ['1.5万500人以上', '15500人以上'],
    ['約2万 3,456世帯', '約23456世帯'],
  ])('is one: %s', (text, figures) => {
    expect(inOneFigure(text)).toBe(figures);
  });

  test.each(['12万人', '5千', '3,000', '1億', '', '人', '2年3月'])('is none in: %s', (text) => {
    expect(inOneFigure(text)).toBeNull();
  });

  test('comes back from any number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (high, low) => {
        fc.pre(high > 0);
        expect(inOneFigure(`${high}万${low}`)).toBe(String(high * 10_000 + low));
      }),
    );
  });

  test('has a unit that can be a multiple of another one', () => {
    expect([timesUnit('万人', '人'), timesUnit('千円', '円'), timesUnit('億円', '円')]).toEqual([1e4, 1e3, 1e8]);
    expect([timesUnit('万人', '世帯'), timesUnit('人', '人'), timesUnit('万', '人')]).toEqual([null, null, null]);
  });
});

describe('A value of an indicator', () => {
  const valueRead = async (cell: Value) => {
    const { errors, remarks, rows } = await imported(edited(aobaCity, '指標実績', { D2: cell }));
    expect(errors).toEqual([]);
    const [{ actual_value: value, actual_unit: unit } = { actual_value: null, actual_unit: null }] = rows(
      'Observation',
    ) as unknown as readonly Readonly<Record<string, unknown>>[];
    return { value, unit, said: remarks.filter((each) => each.includes('指標実績!D2')) };
  };

  test.each<readonly [string, number]>([
    ['1万2千人', 12_000],
    ['12万人', 120_000],
    ['1.2千人', 1_200],
    ['+3', 3],
    ['±0人', 0],
  ])('is taken in the unit of its indicator, which is said: %s', async (cell, value) => {
    const read = await valueRead(cell);
    expect(read).toMatchObject({ value, unit: '人' });
    expect(read.said).toEqual([`指標実績!D2: 「${cell}」を ${value} として取り込みます`]);
  });

  test('with a tolerance is no figure', async () => {
    expect(await valueRead('±5')).toMatchObject({ value: null });
  });
});
