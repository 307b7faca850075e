import { type Expenditure, expenditures } from '../../src/analysis/expenditures.js';
import type { Row } from '../../src/analysis/statements.js';

const year = (of: number, budget: number, budgetProjects: number, settled: number, settledProjects: number) => ({
  ...{ year: of, budget, budgetProjects, settled, settledProjects },
});
const rows: readonly Row[] = [
  { city: 'b', title: 'WELFARE', projects: 2, years: [] },
  { city: 'a', title: null, projects: 1, years: [] },
  { city: 'a', title: 'EDUCATION', projects: 3, years: [year(2024, 500, 1, 0, 0), year(2023, 0, 2, 0, 0)] },
  { city: 'a', title: 'GENERAL_AFFAIRS', projects: 4, years: [year(2023, 100, 4, 90, 3)] },
];
const found = (fiscalYears: readonly number[] | null) => expenditures(['a', 'b', 'c'], fiscalYears, async () => rows);
const inShort = ({ municipality, expenditureFunction, fiscalYear, ...each }: Expenditure) => [
  ...[municipality, expenditureFunction, fiscalYear, each.projects],
  ...[each.budget, each.budgetProjects, each.settled, each.settledProjects],
];

test('each title of a city has each year that the city tells, in the order of the law; a sum of nothing is not told', async () => {
  expect((await found(null)).map(inShort)).toEqual([
    ['a', 'GENERAL_AFFAIRS', 2023, 4, 100, 4, 90, 3],
    ['a', 'GENERAL_AFFAIRS', 2024, 4, null, 0, null, 0],
    ['a', 'EDUCATION', 2023, 3, 0, 2, null, 0],
    ['a', 'EDUCATION', 2024, 3, 500, 1, null, 0],
    ['a', null, 2023, 1, null, 0, null, 0],
    ['a', null, 2024, 1, null, 0, null, 0],
    // Of a city that tells no amount there is no year, but its projects are there.
    ['b', 'WELFARE', null, 2, null, 0, null, 0],
  ]);
});

test('years that are chosen are there whatever is told of them, each once', async () => {
  const years = (await found([2030, 2023, 2023])).map(({ municipality, fiscalYear }) => [municipality, fiscalYear]);
  expect(years.filter(([city]) => city === 'b')).toEqual([
    ['b', 2023],
    ['b', 2030],
  ]);
  expect(years).toHaveLength(8);
  expect(await found([])).toEqual([]);
});
