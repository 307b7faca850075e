import { describe, expect, test } from '@jest/globals';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Language, LanguageContext } from '../../../src/web/explorer/language/language.js';
import { attainmentOf, latestYears } from '../../../src/web/explorer/pages/progress/attainment.js';
import { inOrder, lookOf, type SheetCourse } from '../../../src/web/explorer/pages/progress/courses.js';
import { signOf } from '../../../src/web/explorer/pages/progress/sign.js';
import { useProgressWords } from '../../../src/web/explorer/pages/progress/words.js';
import { byItem, courseOf, lastSurvey, type Result, spread } from '../../../src/web/explorer/pages/survey/survey.js';
import { goTo } from '../../../src/web/explorer/parts/figure/arrow-keys.js';
import { keyShape, styleOf } from '../../../src/web/explorer/parts/figure/key-shapes.js';
import { linesOf } from '../../../src/web/explorer/parts/figure/lines-of.js';
import { emsOf, rowLayout, shortened } from '../../../src/web/explorer/parts/figure/row-layout.js';

describe('how far an indicator is', () => {
  const figures = { baseline: 43, latest: null, target: 50, reached: false };

  test('is the baseline in percent of the target, or the other way round of what is to fall', () => {
    expect(attainmentOf(figures)).toBe(86);
    expect(attainmentOf({ ...figures, baseline: 0 })).toBe(0);
    expect(attainmentOf({ ...figures, baseline: 36, target: 30 })).toBeCloseTo(83.33);
  });

  test('is all where it is reached, whatever the figures', () => {
    expect(attainmentOf({ ...figures, baseline: 89.3, target: 92.7, reached: true })).toBe(100);
    expect(attainmentOf({ ...figures, baseline: 0, target: 0, reached: true })).toBe(100);
  });

  test('is unknown without two numbers, below zero, and on the way down to zero', () => {
    expect(attainmentOf({ ...figures, baseline: null })).toBeNull();
    expect(attainmentOf({ ...figures, target: null })).toBeNull();
    expect(attainmentOf({ ...figures, baseline: -108, target: 10 })).toBeNull();
    expect(attainmentOf({ ...figures, baseline: 108, target: 0 })).toBeNull();
  });

  test('goes by the latest actual value where there is one, and is unknown where nobody knows whether it is reached', () => {
    expect(attainmentOf({ ...figures, latest: 45 })).toBe(90);
    expect(attainmentOf({ ...figures, baseline: null, latest: 45 })).toBe(90);
    expect(attainmentOf({ ...figures, latest: 100 })).toBe(50);
    expect(attainmentOf({ ...figures, latest: 45, reached: null })).toBeNull();
  });
});

describe('what the figure of indicators says of its values', () => {
  type Words = ReturnType<typeof useProgressWords>['distance'];
  const said = (language: Language, say: (words: Words) => string) => {
    const Said = () => say(useProgressWords().distance);
    return renderToStaticMarkup(createElement(LanguageContext, { value: language }, createElement(Said)));
  };

  test('is that there are no later results, where no indicator has any', () => {
    expect(latestYears([{ latestYear: null }])).toBeNull();
    expect(said('ja', ({ how }) => how)).toContain('その後の実績は文書に載っていません');
    expect(said('ja', ({ about }) => about(false))).toBe('成果指標の現状値が目標値の何％に当たるか（遠い順）');
  });

  test('is of which years they are, where some have', () => {
    expect(latestYears([{ latestYear: 2024 }, { latestYear: null }, { latestYear: 2023 }])).toEqual({
      first: 2023,
      last: 2024,
    });
    expect(said('ja', ({ howActual }) => howActual(2023, 2024))).toContain('最新の実績値（2023～2024年度）');
    expect(said('ja', ({ howActual }) => howActual(2024, 2024))).toMatch(/（2024年度）(?!.*載っていません)/);
    expect(said('en', ({ howActual }) => howActual(2023, 2024))).toContain('(FY2023–2024)');
    expect(said('en', ({ about }) => about(true))).toMatch(/^Latest actual value/);
  });
});

describe('what stands before the name of an indicator', () => {
  const nothing = { policyItem: null, measure: null, project: null };
  const nameOf = ({ name }: { readonly name: string }) => name;

  test.each([
    [{ policyItem: { code: '1-1' } }, '1-1'],
    [{ measure: { code: '1-1-2', name: '相談窓口', nameEn: null } }, '1-1-2'],
    [{ project: { code: null, name: '図書の購入', nameEn: null } }, '図書の購入'],
    [{}, null],
  ])('is the code of what it measures, or its name: %j', (measured, sign) => {
    expect(signOf({ ...nothing, ...measured }, nameOf)).toBe(sign);
  });
});

