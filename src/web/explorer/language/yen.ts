import { once } from '../../../labels/once.js';
import type { Language } from './language.js';

const whole = once(() => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }));
const tenth = once(() => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }));
const hundredth = once(() => new Intl.NumberFormat('en', { maximumFractionDigits: 2 }));

/** All digits of an amount. */
export const exactYen = (yen: number, language: Language): string =>
  language === 'ja' ? `${whole().format(yen)}円` : `¥${whole().format(yen)}`;

/** An amount as people read it: 1.2億円, 2,050万円 or 8,400円; ¥120 million. */
export function yenIn(yen: number, language: Language): string {
  const size = Math.abs(yen);
  if (language === 'en') return size < 1e5 ? exactYen(yen, 'en') : `¥${hundredth().format(yen / 1e6)} million`;
  if (size < 1e4) return exactYen(yen, 'ja');
  if (size < 1e8) return `${(size < 1e6 ? tenth : whole)().format(yen / 1e4)}万円`;
  return `${hundredth().format(yen / 1e8)}億円`;
}
