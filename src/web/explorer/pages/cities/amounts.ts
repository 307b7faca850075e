import type { CitiesExpendituresQuery } from '../../graphql/graphql.js';
import type { City } from './city.js';

export type Entry = CitiesExpendituresQuery['expenditures']['entries'][number];

export const amounts = ['budget', 'settled'] as const;
export type Amount = (typeof amounts)[number];

/** Yen, of how many projects they are told, and of how many there are. */
export interface Sum {
  readonly yen: number | null;
  readonly told: number;
  readonly projects: number;
}

/** What a city has budgeted, or spent, in a year. */
export interface AmountRow {
  readonly city: City;
  readonly amount: Amount;
  /** Under each title; what has none is under null. */
  readonly byTitle: ReadonlyMap<Entry['expenditureFunction'], Sum>;
  readonly total: Sum;
}

/** The years of which amounts are told, latest first. */
export const yearsOf = (entries: readonly Entry[]) =>
  [...new Map(entries.flatMap(({ fiscalYear, era }) => (fiscalYear === null ? [] : [[fiscalYear, era] as const])))]
    .map(([fiscalYear, era]) => ({ fiscalYear, era }))
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear);

/** Two rows of each city: its budget, and what was settled. */
export const amountRows = (
  cities: readonly City[],
  entries: readonly Entry[],
  year: number | null,
): readonly AmountRow[] =>
  cities.flatMap((city) => {
    const own = entries.filter(({ municipality }) => municipality === city.key);
    return amounts.map((amount) => {
      const byTitle = new Map<Entry['expenditureFunction'], Sum>();
      for (const entry of own) {
        // A title has its projects in every year, also where no amount of this one is told.
        const before = byTitle.get(entry.expenditureFunction) ?? nothing;
        const ofYear = entry.fiscalYear === year ? sumOf(entry, amount) : nothing;
        byTitle.set(entry.expenditureFunction, { ...added(before, ofYear), projects: entry.projects });
      }
      return { city, amount, byTitle, total: [...byTitle.values()].reduce(added, nothing) };
    });
  });

const nothing: Sum = { yen: null, told: 0, projects: 0 };

const sumOf = (entry: Entry, amount: Amount): Sum => ({
  yen: entry[amount],
  told: amount === 'budget' ? entry.budgetProjects : entry.settledProjects,
  projects: entry.projects,
});

const added = (a: Sum, b: Sum): Sum => ({
  yen: a.yen === null && b.yen === null ? null : (a.yen ?? 0) + (b.yen ?? 0),
  told: a.told + b.told,
  projects: a.projects + b.projects,
});
