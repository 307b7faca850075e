import { groupBy } from '../group-by.js';
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
  /**
   * The measures of the item for which it answers or that it supports; where it answers for the item as a whole, all of them
   * and the item itself. And where that is said.
   */
  readonly shareable: readonly string[];
  readonly sources: readonly StoredSources[];
  /** Goals that the item touches. */
  readonly goals: readonly Goal[];
  /** Reform sheets that the department carries out or supports. */
  readonly sheets: readonly string[];
}

/**
 * The pairs of departments that work on the same items or goals and share no measure and no reform sheet, in the order of the
 * works, the first department before the second.
 */
export function pairsApart(works: readonly DepartmentWork[]) {
  const departments = [...groupBy(works, ({ department }) => department)].map(([id, own]) => ({
    id,
    works: own,
    items: new Set(own.map(({ item }) => item)),
    goals: new Set(
      own
        .flatMap(({ goals }) => goals)
        .sort((a, b) => a.number - b.number)
        .map((goal) => goal.id),
    ),
    shareable: new Set(own.flatMap(({ shareable, sheets }) => [...shareable, ...sheets])),
  }));
  return departments.flatMap((first, index) =>
    departments.slice(index + 1).flatMap((second) => {
      if (overlap(first.shareable, second.shareable).length > 0) return [];
      const items = overlap(first.items, second.items);
      const goals = overlap(first.goals, second.goals);
      if (items.length + goals.length === 0) return [];
      const sources = () => evidence([...first.works, ...second.works], items, goals);
      return [{ first: first.id, second: second.id, items, goals, sources }];
    }),
  );
}

const overlap = (first: ReadonlySet<string>, second: ReadonlySet<string>) => [...first].filter((id) => second.has(id));

/** Where it is said that both work on the items, or, where they have no item in common, that their items touch the goals. */
function evidence(works: readonly DepartmentWork[], items: readonly string[], goals: readonly string[]) {
  const read = works.flatMap((work) => {
    if (items.length > 0) return items.includes(work.item) ? work.sources : [];
    const touched = work.goals.filter(({ id }) => goals.includes(id));
    return touched.length === 0 ? [] : [...work.sources, ...touched.map(({ sources }) => sources)];
  });
  return mergedSources(read, null);
}
