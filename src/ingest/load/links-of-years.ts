/** Who something was of in its fiscal year (`YearlyEdgeType`): a grade of 2023 stays with the division of 2023. */
import type { StatedEdgeName, YearlyEdgeType } from '../../model/declaration.js';
import type { Dataset } from '../dataset/dataset.js';
import { type Ends, endsBy } from './link-ends.js';

/** When a thing exists, by the days of its first and last fiscal year; open where a day is not known. */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** The links of a dataset that follow from those that it states. */
export function linksOfYears(
  dataset: Dataset,
  { from, to, ways, succeeds }: YearlyEdgeType,
): readonly (readonly [from: string, to: string])[] {
  const periods = new Map(
    (dataset.nodes.get(to) ?? []).map(({ id, values }): [string, Period] => [
      id,
      { from: dayOr('', values.valid_from), to: dayOr('9999', values.valid_to) },
    ]),
  );
  const inForce = (edge: StatedEdgeName) => (dataset.edges.get(edge) ?? []).filter(({ effective }) => effective);
  const before = endsBy(inForce(succeeds), 'out');
  const after = endsBy(inForce(succeeds), 'in');
  const steps = ways.map((way) => way.map((edge) => endsBy(inForce(edge), 'out')));
  return (dataset.nodes.get(from) ?? []).flatMap(({ id, values: { fiscal_year: year } }) => {
    if (typeof year !== 'number') return [];
    const named = steps.flatMap((way) => way.reduce((ids, ends) => follow(ids, ends), [id] as readonly string[]));
    return [...new Set(named.flatMap((each) => inYear(each, year, periods, before, after)))].map(
      (each) => [id, each] as const,
    );
  });
}

/** A thing such as it was in a fiscal year, from April to March. */
function inYear(
  id: string,
  year: number,
  periods: ReadonlyMap<string, Period>,
  before: Ends,
  after: Ends,
): readonly string[] {
  const [first, last] = [`${year}-04-01`, `${year + 1}-03-31`];
  const placeOf = (each: string): 'before' | 'there' | 'after' => {
    const { from, to } = periods.get(each) ?? { from: '', to: '9999' };
    return from > last ? 'after' : to < first ? 'before' : 'there';
  };
  const place = placeOf(id);
  if (place === 'there') return [id];
  const next = place === 'after' ? before : after;
  const passed = new Set([id]);
  const found: string[] = [];
  for (let open: readonly string[] = [id]; open.length > 0; ) {
    const ends = follow(open, next).filter((each) => !passed.has(each));
    for (const each of ends) passed.add(each);
    found.push(...ends.filter((each) => placeOf(each) === 'there'));
    open = ends.filter((each) => placeOf(each) === place);
  }
  return found;
}

const follow = (ids: readonly string[], ends: Ends): readonly string[] => ids.flatMap((id) => ends.get(id) ?? []);

const dayOr = (otherwise: string, cell: unknown): string => (typeof cell === 'string' ? cell : otherwise);
