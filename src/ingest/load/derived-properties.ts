/** Properties that follow from others of the dataset (`derived` in the model), worked out when it is loaded. */
import { groupBy } from '../../group-by.js';
import type { EdgeName, NodeName } from '../../model/declaration.js';
import type { SuccessionKindValue } from '../../model/enums.js';
import { type Direction, decimal, distanceOf } from '../../model/figures.js';
import type { Cell, Dataset, EdgeRow, NodeRow } from '../dataset/dataset.js';

/** The derived properties of a thing, as the graph names them, without those that cannot be told. */
type Derived = Readonly<Record<string, Cell>>;

/** The derived properties of all things that have any, by id. */
export const derivedProperties = (dataset: Dataset): ReadonlyMap<string, Derived> =>
  new Map(
    [...ofIndicators(dataset), ...ofSheets(dataset), ...ofSurveys(dataset), ...ofDepartments(dataset)].map(
      ([id, properties]) => [id, Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))],
    ),
  );

const rowsOf = ({ nodes }: Dataset, type: NodeName): readonly NodeRow[] => nodes.get(type) ?? [];

/** Of each thing at the start of an edge, the thing at its end. */
const endsOf = ({ edges }: Dataset, type: EdgeName): ReadonlyMap<string, string> =>
  new Map((edges.get(type) ?? []).map(({ from, to }) => [from, to]));

const numberIn = ({ values }: NodeRow, header: string): number | null => {
  const value = values[header];
  return typeof value === 'number' ? value : null;
};

function ofIndicators(dataset: Dataset): readonly (readonly [string, Derived])[] {
  return rowsOf(dataset, 'Indicator').map((row) => {
    const [baseline, target] = [numberIn(row, 'baseline_value'), numberIn(row, 'target_value')];
    const { distance, distancePercent, reached } = distanceOf({
      baseline,
      target,
      direction: (row.values.direction ?? null) as Direction | null,
      comparator: (row.values.target_comparator ?? null) as string | null,
    });
    const targetSide = distance === null ? null : distance > 0 ? 'ABOVE' : distance < 0 ? 'BELOW' : 'EQUAL';
    return [row.id, { distance, distancePercent, reached, targetSide }];
  });
}

function ofSheets(dataset: Dataset): readonly (readonly [string, Derived])[] {
  const sheetOf = endsOf(dataset, 'GOAL_OF');
  const goals = groupBy(rowsOf(dataset, 'AnnualGoal'), ({ id }) => sheetOf.get(id) ?? '');
  return rowsOf(dataset, 'ReformSheet').map((row) => {
    const years = new Set((goals.get(row.id) ?? []).map((goal) => numberIn(goal, 'fiscal_year')));
    const [start, end] = [numberIn(row, 'start_fiscal_year'), numberIn(row, 'target_fiscal_year')];
    const goalYearsMissing: number[] = [];
    if (start !== null && end !== null)
      for (let year = start; year <= end; year++) if (!years.has(year)) goalYearsMissing.push(year);
    return [row.id, { goalYearsMissing, targetYearGoalMissing: end !== null && !years.has(end) }];
  });
}

/** How departments came of others and went on in others, by how many there were on both sides. */
function ofDepartments(dataset: Dataset): readonly (readonly [string, Derived])[] {
  const links = dataset.edges.get('SUCCEEDS') ?? [];
  const before = groupBy(links, ({ from }) => from);
  const after = groupBy(links, ({ to }) => to);
  const kindOf = (links: readonly EdgeRow[], isOld: boolean): SuccessionKindValue | null => {
    const others = isOld ? links.map(({ from }) => before.get(from)) : links.map(({ to }) => after.get(to));
    if (links.length === 0) return null;
    const isAlone = others.every((each) => each?.length === 1);
    if (links.length === 1 && isAlone) return 'RENAMED';
    if (links.length === 1) return isOld ? 'MERGED' : 'SPLIT';
    if (isAlone) return isOld ? 'SPLIT' : 'MERGED';
    return 'REORGANISED';
  };
  return rowsOf(dataset, 'Department').map(({ id }) => [
    id,
    { formation: kindOf(before.get(id) ?? [], false), ending: kindOf(after.get(id) ?? [], true) },
  ]);
}

function ofSurveys(dataset: Dataset): readonly (readonly [string, Derived])[] {
  const itemOf = endsOf(dataset, 'SURVEYS');
  const results = rowsOf(dataset, 'SurveyResult');
  const ofYear = groupBy(results, (row) => numberIn(row, 'year'));
  return [...groupBy(results, ({ id }) => itemOf.get(id) ?? id).values()].flatMap((series) => {
    const inOrder = [...series].sort((a, b) => Number(numberIn(a, 'year')) - Number(numberIn(b, 'year')));
    return inOrder.map((row, index) => {
      const before = inOrder[index - 1];
      const change = (header: string) => {
        const [value, last] = [numberIn(row, header), before ? numberIn(before, header) : null];
        return value === null || last === null ? null : decimal(value - last);
      };
      const survey = ofYear.get(numberIn(row, 'year')) ?? [];
      return [
        row.id,
        {
          latest: index === inOrder.length - 1,
          previousYear: before ? numberIn(before, 'year') : null,
          satisfactionChange: change('satisfaction'),
          importanceChange: change('importance'),
          satisfactionRankLoaded: rankIn(survey, row, 'satisfaction'),
          importanceRankLoaded: rankIn(survey, row, 'importance'),
          rankLoadedOf: survey.length,
          quadrant: quadrantIn(survey, row),
        },
      ] as const;
    });
  });
}

/** How many have more, and one; those that are equal share a rank. */
function rankIn(survey: readonly NodeRow[], row: NodeRow, header: string): number | null {
  const own = numberIn(row, header);
  return own === null ? null : 1 + survey.filter((other) => (numberIn(other, header) ?? -Infinity) > own).length;
}

/** Where a result stands to the means of its survey, as city surveys draw it. */
function quadrantIn(survey: readonly NodeRow[], row: NodeRow): string | null {
  const isHigh = (header: string) => {
    const values = survey.flatMap((other) => numberIn(other, header) ?? []);
    const own = numberIn(row, header);
    return own === null ? null : own >= decimal(values.reduce((sum, value) => sum + value, 0) / values.length);
  };
  const [important, satisfying] = [isHigh('importance'), isHigh('satisfaction')];
  if (important === null || satisfying === null) return null;
  return `${important ? 'IMPORTANT' : 'LESS_IMPORTANT'}_${satisfying ? 'SATISFYING' : 'UNSATISFYING'}`;
}
