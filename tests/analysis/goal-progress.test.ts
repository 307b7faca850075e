import { type Goal, seriesOf } from '../../src/analysis/goal-progress.js';

const goal = (year: number, text: string, value: number | null = null, unit: string | null = null): Goal => ({
  id: `goal-${year}`,
  year,
  text,
  phrases: text.split(' / '),
  value,
  unit,
  comparator: null,
});

const series = (...goals: readonly Goal[]) => seriesOf({ sheet: 's', start: 2023, end: 2025, goals });
const visitors = (year: number, value: number) => goal(year, `来館者数:${value}人`, value, '人');

test('numbers that rise go towards what is wanted', () => {
  expect(series(visitors(2023, 10), visitors(2024, 10), visitors(2025, 15))).toMatchObject({
    label: '来館者数',
    unit: '人',
    wanted: 'INCREASE',
    course: 'TOWARDS',
    change: 5,
    points: [{ value: 10, change: null }, { change: 0 }, { value: 15, change: 5 }],
  });
});

test('a number that falls is a step back, and the same number is level', () => {
  expect(series(visitors(2023, 11), visitors(2024, 8), visitors(2025, 8)).course).toBe('AGAINST');
  expect(series(visitors(2023, 8), visitors(2024, 8)).course).toBe('LEVEL');
});

test('of arrears there should be less, of the rate by which they are reduced more', () => {
  const arrears = (year: number, value: number) => goal(year, `滞納人数:${value}人`, value, '人');
  expect(series(arrears(2023, 9), arrears(2024, 5))).toMatchObject({ wanted: 'DECREASE', course: 'TOWARDS' });
  const rate = (year: number, value: number) => goal(year, `滞納の削減率:${value}%`, value, '%');
  expect(series(rate(2023, 5), rate(2024, 9))).toMatchObject({ wanted: 'INCREASE', course: 'TOWARDS' });
});

test('only numbers of one unit are compared, those that most years have', () => {
  const mixed = series(
    goal(2023, '割合:3%増加', 3, '%'),
    goal(2024, '件数:1,200件', 1200, '件'),
    goal(2025, '件数:1,300件', 1300, '件'),
  );
  expect(mixed).toMatchObject({ unit: '件', course: 'TOWARDS', change: 100 });
  expect(mixed.points.map(({ value }) => value)).toEqual([null, 1200, 1300]);
});

test('goals of several figures have the series of a phrase that all years share', () => {
  const phrases = (year: number, total: number) => goal(year, `新たに1件を公開 / 公開の総数:${total}件以上`);
  expect(series(phrases(2023, 12), phrases(2024, 13), phrases(2025, 14))).toMatchObject({
    label: '公開の総数',
    unit: '件',
    course: 'TOWARDS',
    change: 2,
  });
});

test('words without numbers are not compared, and a year without a goal is told', () => {
  const { course, points } = series(goal(2023, '検討'), goal(2024, '導入'));
  expect(course).toBe('NOT_COMPARABLE');
  expect(points.map(({ fiscalYear, goalId }) => [fiscalYear, goalId])).toEqual([
    [2023, 'goal-2023'],
    [2024, 'goal-2024'],
    [2025, null],
  ]);
});
