/** The columns 開始年度 and 終了年度, which say the years of a plan; one cell may have both: R3～R7. */
import { parseYear } from '../../model/fiscal-year.js';
import type { Cell } from '../dataset/dataset.js';
import type { BookCell } from './book.js';
import { displayed, readYear } from './cells.js';
import type { At, Draft } from './draft.js';
import { words } from './words.js';

/** From which columns of a sheet those of a period come. */
export const periodPlaces = (field: string): Readonly<Record<string, string>> => ({
  [`${field}_start_fiscal_year`]: 'start',
  [`${field}_end_fiscal_year`]: 'end',
});

/** The first and the last fiscal year of a period, and these as columns of the dataset. */
interface Period {
  readonly start: number | null;
  readonly end: number | null;
  readonly columns: Readonly<Record<string, Cell>>;
}

/** The years of a cell that has two of them: R3～R7, 令和3～7年度, 2021年度から2025年度まで（5年間）; null of others. */
function yearsIn({ value }: BookCell): Readonly<Record<'first' | 'last', number>> | null {
  if (typeof value !== 'string') return null;
  const text = value.normalize('NFKC').replace(/\s+/g, '');
  const bare = text.replace(/\(?(?:の?\d+[かカヵケヶ箇]?年(?:間|計画)?)\)?$/, '').replace(/まで$/, '');
  const [, from = '', to = ''] =
    /^(.*[\d元年度])(?:[~〜\u2010-\u2015\u2212\u30fc-]+|から)(\D*(?:\d+|元)(?:年度?)?)$/.exec(bare) ?? [];
  // Of 令和3～7年度 the second year is of the era of the first.
  const era = /^\d{1,2}(?:年度?)?$/.test(to) ? (/^(?:令和|平成|昭和|[RHS])/.exec(from)?.[0] ?? '') : '';
  const [first, last] = [parseYear(from), parseYear(`${era}${to}`)];
  return first === null || last === null ? null : { first, last };
}

/** Reads the first or the last year of a cell, which may have both. */
export const readYearOf =
  (end: 'first' | 'last') =>
  (cell: BookCell): number =>
    yearsIn(cell)?.[end] ?? readYear(cell);

/** The period of a row; an end before the start is an error. A first year that stands beside the last one in its cell tells both. */
export function readPeriod(draft: Draft, at: At, field: string): Period {
  const { start: cell } = at.row.cells;
  const isOfBoth = cell !== undefined && at.row.cells.end === undefined && yearsIn(cell) !== null;
  const start = draft.read(at, 'start', readYearOf('first'));
  const end = draft.read(at, isOfBoth ? 'start' : 'end', readYearOf('last'));
  if (start !== null && end !== null && end < start) draft.error(at, 'end', words.endBeforeStart);
  const both = [...new Set([cell, at.row.cells.end].map((each) => (each ? displayed(each) : '')))];
  const printed = isOfBoth ? displayed(cell) : both.join('～');
  const columns = {
    [`${field}_text`]: start === null && end === null ? null : printed,
    [`${field}_start_fiscal_year`]: start,
    [`${field}_end_fiscal_year`]: end,
  };
  return { start, end, columns };
}
