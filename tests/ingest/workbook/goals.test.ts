import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CellError } from '../../../src/ingest/dataset/cell.js';
import type { BookCell } from '../../../src/ingest/workbook/book.js';
import { readSdgs } from '../../../src/ingest/workbook/goals.js';
import { fold } from '../../../src/ingest/workbook/known.js';
import { aobaCity, edited } from '../../fixtures/aoba-city.js';
import { imported, shared } from './imported.js';

const names = new Map(
  (shared.get('Sdg') ?? []).map(({ values }) => [fold(String(values.name)), Number(values.number)] as const),
);
const cell = (value: BookCell['value']): BookCell => ({ value, format: null, mergedFrom: null });
const goalsIn = (value: BookCell['value']) => readSdgs(cell(value), names).numbers;

/** The goals of a cell; null of one that is refused. */
function goalsOrNull(text: string): readonly number[] | null {
  try {
    return goalsIn(text);
  } catch (error) {
    if (error instanceof CellError) return null;
    throw error;
  }
}

/** Why a cell is refused. */
function refusal(value: BookCell['value']): string {
  try {
    goalsIn(value);
  } catch (error) {
    if (error instanceof CellError) return error.words.ja;
  }
  throw new Error('expected a CellError');
}

const circled = (number: number) => String.fromCodePoint(0x245f + number);

describe('Goals', () => {
  test.each([
    ['3、4', [3, 4]],
    [3, [3]],
    ['①・⑰', [1, 17]],
    ['①②', [1, 2]],
    ['①④', [1, 4]],
    ['⑪⑬', [11, 13]],
    ['⑶⒋', [3, 4]],
    ['③ ④', [3, 4]],
    ['SDGs③④', [3, 4]],
    ['3 4', [3, 4]],
    ['3　4', [3, 4]],
    ['3と4', [3, 4]],
    ['3及び4、5ならびに6', [3, 4, 5, 6]],
    ['3～5', [3, 4, 5]],
    ['3-5、11', [3, 4, 5, 11]],
    ['SDG3〜SDG5', [3, 4, 5]],
    ['③から⑤', [3, 4, 5]],
    ['SDG 3, SDG 11', [3, 11]],
    ['SDG3 SDG4', [3, 4]],
    ['SDG3SDG4', [3, 4]],
    ['SDGs目標3', [3]],
    ['SDG-14、SDG-3', [14, 3]],
    ['SDGs：8、9', [8, 9]],
    ['第8目標', [8]],
    ['目標8、9番', [8, 9]],
    ['目標3', [3]],
    ['【3】（４）', [3, 4]],
    ['3 すべての人に健康と福祉を', [3]],
    ['③すべての人に健康と福祉を④質の高い教育をみんなに', [3, 4]],
    ['3. すべての人に健康と福祉を 4. 質の高い教育をみんなに', [3, 4]],
    ['3:健康 4:教育', [3, 4]],
    ['12 つくる責任 つかう責任', [12]],
    ['貧困をなくそう', [1]],
    ['4\n４', [4]],
  ])('are read from %s', (value, goals) => {
    expect(goalsIn(value)).toEqual(goals);
  });

  test.each([
    '18',
    '0',
    '3.11',
    '3.4',
    '3.a',
    '5-3',
    '3-3',
    '3～18',
    '3～',
    '～3',
    '3%',
    '34',
    '3と18',
    '健康',
    '3 教育',
    '❸',
    '3→5',
  ])('are not guessed from %s', (text) => {
    expect(() => goalsIn(text)).toThrow('from 1 to 17');
  });

  test('that became a date or one number are refused, with what was meant', () => {
    expect(refusal(new Date(Date.UTC(2024, 2, 4)))).toContain('3、4 が日付に');
    expect(refusal(311)).toContain('コンマで区切った番号が1つの数値');
    expect(refusal('#REF!')).toContain('計算できなかった数式');
  });

  test('are told where targets stand for them', () => {
    expect(refusal('3.1、4')).toMatch(/「3\.1」はターゲットで、目標ではありません。目標の番号だけを「3、4」のように/);
    expect(refusal('3.1・3.a・11.2')).toMatch(/「3\.1」「3\.a」「11\.2」はターゲット.+「3、11」のように/);
    // There is no goal of which this could be a target.
    expect(refusal('18.1')).not.toContain('ターゲット');
  });

  test('come back from any list, in figures of any make, whatever separates them', () => {
    const goals = fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { minLength: 1 });
    const separator = fc.constantFrom('、', ',', ' / ', '\n', '・', ';', ' ', '　', 'と', '及び', '\u3000と ', '｡');
    const make = fc.constantFrom(
      String,
      circled,
      (goal: number) => `目標${goal}`,
      (goal: number) => `SDG ${goal}`,
    );
    fc.assert(
      fc.property(goals, separator, make, (list, between, written) => {
        expect(goalsIn(list.map(written).join(between))).toEqual(list);
        expect(goalsIn(list.map(circled).join(''))).toEqual(list);
      }),
    );
  });

  test('of a range are all of it, where it has a first and a last one', () => {
    const number = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(number, number, fc.constantFrom('-', '～', '〜', '－', ' - ', 'から'), (first, last, between) => {
        const isRange = first >= 1 && first < last && last <= 17;
        const all = Array.from({ length: Math.max(0, last - first + 1) }, (_each, index) => first + index);
        expect(goalsOrNull(`${first}${between}${last}`)).toEqual(isRange ? all : null);
      }),
    );
  });

  test('lose no figure: a cell is refused, or all that it has are among them', () => {
    const part = fc.constantFrom(...'0123456789①④⑰、,・/ 　とa健康-～.:()と'.split(''), '目標', 'SDG', '教育', '及び');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const goals = goalsOrNull(text);
        const figures = text.replace(/[①-⑳]/g, ' $& ').normalize('NFKC').match(/\d+/g) ?? [];
        if (goals) expect(goals).toEqual(expect.arrayContaining(figures.map(Number)));
      }),
      { numRuns: 2000 },
    );
  });

  test('are taken by their numbers where a word behind them is unknown, which is said', async () => {
    const { errors, remarks, links } = await imported(edited(aobaCity, '施策', { E4: '3 保健所、4 教育' }));
    expect(errors).toEqual([]);
    expect(links('TOUCHES')).toEqual(expect.arrayContaining(['1-1 → sdg:3', '1-1 → sdg:4']));
    expect(remarks).toContain('施策!E4: 番号だけを取り込み、「保健所」は取り込みません');
  });
});
