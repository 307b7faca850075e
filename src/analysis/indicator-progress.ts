import { type Direction, decimal, directionOf, distanceOf } from '../model/figures.js';
import type { StoredSources } from '../model/stored-sources.js';
import { statement } from './statements.js';
import type { Label } from './wording.js';

/** The indicators of some municipalities. */
export const indicatorIdsText = statement('progress-indicator-ids');
/** The figures of some indicators, by id. */
export const indicatorFiguresText = statement('progress-indicators');

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
  readonly sources: StoredSources;
}

/** How far an indicator has to go. */
export type IndicatorProgress = ReturnType<typeof progressOf>;

/** How far an indicator has to go; `assumedYears` is the time for it where no years are printed. */
export function progressOf(figures: IndicatorFigures, assumedYears: number) {
  const { baselineYear, targetYear } = figures;
  const printed = baselineYear !== null && targetYear !== null && targetYear > baselineYear;
  const years = printed ? targetYear - baselineYear : assumedYears;
  const { distance, distancePercent, reached } = distanceOf(figures);
  return {
    ...figures,
    direction: directionOf(figures),
    distance,
    distancePercent,
    reached,
    years,
    /** The document does not print the years of its figures. */
    yearsAssumed: !printed,
    /** The change that each year has to bring; 0 where the target is reached already. */
    requiredPerYear: distance === null ? null : reached ? 0 : decimal(distance / years),
    /** Why there is no distance; null where there is one. */
    why: distance === null ? whyNot(figures) : null,
  };
}

function whyNot({ baseline, target }: IndicatorFigures): Label {
  if (baseline === null && target === null)
    return {
      ja: '文書には項目名だけがあり、現状値も目標値も数値で記載されていません。',
      en: 'The document prints the name only: neither a baseline nor a target in numbers.',
    };
  return baseline === null
    ? { ja: '現状値が数値で記載されていません。', en: 'The document prints no baseline in numbers.' }
    : { ja: '目標値が数値で記載されていません。', en: 'The document prints no target in numbers.' };
}
