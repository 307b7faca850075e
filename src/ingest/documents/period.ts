import { parseEraYear } from '../../model/fiscal-year.js';
import { cleanText } from './text.js';

/** A printed period of fiscal years; all years are null where it cannot be read. */
export interface Period {
  /** As printed, after NFKC. */
  readonly text: string;
  readonly startFiscalYear: number | null;
  /** Null while the period is open ("令和3年3月～"). */
  readonly endFiscalYear: number | null;
  /** The fiscal year of a revision that is printed with it ("(H29改定)"). */
  readonly revisedFiscalYear: number | null;
}

const era = '(R|H|S|令和|平成|昭和)';
const time = String.raw`(\d{1,2}|元)(?:年度?)?(?:(\d{1,2})月)?`;
const dash = '[-~‐‑–—―−〜ー]';
const period = new RegExp(
  String.raw`^${era}${time}(?:(${dash}|から)(?:${era}?${time}(?:まで)?)?)?(?:\(${era}${time}(?:改[定訂正])\))?$`,
);

/**
 * Reads "平成30～34年度", "令和3年3月～", "H29-R28年度", "H19年度-(H29改定)". A month before April belongs to the fiscal year
 * before; an end without an era counts in that of the start. A single year is a period of one.
 */
export function parsePeriod(printed: string): Period {
  const text = cleanText(printed);
  const unread = { text, startFiscalYear: null, endFiscalYear: null, revisedFiscalYear: null };
  const match = period.exec(text.replace(/\s/g, ''));
  if (!match) return unread;
  const [, startEra, startYear, startMonth, range, endEra, endYear, endMonth, revisedEra, revisedYear, revisedMonth] =
    match;
  const start = fiscalYear(startEra, startYear, startMonth);
  const end = range === undefined ? start : fiscalYear(endEra ?? startEra, endYear, endMonth);
  const revised = fiscalYear(revisedEra, revisedYear, revisedMonth);
  const bad = start === 'unread' || end === 'unread' || revised === 'unread';
  if (bad || start === null || (end !== null && end < start)) return unread;
  return { text, startFiscalYear: start, endFiscalYear: end, revisedFiscalYear: revised };
}

/** Null where there is no year, 'unread' where it is none that exists. */
function fiscalYear(era?: string, year?: string, month?: string): number | null | 'unread' {
  if (year === undefined) return null;
  const calendarYear = parseEraYear(`${era}${year}年`);
  const monthNumber = month === undefined ? null : Number(month);
  if (calendarYear === null || (monthNumber !== null && (monthNumber < 1 || monthNumber > 12))) return 'unread';
  return monthNumber !== null && monthNumber < 4 ? calendarYear - 1 : calendarYear;
}
