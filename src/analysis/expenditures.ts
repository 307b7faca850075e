/** What the projects of cities cost, by title of the budget and fiscal year. */
import { groupBy } from '../group-by.js';
import { ExpenditureFunction } from '../model/enums.js';
import { type Ask, statement } from './statements.js';

const expendituresText = statement('expenditures');

export type FunctionName = keyof typeof ExpenditureFunction.values;

interface Amounts {
  /** In yen; null where it is told of no project. */
  readonly budget: number | null;
  /** Of how many projects it is told. */
  readonly budgetProjects: number;
  readonly settled: number | null;
  readonly settledProjects: number;
}

/** What the projects of a city under one title cost in one year. */
export interface Expenditure extends Amounts {
  readonly municipality: string;
  /** Null for the projects of which it is not told. */
  readonly expenditureFunction: FunctionName | null;
  /** Null where no amount of any year is told of the city. */
  readonly fiscalYear: number | null;
  /** How many projects have the title, whatever the year. */
  readonly projects: number;
}

/** The projects of a city under one title, as the graph has them. */
interface OfTitle {
  readonly city: string;
  readonly title: FunctionName | null;
  readonly projects: number;
  readonly years: readonly (Amounts & { readonly year: number })[];
}

/**
 * City by city, each title that projects have, in the order of the law, and each year: those that are chosen, else those
 * of which an amount of the city is told.
 */
export async function expenditures(
  municipalities: readonly string[],
  fiscalYears: readonly number[] | null,
  ask: Ask,
): Promise<readonly Expenditure[]> {
  const rows = await ask(expendituresText, { municipalities, fiscalYears });
  const byCity = groupBy(rows as unknown as readonly OfTitle[], ({ city }) => city);
  return municipalities.flatMap((city) => ofCity(byCity.get(city) ?? [], fiscalYears));
}

const order = Object.keys(ExpenditureFunction.values);
/** What has no title comes last. */
const place = ({ title }: OfTitle): number => (title === null ? order.length : order.indexOf(title));

function ofCity(titles: readonly OfTitle[], chosen: readonly number[] | null): readonly Expenditure[] {
  const told = titles.flatMap(({ years }) => years.map(({ year }) => year));
  const years = [...new Set(chosen ?? told)].sort((a, b) => a - b);
  return titles
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((of) =>
      (chosen || years.length > 0 ? years : [null]).map((fiscalYear) => ({
        municipality: of.city,
        expenditureFunction: of.title,
        fiscalYear,
        projects: of.projects,
        ...amountsOf(of.years.find(({ year }) => year === fiscalYear)),
      })),
    );
}

/** A sum of nothing is not told. */
function amountsOf(sums: Amounts | undefined): Amounts {
  const { budget = null, budgetProjects = 0, settled = null, settledProjects = 0 } = sums ?? {};
  return {
    budget: budgetProjects > 0 ? budget : null,
    budgetProjects,
    settled: settledProjects > 0 ? settled : null,
    settledProjects,
  };
}
