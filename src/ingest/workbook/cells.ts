/**
 * Cells as people write them: years of eras, full width, thousands, triangles for minus, units in the cell, several names
 * in one. Each reader takes a cell and gives a value, or throws a CellError that says what was probably meant.
 */
import { dayOf, firstDayOf, lastDayOf } from '../../model/days.js';
import { describe } from '../../model/declaration.js';
import { parseYear } from '../../model/fiscal-year.js';
import { CellError } from '../dataset/cell.js';
import { brokenFormula, meantCode, meantDay, meantFigure, meantNumber, meantYear } from '../dataset/slips.js';
import { parseQuantity, type Quantity } from '../documents/quantity.js';
import { absenceIn } from './absence.js';
import type { BookCell } from './book.js';
import { inFigures } from './kanji-figures.js';

const firstYear = 1900;
const lastYear = 2100;

/** A number as its format shows it, as far as that changes what it says: percent, thousands, zeros before it, words around it. */
function displayedNumber(value: number, format: string): string {
  const plain = (number: number) => String(Number(number.toPrecision(15)));
  const [positive = ''] = format.split(';');
  // What stands before a negative number may be its minus, which it has already.
  const [, before = ''] = value < 0 ? [] : (/^\s*"([^"]*)"/.exec(positive) ?? []);
  const figures = positive.replace(/"[^"]*"/g, '').trim();
  if (/^0{2,}$/.test(figures) && Number.isInteger(value) && value >= 0)
    return `${before.trim()}${String(value).padStart(figures.length, '0')}`;
  const literal = /"([^"]*)"\s*$/.exec(positive)?.[1] ?? '';
  const bare = positive.replace(/"[^"]*"|\\./g, '');
  if (bare.includes('%')) return `${plain(value * 100)}%`;
  // Commas behind the figures leave out three of them each.
  const [, commas = ''] = /[0#?](,+)[^0#?,]*$/.exec(bare) ?? [];
  return `${before.trim()}${plain(value / 1000 ** commas.length)}${literal.trim()}`;
}

/** A date as its format shows it: without the year where that does not show one. */
function displayedDate(date: Date, format: string): string {
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const showsYear = /[yeg]/i.test(bare) || bare === '';
  return showsYear ? `${date.getUTCFullYear()}/${month}/${day}` : `${month}月${day}日`;
}

/** What a cell says to a person, without blanks around it; empty where there is nothing in it. */
export function displayed({ value, format }: BookCell): string {
  if (value === null) return '';
  if (value instanceof Date) return displayedDate(value, format ?? '');
  if (typeof value === 'number') return displayedNumber(value, format ?? '');
  return String(value).trim();
}

export const isFilled = (cell: BookCell | undefined): cell is BookCell => cell !== undefined && displayed(cell) !== '';

const heldDate = describe('the cell holds a date', 'セルの値が日付になっています');

/** A text in the width in which it is written; lines that were broken to fit the cell are joined. */
export function readText(cell: BookCell): string {
  const text = displayed(cell);
  const expected = describe('a text', '文字列');
  const broken = brokenFormula(text);
  if (broken) throw new CellError(expected, text, broken);
  if (cell.value instanceof Date) throw new CellError(expected, text, heldDate);
  return text
    .replace(/\s*[\r\n]+\s*/g, '\n')
    .replace(/(?<=[\x21-\x7e])\n(?=[\x21-\x7e])/g, ' ')
    .replaceAll('\n', '');
}

/** Dashes of all kinds between figures and letters. */
const dashes = /(?<=[\dA-Za-z])\s*[-\u2010-\u2015\u2212\u30fc\uff70]\s*(?=[\dA-Za-z])/g;

/** A code with plain hyphens. */
export const plainDashes = (code: string): string => code.replace(dashes, '-');

/**
 * A code such as 1-1, 31101 or 1.1 in half width, with plain hyphens; `parts` is how many numbers it usually has. One that
 * is `odd` is not taken for a code as it is where a spreadsheet program may have made it of another.
 */
export function readCode(cell: BookCell, parts: number, odd = false): string {
  const text = displayed(cell);
  const expected = describe('a code', '番号');
  const broken = brokenFormula(text);
  if (broken) throw new CellError(expected, text, broken);
  const code = plainDashes(text.normalize('NFKC').trim());
  const meant = meantCode(code, parts, () => odd);
  if (meant) throw new CellError(expected, text, meant);
  if (/[\s|:@]/.test(code))
    throw new CellError(
      expected,
      text,
      describe('a code has no blanks and none of : | @', '空白と : | @ は使えません'),
    );
  return code;
}

