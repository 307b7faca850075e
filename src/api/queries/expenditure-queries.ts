/** What the projects of cities cost by title of the budget. */
import { ofExpenditures } from '../../analysis/coverage/whole-city.js';
import { type Expenditure as Entry, expenditures, type FunctionName } from '../../analysis/expenditures.js';
import { type Coverage, writeCoverage, writeCoverageOfCity } from '../../graph/coverage.js';
import { selectionBelow } from '../../graph/selection.js';
import { ExpenditureFunction } from '../../model/enums.js';
import { eraLabel } from '../../model/fiscal-year.js';
import { eras } from '../../model/values.js';
import { badInput, unreadable } from '../../refusal.js';
import type { RequestContext } from '../context.js';
import { coverageOf } from '../coverage.js';
import { entries as mostEntries } from '../types/argument-limits.js';
import { argument, computed, field, object, t } from '../types/declare.js';
import { CoverageOfMunicipality, Coverage as CoverageType } from '../types/objects.js';
import { fewMunicipalities } from './arguments.js';
import { citiesOf } from './cities.js';

const nullableFloat = t.nullable(t.float);
const maximumYears = 50;

/** Works out how far the cities were read for an answer. */
type Tell = () => Promise<Coverage>;

const tellsAnything = ({ expenditureFunction, budgetProjects, settledProjects }: Entry): boolean =>
  expenditureFunction !== null || budgetProjects + settledProjects > 0;

/** How far cities were read for what was found; of one of which neither a title nor an amount is told, nothing may be. */
function toldOf(
  municipalities: readonly string[],
  found: readonly Entry[],
  context: RequestContext,
): Promise<Coverage> {
  const known = new Set(found.filter(tellsAnything).map(({ municipality }) => municipality));
  return coverageOf(
    {
      scope: { ids: [], municipalities, stage: null },
      extent: ofExpenditures,
      isEmpty: ({ municipality }) => !known.has(municipality),
    },
    context,
  );
}

const Expenditure = object<Entry & { readonly tell: Tell }>(
  'Expenditure',
  'What the projects of a city under one title of the budget cost in one fiscal year. [款ごとの事業費]',
  {
    municipality: [t.id, 'Key of the city. [市区町村のキー]'],
    expenditureFunction: [
      t.nullable(t.enum<FunctionName>(ExpenditureFunction)),
      'The title of the budget; null for the projects of which it is not told. [款]',
    ],
    fiscalYear: [t.nullable(t.int), 'The fiscal year; null where no amount of any year is told of the city. [年度]'],
    projects: [t.int, 'How many projects in force have the title, whatever the year. [事業の数]'],
    budget: [nullableFloat, 'Their budgets of the year in yen, added up; null where none is told. [予算額［円］]'],
    budgetProjects: [t.int, 'Of how many of them a budget of the year is told. [予算額の分かる事業の数]'],
    settled: [
      nullableFloat,
      'Their settled amounts of the year in yen, added up; null where none is told. [決算額［円］]',
    ],
    settledProjects: [t.int, 'Of how many of them a settled amount of the year is told. [決算額の分かる事業の数]'],
  },
  {
    era: computed(t.nullable(t.string), 'The year in the Japanese era, such as R5. [年度（和暦）]', ({ fiscalYear }) =>
      fiscalYear === null ? null : eraLabel(fiscalYear),
    ),
    coverage: computed(
      CoverageOfMunicipality,
      'What the documents of the city can tell of its projects, their titles and amounts. [網羅の状態]',
      async ({ municipality, tell }, _given, _context, info) => {
        const told = (await tell()).municipalities.find((each) => each.municipality === municipality);
        if (!told) throw new Error(`expected the coverage of ${municipality}`);
        return writeCoverageOfCity(told, selectionBelow(info));
      },
    ),
  },
);

const Expenditures = object<{ readonly entries: readonly Entry[]; readonly tell: Tell }>(
  'Expenditures',
  'What projects cost by city, title of the budget and fiscal year. [款ごとの事業費]',
  {},
  {
    entries: computed(
      t.list(Expenditure),
      'City by city, each title that projects have, in the order of the law, and each fiscal year of which an amount of the city is told. [内訳]',
      ({ entries, tell }) => entries.map((entry) => ({ ...entry, tell })),
    ),
    coverage: computed(
      CoverageType,
      'Whether the documents list all projects, their titles and their amounts: whether what is missing is none, or was not read. [網羅の状態]',
      async ({ tell }, _given, _context, info) => writeCoverage(await tell(), selectionBelow(info)),
    ),
  },
);

export const expenditureQueries = {
  expenditures: field({
    type: Expenditures,
    description:
      'Budgets and settled amounts of the projects in force, added up by title (款) of the budget and fiscal year. [款ごとの予算額・決算額]',
    args: {
      ...fewMunicipalities,
      fiscalYears: argument(
        t.nullable(t.list(t.int)),
        'Only these fiscal years, also where no amount of them is told; null means all of which amounts are told. [年度。省略時は金額の分かるすべての年度]',
        mostEntries(maximumYears),
      ),
      eras: argument(
        t.nullable(t.list(t.string)),
        'In place of `fiscalYears`, as people write them: R6, 令和6年度. [年度（和暦）]',
        mostEntries(maximumYears),
      ),
    },
    extensions: { cost: 100 },
    resolve: async (_root, { fiscalYears: western, eras: texts, ...chosen }, context) => {
      const fiscalYears = yearsOf(western, texts);
      const municipalities = await citiesOf(chosen, context);
      const entries = await expenditures(municipalities, fiscalYears, context.ask);
      let told: Promise<Coverage> | undefined;
      const tell = () => {
        told ??= toldOf(municipalities, entries, context);
        return told;
      };
      return { entries, tell };
    },
  }),
};

/** The fiscal years that one of two arguments gives; null where neither does. */
function yearsOf(fiscalYears: readonly number[] | null, texts: readonly string[] | null): readonly number[] | null {
  if (texts === null) return fiscalYears;
  if (fiscalYears !== null)
    throw badInput(
      'expected fiscalYears or eras, but got both',
      'fiscalYearsとerasは、どちらか一方を指定してください。',
    );
  return texts.map((text) => {
    const year = eras.read(text);
    if (year === null) throw unreadable('eras', eras.expected, text);
    return year;
  });
}
