/**
 * A fiscal year (年度) is the integer of the calendar year in which it starts, in April: 2024 is 令和6年度.
 * Documents print years of an era; this file is the only place that knows the eras.
 */

interface Era {
  readonly letter: string;
  readonly name: string;
  /** Calendar year of the era's year 1. */
  readonly first: number;
}

/** Newest first, so that a year that two eras share is labelled with the later one. */
const eras: readonly Era[] = [
  { letter: 'R', name: '令和', first: 2019 },
  { letter: 'H', name: '平成', first: 1989 },
  { letter: 'S', name: '昭和', first: 1926 },
];

/** The era label of a year: 2024 → "R6". Null for years before Shōwa. */
export function eraLabel(year: number): string | null {
  const era = eras.find(({ first }) => year >= first);
  return era ? `${era.letter}${year - era.first + 1}` : null;
}

/** A year as people write it, of an era or Western: "R6", "令和6年度", "2024年度", "FY2024", "2024" → an integer. */
export function parseYear(text: string): number | null {
  const western = /^(?:FY)?(\d{4})(?:年度?)?$/i.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  return western ? Number(western[1]) : parseEraYear(text);
}

/**
 * The calendar year that a printed era year names: "R 5", "Ｒ5", "令和5年度", "H24年", "令和元年度" → an integer.
 * Era years past the end of an era (平成34年度) are what planners printed before the change and count on: 2022.
 * Null where the text is anything else.
 */
export function parseEraYear(text: string): number | null {
  const folded = text.normalize('NFKC').replace(/\s+/g, '');
  const match = /^(R|H|S|令和|平成|昭和)(\d{1,2}|元)(?:年度?)?$/.exec(folded);
  if (!match) return null;
  const era = eras.find(({ letter, name }) => letter === match[1] || name === match[1]);
  const inEra = match[2] === '元' ? 1 : Number(match[2]);
  return era && inEra > 0 ? era.first + inEra - 1 : null;
}
