import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { ask } from './ask.js';
import { inForce, links, table } from './seed-tables.js';

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

const idsOf = async (list: string, given: string) => {
  const data = await ask<Record<string, { nodes: { id: string }[] }>>(
    connection,
    `{ ${list}(first: 500, ${given}) { nodes { id } } }`,
  );
  return data[list]?.nodes.map(({ id }) => id) ?? [];
};

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

describe('values that follow from others', () => {
  test('of indicators are those of their progress, and can be filtered by', async () => {
    const { indicators } = await ask<{
      indicators: {
        nodes: {
          id: string;
          distance: number | null;
          reached: boolean | null;
          targetSide: string | null;
          progress: { distance: number | null; reached: boolean | null };
        }[];
      };
    }>(
      connection,
      '{ indicators(first: 500) { nodes { id distance reached targetSide progress { distance reached } } } }',
    );
    for (const { distance, reached, progress } of indicators.nodes) expect({ distance, reached }).toEqual(progress);
    const below = indicators.nodes.filter(({ targetSide }) => targetSide === 'BELOW').map(({ id }) => id);
    expect(below.length).toBeGreaterThan(0);
    expect(await idsOf('indicators', 'filter: { distance: { lt: 0 } }')).toEqual(below);
    expect(await idsOf('indicators', 'filter: { targetSide: { eq: BELOW } }')).toEqual(below);
  });

  test('of reform sheets tell the goals that they leave empty', async () => {
    const goals = links('annual-goal-sheet', 'in');
    const yearOf = new Map(table('annual-goals').map(({ id = '', fiscal_year }) => [id, fiscal_year]));
    const missing = inForce('reform-sheets').filter(
      ({ id = '', target_fiscal_year }) => !goals(id).some((goal) => yearOf.get(goal) === target_fiscal_year),
    );
    expect(missing.length).toBeGreaterThan(0);
    expect((await idsOf('reformSheets', 'filter: { targetYearGoalMissing: { eq: true } }')).sort()).toEqual(
      missing.map(({ id }) => id).sort(),
    );
  });

  test('of surveys are the change since the one before, and can be ordered by', async () => {
    const itemOf = links('survey-result-policy-item');
    const results = table('survey-results');
    const change = ({ id = '', year, satisfaction }: (typeof results)[number]) => {
      const [item] = itemOf(id);
      const before = results
        .filter((other) => itemOf(other.id ?? '')[0] === item && Number(other.year) < Number(year))
        .toSorted((a, b) => Number(b.year) - Number(a.year))[0];
      const [own, last] = [number(satisfaction), number(before?.satisfaction)];
      return own === null || last === null ? null : Number((own - last).toPrecision(12));
    };
    const { surveyResults } = await ask<{
      surveyResults: { nodes: { id: string; satisfactionChange: number | null }[] };
    }>(
      connection,
      '{ surveyResults(first: 500, orderBy: [{ satisfactionChange: DESC }]) { nodes { id satisfactionChange } } }',
    );
    const expected = new Map(results.map((row) => [row.id, change(row)]));
    for (const { id, satisfactionChange } of surveyResults.nodes)
      expect([id, satisfactionChange]).toEqual([id, expected.get(id)]);
    const values = surveyResults.nodes.flatMap(({ satisfactionChange }) => satisfactionChange ?? []);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  test('of a survey fall into quadrants around its means', async () => {
    const { surveyResults } = await ask<{
      surveyResults: {
        facets: { value: string | null; count: number }[];
        nodes: { satisfaction: number; importance: number; quadrant: string }[];
      };
    }>(
      connection,
      '{ surveyResults(first: 500, filter: { year: { eq: 2021 } }) { facets(by: QUADRANT) { value count } nodes { satisfaction importance quadrant } } }',
    );
    const { nodes } = surveyResults;
    const mean = (of: 'satisfaction' | 'importance') => nodes.reduce((sum, node) => sum + node[of], 0) / nodes.length;
    for (const { satisfaction, importance, quadrant } of nodes) {
      const important = importance >= mean('importance') ? 'IMPORTANT' : 'LESS_IMPORTANT';
      expect(quadrant).toBe(`${important}_${satisfaction >= mean('satisfaction') ? 'SATISFYING' : 'UNSATISFYING'}`);
    }
    expect(surveyResults.facets.reduce((sum, { count }) => sum + count, 0)).toBe(nodes.length);
  });
});
