import { type Direction, decimal, directionOf, distanceOf } from '../model/figures.js';
import type { StoredSources } from '../model/stored-sources.js';
import { mergedSources } from './merged-sources.js';
import { statement } from './statements.js';
import type { Label } from './wording.js';

/** The indicators of some municipalities. */
export const indicatorIdsText = statement('progress-indicator-ids');
/** The figures of some indicators, by id. */
export const indicatorFiguresText = statement('progress-indicators');

/** What was reached in a fiscal year. */
interface ActualValue {
  readonly value: number;
  readonly year: number;
  readonly sources: StoredSources;
}

/** The figures of an indicator, as the graph has them. */
export interface IndicatorFigures {
  readonly id: string;
  readonly direction: Direction | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly unit: string | null;
  readonly baselineYear: number | null;
  readonly targetYear: number | null;
  readonly comparator: string | null;
  /** The last actual value in numbers; null where none is told. */
  readonly actual: ActualValue | null;
  readonly sources: StoredSources;
}

/** How far an indicator has to go. */
export type IndicatorProgress = ReturnType<typeof progressOf>;

/** How far an indicator has to go; `assumedYears` is the time for it where no years are printed. */
export function progressOf({ actual, ...figures }: IndicatorFigures, assumedYears: number) {
  const latest = sinceBaseline(actual, figures.baselineYear);
  const printedYears = yearsLeft(figures, latest);
  const years = printedYears ?? assumedYears;
  const { distance, distancePercent, reached } = distanceOf(figures, latest?.value);
  return {
    ...figures,
    latest: latest?.value ?? null,
    latestYear: latest?.year ?? null,
    sources: latest ? mergedSources([figures.sources, latest.sources], null) : figures.sources,
    direction: directionOf(figures),
    distance,
    distancePercent,
    reached,
    years,
    /** The document does not print the years of its figures. */
    yearsAssumed: printedYears === null,
    requiredPerYear: requiredPerYear(distance, reached, years),
    /** Why there is no distance; null where there is one. */
    why: distance === null ? whyNot(figures, latest) : null,
  };
}

/** An actual value of before the baseline is not where the indicator stands: the baseline is newer. */
const sinceBaseline = (actual: ActualValue | null, baselineYear: number | null): ActualValue | null =>
  actual && (baselineYear === null || actual.year >= baselineYear) ? actual : null;

/** In how many years the target is to be reached by the years that are told, 0 where its year is over; null without them. */
function yearsLeft(
  { baselineYear, targetYear }: Pick<IndicatorFigures, 'baselineYear' | 'targetYear'>,
  latest: ActualValue | null,
): number | null {
  if (targetYear === null) return null;
  if (latest) return Math.max(0, targetYear - latest.year);
  return baselineYear !== null && targetYear > baselineYear ? targetYear - baselineYear : null;
}

/**
 * The change that each year has to bring; 0 where the target is reached already, null where no year is left for it or nobody
 * knows whether it is reached.
 */
function requiredPerYear(distance: number | null, reached: boolean | null, years: number): number | null {
  if (reached) return 0;
  return distance === null || reached === null || years === 0 ? null : decimal(distance / years);
}

function whyNot(
  { baseline, target }: Pick<IndicatorFigures, 'baseline' | 'target'>,
  latest: ActualValue | null,
): Label {
  if (latest) return noTarget;
  if (baseline === null && target === null)
    return {
      ja: '文書には項目名だけがあり、現状値も目標値も数値で記載されていません。',
      en: 'The document prints the name only: neither a baseline nor a target in numbers.',
    };
  return baseline === null
    ? { ja: '現状値が数値で記載されていません。', en: 'The document prints no baseline in numbers.' }
    : noTarget;
}

const noTarget: Label = {
  ja: '目標値が数値で記載されていません。',
  en: 'The document prints no target in numbers.',
};