describe('the goal of a year', () => {
  const goal = { text: '10 回' };

  test('moves on or goes back as seen in the wanted direction', () => {
    expect(lookOf({ value: 8, change: -3, goal }, 'INCREASE')).toBe('against');
    expect(lookOf({ value: 8, change: -3, goal }, 'DECREASE')).toBe('towards');
    expect(lookOf({ value: 8, change: 0, goal }, 'DECREASE')).toBe('level');
  });

  test('without a number before it is a first one; words, and nothing at all, are told apart', () => {
    expect(lookOf({ value: 8, change: null, goal }, 'INCREASE')).toBe('first');
    expect(lookOf({ value: null, change: null, goal }, 'INCREASE')).toBe('words');
    expect(lookOf({ value: null, change: null, goal: null }, 'INCREASE')).toBe('empty');
  });

  test('sheets that go back come first', () => {
    const sheets = (['TOWARDS', 'AGAINST', 'LEVEL'] as const).map((course) => ({ course }) as SheetCourse);
    expect(inOrder(sheets).map(({ course }) => course)).toEqual(['AGAINST', 'LEVEL', 'TOWARDS']);
  });
});

describe('texts of charts', () => {
  test('are cut to the room there is, full-width characters taking more of it', () => {
    expect(shortened('自治会の加入率', 7)).toBe('自治会の加入率');
    expect(shortened('自治会の加入率', 5)).toBe('自治会の…');
    expect(emsOf('abc')).toBeLessThan(emsOf('加入率'));
  });

  test('are parted between words, and no line begins with a full stop', () => {
    const measure = (text: string) => [...text].length;
    const lines = linesOf('評価Aは14シートです。評価Cは10シートです。', 12, measure);
    expect(lines.join('')).toBe('評価Aは14シートです。評価Cは10シートです。');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).not.toMatch(/^[、。]/);
  });
});

test('keys of lines are longer than those of areas, and a picture writes them as the page does', () => {
  expect([keyShape('filled', 'red').width, keyShape('arrow', 'red').width]).toEqual([12, 24]);
  const [dotted] = keyShape('dotted', 'var(--mark)').parts;
  expect(dotted && styleOf(dotted)).toBe(
    'fill: none; stroke: var(--mark); stroke-width: 2; stroke-linecap: round; stroke-dasharray: 0.1 4',
  );
});

test('names stand above the rows of a narrow chart, and beside those of a wide one', () => {
  const [narrow, wide] = [rowLayout(10, 320, 12), rowLayout(10, 1000, 12)];
  expect([narrow.isWide, wide.isWide]).toEqual([false, true]);
  expect(narrow.marginLeft).toBeLessThan(wide.marginLeft);
  expect(narrow.height).toBeGreaterThan(wide.height);
  expect(narrow.labelEms).toBeGreaterThan(8);
});

test('arrow keys go from mark to mark and stop at the ends', () => {
  expect(goTo('ArrowDown', 0, 3)).toBe(1);
  expect(goTo('ArrowRight', 2, 3)).toBe(2);
  expect(goTo('ArrowUp', 0, 3)).toBe(0);
  expect(goTo('End', 0, 3)).toBe(2);
  expect(goTo('Home', 2, 3)).toBe(0);
  expect(goTo('Tab', 1, 3)).toBeUndefined();
});

describe('the survey', () => {
  const item = { id: 'x:policy-item:1-1', name: '公園', nameEn: null, code: '1-1' };
  const result = (year: number, satisfaction: number | null, importance: number | null) =>
    ({ id: `${year}`, year, satisfaction, importance, policyItem: item, sources: [] }) as unknown as Result;

  test('is read by its last year with both figures', () => {
    const results = [result(2012, 0.1, 1), result(2016, -0.2, 1.2), result(2021, 0.3, null)];
    expect(lastSurvey(results).map(({ year }) => year)).toEqual([2016]);
    expect(lastSurvey([])).toEqual([]);
  });

  test('moves from its first to its last figure, whatever their order', () => {
    const [surveys] = byItem([result(2021, 0.3, null), result(2012, 0.1, 1)]);
    expect(surveys && courseOf(surveys, 'satisfaction')).toBeCloseTo(0.2);
    expect(surveys && courseOf(surveys, 'importance')).toBeNull();
  });
});

test('names at the ends of lines keep their order and their distance, and stay where there is room', () => {
  expect(spread([0, 10, 20], 5)).toEqual([0, 10, 20]);
  expect(spread([10, 10, 10], 2)).toEqual([8, 10, 12]);
  const placed = spread([3, 0, 0.5, 3.2], 1).toSorted((a, b) => a - b);
  const distances = placed.slice(1).map((value, index) => value - (placed[index] ?? 0));
  expect(Math.min(...distances)).toBeCloseTo(1);
});