/** What a year is told for, behind it: R4実績, 令和15年度見込, 2023年度(見込). */
const purpose =
  /(?<=[\d元)]|年度?|末)\(?(?:(?:実績|見込み?|決算|予算|当初|補正|最終|計画|目標|推計|予測|速報|確報|現在|時点)(?:額|値)?)+\)?$/;

/** A year or a date in one width and case, without blanks; years of an era in figures: 平成三十一年度. */
const foldedDate = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/(?<=令和|平成|昭和)[一二三四五六七八九十]+/g, (numeral) => figuresOf(numeral) ?? numeral);

/** The figures of a numeral in kanji, of a single one too, which is no dash behind an era. */
const figuresOf = (numeral: string): string | null =>
  numeral === '一' ? '1' : numeral === '十' ? '10' : inFigures(numeral);

/** The fiscal year of a date, which begins in April. */
const fiscalYear = (year: number, month: number) => (month < 4 ? year - 1 : year);

/** The fiscal year that a text names by itself; null where it names none. */
function yearIn(text: string): number | null {
  const stripped = text.replace(/(?<=[\d元]年度?)末$/, '');
  const year = parseYear(stripped);
  if (year !== null) return year;
  const dated =
    /^(.+?)[./年](\d{1,2})(?:[./月](\d{1,2})日?)?月?$/.exec(stripped) ??
    /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(stripped);
  const [, before = '', month, day = '1'] = dated ?? [];
  const ofDate = dated ? parseYear(before) : null;
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return ofDate !== null && isDate ? fiscalYear(ofDate, Number(month)) : null;
}

/** A fiscal year: R5, 令和5年度, 2023年度, H31, 令和元年, 2023（令和5）年度, R4実績, and the one in which a date lies. */
export function readYear(cell: BookCell): number {
  const text = displayed(cell);
  const expected = describe(
    `a fiscal year such as R6, 令和6年度 or 2024, from ${firstYear} to ${lastYear}`,
    `R6、令和6年度、2024 のような ${firstYear} から ${lastYear} までの年度`,
  );
  const { value } = cell;
  const folded = foldedDate(text).replace(purpose, '');
  const [, outer = folded, inner] = /^(.+?)\((.+?)\)(?:年度?)?$/.exec(folded) ?? [];
  const years = (inner === undefined ? [outer] : [outer, inner]).map(yearIn);
  const [year = null] = value instanceof Date ? [fiscalYear(value.getUTCFullYear(), value.getUTCMonth() + 1)] : years;
  if (
    year === null ||
    year < firstYear ||
    year > lastYear ||
    years.some((other) => !(value instanceof Date) && other !== year)
  )
    throw new CellError(expected, text, brokenFormula(text) ?? meantYear(text));
  return year;
}

/** Where in a month or fiscal year a day lies of which only these are written. */
export type DayPart = 'first' | 'last';

