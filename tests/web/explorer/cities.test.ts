import { describe, expect, test } from '@jest/globals';
import type { CitiesByMarkQuery } from '../../../src/web/explorer/graphql/graphql.js';
import { exactYen, yenIn } from '../../../src/web/explorer/language/yen.js';
import { amountRows, type Entry, yearsOf } from '../../../src/web/explorer/pages/cities/amounts.js';
import type { City } from '../../../src/web/explorer/pages/cities/city.js';
import { kindsWithMarks, marksOf } from '../../../src/web/explorer/pages/cities/marks.js';

const noNames = { policyFieldLevel: null, policyItemLevel: null, measureLevel: null, projectLevel: null };
const city = (key: string): City => ({ key, id: `${key}:municipality:1`, name: key, nameEn: null, ...noNames });
const cities = [city('aoba'), city('akane')];

describe('marks of cities', () => {
  const empty = { coverage: { state: 'COMPLETE', municipalities: [] }, columns: [], cells: [] } as const;
  const column = (municipality: string, code: string) => ({ key: `${municipality}:mark:${code}`, code, municipality });
  const cell = (key: string, mark: string, count: number) => ({
    row: `${key}:municipality:1`,
    column: mark === 'none' ? mark : `${key}:mark:${mark}`,
    count,
  });
  const level = (municipalityKey: string, mark: string, meaning: string | null) => ({ municipalityKey, mark, meaning });
  const answer = {
    scaleLevels: {
      nodes: [
        level('aoba', 'A', 'good'),
        level('akane', 'A', null),
        level('aoba', 'B', 'bad'),
        level('aoba', 'A', 'best'),
      ],
    },
    policyItems: empty,
    measures: {
      ...empty,
      columns: [
        column('akane', 'A'),
        column('aoba', '概ね妥当'),
        column('aoba', 'A'),
        { ...column('', ''), key: 'none' },
      ],
      cells: [cell('aoba', 'A', 2), cell('aoba', '概ね妥当', 1), cell('akane', 'A', 5), cell('akane', 'none', 3)],
    },
    projects: empty,
  } as CitiesByMarkQuery;

  test('are those of its scale in its order, then others, and last none', () => {
    const rows = marksOf(cities, answer).map(({ city: { key }, mark, meaning, counts }) => [
      ...[key, mark, meaning],
      counts.measures,
    ]);
    expect(rows).toEqual([
      ['aoba', 'A', 'good / best', 2],
      ['aoba', 'B', 'bad', 0],
      ['aoba', '概ね妥当', '', 1],
      ['aoba', null, '', 0],
      ['akane', 'A', '', 5],
      ['akane', null, '', 3],
    ]);
  });

  test('show kinds of which some have a mark, else all', () => {
    expect(kindsWithMarks(marksOf(cities, answer))).toEqual(['measures']);
    expect(kindsWithMarks(marksOf([city('other')], answer))).toEqual(['policyItems', 'measures', 'projects']);
  });
});

describe('amounts of cities', () => {
  const entry = (fiscalYear: number | null, title: Entry['expenditureFunction'], more: Partial<Entry> = {}): Entry => ({
    ...{ municipality: 'aoba', expenditureFunction: title, fiscalYear, era: fiscalYear === null ? null : 'R' },
    ...{ projects: 2, budget: null, budgetProjects: 0, settled: null, settledProjects: 0 },
    ...more,
  });
  const entries = [
    entry(2023, 'WELFARE', { budget: 10, budgetProjects: 2, settled: 9, settledProjects: 1 }),
    entry(2024, 'WELFARE', { budget: 20, budgetProjects: 1 }),
    entry(2023, 'EDUCATION', { budget: 5, budgetProjects: 2 }),
    entry(2024, 'EDUCATION'),
    entry(null, null, { municipality: 'akane' }),
  ];

  test('have years from the latest', () => {
    expect(yearsOf(entries).map(({ fiscalYear }) => fiscalYear)).toEqual([2024, 2023]);
  });

  test('stand in a row for budgets and one for what was settled, with all projects of a title', () => {
    const inShort = (year: number | null) =>
      amountRows(cities, entries, year).map(({ city: { key }, amount, byTitle, total }) => [
        `${key} ${amount}`,
        ...[...byTitle.values(), total].map(({ yen, told, projects }) => [yen, told, projects]),
      ]);
    expect(inShort(2023)).toEqual([
      ['aoba budget', [10, 2, 2], [5, 2, 2], [15, 4, 4]],
      ['aoba settled', [9, 1, 2], [null, 0, 2], [9, 1, 4]],
      ['akane budget', [null, 0, 2], [null, 0, 2]],
      ['akane settled', [null, 0, 2], [null, 0, 2]],
    ]);
    expect(inShort(2024)[0]).toEqual(['aoba budget', [20, 1, 2], [null, 0, 2], [20, 1, 4]]);
    expect(amountRows([city('other')], entries, 2023)[0]?.total).toEqual({ yen: null, told: 0, projects: 0 });
  });
});

test.each([
  [0, '0円', '¥0'],
  [8_400, '8,400円', '¥8,400'],
  [12_345, '1.2万円', '¥12,345'],
  [20_500_000, '2,050万円', '¥20.5 million'],
  [120_000_000, '1.2億円', '¥120 million'],
  [12_345_678_901, '123.46億円', '¥12,345.68 million'],
])('%d yen are read as %s and %s', (yen, ja, en) => {
  expect([yenIn(yen, 'ja'), yenIn(yen, 'en')]).toEqual([ja, en]);
  expect(exactYen(12_345_678, 'ja')).toBe('12,345,678円');
  expect(exactYen(12_345_678, 'en')).toBe('¥12,345,678');
});
