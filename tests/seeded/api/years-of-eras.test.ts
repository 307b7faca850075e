/** Wherever a year is given, it may be given as people write it. */
import { asking } from '../asking.js';

const asked = asking();

const sheets = (filter: string) => `reformSheets(filter: ${filter}, first: 100) { nodes { number } }`;

test('lists of years have years of eras, and conditions on them', async () => {
  const found = await asked(`{
    byYear: reformSheets(filter: { planChangeFiscalYears: { has: 2024 } }) { nodes { number planChangeEras } }
    byEra: ${sheets('{ planChangeEras: { has: "令和６年度" } }')}
    byOther: ${sheets('{ goalErasMissing: { hasAny: ["R7", "令和8年度", "2027年度"] } }')}
    byYears: ${sheets('{ goalYearsMissing: { hasAny: [2025, 2026, 2027] } }')}
    complete: reformSheets(filter: { goalErasMissing: { isEmpty: true } }) { totalCount }
    missing: reformSheets(filter: { goalErasMissing: { isEmpty: false } }) { totalCount }
    all: reformSheets { totalCount }
  }`);
  expect(found.byYear.nodes.length).toBeGreaterThan(0);
  for (const { planChangeEras } of found.byYear.nodes) expect(planChangeEras).toContain('R6');
  const numbersOf = (nodes: readonly { number: string }[]) => nodes.map(({ number }) => number);
  expect(numbersOf(found.byEra.nodes)).toEqual(numbersOf(found.byYear.nodes));
  expect(found.byYears.nodes.length).toBeGreaterThan(0);
  expect(found.byOther).toEqual(found.byYears);
  expect(found.complete.totalCount + found.missing.totalCount).toBe(found.all.totalCount);
});

test('the survey before and the revision of a plan are told by era', async () => {
  const { later, plans } = await asked(`{
    later: surveyResults(filter: { previousEra: { eq: "平成28年" } }) { totalCount nodes { previousYear } }
    plans: relatedPlans(filter: { period: { revisedEra: { gte: "R1" } } }) { nodes { period { revisedFiscalYear revisedEra } } }
  }`);
  expect(later.totalCount).toBeGreaterThan(0);
  expect(new Set(later.nodes.map(({ previousYear }: { previousYear: number }) => previousYear))).toEqual(
    new Set([2016]),
  );
  for (const { period } of plans.nodes) expect(period.revisedEra).toBe(`R${period.revisedFiscalYear - 2018}`);
});

test('expenditures take them, but not both ways at once', async () => {
  const { byEra, byYear } = await asked(`{
    byEra: expenditures(eras: ["R6", "令和5年度"]) { entries { fiscalYear } }
    byYear: expenditures(fiscalYears: [2024, 2023]) { entries { fiscalYear } }
  }`);
  expect(byEra.entries.length).toBeGreaterThan(0);
  expect(byEra).toEqual(byYear);
  await expect(asked('{ expenditures(eras: ["６年"]) { entries { fiscalYear } } }')).rejects.toThrow(
    'eras: expected a year such as R6',
  );
  await expect(asked('{ expenditures(eras: ["R6"], fiscalYears: [2024]) { entries { fiscalYear } } }')).rejects.toThrow(
    'got both',
  );
});
