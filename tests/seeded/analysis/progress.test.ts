import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';
import { inForce, links, table } from './seed-tables.js';

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

test('indicators have the distance between the figures of the files, each year its part', async () => {
  const { progress } = await ask<{
    progress: {
      indicators: readonly {
        indicator: { id: string };
        direction: string | null;
        distance: number | null;
        requiredPerYear: number | null;
        sources: readonly unknown[];
      }[];
    };
  }>(
    connection,
    `{ progress(municipality: "honjo") { indicators(years: 4) {
      indicator { id } direction distance requiredPerYear sources { firstLine } } } }`,
  );
  const rows = new Map(inForce('indicators').map((row) => [row.id, row]));
  expect(progress.indicators.map(({ indicator }) => indicator.id).sort()).toEqual([...rows.keys()].sort());
  for (const { indicator, direction, distance, requiredPerYear, sources } of progress.indicators) {
    const row = rows.get(indicator.id);
    expect(direction ?? '').toBe(row?.direction);
    expect(sources.length).toBeGreaterThan(0);
    if (row?.baseline_value === '' || row?.target_value === '') {
      expect(distance).toBeNull();
      continue;
    }
    const expected = Number(row?.target_value) - Number(row?.baseline_value);
    expect(distance).toBeCloseTo(expected, 9);
    expect(requiredPerYear).toBeCloseTo(direction === 'AT_MOST' ? 0 : expected / 4, 9);
  }
});

test('an indicator tells its own progress', async () => {
  const { indicators } = await ask<{ indicators: { nodes: readonly { name: string; progress: unknown }[] } }>(
    connection,
    `{ indicators(filter: { name: { eq: "自治会の加入率" } }) { nodes { name progress { distance reached requiredPerYear yearsAssumed } } } }`,
  );
  expect(indicators.nodes).toEqual([
    {
      name: '自治会の加入率',
      progress: { distance: 2.69, reached: false, requiredPerYear: 0.538, yearsAssumed: true },
    },
  ]);
});

interface Goals {
  readonly progress: {
    readonly goals: readonly {
      readonly sheet: { readonly number: string };
      readonly unit: string | null;
      readonly wanted: string;
      readonly course: string;
      readonly points: readonly {
        readonly fiscalYear: number;
        readonly era: string;
        readonly value: number | null;
        readonly goal: { readonly text: string } | null;
      }[];
    }[];
  };
}

const goalsOf = async (given = '') =>
  (
    await ask<Goals>(
      connection,
      `{ progress(municipality: "honjo") { goals${given} { sheet { number } unit wanted course points { fiscalYear era value goal { text } } } } }`,
    )
  ).progress.goals;

test('the goals of every sheet are there, year by year, in both calendars', async () => {
  const goals = await goalsOf();
  const texts = new Map(table('annual-goals').map(({ id = '', text }) => [id.split(':').slice(2).join(':'), text]));
  const found = goals.flatMap(({ sheet, points }) =>
    points.flatMap(({ fiscalYear, goal }) => (goal ? [[`${sheet.number}:${fiscalYear}`, goal.text] as const] : [])),
  );
  expect(new Map(found)).toEqual(texts);
  for (const { points } of goals) for (const { fiscalYear, era } of points) expect(era).toBe(`R${fiscalYear - 2018}`);
  const empty = goals.flatMap(({ sheet, points }) =>
    points.flatMap(({ fiscalYear, goal }) => (goal ? [] : [`${sheet.number} ${fiscalYear}`])),
  );
  expect(empty).toEqual(['1-26 2026', '1-26 2027']);
});

test.each([
  ['1-4', '件', 'TOWARDS', [12, 13, 14, 15, 16]],
  ['1-9', '件', 'TOWARDS', [4300, 16800, 18400, 19300, 20000]],
  ['1-23', '件', 'TOWARDS', [null, 12000, 12500, 13000, 13500]],
  ['2-2', '件', 'AGAINST', [11, 8, 8, 8, 8]],
  ['2-4', '%', 'TOWARDS', [55, 65, 75]],
  ['2-5', '%', 'TOWARDS', [23.9, 25.5, 27.1, 28.7, 30]],
  ['3-5', '%', 'LEVEL', [93, 93, 93, 93, 93]],
  ['3-7', '人', 'TOWARDS', [36, 28, 20, 12, 4]],
  ['3-10', 'g', 'TOWARDS', [40, 39, 38, 37, 36]],
  ['1-13', null, 'NOT_COMPARABLE', [null, null]],
])('the goals of sheet %s are a series in %s: %s', async (number, unit, course, values) => {
  const found = (await goalsOf()).find(({ sheet }) => sheet.number === number);
  expect({ unit: found?.unit, course: found?.course, values: found?.points.map(({ value }) => value) }).toEqual({
    unit,
    course,
    values,
  });
});

test('sheets can be asked for by the course of their goals', async () => {
  const against = await goalsOf('(courses: [AGAINST])');
  expect(against.map(({ sheet }) => sheet.number)).toEqual(
    (await goalsOf()).filter(({ course }) => course === 'AGAINST').map(({ sheet }) => sheet.number),
  );
  expect(against.map(({ sheet }) => sheet.number)).toContain('2-2');
});

test.each([
  ['REFORM_FIELD', 'reform-sheet-field'],
  ['DEPARTMENT', 'reform-sheet-leads'],
  ['PERSPECTIVE', 'reform-sheet-perspectives'],
])('grades by %s are those of the files', async (by, edge) => {
  const { progress } = await ask<{
    progress: { grades: { cells: readonly { row: string; column: string; count: number }[] } };
  }>(connection, `{ progress(municipality: "honjo") { grades(by: ${by}) { cells { row column count } } } }`);
  const graded = new Map(table('evaluations').map(({ id = '', grade }) => [id, grade]));
  const evaluations = links('evaluation-sheet', 'in');
  const expected = new Map<string, number>();
  for (const { from = '', to = '' } of inForce(edge))
    for (const grade of evaluations(from).map((id) => graded.get(id)))
      expected.set(`${to} ${grade}`, (expected.get(`${to} ${grade}`) ?? 0) + 1);
  const found = progress.grades.cells
    .filter(({ column, row }) => column !== 'none' && row !== 'none')
    .map(({ row, column, count }) => [`${row} ${column}`, count] as const);
  expect(new Map(found)).toEqual(expected);
});

test('an impossible number of years is refused in both languages', async () => {
  const { errors } = await answer(connection, '{ progress { indicators(years: 0) { distance } } }');
  expect(errors[0]?.originalError).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('years'),
    messageJa: expect.stringContaining('years'),
  });
});

test('an indicator without a distance says why, one with a distance does not', async () => {
  const { progress } = await ask<{
    progress: { indicators: readonly { distance: number | null; reason: string | null; reasonEn: string | null }[] };
  }>(connection, '{ progress { indicators { distance reason reasonEn } } }');
  expect(progress.indicators.some(({ distance }) => distance === null)).toBe(true);
  for (const { distance, reason, reasonEn } of progress.indicators) {
    expect(reason === null).toBe(distance !== null);
    expect(reasonEn === null).toBe(distance !== null);
  }
});
