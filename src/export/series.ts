/** Series: lists below a row with an entry for each year. They are cells by themselves, and by choice rows or columns. */
import { badInput } from '../refusal.js';
import { UnreadValue } from './columns.js';

type Row = Readonly<Record<string, unknown>>;

/** A list below a row, by the keys that lead to it, and the key of the year of its entries. */
export interface Series {
  readonly path: readonly string[];
  readonly yearKey: string;
}

/** How the series of a table are laid out; `years` are those of all rows, which columns need before the first is written. */
export interface SeriesLayout {
  readonly layout: 'rows' | 'columns';
  readonly lists: readonly Series[];
  readonly years: readonly number[];
}

/** Where a row that is one year of a series has that year. */
export const yearOfSeries = 'yearOfSeries';

type Entry = Readonly<Record<string, unknown>>;

const valueAt = (row: unknown, { path }: Series): unknown =>
  path.reduce<unknown>((at, key) => (at as Row | null | undefined)?.[key], row) ?? null;

function entriesOf(row: unknown, series: Series): readonly Entry[] {
  const value = valueAt(row, series);
  return Array.isArray(value) ? value : [];
}

/** The years of all series of the rows, in their order. */
export function yearsIn(rows: readonly unknown[], lists: readonly Series[]): readonly number[] {
  const years = rows.flatMap((row) =>
    lists.flatMap((each) => entriesOf(row, each).map((entry) => Number(entry[each.yearKey]))),
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

/**
 * A row for each year of a row, with the year and the entry of each series in the place of its list; several of one year make
 * several rows. A row without any entry stays, without a year; that it was not read stays in the place of the list.
 */
export function byYear(row: unknown, lists: readonly Series[]): readonly unknown[] {
  const rows = yearsIn([row], lists).flatMap((year) => {
    const ofYear = lists.map((each) => entriesOf(row, each).filter((entry) => entry[each.yearKey] === year));
    const most = Math.max(...ofYear.map(({ length }) => length));
    return Array.from({ length: most }, (_, index) =>
      lists.reduce<Row>((into, { path }, list) => withAt(into, path, ofYear[list]?.[index] ?? null), {
        ...(row as Row),
        [yearOfSeries]: year,
      }),
    );
  });
  if (rows.length > 0) return rows;
  const unread = (each: Series) => {
    const value = valueAt(row, each);
    return value instanceof UnreadValue ? value : null;
  };
  return [
    lists.reduce<Row>((into, each) => withAt(into, each.path, unread(each)), { ...(row as Row), [yearOfSeries]: null }),
  ];
}

/** The row with another value at a path. */
function withAt(row: Row, [key = '', ...rest]: readonly string[], value: unknown): Row {
  return { ...row, [key]: rest.length === 0 ? value : withAt((row[key] ?? {}) as Row, rest, value) };
}

export const noSeries = badInput(
  'series: expected the operation to select a list with a year below each row, such as annualGoals { fiscalYear text }',
  'seriesを使うには、annualGoals { fiscalYear text } のように、年度を含む一覧を各行の下に選択してください。',
);
