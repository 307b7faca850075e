import { groupBy } from '../group-by.js';
import { describe, enumeration } from '../model/declaration.js';
import { decimal } from '../model/figures.js';
import { type Ask, statement } from './statements.js';

const goalsText = statement('progress-goals');

export const GoalCourse = enumeration(
  'GoalCourse',
  'How the goals of a reform sheet move from year to year.',
  '達成目標の推移',
  {
    TOWARDS: describe('In the wanted direction, and never back.', '目指す方向に進む'),
    LEVEL: describe('The same every year.', '毎年同じ'),
    AGAINST: describe('Back in at least one year.', '後退する年がある'),
    NOT_COMPARABLE: describe('Fewer than two goals have numbers that can be compared.', '数値で比較できない'),
  },
);
export type GoalCourseName = keyof typeof GoalCourse.values;

/** A goal of one year, as the graph has it. */
export interface Goal {
  readonly id: string;
  readonly year: number;
  readonly text: string;
  readonly phrases: readonly string[];
  readonly value: number | null;
  readonly unit: string | null;
  readonly comparator: string | null;
}

export interface SheetGoals {
  readonly sheet: string;
  readonly start: number;
  readonly end: number;
  readonly goals: readonly Goal[];
}

/** The goals of a reform sheet as a series of numbers. */
export type GoalProgress = ReturnType<typeof seriesOf>;
/** A year of a series. */
export type GoalPoint = GoalProgress['points'][number];

/** The goals of the reform sheets as series of numbers. */
export async function goalProgress(municipalities: readonly string[], ask: Ask): Promise<readonly GoalProgress[]> {
  const rows = await ask(goalsText, { municipalities });
  return rows.map((row) => seriesOf(row as unknown as SheetGoals));
}

/** The goals of a reform sheet as a series of numbers, for every year of the sheet's course. */
export function seriesOf({ sheet, start, end, goals }: SheetGoals) {
  const { label, unit, values } = longest(goals);
  const wanted = goals.some(isToBeReduced) ? 'DECREASE' : 'INCREASE';
  const years = new Set(goals.map(({ year }) => year));
  for (let year = start; year <= end; year++) years.add(year);
  let before: number | null = null;
  const points = [...years]
    .sort((a, b) => a - b)
    .map((fiscalYear) => {
      /** Null where the goal has no number of the series. */
      const value = values.get(fiscalYear) ?? null;
      /** Against the number before. */
      const change = value === null || before === null ? null : decimal(value - before);
      before = value ?? before;
      return { fiscalYear, goalId: goals.find(({ year }) => year === fiscalYear)?.id ?? null, value, change };
    });
  const changes = points.flatMap((point) => point.change ?? []);
  return {
    sheet,
    /** What the numbers are of, where the goals say so alike; null else. */
    label,
    unit,
    wanted,
    points,
    course: courseOf(changes, wanted),
    /** Last number less first. */
    change: changes.length === 0 ? null : decimal(changes.reduce((sum, change) => sum + change, 0)),
  } as const;
}

function courseOf(changes: readonly number[], wanted: 'INCREASE' | 'DECREASE'): GoalCourseName {
  if (changes.length === 0) return 'NOT_COMPARABLE';
  const forward = changes.map((change) => (wanted === 'INCREASE' ? change : -change));
  if (forward.some((change) => change < 0)) return 'AGAINST';
  return forward.some((change) => change > 0) ? 'TOWARDS' : 'LEVEL';
}

/**
 * The series that has a number in most years: the figures of goals that hold exactly one, of one unit, or those of a
 * phrase that names the same thing in every year ("オープンデータの総公開数:12件"), where goals hold several.
 */
function longest(goals: readonly Goal[]) {
  const figures = [
    ...goals.flatMap(({ year, unit, value }) => (value === null ? [] : { label: null, unit, year, value })),
    ...goals.flatMap(({ year, phrases }) =>
      phrases.flatMap((phrase) => figureOf(phrase) ?? []).map((figure) => ({ ...figure, year })),
    ),
  ];
  const series = [...groupBy(figures, ({ label, unit }) => JSON.stringify([label, unit])).values()].map((own) => {
    const [{ label, unit }] = own;
    return { label, unit, values: new Map(own.map(({ year, value }) => [year, value])) };
  });
  // The sort is stable: the figures of whole goals come first among equals. A name is told where it goes with them.
  const [best, ...others] = series.sort((a, b) => b.values.size - a.values.size);
  if (!best) return { label: null, unit: null, values: new Map<number, number>() };
  const named = others.find(
    ({ label, unit, values }) => label !== null && unit === best.unit && values.size === best.values.size,
  );
  return { ...best, label: best.label ?? named?.label ?? null };
}

const labelled =
  /^(?<label>[^:]+): *(?:年間)?(?<number>\d[\d,]*(?:\.\d+)?) *(?<unit>[^\d\s~()]{1,4}?) *(?:以上|以下|以内|程度)?$/u;

/** "新規広告契約 件数:5件" → 5 件 of 新規広告契約 件数. */
function figureOf(phrase: string) {
  const { label, number, unit } = labelled.exec(phrase.normalize('NFKC').trim())?.groups ?? {};
  if (label === undefined || number === undefined || unit === undefined) return null;
  return { label: label.trim(), value: Number(number.replaceAll(',', '')), unit };
}

/** Arrears, leftovers and the like, of which there should be less; a rate of reduction is something to have more of. */
const lessIsBetter = /滞納|未納|未収|残渣|苦情|事故|待ち時間|要対応件数/u;
const reduction = /(?:削減|減少|縮減|短縮|低減)率/u;

const isToBeReduced = ({ text, comparator }: Goal): boolean =>
  comparator === 'AT_MOST' || (lessIsBetter.test(text) && !reduction.test(text));
