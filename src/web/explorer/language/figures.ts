import type { QuantityCellFragment } from '../graphql/graphql.js';
import type { Language } from './language.js';

/** Units and counters that Japanese documents print, in English; another one stays as it is printed. */
const units: Readonly<Record<string, string>> = {
  人: 'people',
  名: 'people',
  世帯: 'households',
  団体: 'organisations',
  事業者: 'businesses',
  社: 'companies',
  店: 'shops',
  件: 'cases',
  つ: 'items',
  回: 'times',
  食: 'meals',
  事業: 'projects',
  手続: 'procedures',
  施設: 'facilities',
  公園: 'parks',
  橋梁: 'bridges',
  校: 'schools',
  園: 'nurseries',
  戸: 'dwellings',
  棟: 'buildings',
  台: 'vehicles',
  冊: 'volumes',
  筆: 'plots of land',
  か所: 'places',
  箇所: 'places',
  円: 'yen',
  千円: 'thousand yen',
  万円: '×10,000 yen',
  百万円: 'million yen',
  億円: '×100 million yen',
  時間: 'hours',
  分: 'minutes',
  日: 'days',
  年: 'years',
  歳: 'years of age',
  ポイント: 'points',
};

const comparators = { AT_LEAST: 'at least ', AT_MOST: 'at most ', ABOUT: 'about ' } as const;

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });

/** A unit behind its figure, as the language of the page writes it: "件", " cases", "%". */
export const unitAfter = (unit: string | null, language: Language): string => {
  if (unit === null || unit === '') return '';
  const english = language === 'en' ? units[unit] : undefined;
  return english ? ` ${english}` : unit;
};

/** A figure as it is printed, in English its number and unit; null where nothing is printed. */
export function figureIn(figure: QuantityCellFragment | null, language: Language): string | null {
  if (!figure) return null;
  const { text, value, unit, comparator } = figure;
  if (language === 'ja' || value === null) return text;
  return `${comparator ? comparators[comparator] : ''}${plain.format(value)}${unitAfter(unit, language)}`;
}
