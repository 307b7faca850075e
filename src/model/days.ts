/** Days of the calendar, written 2024-04-01: as texts they stand in their order. */

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && dayOf(Number(year), Number(month), Number(day)) !== null;
}

/** A day as it is written; null where the calendar has none. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(0);
  // The first century is no short form of the twentieth here.
  date.setUTCFullYear(year, month - 1, day);
  const isThere = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? date.toISOString().slice(0, 10) : null;
}

/** The last day of a fiscal year, and its first. */
export const lastDayOf = (fiscalYear: number): string => `${fiscalYear + 1}-03-31`;
export const firstDayOf = (fiscalYear: number): string => `${fiscalYear}-04-01`;
