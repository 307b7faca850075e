/** Years and steps of evaluation in headings: 令和5年度 of 令和5年度予算額, 一次 of 一次評価. */
import { withoutUnit } from '../yen.js';
import { headingName } from './heading-name.js';
import { withPlainBraces } from './mapping.js';

/** What a heading, with those above it, says besides a year and a step in it. */
export interface ReadHeading {
  /** From the longest: 実績/値, 値. */
  readonly names: readonly string[];
  readonly year: string | null;
  readonly step: string | null;
  /** The headings with {年度} and {段階} where the year and the step stand. */
  readonly patterns: readonly string[];
}

/** Stand for a year and a step in a pattern. */
export const places = { year: '{年度}', step: '{段階}' } as const;

const era = '(?:(?:令和|平成|[rh])(?:\\d{1,2}|元)|(?:令和|平成)[一二三四五六七八九十]{1,3}(?=年))(?:年度?)?';
const western = '20\\d\\d(?:年度?)?';
const yearPattern = new RegExp(
  `(?<![a-z\\d])(?:${western}\\(${era}\\)(?:年度?)?|${era}\\(${western}\\)(?:年度?)?|${era}|${western})(?!\\d)`,
  'i',
);
const stepPattern = /(?:第?[一二三1-3]次|自己|内部|外部|第三者|最終|総合|所管課|担当課)(?=評価|判定|\)|$)/;

/** The year in a text; null where it has none, or a day. */
export function yearIn(text: string): string | null {
  const [year] = yearPattern.exec(text) ?? [];
  if (year === undefined || /\d/.test(text.replace(year, ''))) return null;
  return year.replace(/^[rh]/, (letter) => letter.toUpperCase());
}

/** Reads the headings of a column, from the top. */
export function readHeading(path: readonly string[]): ReadHeading {
  const texts = path.map((text) => text.normalize('NFKC'));
  const atYear = texts.findLastIndex((text) => yearIn(text) !== null);
  const without = (text: string, index: number) => (index === atYear ? text.replace(yearPattern, '') : text);
  const atStep = texts.findLastIndex((text, index) => stepPattern.test(without(text, index)));
  const [step = null] = stepPattern.exec(texts[atStep] ?? '') ?? [];
  const rest = texts
    .map((text, index) => (index === atStep ? without(text, index).replace(stepPattern, '') : without(text, index)))
    .map((text) => headingName(withoutUnit(text.replace(/\(\)|^末|末$/g, ''))).replace(/^[/_・]+|[/_・]+$/g, ''))
    .filter(Boolean);
  return {
    names: rest.map((_text, index) => rest.slice(index).join('/')),
    year: atYear < 0 ? null : yearIn(texts[atYear] ?? ''),
    step,
    patterns: texts.map((text, index) => {
      const plain = withPlainBraces(text);
      const ofYear = index === atYear ? plain.replace(yearPattern, places.year) : plain;
      return index === atStep ? ofYear.replace(stepPattern, places.step) : ofYear;
    }),
  };
}
