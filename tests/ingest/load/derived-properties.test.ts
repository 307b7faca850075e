import type { Cell, Dataset, EdgeRow, NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { derivedProperties } from '../../../src/ingest/load/derived-properties.js';
import type { EdgeName, NodeName } from '../../../src/model/declaration.js';

const provenance = { stages: [], effective: true, sources: [] };
const row = (id: string, values: Readonly<Record<string, Cell>>): NodeRow => ({ ...provenance, id, values });
const edge = (from: string, to: string): EdgeRow => ({ ...provenance, from, to, printedAs: null });

const city = (
  nodes: Partial<Record<NodeName, readonly NodeRow[]>>,
  edges: Partial<Record<EdgeName, readonly EdgeRow[]>> = {},
): Dataset => ({
  nodes: new Map(Object.entries(nodes) as [NodeName, readonly NodeRow[]][]),
  edges: new Map(Object.entries(edges) as [EdgeName, readonly EdgeRow[]][]),
});

describe('an indicator', () => {
  const derived = (values: Readonly<Record<string, Cell>>) =>
    derivedProperties(city({ Indicator: [row('i', values)] })).get('i');

  test('tells how far its target lies from its baseline, and on which side', () => {
    expect(derived({ baseline_value: 82.31, target_value: 85, direction: 'INCREASE' })).toEqual({
      distance: 2.69,
      distancePercent: expect.closeTo(3.268, 3),
      reached: false,
      targetSide: 'ABOVE',
    });
    expect(derived({ baseline_value: 0, target_value: 0, direction: 'MAINTAIN' })).toEqual({
      distance: 0,
      reached: true,
      targetSide: 'EQUAL',
    });
  });

  test('is reached under an upper bound that lies above its baseline', () => {
    expect(derived({ baseline_value: 8, target_value: 9, target_comparator: 'AT_MOST' })).toMatchObject({
      reached: true,
      targetSide: 'ABOVE',
    });
  });

  test('without two numbers tells nothing of them', () => {
    expect(derived({ target_value: 85 })).toEqual({});
  });
});

test('a reform sheet tells for which years of its course it sets no goal, and whether the last is one of them', () => {
  const sheet = (id: string) => row(id, { start_fiscal_year: 2023, target_fiscal_year: 2025 });
  const goal = (id: string, year: number) => row(id, { fiscal_year: year });
  const derived = derivedProperties(
    city(
      {
        ReformSheet: [sheet('full'), sheet('cut')],
        AnnualGoal: [2023, 2024, 2025].map((year) => goal(`${year}`, year)),
      },
      { GOAL_OF: [edge('2023', 'full'), edge('2024', 'full'), edge('2025', 'full')] },
    ),
  );
  expect(derived.get('full')).toEqual({ goalYearsMissing: [], targetYearGoalMissing: false });
  expect(derived.get('cut')).toEqual({ goalYearsMissing: [2023, 2024, 2025], targetYearGoalMissing: true });
});

test('a survey result tells what changed since the one before, its ranks and its quadrant', () => {
  const result = (id: string, year: number, satisfaction: number | null, importance: number) =>
    row(id, { year, satisfaction, importance });
  const derived = derivedProperties(
    city(
      {
        SurveyResult: [
          result('a21', 2021, 3.3, 4),
          result('a18', 2018, 3.1, 4.2),
          result('b21', 2021, 2.9, 4),
          result('c21', 2021, null, 3.1),
        ],
      },
      { SURVEYS: [edge('a21', 'a'), edge('a18', 'a'), edge('b21', 'b'), edge('c21', 'c')] },
    ),
  );
  expect(derived.get('a21')).toEqual({
    latest: true,
    previousYear: 2018,
    satisfactionChange: 0.2,
    importanceChange: -0.2,
    satisfactionRankLoaded: 1,
    importanceRankLoaded: 1,
    rankLoadedOf: 3,
    quadrant: 'IMPORTANT_SATISFYING',
  });
  expect(derived.get('a18')).toMatchObject({ latest: false, rankLoadedOf: 1 });
  expect(derived.get('a18')).not.toHaveProperty('previousYear');
  expect(derived.get('b21')).toMatchObject({
    satisfactionRankLoaded: 2,
    importanceRankLoaded: 1,
    quadrant: 'IMPORTANT_UNSATISFYING',
  });
  expect(derived.get('c21')).toEqual({ latest: true, importanceRankLoaded: 3, rankLoadedOf: 3 });
});
