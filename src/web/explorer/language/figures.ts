import { englishNumber, englishUnitAfter } from '../../../labels/figures.js';
import { once } from '../../../labels/once.js';
import type { QuantityCellFragment } from '../graphql/graphql.js';
import type { Language } from './language.js';

/**
 * A unit behind its figure, as the language of the page writes it: "件", " cases" (" case" behind 1), "%"; as it is printed
 * where it has no English word.
 */
export const unitAfter = (unit: string | null, language: Language, value: number | null = null): string => {
  if (unit === null || unit === '') return '';
  return (language === 'en' ? englishUnitAfter(unit, value) : null) ?? unit;
};

/** A number with two decimals at most, as both languages write it. */
export const shortNumber = once(() => new Intl.NumberFormat('ja', { maximumFractionDigits: 2 }));

/** What documents print between a number and its unit here, and leave out there. */
const beforeUnit = /(?<=\d)\s+(?=[^\s\d→～~+\-−])/gu;

/** A figure as it is printed but for blanks before its unit, in English its number and unit; null where nothing is printed. */
export function figureIn(figure: QuantityCellFragment | null, language: Language): string | null {
  if (!figure) return null;
  const { text, value, unit, comparator } = figure;
  if (language === 'ja' || value === null) return text?.replace(beforeUnit, '') ?? null;
  return englishNumber(value, comparator) + unitAfter(unit, language, value);
}
