/** The name of a file for people: what it lists, under which conditions, and of which day. */
import type { Condition } from './conditions.js';

/** Longer names of conditions are left out: some systems have 255 bytes for a name, 85 Japanese characters. */
const longest = 50;
/** What no system, or no shell without quotes, has in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const impossible = /[\u0000-\u0020\u007f\u3000\\/:*?"<>|]+/g;

/** `施策中項目_SDG17_市民活動推進課_2026-11-24`, without the ending. */
export function fileName(subject: string, conditions: readonly Pick<Condition, 'short'>[], day: string): string {
  const parts = conditions.flatMap(({ short }) => short ?? []).map((part) => part.replace(impossible, '_'));
  let left = longest;
  const fitting = parts.filter((part) => {
    left -= part.length;
    return left >= 0;
  });
  return [subject.replace(impossible, '_'), ...new Set(fitting), day].join('_');
}

/** The same in letters that every client takes: parts in others are left out. */
export const plainFileName = (...given: Parameters<typeof fileName>): string =>
  fileName(
    given[0],
    given[1].filter(({ short }) => short !== null && /^[\w.-]+$/.test(short)),
    given[2],
  );

/** The day in Japan, where the documents are from: `2026-11-24`. */
export const dayOf = (time: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(time);
