import type { QuantityCellFragment } from '../graphql/graphql.js';
import type { Language } from './language.js';

/** Units and counters that Japanese documents print, in English; another one stays as it is printed. */
const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  人: ['person', 'people'],
  名: ['person', 'people'],
  世帯: ['household', 'households'],
  団体: ['organisation', 'organisations'],
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
  台: ['vehicle', 'vehicles'],
  冊: ['volume', 'volumes'],
  筆: ['plot of land', 'plots of land'],
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

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });

/** A unit behind its figure, as the language of the page writes it: "件", " cases" (" case" behind 1), "%". */
export const unitAfter = (unit: string | null, language: Language, value: number | null = null): string => {
  if (unit === null || unit === '') return '';
  const english = language === 'en' ? units[unit] : undefined;
  if (!english) return unit;
  const [one, many] = english;
  return ` ${value !== null && Math.abs(value) === 1 ? one : many}`;
};

/** A figure as it is printed, in English its number and unit; null where nothing is printed. */
export function figureIn(figure: QuantityCellFragment | null, language: Language): string | null {
  if (!figure) return null;
  const { text, value, unit, comparator } = figure;
  if (language === 'ja' || value === null) return text;
  return `${comparator ? comparators[comparator] : ''}${plain.format(value)}${unitAfter(unit, language, value)}`;
}
