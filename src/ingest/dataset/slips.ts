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

/** The day that a text names as a date: without a year, or with the month and the day in an order that is not known. */
interface NamedDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** How the numbers stand, where that is another order than year, month, day. */
  readonly order?: 'yearLast' | 'unknown';
}

/** As spreadsheet programs take two digits for a year. */
const fullYear = (digits: string) =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900);

/** The date that a text names. */
function dateOf(text: string): NamedDate | null {
  const japanese = /^(?:([^年]+)年)?(\d{1,2})月(\d{1,2})日$/.exec(text);
  const numeric = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: 0?0:00(?::00)?)?$/.exec(text);
  // S1-2-3 is a code.
  const ofEra = /^([^\d./]+(?:\d{1,2}|元))[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  const yearFirst = japanese ?? numeric ?? ofEra;
  if (yearFirst) {
    const [, printed, month, day] = yearFirst;
    const year = printed === undefined ? null : /^\d{4}$/.test(printed) ? Number(printed) : parseEraYear(printed);
    if (year !== null || printed === undefined) return { year, month: Number(month), day: Number(day) };
  }
  const yearLast = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (yearLast)
    return { year: Number(yearLast[3]), month: Number(yearLast[1]), day: Number(yearLast[2]), order: 'yearLast' };
  const dayFirst = /^(\d{1,2})-([A-Za-z]{3,9})(?:-(\d{2}|\d{4}))?$/.exec(text);
  const monthFirst = /^([A-Za-z]{3,9})-(\d{1,2})$/.exec(text);
  const month = monthOf(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  if (month > 0)
    return dayFirst?.[3] ? { year: fullYear(dayFirst[3]), month, day, order: 'unknown' } : { year: null, month, day };
  const date = dateOfSerial(text);
  return date && { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The code of which a spreadsheet program made a date; null where it may have been several. */
function codeBehind({ year, month, day, order }: NamedDate, parts: number): string | null {
  if (parts !== 3 || year === null) return `${month}-${day}`;
  if (order === 'unknown') return null;
  return order === 'yearLast' ? `${month}-${day}-${year % 100}` : `${year % 100}-${month}-${day}`;
}

/** What is wrong with any cell, whatever it should hold; null where nothing is. */
export function brokenFormula(text: string): Description | null {
  if (formulaError.test(text))
    return describe('it is what a formula left that could not be worked out', '計算できなかった数式の結果です');
  return /^#{2,}$/.test(text)
    ? describe(
        'it is what a spreadsheet program shows in a column that is too narrow; look the value up',
        '列の幅が足りないときに表計算ソフトが表示する記号です。元の値を確認してください',
      )
    : null;
}

/** Whether a spreadsheet program has abbreviated a number, whose digits are lost. */
export const isAbbreviated = (text: string): boolean => abbreviated.test(text.normalize('NFKC').trim());

/** What a text probably was before it became what is no number. */
export function meantNumber(text: string): Description | null {
  const folded = text.normalize('NFKC').trim();
  if (abbreviated.test(folded)) {
    const [en, ja] = Number.isFinite(Number(folded))
      ? [`, probably ${Number(folded)}`, `で、${Number(folded)} のことと思われます`]
      : ['', 'です'];
    return describe(
      `a spreadsheet program abbreviated it${en}; look the figure up, as digits may be lost`,
      `表計算ソフトが省略した数値${ja}。桁が失われていることがあるため、元の値を確認してください`,
    );
  }
  const date = dateOf(folded);
  if (date) {
    const [en, ja] =
      date.year === null ? [`, probably ${date.month}.${date.day}`, `${date.month}.${date.day} など、`] : ['', ''];
    return describe(
      `a spreadsheet program took a number for a date${en}; look the figure up`,
      `表計算ソフトが数値を日付に変えたものと思われます。${ja}元の値を確認してください`,
    );
  }
  const plain = folded.replace(/^[+]/, '').replace(/^[−–▲△]/, '-');
  const separated = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  const number = separated.replace(/^(-?)0+(?=\d)/, '$1');
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
  return year ? meant(year) : date?.year ? meant(date.year) : meantNumber(text);
}

/** Letters that look like figures, beside figures: O for 0, I for 1, and l for 1 before others, as behind them it is a unit. */
const likeZero = /(?<=\d[O\d,.]*)O(?![A-NP-Z])|(?<![A-Z])O(?=O*[.,]?\d)/gi;
const likeOne = /(?<![A-Za-z\d])[lI|](?=[lI|]*[.,]?\d)|(?<=\d[lIO\d,.]*)(?:[lI](?=[lI]*[.,]?\d)|I(?!\p{L}))/gu;

/** The figure that a text with such letters was probably meant to be; null where it has none. */
export function meantFigure(text: string): Description | null {
  const folded = text.normalize('NFKC');
  const read = folded.replace(likeOne, '1').replace(likeZero, '0');
  return read === folded ? null : meant(read);
}

/** What a text probably was that is no day as tables have it; null where that cannot be told. */
export function meantDay(text: string): Description | null {
  const date = dateOf(text.normalize('NFKC').trim());
  if (!date || date.year === null) return null;
  const { year, month, day, order } = date;
  // 3/4/2024 is in March or in April; 3/14/2024 is not.
  const days = order === 'yearLast' ? [dayOf(year, month, day), dayOf(year, day, month)] : [dayOf(year, month, day)];
  const [meantOne, other] = [...new Set(days)].filter((each) => each !== null);
  return meantOne === undefined || other !== undefined ? null : meant(meantOne);
}

const asText = (meaning: Description) =>
  describe(
    `a spreadsheet program took a code for a date, ${meaning.en}; format the column as text`,
    `表計算ソフトが番号を日付に変えたもので、${meaning.ja}。列の書式を文字列にしてください`,
  );
const lookUp = describe('look the code up', '元の番号を確認してください');
const probably = (code: string) => describe(`probably ${code}`, `${code} のことと思われます`);

/** The code, of so many parts, that a spreadsheet program made into the date in a text; null where there is no date. */
export function codeOfDate(text: string, parts: number): string | null {
  const date = dateOf(text.normalize('NFKC').trim());
  return date && codeBehind(date, parts);
}

/**
 * What a code such as 5-1-1, of so many parts, became; null where nothing speaks against what is there. Codes of some cities
 * look like what a code may have become (31101, 1.1, 5_1): `isDoubted` says of such a one whether it was the code that is given.
 */
export function meantCode(text: string, parts: number, isDoubted: (code: string) => boolean): Description | null {
  const folded = text.normalize('NFKC').trim();
  if (/^\d+\.\d{4,}$/.test(folded))
    return describe(
      'a spreadsheet program took a code for a time or a number; look the code up, and format the column as text',
      '表計算ソフトが番号を時刻や数値に変えたものと思われます。元の番号を確認し、列の書式を文字列にしてください',
    );
  if (/^\d{1,3}(?:\/\d{1,3})+$/.test(folded)) return asText(probably(folded.split('/').map(Number).join('-')));
  const date = dateOf(folded);
  const hyphenated = folded.replace(/(?<=\d)\s*[-\u2010-\u2015\u2212\u30fc_.]\s*(?=\d)/g, '-');
  if (!date && hyphenated !== text && /^\d+(?:-\d+)+$/.test(hyphenated))
    return /^[\d._]+$/.test(folded) && !isDoubted(hyphenated) ? null : meant(hyphenated);
  // Spreadsheet programs write the sign of an exponent: 1E2 is a code.
  if (abbreviated.test(folded) && /E[+-]/i.test(folded)) return meantNumber(folded);
  if (!date) return null;
  const code = codeBehind(date, parts);
  if (dateOfSerial(folded) && !(code !== null && isDoubted(code))) return null;
  return asText(code === null ? lookUp : probably(code));
}
