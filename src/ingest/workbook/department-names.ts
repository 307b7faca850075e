/** Names of departments as cells have them: several side by side, with signs that are no part of a name, misspelt. */
import { distanceBetween } from '../../distance.js';
import { divisionEnd } from './cells.js';

/** What a text names, as far as the workbook knows. */
export interface Names {
  readonly isKnown: (name: string) => boolean;
  readonly nearestTo: (name: string) => string | null;
}

/** How far below the city a department stands by the end of its name: 部, 課, 係. */
function levelOf(name: string): number {
  if (/[部局]$/.test(name)) return 0;
  return /[係班]$/.test(name) ? 2 : 1;
}

/** Whether each of some names lies within the one before it, as it seems: 福祉部 健康課. */
const isPath = (names: readonly string[]): boolean =>
  names.every((name, index) => index === 0 || levelOf(name) > levelOf(names[index - 1] ?? ''));

/** One name of a list, or the several that it is: with blanks between them, or middle dots where some are known or nearly. */
export function severalNames(name: string, { isKnown, nearestTo }: Names): readonly string[] {
  if (isKnown(name)) return [name];
  const besides = name.split(/\s+/);
  if (besides.every((part) => isKnown(part) || divisionEnd.test(part)) && !isPath(besides)) return besides;
  const dotted = name.split(/[・･]/).map((part) => part.trim());
  const isNearly = (part: string) => isKnown(part) || nearestTo(part) !== null;
  return nearestTo(name) === null && dotted.some(isKnown) && dotted.every(isNearly) ? dotted : [name];
}

/** Signs between and around names, and words for those that are not named: 健康課（福祉課）, 健康課→福祉課, 健康課ほか. */
const signs = /[()[\]【】〔〕<>→⇒←↔&+。]|(?:他|ほか|外)(?:\d*課|関係課)?$|(?<=[課室局部係])と/;

export const hasSigns = (name: string): boolean => signs.test(name.normalize('NFKC'));

/** A name with how often it is written. */
interface Counted {
  readonly name: string;
  readonly count: number;
}

/** The name that was probably meant by one that is written less often and differs by one letter; null where none is. */
export function meantName({ name, count }: Counted, others: readonly Counted[]): string | null {
  const likely = others.filter((other) => other.count > count && isSlipOf(name, other.name));
  return likely.toSorted((a, b) => b.count - a.count)[0]?.name ?? null;
}

/** 健康科 of 健康課; not 税務課 of 総務課, nor 総務部 of 総務課, as short names that differ by a letter are two departments. */
function isSlipOf(name: string, other: string): boolean {
  if (distanceBetween(name, other) !== 1) return false;
  const isDivision = divisionEnd.test(name);
  if (!isDivision && divisionEnd.test(other)) return true;
  return [...name].length > 4 && name.slice(0, -1) !== other.slice(0, -1);
}