/** The day that a text names: 2023/4/1, 令和5年4月1日, R5.4.1, 20230401; of 令和5年3月 and 令和5年度 the first or last one. */
function dayIn(text: string, part: DayPart): string | null {
  const [, western, monthOf, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (western !== undefined) return dayOf(Number(western), Number(monthOf), Number(date));
  const isEnd = /末$/.test(text);
  const [, before = '', month, day] =
    /^(.+?)[./年-](\d{1,2})(?:[./月-](\d{1,2})日?)?月?$/.exec(text.replace(/末$/, '')) ?? [];
  const year = parseYear(before);
  if (year !== null && day !== undefined) return isEnd ? null : dayOf(year, Number(month), Number(day));
  if (year !== null && dayOf(year, Number(month), 1) !== null)
    return isEnd || part === 'last' ? lastOfMonth(year, Number(month)) : dayOf(year, Number(month), 1);
  const fiscalYear = yearIn(text);
  if (fiscalYear === null) return null;
  return isEnd || part === 'last' ? lastDayOf(fiscalYear) : firstDayOf(fiscalYear);
}

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** A day, or the first or last one of the month or fiscal year that is written. */
export function readDay(cell: BookCell, part: DayPart): string {
  const text = displayed(cell);
  const { value } = cell;
  const folded = foldedDate(text);
  const day = value instanceof Date ? value.toISOString().slice(0, 10) : dayIn(folded, part);
  const year = Number(day?.slice(0, 4));
  if (day !== null && year >= firstYear && year <= lastYear) return day;
  const expected = describe(
    `a day such as 2023/4/1 or R5.4.1, from ${firstYear} to ${lastYear}`,
    `2023/4/1、R5.4.1、令和5年4月1日 のような ${firstYear} 年から ${lastYear} 年までの日付`,
  );
  throw new CellError(expected, text, brokenFormula(text) ?? meantDay(text));
}

/** Units that stand in brackets behind a figure; what else does explains it: 12（見込）, 12（R5）. */
const counters =
  '円|人|名|件|回|世帯|戸|棟|[箇かカヶケ]所|台|本|日|時間|分|年|点|位|校|園|社|団体|組|冊|区画|館|施設|店|事業所|トン|ポイント|倍|割|度';
const symbols = '[%‰]|[kcm]?m[23]?|ha|[km]?g|mg/L|t(?:-CO2)?|[kMG]?Wh?|[MGT]J|dB|ppm';
const unitInBrackets = new RegExp(
  `(?<=\\d)\\s*[([【〔]\\s*(?:単位:?\\s*)?([十百千万億]*(?:${counters}|${symbols}))\\s*[)\\]】〕]`,
);
/** A minus of any kind, with blanks behind it or not: △ 5, ー5. */
const minus = /^[-\u2010-\u2015\u2212\u30fc△▲]\s*(?=\d)/;

/** A figure with its unit out of brackets, and a minus right before it. */
const plainFigure = (text: string): string => text.normalize('NFKC').replace(minus, '△').replace(unitInBrackets, '$1');

/** A quantity as it is printed: 1,234, △5, 85%以上, 12人; its number where it holds exactly one. */
export function readQuantity(cell: BookCell): Quantity {
  const text = displayed(cell);
  const expected = describe('a figure', '数値');
  const broken = brokenFormula(text);
  if (broken) throw new CellError(expected, text, broken);
  if (cell.value instanceof Date)
    throw new CellError(
      expected,
      text,
      describe(
        'a spreadsheet program took it for a date; format the column as text',
        '表計算ソフトが日付に変えた値です。列の書式を文字列にしてください',
      ),
    );
  if (/^[+-]?\d(?:\.\d+)?E[+-]?\d+$/i.test(text.normalize('NFKC')))
    throw new CellError(expected, text, meantNumber(text));
  const meantBy = meantFigure(text);
  if (meantBy) throw new CellError(expected, text, meantBy);
  const printed = text.replace(/\s*[\r\n]+\s*/g, ' ');
  return { ...parseQuantity(plainFigure(printed)), text: printed };
}

/** What separates several values in one cell wherever it stands. */
const separators = /[\r\n、，,;；]+/;
/** What a division ends with: a middle dot separates two of them, but stands inside of names too. */
export const divisionEnd = /(?:課|室|局|館|部|所|署|会|係|班|センター)$/;

/** The names in a cell, each once: separated by lines, 、 , ; and /, and by ・ where the parts are names by themselves. */
export function readNames(cell: BookCell, isName: (name: string) => boolean = () => false): readonly string[] {
  const text = displayed(cell);
  const broken = brokenFormula(text);
  if (broken) throw new CellError(describe('names', '名称'), text, broken);
  if (cell.value instanceof Date) throw new CellError(describe('names', '名称'), text, heldDate);
  const names = namesIn(text, isName);
  // As the only word of a cell it says that there are none.
  if (names.some((name) => absenceIn(name) !== null)) throw new CellError(describe('names', '名称'), text);
  return names;
}

/** The names in a text that was checked before. */
export function namesIn(text: string, isName: (name: string) => boolean): readonly string[] {
  if (isName(text)) return [text];
  const pieces = text
    .split(separators)
    .map(withoutBullet)
    .filter((piece) => piece !== '');
  const single = pieces.flatMap((piece) => atSlashes(piece, isName));
  return [...new Set(single.flatMap((piece) => atMiddleDots(piece, isName)))];
}

const withoutBullet = (piece: string) => piece.trim().replace(/^[・･●○◯■□*-]\s*/, '');

/** The parts between slashes; those that are a name together, such as 総務課/庶務係, stay together. */
function atSlashes(piece: string, isName: (name: string) => boolean): readonly string[] {
  const parts = piece
    .split(/[/／]+/)
    .map(withoutBullet)
    .filter((part) => part !== '');
  const names: string[] = [];
  for (let start = 0; start < parts.length; ) {
    let end = parts.length;
    while (end > start + 1 && !isName(parts.slice(start, end).join('/'))) end -= 1;
    names.push(parts.slice(start, end).join('/'));
    start = end;
  }
  return names;
}

function atMiddleDots(piece: string, isName: (name: string) => boolean): readonly string[] {
  const parts = piece.split(/[・･]/).map((part) => part.trim());
  const known = namesOf(parts, isName);
  if (known) return known;
  return parts.every((part) => divisionEnd.test(part) || isName(part)) ? parts : [piece];
}

/** Parts between middle dots as names that are known, the longest first; null where they are none. */
function namesOf(parts: readonly string[], isName: (name: string) => boolean): readonly string[] | null {
  if (parts.length === 0) return [];
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('・');
    const others = isName(name) ? namesOf(parts.slice(length), isName) : null;
    if (others) return [name, ...others];
  }
  return null;
}
