/** Values that a spreadsheet program, or a hurried person, has made of others, and what they probably were. */
import { dayOf } from '../../model/days.js';
import { type Description, describe } from '../../model/declaration.js';
import { parseEraYear } from '../../model/fiscal-year.js';

/** What a formula leaves that cannot be worked out. */
const formulaError = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;
/** A number that a spreadsheet program abbreviated. */
const abbreviated = /^[+-]?\d(?:\.\d+)?E\+?-?\d+$/i;

/** The month of "Jan", as a number. */
const monthOf = (name: string) =>
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
    name.slice(0, 3).toLowerCase(),
  ) + 1;

const meant = (value: string | number) => describe(`probably ${value} is meant`, `${value} のことと思われます`);

/** The days since 1899-12-30 that a spreadsheet program keeps for a date of the years 1982 to 2064. */
function dateOfSerial(text: string): Date | null {
  const days = /^[3-5]\d{4}$/.test(text) ? Number(text) : 0;
  return days >= 30_000 && days < 60_000 ? new Date(Date.UTC(1899, 11, 30 + days)) : null;
}

/** The year, or null, month and day that a text names as a date. */
function dateOf(text: string): readonly [year: number | null, month: number, day: number] | null {
  const japanese = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/.exec(text);
  const numeric = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?: 0?0:00(?::00)?)?$/.exec(text);
  const found = japanese ?? numeric;
  if (found) return [found[1] === undefined ? null : Number(found[1]), Number(found[2]), Number(found[3])];
  const dayFirst = /^(\d{1,2})-([A-Za-z]{3,9})$/.exec(text);
  const monthFirst = /^([A-Za-z]{3,9})-(\d{1,2})$/.exec(text);
  const month = monthOf(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  if (month > 0) return [null, month, day];
  const date = dateOfSerial(text);
  return date && [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** What is wrong with any cell, whatever it should hold; null where nothing is. */
export const brokenFormula = (text: string): Description | null =>
  formulaError.test(text)
    ? describe('it is what a formula left that could not be worked out', '計算できなかった数式の結果です')
    : null;

/** What a text probably was before it became what is no number. */
export function meantNumber(text: string): Description | null {
  const folded = text.normalize('NFKC').trim();
  if (abbreviated.test(folded))
    return describe(
      `a spreadsheet program abbreviated it, probably ${Number(folded)}; look the figure up, as digits may be lost`,
      `表計算ソフトが省略した数値で、${Number(folded)} のことと思われます。桁が失われていることがあるため、元の値を確認してください`,
    );
  const plain = folded.replace(/^[+]/, '').replace(/^[−–▲△]/, '-');
  const number = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (number !== text && /^-?\d+(?:\.\d+)?$/.test(number)) return meant(number);
  return /^-?\d+\.0+$/.test(number) ? meant(number.replace(/\..*/, '')) : null;
}

/** What a text probably was that is no year between 1900 and 2100. */
export function meantYear(text: string): Description | null {
  const folded = text.normalize('NFKC').trim();
  const era = parseEraYear(folded);
  if (era !== null) return describe(`${text} is ${era}`, `${text}は ${era} です`);
  const inEra = /^\d{1,2}$/.test(folded) ? Number(folded) : 0;
  if (inEra > 0)
    return describe(
      `a year of an era is ${2018 + inEra} in Reiwa, ${1988 + inEra} in Heisei`,
      `和暦であれば、令和${inEra}年は ${2018 + inEra}、平成${inEra}年は ${1988 + inEra} です`,
    );
  const [, year] = /^(\d{4})(?:年度?|年度末)$/.exec(folded) ?? [];
  const date = dateOf(folded);
  return year ? meant(year) : date?.[0] ? meant(date[0]) : meantNumber(text);
}

/** What a text probably was that is no day as tables have it; null where that cannot be told. */
export function meantDay(text: string): Description | null {
  const [year, month, day] = dateOf(text.normalize('NFKC').trim()) ?? [null, 0, 0];
  const meantOne = year === null ? null : dayOf(year, month, day);
  return meantOne === null ? null : meant(meantOne);
}

/**
 * What a code such as 5-1-1, of so many parts, became; null where nothing speaks against what is there. Codes of some cities
 * look like what a code may have become (31101, 1.1, 5_1): `isDoubted` says of such a one whether it was the code that is given.
 */
export function meantCode(text: string, parts: number, isDoubted: (code: string) => boolean): Description | null {
  const folded = text.normalize('NFKC').trim();
  const hyphenated = folded.replace(/(?<=\d)\s*[-\u2010-\u2015\u2212\u30fc_.]\s*(?=\d)/g, '-');
  if (hyphenated !== folded && /^\d+(?:-\d+)+$/.test(hyphenated))
    return /^[\d._]+$/.test(folded) && !isDoubted(hyphenated) ? null : meant(hyphenated);
  // Spreadsheet programs write the sign of an exponent: 1E2 is a code.
  if (abbreviated.test(folded) && /E[+-]/i.test(folded)) return meantNumber(folded);
  const date = dateOf(folded);
  if (!date) return null;
  const [year, month, day] = date;
  const code = parts === 3 && year ? `${year % 100}-${month}-${day}` : `${month}-${day}`;
  if (dateOfSerial(folded) && !isDoubted(code)) return null;
  return describe(
    `a spreadsheet program took a code for a date, probably ${code}; format the column as text`,
    `表計算ソフトが番号を日付に変えたもので、${code} のことと思われます。列の書式を文字列にしてください`,
  );
}
