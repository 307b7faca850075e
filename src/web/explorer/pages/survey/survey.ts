import type { SurveyFiguresQuery, SurveyQuadrant } from '../../graphql/graphql.js';

export type Result = SurveyFiguresQuery['surveyResults']['nodes'][number];
export type Measure = 'satisfaction' | 'importance';
export type Quadrant = 'improve' | 'keep' | 'watch' | 'enough';

/** The surveys of one policy item, the earliest first. */
export interface ItemSurveys {
  readonly item: NonNullable<Result['policyItem']>;
  readonly results: readonly Result[];
}

export function byItem(results: readonly Result[]): readonly ItemSurveys[] {
  const items = new Map(results.flatMap(({ policyItem }) => (policyItem ? [[policyItem.id, policyItem]] : [])));
  return [...items.values()].map((item) => ({
    item,
    results: results
      .filter(({ policyItem }) => policyItem?.id === item.id)
      .toSorted((first, second) => first.year - second.year),
  }));
}

/** The results of the last survey that have both figures. */
export function lastSurvey(results: readonly Result[]) {
  const whole = results.flatMap(({ satisfaction, importance, ...rest }) =>
    satisfaction === null || importance === null ? [] : [{ ...rest, satisfaction, importance }],
  );
  const year = Math.max(...whole.map((result) => result.year));
  return whole.filter((result) => result.year === year);
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The quadrants as the API names them, and as pages word them. */
export const quadrantNames: Readonly<Record<SurveyQuadrant, Quadrant>> = {
  IMPORTANT_UNSATISFYING: 'improve',
  IMPORTANT_SATISFYING: 'keep',
  LESS_IMPORTANT_UNSATISFYING: 'watch',
  LESS_IMPORTANT_SATISFYING: 'enough',
};

/** The way of a figure from the first to the last survey of an item; null without two. */
export function courseOf({ results }: ItemSurveys, measure: Measure): number | null {
  const values = results.flatMap((result) => result[measure] ?? []);
  const [first, last] = [values[0], values.at(-1)];
  return values.length < 2 || first === undefined || last === undefined ? null : last - first;
}

/** The same values, in their order, at least `gap` apart: where names stand beside the ends of lines. */
export function spread(values: readonly number[], gap: number): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const groups: { sum: number; members: number[] }[] = [];
  for (const { value, index } of order) {
    let group = { sum: value, members: [index] };
    for (let last = groups.at(-1); last && endOf(last, gap) + gap > startOf(group, gap); last = groups.at(-1)) {
      groups.pop();
      group = { sum: last.sum + group.sum, members: [...last.members, ...group.members] };
    }
    groups.push(group);
  }
  const placed = [...values];
  for (const group of groups)
    group.members.forEach((index, position) => {
      placed[index] = startOf(group, gap) + position * gap;
    });
  return placed;
}

interface Group {
  readonly sum: number;
  readonly members: readonly number[];
}
/** A group lies around the mean of its members. */
const startOf = ({ sum, members }: Group, gap: number) => sum / members.length - ((members.length - 1) * gap) / 2;
const endOf = (group: Group, gap: number) => startOf(group, gap) + (group.members.length - 1) * gap;

/** How high the charts of the survey are. */
export const quadrantsHeight = (width: number): number => Math.round(Math.min(520, Math.max(360, width * 0.6)));
export const slopesHeight = (): number => 440;
