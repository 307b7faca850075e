/** Figures as documents print them, and in English: the number with its unit in words. */
import type { Description } from '../model/declaration.js';
import type { PrintedFigureFragment } from './graphql/graphql.js';
import { same } from './section.js';

/** Japanese counters and units in English, after 1 and after other numbers. */
const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  人: ['person', 'people'],
  名: ['person', 'people'],
  件: ['case', 'cases'],
  回: ['time', 'times'],
  つ: ['item', 'items'],
  団体: ['organization', 'organizations'],
  事業: ['project', 'projects'],
  事業者: ['business', 'businesses'],
  施設: ['facility', 'facilities'],
  公園: ['park', 'parks'],
  橋梁: ['bridge', 'bridges'],
  手続: ['procedure', 'procedures'],
  食: ['meal', 'meals'],
  筆: ['parcel of land', 'parcels of land'],
  台: ['unit', 'units'],
  時間: ['hour', 'hours'],
};

const comparators: Readonly<Record<string, string>> = { AT_LEAST: 'at least ', AT_MOST: 'at most ', ABOUT: 'about ' };

/** The number with its unit in English; null where there is no number, or a unit without an English word. */
export function figureInEnglish({ value, unit, comparator }: Omit<PrintedFigureFragment, 'text'>): string | null {
  if (value === null) return null;
  const number = `${comparators[comparator ?? ''] ?? ''}${value.toLocaleString('en', { maximumFractionDigits: 10 })}`;
  if (unit === null) return number;
  if (/^[%％]$/.test(unit)) return `${number}%`;
  if (/^[\w/]+$/.test(unit)) return `${number} ${unit}`;
  const words = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return words ? `${number} ${words[value === 1 ? 0 : 1]}` : null;
}

/** A figure as it is printed, and in English words where there are any; a dash where there is none. */
export function figureWords(printed: PrintedFigureFragment | null): Description {
  if (printed?.text === null || printed?.text === undefined) return same('—');
  return { ja: printed.text, en: figureInEnglish(printed) ?? printed.text };
}
