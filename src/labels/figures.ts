/** Figures of documents in English: the number with its unit in words. */
import { once } from './once.js';

/** A figure as a document prints it, taken apart; `value` is null where it prints no number. */
export interface PrintedFigure {
  readonly value: number | null;
  readonly unit: string | null;
  readonly comparator: keyof typeof comparators | null;
}

/** Units and counters that Japanese documents print, in English: after 1 and after other numbers. */
const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  人: ['person', 'people'],
  名: ['person', 'people'],
  世帯: ['household', 'households'],
  団体: ['organization', 'organizations'],
  事業者: ['business', 'businesses'],
  社: ['company', 'companies'],
  店: ['shop', 'shops'],
  件: ['case', 'cases'],
  つ: ['item', 'items'],
  回: ['time', 'times'],
  食: ['meal', 'meals'],
  事業: ['project', 'projects'],
  手続: ['procedure', 'procedures'],
  施設: ['facility', 'facilities'],
  公園: ['park', 'parks'],
  橋梁: ['bridge', 'bridges'],
  校: ['school', 'schools'],
  園: ['nursery', 'nurseries'],
  戸: ['dwelling', 'dwellings'],
  棟: ['building', 'buildings'],
  台: ['unit', 'units'],
  冊: ['volume', 'volumes'],
  筆: ['parcel of land', 'parcels of land'],
  か所: ['place', 'places'],
  箇所: ['place', 'places'],
  円: ['yen', 'yen'],
  千円: ['thousand yen', 'thousand yen'],
  万円: ['×10,000 yen', '×10,000 yen'],
  百万円: ['million yen', 'million yen'],
  億円: ['×100 million yen', '×100 million yen'],
  時間: ['hour', 'hours'],
  分: ['minute', 'minutes'],
  日: ['day', 'days'],
  年: ['year', 'years'],
  歳: ['year of age', 'years of age'],
  ポイント: ['point', 'points'],
};

const comparators = { AT_LEAST: 'at least ', AT_MOST: 'at most ', ABOUT: 'about ' } as const;

const plain = once(() => new Intl.NumberFormat('en', { maximumFractionDigits: 10 }));

/** A unit behind its number, as English writes it: " cases", " case" after 1, "%", " km"; null where it has no English word. */
export function englishUnitAfter(unit: string, value: number | null = null): string | null {
  if (/^[%％]$/.test(unit)) return '%';
  if (/^[\w/]+$/.test(unit)) return ` ${unit}`;
  const [one, many] = (Object.hasOwn(units, unit) && units[unit]) || [];
  const word = value !== null && Math.abs(value) === 1 ? one : many;
  return word === undefined ? null : ` ${word}`;
}

/** A number in English with what is said of it: "at least 1,900"; its unit stands behind it. */
export const englishNumber = (value: number, comparator: PrintedFigure['comparator'] = null): string =>
  `${comparator ? comparators[comparator] : ''}${plain().format(value)}`;

/** The number with its unit in English; null where there is no number, or a unit without an English word. */
export function figureInEnglish({ value, unit, comparator }: PrintedFigure): string | null {
  if (value === null) return null;
  const after = unit === null || unit === '' ? '' : englishUnitAfter(unit, value);
  return after === null ? null : englishNumber(value, comparator) + after;
}
