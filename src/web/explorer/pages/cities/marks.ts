import type { CitiesByMarkQuery } from '../../graphql/graphql.js';
import { none } from '../../parts/lists.js';
import type { City } from './city.js';

/** What can have a mark, as it is called in the answer and in addresses of lists. */
export const marked = ['policyItems', 'measures', 'projects'] as const;
export type Marked = (typeof marked)[number];

/** A mark of a city; null for what was given none. */
export interface Mark {
  readonly city: City;
  readonly mark: string | null;
  /** What it means on the scales of the city; empty where that is not told. */
  readonly meaning: string;
  /** How many things of each kind have it. */
  readonly counts: Readonly<Record<Marked, number>>;
}

/** The marks of each city in the order of its scale, those that are on none behind them, and last what was given none. */
export function marksOf(cities: readonly City[], answer: CitiesByMarkQuery): readonly Mark[] {
  const counts = new Map(
    marked.flatMap((kind) =>
      answer[kind].cells.map(({ row, column, count }) => [`${kind} ${row} ${column}`, count] as const),
    ),
  );
  const countsAt = ({ id }: City, column: string) =>
    Object.fromEntries(marked.map((kind) => [kind, counts.get(`${kind} ${id} ${column}`) ?? 0])) as Mark['counts'];
  return cities.flatMap((city) => {
    const levels = answer.scaleLevels.nodes.filter(({ municipalityKey }) => municipalityKey === city.key);
    const columns = marked
      .flatMap((kind) => answer[kind].columns)
      .filter(({ municipality }) => municipality === city.key);
    const marks = [...new Set([...levels.map(({ mark }) => mark), ...columns.flatMap(({ code }) => code ?? [])])];
    const ofMark = marks.map((mark) => {
      const meanings = levels.filter((level) => level.mark === mark).flatMap(({ meaning }) => meaning ?? []);
      const key = columns.find(({ code }) => code === mark)?.key ?? mark;
      return { city, mark, meaning: [...new Set(meanings)].join(' / '), counts: countsAt(city, key) };
    });
    return [...ofMark, { city, mark: null, meaning: '', counts: countsAt(city, none) }];
  });
}

/** The kinds of things of which some have a mark; all where none has. */
export function kindsWithMarks(rows: readonly Mark[]): readonly Marked[] {
  const found = marked.filter((kind) => rows.some(({ mark, counts }) => mark !== null && counts[kind] > 0));
  return found.length > 0 ? found : marked;
}
