import { once } from '../../../../../labels/once.js';
import { figureIn, shortNumber, unitAfter } from '../../../language/figures.js';
import type { ThingLabels } from '../words.js';
import type { DrawnIndicator } from './course-chart.js';

/** The baseline or the target of an indicator as it is printed, with its year; in words where nothing is printed. */
export function figureAt(
  indicator: DrawnIndicator,
  end: 'baseline' | 'target',
  { words, language }: ThingLabels,
): string {
  const { [end]: figure, progress } = indicator;
  if (!figure?.text) return words.unknown;
  const [era, year] =
    end === 'baseline' ? [progress.baselineEra, progress.baselineYear] : [progress.targetEra, progress.targetYear];
  return [figureIn(figure, language), ...(year === null ? [] : [words.fiscalYear(era, year)])].join(' ');
}

/** A difference with its unit; of two shares in percent it is not a share of the first. */
export function differenceIn(
  value: number | null,
  { unit }: DrawnIndicator['progress'],
  { language }: ThingLabels,
): string | null {
  if (value === null) return null;
  return `${signed(value)}${unitAfter(unit === '%' ? 'ポイント' : unit, language, value)}`;
}

/** What lies between an indicator's latest actual value, or its baseline, and the target, also in percent of that value. */
export function distanceIn(progress: DrawnIndicator['progress'], labels: ThingLabels): string | null {
  const distance = differenceIn(progress.distance, progress, labels);
  if (distance === null || progress.distancePercent === null) return distance;
  return labels.words.course.distance(distance, `${signed(progress.distancePercent)}%`);
}

/** What `distanceIn` is called. */
export const distanceLabel = ({ latest }: DrawnIndicator['progress'], { words, vocabulary }: ThingLabels): string =>
  latest === null ? vocabulary.field('IndicatorProgress', 'distance') : words.course.fromLatest;

/** The latest actual value with its year; null where none is told. */
export function latestIn(
  { latest, latestEra, latestYear, unit }: DrawnIndicator['progress'],
  { words, language }: ThingLabels,
): string | null {
  if (latest === null || latestYear === null) return null;
  return `${shortNumber().format(latest)}${unitAfter(unit, language, latest)} ${words.fiscalYear(latestEra, latestYear)}`;
}

const format = once(() => new Intl.NumberFormat('ja', { maximumFractionDigits: 2, signDisplay: 'exceptZero' }));
const signed = (value: number) => format().format(value).replace('-', '−');
