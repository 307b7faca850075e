import type { StoredSources } from '../model/stored-sources.js';
import { mergedSources } from './merged-sources.js';

interface Goal {
  readonly id: string;
  readonly number: number;
  readonly sources: StoredSources;
}

/** What a department does for one policy item. */
export interface DepartmentWork {
  readonly department: string;
  readonly item: string;
  /** Its measures of the item, and where it is said that it answers for them. */
  readonly measures: readonly string[];
  readonly sources: readonly StoredSources[];
  /** Goals that the item touches. */
  readonly goals: readonly Goal[];
  /** Reform sheets that the department carries out or supports. */
  readonly sheets: readonly string[];
}

/** Two departments that work on the same items or goals and share no measure and no reform sheet. */
export interface PairApart {
  readonly first: string;
  readonly second: string;
  readonly items: readonly string[];
  readonly goals: readonly string[];
  readonly sources: () => StoredSources;
}

interface Department {
  readonly id: string;
  readonly works: readonly DepartmentWork[];
  readonly items: ReadonlySet<string>;
  readonly goals: ReadonlySet<string>;
  /** Measures and sheets. */
  readonly own: ReadonlySet<string>;
}

/** The pairs in the order of the works, the first department before the second. */
export function pairsApart(works: readonly DepartmentWork[]): readonly PairApart[] {
  const byDepartment = new Map<string, DepartmentWork[]>();
  for (const work of works) {
    const known = byDepartment.get(work.department);
    if (known) known.push(work);
    else byDepartment.set(work.department, [work]);
  }
  const departments = [...byDepartment].map(
    ([id, its]): Department => ({
      id,
      works: its,
      items: new Set(its.map(({ item }) => item)),
      goals: new Set(
        its
          .flatMap(({ goals }) => goals)
          .sort((a, b) => a.number - b.number)
          .map((goal) => goal.id),
      ),
      own: new Set(its.flatMap(({ measures, sheets }) => [...measures, ...sheets])),
    }),
  );
  return departments.flatMap((first, index) =>
    departments.slice(index + 1).flatMap((second): PairApart[] => {
      if (overlap(first.own, second.own).length > 0) return [];
      const items = overlap(first.items, second.items);
      const goals = overlap(first.goals, second.goals);
      if (items.length + goals.length === 0) return [];
      return [
        { first: first.id, second: second.id, items, goals, sources: () => evidence(first, second, items, goals) },
      ];
    }),
  );
}

const overlap = (first: ReadonlySet<string>, second: ReadonlySet<string>) => [...first].filter((id) => second.has(id));

/** Where it is said that both work on the items, or, where they have no item in common, that their items touch the goals. */
function evidence(first: Department, second: Department, items: readonly string[], goals: readonly string[]) {
  const found = [...first.works, ...second.works].flatMap((work) => {
    if (items.length > 0) return items.includes(work.item) ? work.sources : [];
    const touched = work.goals.filter(({ id }) => goals.includes(id));
    return touched.length === 0 ? [] : [...work.sources, ...touched.map(({ sources }) => sources)];
  });
  return mergedSources(found, null);
}
